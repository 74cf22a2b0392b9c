#include "core/numerics/precision.h"
#include "tests/panel/sample_panel.h"
#include "views/panel/desk.h"
#include "views/panel/precision_options.h"

#include <QtCore/QJsonArray>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class Seeds : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::drawnPanel();
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<Session> session_;

  double seed() { return session_->number(u"seed"_s); }
  double drawn() { return session_->evaluation().readouts.front().value; }
  void lock(bool isLocked) {
    Manner manner = session_->manner();
    manner.locked = isLocked ? QStringList{u"seed"_s} : QStringList();
    session_->setManner(manner);
  }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<Session>(*panel_, *undoStack_);
  }

  void takesWholeNumbersOfSixDigits() {
    const Parameter& parameter = panel_->description().parameters.front();
    QCOMPARE(std::get<double>(fromText(parameter, u"999999"_s).value), 999999.0);
    QCOMPARE(fromText(parameter, u"1000000"_s).error,
             u"'1000000' is out of range; seed is between 0 and 999999"_s);
    QVERIFY(!fromText(parameter, u"-1"_s).ok());
    QVERIFY(!fromText(parameter, u"1.5"_s).ok());
    QCOMPARE(toText(parameter, 4711.0), u"4711"_s);
    QCOMPARE(std::get<double>(clamped(parameter, 4711.4, 0.0)), 4711.0);
    QCOMPARE(std::get<double>(clamped(parameter, std::numeric_limits<double>::infinity(), 0.0)), 999999.0);
  }

  void theSameSeedDrawsTheSame() {
    session_->set(u"seed"_s, 4711.0);
    const double first = drawn();
    session_->set(u"seed"_s, 4712.0);
    QVERIFY(drawn() != first);
    session_->set(u"seed"_s, 4711.0);
    QCOMPARE(drawn(), first);
  }

  void resetAndPresetsKeepIt() {
    session_->set(u"seed"_s, 42.0);
    session_->set(u"scale"_s, 3.0);
    session_->reset();
    QCOMPARE(seed(), 42.0);
    QCOMPARE(session_->number(u"scale"_s), 1.0);
    session_->apply({{u"preset"_s, u"large"_s}});
    QCOMPARE(seed(), 42.0);
    QCOMPARE(session_->number(u"scale"_s), 5.0);
    session_->apply({{u"preset"_s, u"eleven"_s}}); // which names one
    QCOMPARE(seed(), 11.0);
    session_->reset(u"seed"_s); // asked for by name
    QCOMPARE(seed(), 7.0);
  }

  void aLockedOneStaysInMarkedStates() {
    session_->set(u"seed"_s, 42.0);
    State marked = session_->state();
    marked.values = withSettings(panel_->description(), marked, {{u"seed"_s, u"43"_s}, {u"scale"_s, u"4"_s}})
                        .state.values;
    lock(true);
    session_->goThrough({marked}, {}, u"Go there"_s);
    QCOMPARE(seed(), 42.0);
    QCOMPARE(session_->number(u"scale"_s), 4.0); // all the rest is followed
    lock(false);
    session_->goThrough({marked}, {}, u"Go there"_s);
    QCOMPARE(seed(), 43.0);
  }

  void aNewOneIsAnotherAndIsUndone() {
    std::set<double> drawnSeeds;
    for (int i = 0; i < 50; ++i) {
      const double before = seed();
      session_->newSeed(u"seed"_s);
      QVERIFY(seed() != before);
      QVERIFY(seed() >= 0 && seed() <= 999999 && seed() == std::floor(seed()));
      drawnSeeds.insert(seed());
    }
    QVERIFY(drawnSeeds.size() > 40); // 50 of a million: two alike by chance once in a thousand runs
    QCOMPARE(undoStack_->count(), 50);
    QCOMPARE(undoStack_->undoText(), u"New seed"_s);
    while (undoStack_->canUndo())
      undoStack_->undo();
    QCOMPARE(seed(), 7.0);
    session_->newSeed(u"scale"_s); // no seed
    session_->newSeed(u"nothing"_s);
    QVERIFY(!undoStack_->canUndo());
  }

  void aLockedOneStays() {
    lock(true);
    QSignalSpy rejected(session_.get(), &Session::rejected);
    QSignalSpy noted(session_.get(), &Session::noted);
    QVERIFY(!session_->set(u"seed"_s, 1.0));
    session_->newSeed(u"seed"_s);
    session_->reset(u"seed"_s);
    QCOMPARE(seed(), 7.0);
    QCOMPARE(rejected.count(), 3);
    QCOMPARE(rejected.at(0).at(0).toString(), u"Seed is locked; unlock it to change it"_s);
    QVERIFY(session_->apply({{u"seed"_s, u"5"_s}, {u"scale"_s, u"4"_s}}));
    QCOMPARE(seed(), 7.0);
    QCOMPARE(session_->number(u"scale"_s), 4.0); // all the rest is taken
    QTRY_COMPARE(noted.count(), 1);
    QCOMPARE(noted.at(0).at(0).toString(), u"Seed is locked and stays 7; unlock it to take 5"_s);
    lock(false);
    QVERIFY(session_->apply({{u"seed"_s, u"5"_s}}));
    QCOMPARE(seed(), 5.0);
    lock(true);
    undoStack_->undo(); // what was there comes back
    QCOMPARE(seed(), 7.0);
  }

  void lockAndSpeedAreKeptBetweenStarts() {
    std::vector<PanelPointer> panels;
    panels.push_back(tests::drawnPanel());
    const Registry registry(std::move(panels));
    QJsonObject json;
    {
      Desk desk(registry);
      Session* session = desk.session(u"samples.drawn"_s);
      QSignalSpy changed(&desk, &Desk::mannerChanged);
      session->setManner({2.5, {u"seed"_s, u"scale"_s, u"nothing"_s}});
      QCOMPARE(changed.count(), 1);
      QCOMPARE(session->manner().locked, QStringList{u"seed"_s});
      json = desk.toJson();
    }
    Desk desk(registry);
    QVERIFY(desk.fromJson(json).isEmpty());
    QCOMPARE(desk.toJson(), json);
    QCOMPARE(desk.session(u"samples.drawn"_s)->manner().speed, 2.5);
    QCOMPARE(desk.session(u"samples.drawn"_s)->manner().locked, QStringList{u"seed"_s});
    QCOMPARE(desk.toJson(), json);
    const QJsonObject hostile{{u"speed"_s, 1e9}, {u"locked"_s, QJsonObject{{u"a"_s, 1}}}};
    QCOMPARE(mannerFromJson(panel_->description(), hostile), Manner());
    QCOMPARE(mannerFromJson(panel_->description(), {{u"locked"_s, QJsonArray{u"scale"_s, 3}}}), Manner());
  }

  void formatsAreNamedWithDigitsAndRange() {
    const std::vector<Option> options = precisionOptions();
    QCOMPARE(options.size(), 4u);
    // NumPy: finfo(float64).precision 15, float32 6, float16 3; bfloat16 (ml_dtypes) 2.
    QCOMPARE(options[0].help,
             u"Double precision: 15 digits, up to 1.8e+308, from 1 to the next number 2.22e-16"_s);
    QVERIFY(options[1].help.contains(u"6 digits, up to 3.4e+38"_s));
    QVERIFY(options[2].help.contains(u"3 digits, up to 6.55e+04"_s));
    QVERIFY(options[3].help.contains(u"2 digits, up to 3.39e+38"_s));
    session_->set(u"seed"_s, 3.0);
    const double exact = drawn();
    QVERIFY(session_->apply({{u"format"_s, u"bf16"_s}}));
    QCOMPARE(drawn(), numerics::rounded(numerics::Precision::BFloat16, exact));
    QVERIFY(drawn() != exact);
    QVERIFY(session_->apply({{u"format"_s, u"fp32"_s}}));
    QCOMPARE(drawn(), static_cast<double>(static_cast<float>(exact)));
  }
};

QTEST_GUILESS_MAIN(Seeds)
#include "seeds_stay_until_the_reader_draws.moc"
