#include "tests/panel/sample_panel.h"
#include "views/panel/session.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class SessionUndo : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::samplePanel();
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<Session> session_;

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<Session>(*panel_, *undoStack_);
    QCoreApplication::processEvents();
  }

  void aDragIsOneStep() {
    session_->beginGesture(u"Move v"_s);
    for (int i = 1; i <= 20; ++i)
      QVERIFY(session_->set({{u"vx"_s, 0.1 * i}, {u"vy"_s, -0.1 * i}}));
    QCOMPARE(undoStack_->count(), 0);
    session_->endGesture();
    QCOMPARE(undoStack_->count(), 1);
    QCOMPARE(undoStack_->undoText(), u"Move v"_s);
    QCOMPARE(session_->number(u"vx"_s), 2.0);
    undoStack_->undo();
    QCOMPARE(session_->number(u"vx"_s), 1.0);
    QCOMPARE(session_->number(u"vy"_s), 1.0);
    undoStack_->redo();
    QCOMPARE(session_->number(u"vx"_s), 2.0);
    QCOMPARE(session_->number(u"vy"_s), -2.0);
  }

  void aDragThatComesHomeIsNoStep() {
    session_->beginGesture(u"Move v"_s);
    session_->set(u"vx"_s, 3.0);
    session_->set(u"vx"_s, 1.0);
    session_->endGesture();
    QCOMPARE(undoStack_->count(), 0);
  }

  void gesturesNest() {
    session_->beginGesture(u"Outer"_s);
    session_->set(u"a"_s, 2.0);
    session_->beginGesture(u"Inner"_s);
    session_->set(u"b"_s, 2.0);
    session_->endGesture();
    session_->set(u"c"_s, 2.0);
    session_->endGesture();
    session_->endGesture();
    QCOMPARE(undoStack_->count(), 1);
    QCOMPARE(undoStack_->undoText(), u"Outer"_s);
  }

  void aSetOfItsOwnIsAStepOfItsOwn() {
    session_->set(u"a"_s, 2.0);
    session_->set(u"a"_s, 3.0);
    session_->set(u"a"_s, 3.0);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(session_->number(u"a"_s), 2.0);
  }

  void twoDragsAreTwoSteps() {
    for (const double x : {2.0, 3.0}) {
      session_->beginGesture(u"Move v"_s);
      session_->set(u"vx"_s, x);
      session_->endGesture();
    }
    QCOMPARE(undoStack_->count(), 2);
  }

  void repeatedKeysMergeForAMoment() {
    const auto press = [this](const QString& what, const QString& key, double value) {
      session_->beginGesture(what, Merging::Briefly);
      session_->set(key, value);
      session_->endGesture();
    };
    press(u"Change a"_s, u"a"_s, 1.1);
    press(u"Change a"_s, u"a"_s, 1.2);
    QCOMPARE(undoStack_->count(), 1);
    press(u"Change b"_s, u"b"_s, 1.2);
    QCOMPARE(undoStack_->count(), 2);
    press(u"Change a"_s, u"a"_s, 1.3);
    QCOMPARE(undoStack_->count(), 3);
    QTest::qWait(750);
    press(u"Change a"_s, u"a"_s, 1.4);
    QCOMPARE(undoStack_->count(), 4);
    undoStack_->undo();
    undoStack_->undo();
    undoStack_->undo();
    QCOMPARE(session_->number(u"a"_s), 1.2);
    undoStack_->undo();
    QCOMPARE(session_->number(u"a"_s), 1.0);
  }

  void keysThatComeHomeLeaveNoStep() {
    for (const double value : {1.05, 1.0}) {
      session_->beginGesture(u"Change a"_s, Merging::Briefly);
      session_->set(u"a"_s, value);
      session_->endGesture();
    }
    QCOMPARE(undoStack_->count(), 0);
  }

  void valuesAreClampedAndNonsenseRefused() {
    QSignalSpy rejected(session_.get(), &Session::rejected);
    QVERIFY(session_->set(u"a"_s, 99.0));
    QCOMPARE(session_->number(u"a"_s), 4.0);
    QVERIFY(session_->set(u"copies"_s, 2.4));
    QCOMPARE(session_->number(u"copies"_s), 2.0);
    QCOMPARE(rejected.count(), 0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!session_->set({{u"vx"_s, 2.0}, {u"vy"_s, nan}}));
    QCOMPARE(session_->number(u"vx"_s), 1.0);
    QVERIFY(!session_->set(u"bb"_s, 1.0));
    QVERIFY(!session_->set(u"a"_s, u"text"_s));
    QVERIFY(!session_->set(u"note"_s, 1.0));
    QCOMPARE(rejected.count(), 4);
    QCOMPARE(rejected.at(0).at(0).toString(), u"Vector v, second coordinate must be a number"_s);
    QCOMPARE(rejected.at(1).at(0).toString(), u"unknown parameter 'bb' of samples.map; did you mean 'b'?"_s);
    QVERIFY(std::isnan(session_->number(u"bb"_s)));
  }

  void oneEvaluationForAllChangesOfATurn() {
    QSignalSpy evaluated(session_.get(), &Session::evaluated);
    QSignalSpy changed(session_.get(), &Session::changed);
    for (int i = 0; i < 50; ++i)
      session_->set({{u"vx"_s, 0.01 * i}, {u"gain"_s, 2.0}});
    QCOMPARE(evaluated.count(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(evaluated.count(), 1);
    QCOMPARE(changed.at(0).at(0).toStringList(), (QStringList{u"vx"_s, u"gain"_s}));
    session_->set(u"vx"_s, session_->number(u"vx"_s));
    QCoreApplication::processEvents();
    QCOMPARE(evaluated.count(), 1);
  }

  void whoAsksGetsThePresentStateAtOnce() {
    QSignalSpy evaluated(session_.get(), &Session::evaluated);
    session_->set(u"a"_s, 3.0);
    QCOMPARE(session_->evaluation().readouts.at(0).value, 3.0); // det of (3 0.5; 0 1)
    QCOMPARE(evaluated.count(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(evaluated.count(), 1);
  }

  void aProblemKeepsTheLastGoodPicture() {
    session_->set(u"vx"_s, 2.0);
    QCOMPARE(session_->evaluation().scene.views.size(), 1u);
    session_->set({{u"gain"_s, 0.0}, {u"vx"_s, 3.0}, {u"a"_s, 2.0}});
    const Evaluation& evaluation = session_->evaluation();
    QCOMPARE(session_->problem(), u"no picture: the gain is 0"_s);
    QCOMPARE(scene::viewsOf<scene::PlaneView>(evaluation.scene).at(0)->handles.at(0).position, QPointF(2, 1));
    QCOMPARE(evaluation.readouts.at(0).value, 2.0);
    session_->set(u"gain"_s, 1.0);
    session_->evaluation();
    QVERIFY(session_->problem().isEmpty());
  }

  void goalsAreToldWhenTheyTurnTrue() {
    QSignalSpy goal(session_.get(), &Session::goalReached);
    session_->set(u"d"_s, -1.0);
    QCoreApplication::processEvents();
    session_->set(u"d"_s, -2.0);
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 1);
    QCOMPARE(goal.at(0).at(0).toString(), u"flip"_s);
    session_->set(u"d"_s, 0.0);
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 2);
    QCOMPARE(goal.at(1).at(0).toString(), u"flat"_s);
    session_->reset();
    session_->apply({{u"preset"_s, u"flat"_s}});
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 2); // never seen otherwise in between
    session_->reset();
    QCoreApplication::processEvents();
    session_->apply({{u"preset"_s, u"flat"_s}});
    QCoreApplication::processEvents();
    QCOMPARE(goal.count(), 3);
  }

  void applyAndResetAreSteps() {
    QSignalSpy rejected(session_.get(), &Session::rejected);
    QVERIFY(session_->apply({{u"preset"_s, u"turn"_s}}));
    QVERIFY(!session_->apply({{u"preset"_s, u"tern"_s}}));
    QCOMPARE(rejected.at(0).at(0).toString(),
             u"unknown preset 'tern' of samples.map; did you mean 'turn'?"_s);
    QCOMPARE(undoStack_->count(), 1);
    session_->reset(u"A"_s);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QCOMPARE(session_->number(u"mark"_s), 2.0);
    session_->reset(u"mark"_s);
    session_->reset();
    QCOMPARE(undoStack_->count(), 4); // the steps of the process go back to 0 at the last
    session_->reset(u"nothing"_s);
    QCOMPARE(rejected.count(), 2);
    while (undoStack_->canUndo())
      undoStack_->undo();
    QVERIFY(session_->state().values == defaultState(panel_->description()).values);
  }

  void rowsAreMovedAddedAndTakenAway() {
    const PanelPointer points = tests::pointsPanel();
    QUndoStack stack;
    Session session(*points, stack);
    const auto text = [&session] { return std::get<QString>(session.state().values[0]); };
    session.beginGesture(u"Move a point"_s);
    for (int i = 1; i <= 9; ++i)
      QVERIFY(session.set({{u"points.1.x"_s, 0.5 * i}, {u"points.1.y"_s, 0.1 * i}}));
    session.endGesture();
    QCOMPARE(text(), u"1,2;4,0.9"_s); // clamped
    QCOMPARE(stack.count(), 1);
    const auto viewOf = [&session] {
      return std::get<scene::PlaneView>(session.evaluation().scene.views.at(0));
    };
    QVERIFY(session.apply(viewOf().click({0, -1})));
    QCOMPARE(text(), u"1,2;4,0.9;0,-1"_s);
    QVERIFY(session.apply(viewOf().handles.at(0).remove.settings()));
    QCOMPARE(text(), u"4,0.9;0,-1"_s);
    QCOMPARE(session.evaluation().readouts[0].value, 2.0);
    for (int i = 0; i < 3; ++i)
      stack.undo();
    QCOMPARE(text(), u"1,2;-1,0.5"_s);
    QSignalSpy rejected(&session, &Session::rejected);
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!session.set({{u"points.0.x"_s, notANumber}}));
    QVERIFY(!session.set({{u"points.0.x"_s, 3.0}, {u"points.7.x"_s, 0.0}})); // all or none
    QVERIFY(!session.set(u"points"_s, 3.0));
    QCOMPARE(rejected.count(), 3);
    QCOMPARE(text(), u"1,2;-1,0.5"_s);
    QVERIFY(session.set(u"points"_s, Value(u"9,9;a,b"_s)));
    QCOMPARE(text(), u"4,4"_s);
  }

  void twoSessionsShareAStack() {
    Session other(*panel_, *undoStack_);
    const auto press = [](Session& session) {
      session.beginGesture(u"Change a"_s, Merging::Briefly);
      session.set(u"a"_s, session.number(u"a"_s) + 0.5);
      session.endGesture();
    };
    press(*session_);
    press(other);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(other.number(u"a"_s), 1.0);
    QCOMPARE(session_->number(u"a"_s), 1.5);
  }

  void aStackOutlivesItsSession() {
    session_->set(u"a"_s, 2.0);
    session_.reset();
    undoStack_->undo();
    undoStack_->redo();
  }
};

QTEST_GUILESS_MAIN(SessionUndo)
#include "session_makes_one_undo_step_of_each_gesture.moc"
