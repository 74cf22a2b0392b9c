#include "tests/panel/sample_panel.h"
#include "views/panel/session.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class Speeds : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::drawnPanel(); // ten steps a second
  QUndoStack undoStack_;
  std::unique_ptr<Session> session_;

  void setSpeed(double speed) {
    Manner manner = session_->manner();
    manner.speed = speed;
    session_->setManner(manner);
  }
  /// Steps a second, measured by the clock while it plays.
  double measuredPace(int milliseconds) {
    QElapsedTimer clock;
    const int before = session_->step();
    clock.start();
    session_->play();
    QTest::qWait(milliseconds);
    const double pace = (session_->step() - before) * 1000.0 / static_cast<double>(clock.elapsed());
    session_->pause();
    return pace;
  }

 private slots:
  void init() {
    undoStack_.clear();
    session_ = std::make_unique<Session>(*panel_, undoStack_);
  }

  void speedMultipliesThePace() {
    // A step more or less at the ends of what is measured, and a busy machine leaves out what it misses.
    const double oneStep = 1.0;
    QVERIFY(std::abs(measuredPace(1000) - 10) <= 1 + oneStep);
    setSpeed(10);
    const double fast = measuredPace(1000);
    QVERIFY2(fast > 80 && fast <= 101, qPrintable(QString::number(fast))); // more than one a frame of 16 ms
    setSpeed(0.1);
    session_->play();
    QTest::qWait(500);
    QCOMPARE(session_->step() > 0, true);
    const int before = session_->step();
    QTest::qWait(300);
    QVERIFY(session_->step() - before <= 1);
  }

  void speedChangesWhileItPlays() {
    setSpeed(0.1); // a step a second
    session_->play();
    setSpeed(10);
    QTRY_VERIFY_WITH_TIMEOUT(session_->step() >= 20, 1000);
    QVERIFY(session_->isPlaying());
  }

  void speedsAreBounded() {
    QSignalSpy changed(session_.get(), &Session::mannerChanged);
    setSpeed(1000);
    QCOMPARE(session_->manner().speed, 10.0);
    setSpeed(-3);
    QCOMPARE(session_->manner().speed, 0.1);
    setSpeed(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(session_->manner().speed, 0.1);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!undoStack_.canUndo());
  }

  void nothingQueuesUpBehindASlowMoment() {
    setSpeed(10);
    session_->play();
    QTest::qWait(100);
    const int before = session_->step();
    QTest::qSleep(1000); // no event is handled: 100 steps are missed
    QTest::qWait(40);
    // A tenth of a second is made up for, and 40 ms and a late beat went by.
    QVERIFY2(session_->step() - before <= 10 + 4 + 4, qPrintable(QString::number(session_->step() - before)));
  }

  void atTheEndItBeginsAgain() {
    setSpeed(10);
    session_->scrubTo(295);
    session_->play();
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isPlaying(), 2000);
    QCOMPARE(session_->step(), 300);
    session_->play();
    QVERIFY(session_->isPlaying());
    QCOMPARE(session_->step(), 0);
    QTRY_VERIFY(session_->step() > 3);
  }
};

QTEST_GUILESS_MAIN(Speeds)
#include "processes_play_at_the_speed_chosen.moc"
