#include "tests/panel/sample_panel.h"
#include "views/panel/session.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class SessionProcess : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::samplePanel();
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<Session> session_;

  double readout(const QString& key) {
    for (const Readout& readout : session_->evaluation().readouts)
      if (readout.key == key)
        return readout.value;
    qFatal("no readout of that key");
  }
  int handAt() { return static_cast<int>(readout(u"step"_s)); }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<Session>(*panel_, *undoStack_);
  }

  void stepsForwardAndBack() {
    QVERIFY(session_->isProcess());
    for (int i = 0; i < 5; ++i)
      session_->stepForward();
    QCOMPARE(session_->step(), 5);
    QCOMPARE(readout(u"trail_x"_s), 3.5); // (1 0.5; 0 1)^5 (1, 1) = (1 + 5/2, 1)
    session_->stepBack();
    QCOMPARE(handAt(), 4);
    QCOMPARE(readout(u"trail_x"_s), 3.0);
    QCOMPARE(session_->recordedSteps(), 5);
    QCOMPARE(undoStack_->count(), 1);
    QCOMPARE(undoStack_->undoText(), u"Multiply by A once"_s);
    session_->scrubTo(0);
    session_->stepBack();
    QCOMPARE(handAt(), 0);
    QCOMPARE(undoStack_->count(), 0); // back where it began, a moment later
  }

  void scrubbingComputesUpToThere() {
    session_->scrubTo(300);
    QCOMPARE(readout(u"trail_x"_s), 151.0);
    session_->scrubTo(-4);
    QCOMPARE(session_->step(), 0);
    session_->scrubTo(1'000'000);
    QCOMPARE(handAt(), 500);
    QVERIFY(session_->isAtEnd());
    session_->stepForward();
    QCOMPARE(handAt(), 500);
  }

  void theTrailFollowsADrag() {
    session_->scrubTo(10);
    session_->beginGesture(u"Move v"_s);
    session_->set({{u"vx"_s, -2.0}, {u"vy"_s, 3.0}});
    QCOMPARE(handAt(), 10);
    QCOMPARE(readout(u"trail_x"_s), 13.0);
    // Here the trail leaves the disc of radius 20 after 6 steps…
    session_->set(u"reach"_s, 7.5);
    session_->evaluation();
    QCOMPARE(session_->step(), 6); // |(-2 + 1.5 k, 3)| > 7.5 first at k = 6
    // … and comes back as soon as the hand leaves it room.
    session_->set(u"reach"_s, 1000.0);
    session_->evaluation();
    QCOMPARE(session_->step(), 10);
    session_->endGesture();
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(handAt(), 10);
    QCOMPARE(readout(u"trail_x"_s), 6.0);
  }

  void undoRestoresTheSteps() {
    session_->scrubTo(40);
    session_->set(u"reach"_s, 3.0);
    QCOMPARE(handAt(), 4); // |(1 + k/2, 1)| > 3 first at k = 4
    undoStack_->undo();
    QCOMPARE(handAt(), 40);
    undoStack_->redo();
    QCOMPARE(handAt(), 4);
  }

  void settingsTakeItToAStep() {
    session_->apply({{u"preset"_s, u"turn"_s}});
    QCOMPARE(handAt(), 3);
    QCOMPARE(readout(u"trail_x"_s), 1.0); // a quarter turn thrice: (1, 1), (-1, 1), (-1, -1), (1, -1)
    QVERIFY(!session_->apply({{u"steps"_s, u"501"_s}}));
    session_->reset();
    QCOMPARE(handAt(), 0);
  }

  void playsToTheEndAndStartsOver() {
    QSignalSpy playing(session_.get(), &Session::playingChanged);
    session_->setManner({10, {}});
    session_->set(u"reach"_s, 4.0);
    session_->play();
    QVERIFY(session_->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isPlaying(), 3000);
    QCOMPARE(handAt(), 6); // |(1 + k/2, 1)| > 4 first at k = 6
    QCOMPARE(playing.count(), 2);
    QCOMPARE(undoStack_->count(), 2);
    session_->play();
    QCOMPARE(session_->step(), 0);
    session_->pause();
    QVERIFY(!session_->isPlaying());
  }

  void aLinkFollowedWhileItPlaysArrives() {
    session_->play();
    QVERIFY(session_->apply({{u"A"_s, u"1,0.25;0,1"_s}}, panel::Move::Eased));
    QVERIFY(!session_->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isAnimating(), 3000);
    QCOMPARE(session_->number(u"b"_s), 0.25);
  }

  void aPanelWithoutProcessStaysStill() {
    const PanelPointer plain = tests::plainPanel();
    Session session(*plain, *undoStack_);
    session.stepForward();
    session.scrubTo(4);
    session.play();
    QVERIFY(!session.isPlaying());
    QCOMPARE(session.step(), 0);
    QCOMPARE(session.recordedSteps(), 0);
    QVERIFY(session.isAtEnd());
  }
};

QTEST_GUILESS_MAIN(SessionProcess)
#include "session_replays_its_process_as_parameters_move.moc"
