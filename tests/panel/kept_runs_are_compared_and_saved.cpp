#include "tests/panel/twin_panel.h"
#include "views/panel/desk.h"
#include "views/panel/run_shelf.h"
#include "views/panel/run_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class KeptRunsTest : public QObject {
  Q_OBJECT

  const Registry registry_ = tests::twinRegistry();
  std::unique_ptr<Desk> desk_;
  Session& map() { return *desk_->session(u"samples.map"_s); }
  Session& twin() { return *desk_->session(u"samples.twin"_s); }
  static QString json(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
  }

 private slots:
  void init() { desk_ = std::make_unique<Desk>(registry_); }

  void onlyProcessesAndSeedsHaveRuns() {
    QVERIFY(hasRuns(map().description()));
    QVERIFY(hasRuns(twin().description()));
    QVERIFY(!hasRuns(desk_->session(u"samples.square"_s)->description()));
  }

  void namesTellWhatDiffers() {
    twin().runs().keep();
    QCOMPARE(twin().runs().names(), (QStringList{u"As at first"_s, u"As at first"_s}));
    twin().set(u"rate"_s, 0.25);
    QCOMPARE(twin().runs().names(), (QStringList{u"η = 0.25"_s, u"η = 0.5"_s}));
    twin().runs().keep();
    twin().apply({{u"M"_s, u"1,2;-0.5,1"_s}, {u"seed"_s, u"7"_s}});
    // The seed has a column of its own; a group is one thing.
    QCOMPARE(twin().runs().names(),
             (QStringList{u"M = (1, 2; −0.5, 1), η = 0.25"_s, u"M = (1, 0; 0, 1), η = 0.5"_s,
                          u"M = (1, 0; 0, 1), η = 0.25"_s}));
    twin().runs().rename(0, u"  the\nfirst \t one  "_s);
    QCOMPARE(twin().runs().names().at(1), u"the first one"_s);
    twin().runs().rename(0, {});
    QCOMPARE(twin().runs().names().at(1), u"M = (1, 0; 0, 1), η = 0.5"_s);
  }

  void symbolsArePlain_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("plain");
    QTest::newRow("greek") << u"\\eta"_s << u"η"_s;
    QTest::newRow("bold") << u"\\mathbf{A}"_s << u"A"_s;
    QTest::newRow("bold greek") << u"\\boldsymbol{\\beta}"_s << u"β"_s;
    QTest::newRow("part") << u"a_{12}"_s << u"a₁₂"_s;
    QTest::newRow("greek part") << u"\\beta_1"_s << u"β₁"_s;
    QTest::newRow("none") << QString() << u"Label"_s;
    QTest::newRow("fraction") << u"\\frac{1}{2}"_s << u"Label"_s;
    QTest::newRow("long") << u"abcdefghij"_s << u"Label"_s;
    QTest::newRow("broken") << u"\\mathbf{"_s << u"Label"_s;
  }
  void symbolsArePlain() {
    QFETCH(QString, tex);
    QFETCH(QString, plain);
    QCOMPARE(plainSymbol(tex, u"Label"_s), plain);
  }

  void eachChangeIsOneUndoStep() {
    map().scrubTo(3);
    map().runs().keep();
    QCOMPARE(desk_->undoStack().undoText(), u"Keep this run"_s);
    const KeptRun& kept = map().runs().runs().front();
    QCOMPARE(kept.state.steps, 3);
    QCOMPARE(readoutOf(kept, u"trail_x"_s), 2.5); // 1 + 3/2
    QVERIFY(std::isnan(readoutOf(kept, u"no such"_s)));
    map().apply({{u"A"_s, u"2,0;0,2"_s}, {u"steps"_s, u"0"_s}});
    const int before = desk_->undoStack().count();
    map().runs().bringBack(0);
    QCOMPARE(desk_->undoStack().count(), before + 1);
    QCOMPARE(map().step(), 3);
    QCOMPARE(map().number(u"a"_s), 1.0);
    desk_->undoStack().undo();
    QCOMPARE(map().number(u"a"_s), 2.0);
    QCOMPARE(map().step(), 0);
    map().runs().remove(0);
    QVERIFY(map().runs().runs().empty());
    desk_->undoStack().undo();
    QCOMPARE(map().runs().runs().size(), std::size_t{1});
    map().runs().setGhost(0, false);
    QVERIFY(!map().runs().runs().front().isGhost);
    desk_->undoStack().undo();
    QVERIFY(map().runs().runs().front().isGhost);
    map().runs().setGhost(9, false);
    map().runs().remove(-1);
    map().runs().bringBack(1);
    QCOMPARE(map().runs().runs().size(), std::size_t{1});
  }

  void aRunIsKeptOnceAndTwentyAtMost() {
    QSignalSpy rejected(&twin(), &Session::rejected);
    twin().runs().keep();
    twin().runs().keep();
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(rejected.takeFirst().first().toString(), u"This run is kept already: As at first"_s);
    for (int seed = 2; seed <= 20; ++seed) {
      twin().set(u"seed"_s, static_cast<double>(seed));
      twin().runs().keep();
    }
    QCOMPARE(twin().runs().runs().size(), mostKeptRuns);
    QVERIFY(rejected.isEmpty());
    twin().set(u"seed"_s, 21.0);
    twin().runs().keep();
    QCOMPARE(twin().runs().runs().size(), mostKeptRuns);
    QVERIFY(rejected.takeFirst().first().toString().startsWith(u"20 runs are kept"_s));
  }

  void runsComeBackFromTheFile() {
    map().apply({{u"A"_s, u"0.5,0;0,0.5"_s}, {u"steps"_s, u"4"_s}});
    map().runs().keep();
    map().runs().rename(0, u"half"_s);
    map().apply({{u"gain"_s, u"3"_s}});
    map().runs().keep();
    map().runs().setGhost(1, false);
    QJsonObject saved = desk_->toJson();
    QJsonObject state = saved[u"samples.map"_s].toObject();
    QJsonArray runs = state[u"runs"_s].toArray();
    QJsonObject first = runs[0].toObject();
    first.insert(u"of_tomorrow"_s, 7);
    runs[0] = first;
    state[u"runs"_s] = runs;
    saved[u"samples.map"_s] = state;

    Desk next(registry_);
    QVERIFY(next.fromJson(saved).isEmpty());
    QCOMPARE(json(next.toJson()), json(saved)); // nobody has looked at the panel yet
    RunShelf& shelf = next.session(u"samples.map"_s)->runs();
    QCOMPARE(json(next.toJson()), json(saved));
    QCOMPARE(shelf.runs().size(), std::size_t{2});
    QCOMPARE(shelf.runs()[0].name, u"half"_s);
    QCOMPARE(shelf.runs()[0].state.steps, 4);
    QVERIFY(shelf.runs()[0].isGhost);
    QVERIFY(!shelf.runs()[1].isGhost);
    QCOMPARE(readoutOf(shelf.runs()[1], u"out_x"_s), 1.5); // 3 · 0.5 · 1
    QVERIFY(!next.undoStack().canUndo());
    // What a figure or a link takes of the state has no runs in it.
    QVERIFY(!next.session(u"samples.map"_s)->state().unknown.contains(u"runs"_s));
    // A state without runs, restored over one with runs, has none.
    state.remove(u"runs"_s);
    QVERIFY(next.fromJson({{u"samples.map"_s, state}}).isEmpty());
    QVERIFY(shelf.runs().empty());
  }

  void notANumberAndInfinityAreKept() {
    const double infinity = std::numeric_limits<double>::infinity();
    KeptRun run;
    run.state = defaultState(twin().description());
    run.readouts = {{u"nan"_s, std::nan("")}, {u"plus"_s, infinity}, {u"minus"_s, -infinity}};
    const QJsonArray written = toJson(twin().description(), KeptRuns{run});
    const KeptRunsResult read = keptRunsFromJson(twin().description(), written);
    QVERIFY(read.error.isEmpty());
    QVERIFY(std::isnan(readoutOf(read.runs.front(), u"nan"_s)));
    QCOMPARE(readoutOf(read.runs.front(), u"plus"_s), infinity);
    QCOMPARE(readoutOf(read.runs.front(), u"minus"_s), -infinity);
  }

  void hostileRunsAreRefusedInWords_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("taken");
    QTest::addColumn<QString>("words");
    const QByteArray good = R"({"panel":"samples.map"})";
    QTest::newRow("no list") << QByteArray(R"({"runs":"all"})") << 0 << u"no list"_s;
    QTest::newRow("null") << QByteArray(R"({"runs":null})") << 0 << u"no list"_s;
    QTest::newRow("numbers") << QByteArray(R"({"runs":[1,[],"x",null]})") << 0 << u"no run"_s;
    QTest::newRow("another panel") << QByteArray(R"({"runs":[{"panel":"samples.twin"}]})") << 1
                                   << u"not of samples.map"_s;
    QTest::newRow("out of range") << QByteArray(
                                         R"({"runs":[{"panel":"samples.map","values":{"gain":"1e300"}}]})")
                                  << 1 << u"out of range"_s;
    QTest::newRow("steps") << QByteArray(R"({"runs":[{"panel":"samples.map","steps":99999999999}]})") << 1
                           << u"no number of steps"_s;
    QTest::newRow("too many") << QByteArray(R"({"runs":[)") + QByteArray((good + ",").repeated(5000)) + good +
                                     "]}"
                              << 20 << u"20 runs at most"_s;
    QTest::newRow("readouts")
        << QByteArray(R"({"runs":[{"panel":"samples.map","readouts":[1,2],"name":{},"ghost":"y"}]})") << 1
        << QString();
    const QByteArray longName = QByteArray("x\\u0000\\n").repeated(100'000);
    QTest::newRow("name") << QByteArray("{\"runs\":[{\"panel\":\"samples.map\",\"name\":\"" + longName +
                                        "\"}]}")
                          << 1 << QString();
  }
  void hostileRunsAreRefusedInWords() {
    QFETCH(QByteArray, text);
    QFETCH(int, taken);
    QFETCH(QString, words);
    QJsonParseError parsed;
    QJsonObject state = QJsonDocument::fromJson(text, &parsed).object();
    QCOMPARE(parsed.error, QJsonParseError::NoError);
    state.insert(u"panel"_s, u"samples.map"_s);
    const QStringList errors = desk_->fromJson({{u"samples.map"_s, state}});
    QCOMPARE(errors.isEmpty(), words.isEmpty());
    QVERIFY2(words.isEmpty() || errors.join(u"; "_s).contains(words), qPrintable(errors.join(u"; "_s)));
    QVERIFY(errors.join(QString()).size() < 2000);
    QCOMPARE(static_cast<int>(map().runs().runs().size()), taken);
    for (const KeptRun& run : map().runs().runs()) {
      QVERIFY(run.name.size() <= longestRunName);
      QVERIFY(run.state.steps <= 500);
    }
    map().runs().livePicture();
    QVERIFY(QJsonDocument(desk_->toJson()).toJson().size() < 100'000);
  }

  void tablesAreCopiedInThreeForms() {
    twin().runs().keep();
    twin().runs().rename(0, u"a \"b\", c|d\\"_s);
    twin().apply({{u"rate"_s, u"0.1"_s}, {u"seed"_s, u"3"_s}});
    QCOMPARE(runsAsText(twin(), TableForm::Csv), u"run,rate,seed,trace,draw\r\n"
                                                 "Now: η = 0.1,0.1,3,2,1.5\r\n"
                                                 "\"a \"\"b\"\", c|d\\\",0.5,1,2,0.5\r\n"_s);
    QCOMPARE(runsAsText(twin(), TableForm::Tsv), u"run\trate\tseed\ttrace\tdraw\n"
                                                 "Now: η = 0.1\t0.1\t3\t2\t1.5\n"
                                                 "a \"b\", c|d\\\t0.5\t1\t2\t0.5\n"_s);
    QCOMPARE(runsAsText(twin(), TableForm::Markdown), u"| Run | Rate | Seed | Trace | Draw |\n"
                                                      "|---|---|---|---|---|\n"
                                                      "| Now: η = 0.1 | 0.1 | 3 | 2 | 1.5 |\n"
                                                      "| a \"b\", c\\|d\\\\ | 0.5 | 1 | 2 | 0.5 |\n"_s);
  }
};

QTEST_GUILESS_MAIN(KeptRunsTest)
#include "kept_runs_are_compared_and_saved.moc"
