#include "tests/panel/sample_panel.h"
#include "views/panel/session.h"
#include "views/panel/session_animation.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class SessionAnimation : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::samplePanel();
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<Session> session_;

  std::vector<double> track(const QString& key) {
    std::vector<double> seen;
    const auto connection =
        connect(session_.get(), &Session::evaluated, this, [&] { seen.push_back(session_->number(key)); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!session_->isAnimating(), 5000); }();
    QCoreApplication::processEvents();
    disconnect(connection);
    return seen;
  }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<Session>(*panel_, *undoStack_);
    QCoreApplication::processEvents();
  }

  void endsExactlyAtTheTarget() {
    QElapsedTimer clock;
    clock.start();
    QVERIFY(
        session_->apply({{u"a"_s, u"1/3"_s}, {u"b"_s, u"-2"_s}, {u"mark"_s, u"ring"_s}}, panel::Move::Eased));
    QVERIFY(session_->isAnimating());
    const std::vector<double> seen = track(u"b"_s);
    QVERIFY(clock.elapsed() >= 600);
    QCOMPARE(session_->number(u"a"_s), 1.0 / 3.0);
    QCOMPARE(session_->number(u"b"_s), -2.0);
    QVERIFY2(seen.size() >= 15, "a move of 600 ms that shows fewer than 15 frames is no move");
    QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    QCOMPARE(seen.back(), -2.0);
    QCOMPARE(undoStack_->count(), 1);
    undoStack_->undo();
    QVERIFY(session_->state().values == defaultState(panel_->description()).values);
  }

  void choicesSwitchAtOnceAndNumbersEase() {
    const Description& description = panel_->description();
    const State from = defaultState(description);
    const State to = withSettings(description, from,
                                  {{u"mark"_s, u"ring"_s},
                                   {u"grid"_s, u"off"_s},
                                   {u"gain"_s, u"3"_s},
                                   {u"reach"_s, u"100000"_s},
                                   {u"copies"_s, u"5"_s},
                                   {u"steps"_s, u"7"_s}})
                         .state;
    const auto at = [&](const State& state, const QString& key) {
      return std::get<double>(state.values[static_cast<std::size_t>(parameterIndex(description, key))]);
    };
    const State half = between(description, from, to, 0.5);
    QCOMPARE(at(half, u"mark"_s), 2.0);
    QCOMPARE(at(half, u"grid"_s), 0.0);
    QCOMPARE(at(half, u"gain"_s), 2.0);
    QCOMPARE(at(half, u"reach"_s), 1e4); // geometric mean of 1e3 and 1e5
    QCOMPARE(at(half, u"copies"_s), 3.0);
    QCOMPARE(half.steps, 0);
    QCOMPARE(cubicInOut(0), 0.0);
    QCOMPARE(cubicInOut(0.25), 0.0625);
    QCOMPARE(cubicInOut(0.5), 0.5);
    QCOMPARE(cubicInOut(1), 1.0);
  }

  void tablesOfOneLengthEase() {
    const PanelPointer points = tests::pointsPanel();
    const Description& description = points->description();
    const State from = defaultState(description);
    const State to =
        withSettings(description, from, {{u"points"_s, u"2,0;1,1.5"_s}, {u"links"_s, u"0,1"_s}}).state;
    QCOMPARE(std::get<QString>(between(description, from, to, 0.5).values[0]), u"1.5,1;0,1"_s);
    QCOMPARE(between(description, from, to, 1).values, to.values);
    // Rows that come or go have no way between.
    QCOMPARE(std::get<QString>(between(description, from, to, 0.1).values[1]), u"0,1"_s);
  }

  void stepsFollowTheEase() {
    QVERIFY(session_->apply({{u"preset"_s, u"turn"_s}}, panel::Move::Eased));
    track(u"a"_s);
    QCOMPARE(session_->step(), 3);
    QCOMPARE(session_->number(u"b"_s), -1.0);
  }

  void aHandStopsIt() {
    session_->apply({{u"a"_s, u"-4"_s}}, panel::Move::Eased);
    QTest::qWait(300);
    session_->beginGesture(u"Move v"_s);
    QVERIFY(!session_->isAnimating());
    const double reached = session_->number(u"a"_s);
    QVERIFY(reached < 1 && reached > -4);
    session_->set(u"vx"_s, 2.0);
    session_->endGesture();
    QTest::qWait(100);
    QCOMPARE(session_->number(u"a"_s), reached);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    undoStack_->undo();
    QCOMPARE(session_->number(u"a"_s), 1.0);
    undoStack_->redo();
    QCOMPARE(session_->number(u"a"_s), reached);
  }

  void undoOnTheWay() {
    session_->apply({{u"a"_s, u"-4"_s}}, panel::Move::Eased);
    QTest::qWait(200);
    undoStack_->undo();
    QVERIFY(!session_->isAnimating());
    QCOMPARE(session_->number(u"a"_s), 1.0);
    undoStack_->redo();
    QCOMPARE(session_->number(u"a"_s), -4.0);
  }

  void reducedMotionJumps() {
    session_->setReducedMotion(true);
    session_->apply({{u"a"_s, u"2"_s}}, panel::Move::Eased);
    QVERIFY(!session_->isAnimating());
    QCOMPARE(session_->number(u"a"_s), 2.0);
    session_->showMe();
    QCOMPARE(session_->number(u"vx"_s), 2.0); // at the first keyframe at once, and there for a while
    QCOMPARE(session_->number(u"vy"_s), 0.0);
    std::vector<double> seen;
    while (session_->isAnimating()) {
      QTest::qWait(10);
      seen.push_back(session_->number(u"vx"_s));
    }
    QVERIFY(std::ranges::all_of(seen, [](double vx) { return vx == 2 || vx == 0; })); // nothing between
    QVERIFY(std::ranges::count(seen, 2.0) > 20);
    QCOMPARE(session_->number(u"vy"_s), 2.0);
    QCOMPARE(session_->step(), 2);
    QCOMPARE(undoStack_->count(), 2);
  }

  void reducedMotionShowsEachOfSeveralStates() {
    session_->setReducedMotion(true);
    std::vector<State> states;
    for (const double a : {-3.0, 3.0, -1.0}) {
      states.push_back(defaultState(panel_->description()));
      states.back().values.front() = a;
    }
    session_->goThrough(states, {50, 50, 50}, u"Play"_s);
    QCOMPARE(session_->number(u"a"_s), -3.0);
    std::set<double> seen;
    while (session_->isAnimating()) {
      QTest::qWait(10);
      seen.insert(session_->number(u"a"_s));
    }
    QCOMPARE(seen, (std::set<double>{-3, 3, -1})); // all of them, and nothing between
    QCOMPARE(undoStack_->count(), 1);
  }

  void showMeStaysAtTheLastKeyframe() {
    session_->set(u"gain"_s, 2.0);
    session_->showMe();
    QVERIFY(session_->isAnimating());
    track(u"vx"_s);
    QCOMPARE(session_->number(u"vx"_s), 0.0);
    QCOMPARE(session_->number(u"vy"_s), 2.0);
    QCOMPARE(session_->number(u"gain"_s), 2.0);
    QCOMPARE(session_->step(), 2);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(session_->number(u"vx"_s), 1.0);
  }

  void nothingToDoIsNoStep() {
    QVERIFY(session_->apply({{u"a"_s, u"1"_s}}, panel::Move::Eased));
    QVERIFY(!session_->isAnimating());
    QCOMPARE(undoStack_->count(), 0);
  }

  void onlyTheReadersOwnMovesReachGoals() {
    QSignalSpy goal(session_.get(), &Session::goalReached);
    session_->apply({{u"d"_s, u"-1"_s}}, panel::Move::Eased); // a link of the text: through det = 0 to a flip
    track(u"d"_s);
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 0);
    undoStack_->undo();
    QCoreApplication::processEvents();
    undoStack_->redo();
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 0);
    undoStack_->undo();
    QCoreApplication::processEvents();
    session_->apply({{u"d"_s, u"-1"_s}}, panel::Move::ByLink); // a card that brings its panel at once
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 0);
    undoStack_->undo();
    QCoreApplication::processEvents();
    session_->set(u"d"_s, -1.0);
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 1);
    QCOMPARE(goal.at(0).at(0).toString(), u"flip"_s);
  }

  void aSessionMayEndOnTheWay() {
    session_->apply({{u"d"_s, u"-1"_s}}, panel::Move::Eased);
    session_.reset();
    QTest::qWait(50);
    undoStack_->undo();
  }
};

QTEST_GUILESS_MAIN(SessionAnimation)
#include "session_eases_exactly_to_its_target.moc"
