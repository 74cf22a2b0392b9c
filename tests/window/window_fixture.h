#pragma once

#include "app/reader/reader.h"
#include "app/window/main_window.h"
#include "app/window/toast.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace eigenboard {

/// A window on a chapter, in front, its text with the keyboard; nothing is kept on disk.
struct OpenWindow {
  window::Services services;
  window::MainWindow window{services};

  explicit OpenWindow(QSize size = {1280, 800}, const QString& chapter = QStringLiteral("4.4")) {
    window.resize(size);
    window.open(window::findPlace(chapter, services.book, services.registry));
    show();
  }
  /// As at a start with this session.
  explicit OpenWindow(const QJsonObject& session) {
    window.fromJson(session);
    window.openAt(session);
    show();
  }

  reader::Reader& reader() { return window.reader(); }
  window::Toast& toast() { return window.toast(); }
  /// To what has the keyboard, as a keyboard does.
  static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  QRect placeOf(const QWidget& widget) const { return {widget.mapTo(&window, QPoint(0, 0)), widget.size()}; }

 private:
  void show() {
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.reader().setFocus();
    QTest::qWait(300); // formulas arrive, the page comes to rest
  }
};

} // namespace eigenboard
