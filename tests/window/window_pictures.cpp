// Draws the window in its states, to be looked at: window_pictures DIRECTORY [WIDTH HEIGHT [THEME]]

#include "app/navigation/find_bar.h"
#include "app/navigation/note_editor.h"
#include "app/navigation/side_panel.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/window/columns.h"
#include "app/window/main_window.h"
#include "app/window/marks_desk.h"

#include <QtGui/QAction>
#include <QtGui/QPixmap>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace eigenboard;

int main(int count, char** words) {
  QApplication application(count, words);
  QApplication::setStyle(QStringLiteral("Fusion"));
  const QStringList arguments = QCoreApplication::arguments();
  const QString directory = arguments.value(1);
  const QSize size(arguments.value(2, QStringLiteral("1280")).toInt(),
                   arguments.value(3, QStringLiteral("800")).toInt());
  const QString theme = arguments.value(4, QStringLiteral("light"));
  window::Services services;
  window::MainWindow window(services);
  window.fromJson({{QStringLiteral("width"), size.width()},
                   {QStringLiteral("height"), size.height()},
                   {QStringLiteral("theme"), theme}});
  window.openAt({});
  window.show();
  static_cast<void>(QTest::qWaitForWindowExposed(&window));
  window.activateWindow();
  static_cast<void>(QTest::qWaitForWindowActive(&window));
  QTest::qWait(2500);
  const auto save = [&](const char* name) {
    QTest::qWait(150);
    window.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                           .arg(directory, QString::fromLatin1(name), QString::number(size.width()), theme));
  };
  save("welcome");
  window.showMessage({});
  services.store.setSectionRead({QStringLiteral("4.4"), window.reader().places().sections().at(0).anchor, 1});
  services.store.setSectionRead({QStringLiteral("4.4"), window.reader().places().sections().at(1).anchor, 1});
  window.reader().places().goTo(window.reader().places().sections().at(4).anchor);
  QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  window.reader().places().goTo(window.reader().places().sections().at(3).anchor);
  QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
  save("contents");
  window.side().setTab(navigation::SideTab::Bookmarks);
  save("bookmarks");
  QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
  QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("basis"));
  save("find");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  window.reader().setPosition(14);
  QWidget* page = window.reader().viewport();
  QTest::mousePress(page, Qt::LeftButton, {}, QPoint(page->width() / 2, 160));
  QTest::mouseMove(page, QPoint(page->width() / 2 + 60, 186));
  QTest::mouseRelease(page, Qt::LeftButton, {}, QPoint(page->width() / 2 + 60, 186));
  QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  if (window.marks().editor().isOpen()) {
    QTest::keyClicks(&window.marks().editor().text(), QStringLiteral("Two arrows are enough: columns of A."));
    save("note");
    QTest::keyClick(&window.marks().editor().text(), Qt::Key_Escape);
    QTest::mouseClick(page, Qt::LeftButton, {}, QPoint(4, 4));
    window.side().setTab(navigation::SideTab::Notes);
    window.columns().setSideShown(true);
    save("notes");
    window.columns().setSideShown(false);
  }
  window.columns().showStage(true);
  save("panel");
  window.showMap(true);
  save("map");
  window.showMap(false);
  window.actionNamed(QStringLiteral("shortcuts"))->trigger();
  QTest::qWait(200);
  if (QWidget* sheet = QApplication::activeModalWidget())
    sheet->grab().save(
        QStringLiteral("%1/shortcuts-%2-%3.png").arg(directory, QString::number(size.width()), theme));
  return 0;
}
