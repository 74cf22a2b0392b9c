// Draws the map of the book, to be looked at: map_pictures DIRECTORY [WIDTH HEIGHT]. Some progress is made
// up.

#include "app/navigation/map_canvas.h"
#include "app/navigation/map_page.h"
#include "views/controls/appearance.h"

#include <QtGui/QPixmap>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;

int main(int count, char** words) {
  QApplication application(count, words);
  const QStringList arguments = QCoreApplication::arguments();
  const QSize size(arguments.value(2, QStringLiteral("1280")).toInt(),
                   arguments.value(3, QStringLiteral("760")).toInt());
  QApplication::setStyle(QStringLiteral("Fusion"));
  const book::Book book = book::readBook(QStringLiteral(CHAPTERS));
  store::Store store;
  navigation::Outlines outlines;
  outlines[QStringLiteral("4.4")] = {{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {}};
  store.setSectionRead({QStringLiteral("4.4"), QStringLiteral("a"), 1});
  store.setSectionRead({QStringLiteral("4.4"), QStringLiteral("b"), 1});
  for (const render::Theme& theme : render::themes()) {
    application.setPalette(controls::palette(theme));
    application.setStyleSheet(controls::styleSheet(theme));
    for (const book::ReadingPath& path : book.paths) {
      navigation::MapPage page(book, store, theme);
      page.resize(size);
      page.refresh(QStringLiteral("4.4"), path.id, outlines);
      page.show();
      static_cast<void>(QTest::qWaitForWindowExposed(&page));
      page.activateWindow();
      static_cast<void>(QTest::qWaitForWindowActive(&page));
      page.focusCurrent();
      QTest::qWait(100);
      page.grab().save(QStringLiteral("%1/map-%2-%3-%4.png")
                           .arg(arguments.value(1), theme.key, path.id, QString::number(size.width())));
    }
  }
  return 0;
}
