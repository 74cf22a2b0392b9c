#include "app/navigation/map_canvas.h"
#include "app/navigation/map_legend.h"
#include "app/navigation/map_page.h"
#include "app/navigation/map_title.h"
#include "views/controls/appearance.h"

#include <QtTest/QTest>

using namespace eigenboard;

namespace {

const book::Book& theBook() {
  static const book::Book book = book::readBook(QStringLiteral(CHAPTERS));
  return book;
}

struct Shown {
  store::Store store;
  navigation::MapPage page{theBook(), store, render::themes().front()};

  explicit Shown(QSize size) {
    page.resize(size);
    page.refresh(QStringLiteral("4.4"), {}, {});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
  }
};

} // namespace

class MapTitlesHaveRoom : public QObject {
  Q_OBJECT

 private slots:
  void noTitleIsCutAt1280() {
    // What the header leaves of a window of 1280 by 800.
    Shown shown({1280, 760});
    for (const navigation::MapStation& station : shown.page.canvas().layout().stations) {
      const book::Chapter& chapter = *station.chapter;
      const int lines = navigation::linesOfStation(chapter.id, chapter.title, station.rect.width());
      QVERIFY2(lines <= 2, qPrintable(chapter.title));
      QVERIFY2(station.rect.height() >= lines * navigation::titleLineHeight, qPrintable(chapter.title));
    }
  }

  void titlesAreWholeInTooltipsAndNames_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1280, 760);
    QTest::newRow("900x700") << QSize(900, 660);
  }
  void titlesAreWholeInTooltipsAndNames() {
    QFETCH(QSize, size);
    Shown shown(size);
    int cut = 0;
    for (const navigation::MapStation& station : shown.page.canvas().layout().stations) {
      const book::Chapter& chapter = *station.chapter;
      const navigation::MapStationButton& button = *shown.page.canvas().station(chapter.id);
      QVERIFY(button.toolTip().contains(chapter.title));
      QVERIFY(button.accessibleName().contains(chapter.title));
      QCOMPARE(button.geometry(), station.rect.toAlignedRect());
      cut += navigation::linesOfStation(chapter.id, chapter.title, station.rect.width()) > 2;
    }
    // Even in the narrow window nearly all are whole.
    QVERIFY2(cut <= 3, qPrintable(QString::number(cut)));
  }

  void titlesBreakAtBlanks() {
    const QFont font = controls::interfaceFont(12);
    const QString title = QStringLiteral("Systems of Linear Equations");
    const double whole = QFontMetricsF(font).horizontalAdvance(title);
    QCOMPARE(navigation::titleLines(title, font, whole + 1).lines, QStringList{title});
    const navigation::TitleLines two = navigation::titleLines(title, font, 0.6 * whole);
    QCOMPARE(two.lines.join(u' '), title);
    QCOMPARE(two.lines.size(), 2);
    QVERIFY(!two.isCut);
    for (const double width : {0., 1., 20., 60.}) {
      const navigation::TitleLines narrow = navigation::titleLines(title, font, width);
      QVERIFY(narrow.isCut && narrow.lines.size() <= 2);
    }
    QVERIFY(!navigation::titleLines({}, font, 10).isCut);
  }

  void theLegendIsThereAtEverySize() {
    for (const QSize size : {QSize(1280, 760), QSize(900, 660), QSize(420, 500)}) {
      Shown shown(size);
      const auto* legend = shown.page.findChild<navigation::MapLegend*>();
      QVERIFY(legend && legend->isVisible());
      QVERIFY(legend->height() >= legend->heightForWidth(legend->width()));
      QVERIFY(shown.page.rect().contains(legend->geometry()));
      for (const char* word : {"chosen path", "needed before", "in progress", "done"})
        QVERIFY(legend->accessibleDescription().contains(QString::fromLatin1(word)));
    }
  }
};

QTEST_MAIN(MapTitlesHaveRoom)
#include "map_titles_have_room.moc"
