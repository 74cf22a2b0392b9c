#include "app/navigation/palette.h"
#include "app/reader/reader.h"
#include "app/search/service.h"
#include "app/stage/stage_widget.h"
#include "app/window/main_window.h"
#include "app/window/search_desk.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

struct Open {
  window::Services services;
  window::MainWindow window{services};
  window::SearchDesk& desk = *window.findChild<window::SearchDesk*>();

  Open() {
    window.resize(1280, 800);
    window.open(window::findPlace(QStringLiteral("4.4"), services.book, services.registry));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    desk.service().start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.service().isComplete(), 20'000);
  }
  std::vector<search::Result> find(const QString& typed, search::Scope scope) {
    QSignalSpy answers(&desk.service(), &search::Service::answered);
    desk.service().search(typed, scope, 40);
    return answers.wait(10'000) ? answers.last().first().value<search::Answer>().results
                                : std::vector<search::Result>();
  }
};

/// Texts of the page that are in the window now, folded to compare.
QString visibleText(const reader::Reader& reader) {
  const QRectF window(0, reader.scrolled(), reader.viewport()->width(), reader.viewport()->height());
  QString text;
  for (const reader::PlacedText& placed : reader.layout().texts)
    if (placed.rect().intersects(window))
      text += placed.paragraph->content().text + u'\n';
  return text;
}

QString plain(const QString& text) {
  QString letters;
  for (const QChar letter : text.toCaseFolded())
    letters += letter.isSpace() ? QChar(u' ') : letter == u'’' ? QChar(u'\'') : letter;
  return letters.simplified();
}

} // namespace

class ResultsOpenWhatTheySay : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void passagesOfTheBook_data() {
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"determinant", "power iteration", "PageRank", "lambda", "\"null space\"",
                              "4.6.3", "Perron", "symmetric", "gradient", "defective matrices"})
      QTest::newRow(typed) << QString::fromLatin1(typed);
  }
  void passagesOfTheBook() {
    QFETCH(QString, typed);
    Open open;
    const std::vector<search::Result> results = open.find(typed, search::Scope::Book);
    QVERIFY(!results.empty());
    int shown = 0;
    for (const search::Result& result : results) {
      open.desk.goTo(result.target);
      QCOMPARE(open.window.reader().currentChapter(), result.target.chapter);
      if (!open.services.book.find(result.target.chapter)->written)
        continue;
      QTest::qWait(20);
      const QString visible = plain(visibleText(open.window.reader()));
      const QString wanted = !result.target.passage.isEmpty() ? result.target.passage : result.title;
      // A title under a component stands in the heading without the component's name.
      QVERIFY2(visible.contains(plain(wanted)) || result.kind == search::Kind::Chapter,
               qPrintable(result.title + QStringLiteral(" | ") + wanted + QStringLiteral(" | ") +
                          visible.left(300)));
      ++shown;
    }
    QVERIFY(shown > 0);
  }

  void panelsAndTheirPresets() {
    Open open;
    int presets = 0;
    for (const search::Result& result : open.find(QStringLiteral("shear"), search::Scope::Everything)) {
      if (result.kind != search::Kind::Panel)
        continue;
      open.desk.goTo(result.target);
      QCOMPARE(open.window.stage().currentPanel(), result.target.panel);
      if (result.target.preset.isEmpty())
        continue;
      ++presets;
      panel::Session& session = *open.services.desk.session(result.target.panel);
      const panel::StateResult wanted =
          panel::withSettings(session.description(), panel::defaultState(session.description()),
                              {{QStringLiteral("preset"), result.target.preset}});
      QVERIFY(wanted.ok());
      QTRY_VERIFY_WITH_TIMEOUT(session.state().values == wanted.state.values && !session.isAnimating(), 5000);
    }
    QVERIFY(presets > 0);
  }

  void theMapMakesRoomForTheText() {
    Open open;
    open.window.showMap(true);
    QVERIFY(open.window.isMapShown());
    open.desk.goTo({search::Kind::Chapter, QStringLiteral("4.6"), {}, {}, {}, {}, {}});
    QVERIFY(!open.window.isMapShown());
    QCOMPARE(open.window.reader().currentChapter(), QStringLiteral("4.6"));
  }

  void placesThatAreGoneAreHarmless() {
    Open open;
    open.desk.goTo({search::Kind::Section,
                    QStringLiteral("99.9"),
                    QStringLiteral("x"),
                    QStringLiteral("y z"),
                    {},
                    {},
                    {}});
    open.desk.goTo({search::Kind::Section,
                    QStringLiteral("4.4"),
                    QStringLiteral("no-such-heading"),
                    QStringLiteral("words that are nowhere at all"),
                    {},
                    {},
                    {}});
    QCOMPARE(open.window.reader().currentChapter(), QStringLiteral("4.4"));
    open.desk.goTo({search::Kind::Panel, {}, {}, {}, QStringLiteral("no.panel"), {}, {}});
    open.desk.goTo({search::Kind::Command, {}, {}, {}, {}, {}, QStringLiteral("no command")});
    QVERIFY(open.window.isVisible());
  }
};

QTEST_MAIN(ResultsOpenWhatTheySay)
#include "results_open_what_they_say.moc"
