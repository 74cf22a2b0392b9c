#include "tests/window/open_window.h"

#include "app/window/header_bar.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace eigenboard::tests {

OpenWindow::OpenWindow(QSize size, const QString& chapter) {
  window.resize(size);
  window.open(window::findPlace(chapter, services.book, services.registry));
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QTest::qWait(400); // formulas arrive, the page comes to rest
}

void OpenWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  QTest::keyClick(&window, key, modifiers);
}

void OpenWindow::type(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

controls::Button* OpenWindow::headerButton(const char* name) {
  return window.header().findChild<controls::Button*>(QString::fromLatin1(name));
}

void OpenWindow::selectWords() {
  reader().setPosition(6);
  QTest::qWait(100);
  for (const reader::PlacedText& text : reader().layout().texts) {
    const QRectF rect = text.rect().translated(0, -reader().scrolled());
    if (rect.top() < 40 || text.paragraph->length() < 120 || rect.height() < 60)
      continue;
    const QPoint start(static_cast<int>(rect.left()) + 4, static_cast<int>(rect.top()) + 12);
    QTest::mousePress(reader().viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(reader().viewport(), start + QPoint(220, 0));
    QTest::mouseRelease(reader().viewport(), Qt::LeftButton, {}, start + QPoint(220, 0));
    return;
  }
}

} // namespace eigenboard::tests
