#include "tests/panel/sample_panel.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/session.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class SlowPanels : public QObject {
  Q_OBJECT

  std::shared_ptr<tests::SlowCounts> counts_;
  PanelPointer panel_;
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<Session> session_;

  double readout(const QString& key) {
    for (const Readout& readout : session_->evaluation().readouts)
      if (readout.key == key)
        return readout.value;
    return -1;
  }
  void waitUntilComputed() { QTRY_VERIFY_WITH_TIMEOUT(!session_->isComputing(), 4000); }
  void begin(double x, double lasts) {
    session_->apply({{u"x"_s, QString::number(x)}, {u"lasts"_s, QString::number(lasts)}});
  }
  /// The longest time between two turns of the event loop, in milliseconds, while the condition holds.
  template <typename Condition>
  static qint64 longestTurn(Condition holds) {
    QElapsedTimer turn;
    qint64 longest = 0;
    QTimer tick;
    tick.start(5);
    while (holds()) {
      turn.start();
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
      longest = std::max(longest, turn.elapsed());
    }
    return longest;
  }

 private slots:
  void init() {
    counts_ = std::make_shared<tests::SlowCounts>();
    panel_ = tests::slowPanel(counts_);
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<Session>(*panel_, *undoStack_);
    waitUntilComputed();
    QCOMPARE(readout(u"square"_s), 1.0);
  }

  void cleanup() {
    session_.reset();
    panel_.reset();
  }

  void theInterfaceGoesOn() {
    begin(2, 2000);
    QCoreApplication::processEvents();
    QVERIFY(session_->isComputing());
    QCOMPARE(session_->number(u"x"_s), 2.0); // the state is the reader's at once
    QCOMPARE(readout(u"square"_s), 1.0);     // and the answer is the last one
    QElapsedTimer whole;
    whole.start();
    double seen = 0;
    const qint64 longest = longestTurn([&] {
      seen = std::max(seen, session_->computed());
      return session_->isComputing() && whole.elapsed() < 5000;
    });
    QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
    QVERIFY(whole.elapsed() > 1500);
    QVERIFY2(seen > 0.9 && seen <= 1, qPrintable(QString::number(seen)));
    QCOMPARE(readout(u"square"_s), 4.0);
    QCOMPARE(session_->problem(), QString());
  }

  void onlyTheLatestIsComputed() {
    const int begunBefore = counts_->begun;
    const int finishedBefore = counts_->finished;
    QSignalSpy evaluated(session_.get(), &Session::evaluated);
    for (int i = 0; i < 20; ++i) {
      begin(0.1 * i, 300);
      QTest::qWait(5); // each is asked for in a turn of its own
    }
    begin(3, 300);
    waitUntilComputed();
    QCOMPARE(readout(u"square"_s), 9.0);
    QCOMPARE(counts_->finished - finishedBefore, 1); // all before were told to stop
    QVERIFY2(counts_->begun - begunBefore <= 21, qPrintable(QString::number(counts_->begun - begunBefore)));
  }

  void whatWaitedIsNeverBegun() {
    session_->apply({{u"deaf"_s, u"true"_s}, {u"lasts"_s, u"400"_s}});
    QTest::qWait(30);
    QCOMPARE(counts_->begun, 2);
    for (int i = 0; i < 10; ++i) { // while a model that does not look up holds the thread
      session_->set(u"x"_s, 0.1 * i);
      QTest::qWait(5);
    }
    session_->apply({{u"x"_s, u"-2"_s}, {u"lasts"_s, u"0"_s}});
    waitUntilComputed();
    QCOMPARE(readout(u"square"_s), 4.0); // the answer of the deaf one came first, and was dropped
    QCOMPARE(counts_->begun, 3);
  }

  void cancelKeepsTheLastPictureAndSaysSo() {
    begin(2, 0);
    waitUntilComputed();
    const std::size_t views = session_->evaluation().scene.views.size();
    begin(3, 5000);
    QTest::qWait(50);
    QSignalSpy evaluated(session_.get(), &Session::evaluated);
    session_->cancelComputing();
    QCOMPARE(evaluated.count(), 1);
    QVERIFY(!session_->isComputing());
    QVERIFY(session_->problem().startsWith(u"cancelled"_s));
    QCOMPARE(readout(u"square"_s), 4.0);
    QCOMPARE(session_->evaluation().scene.views.size(), views);
    QCOMPARE(session_->number(u"x"_s), 3.0);
    QTest::qWait(50);
    QCOMPARE(evaluated.count(), 1);
    session_->cancelComputing(); // nothing to cancel
    QCOMPARE(evaluated.count(), 1);
    begin(-1, 0); // and the next is computed as ever
    waitUntilComputed();
    QCOMPARE(session_->problem(), QString());
    QCOMPARE(readout(u"square"_s), 1.0);
  }

  /// Where its parameters say that no thread is needed it answers like any other panel, also while its thread
  /// is busy with what it was asked for before.
  void aStateThatIsQuickIsAnsweredAtOnce() {
    begin(2, 3000);
    QTest::qWait(20);
    QVERIFY(session_->isComputing());
    session_->apply({{u"quick"_s, u"true"_s}, {u"lasts"_s, u"0"_s}, {u"x"_s, u"3"_s}});
    QVERIFY(!session_->isComputing());
    QCOMPARE(readout(u"square"_s), 9.0);
    session_->scrubTo(4);
    QCOMPARE(readout(u"step"_s), 4.0);
    QCOMPARE(session_->recordedSteps(), 4);
    session_->stepForward();
    QCOMPARE(readout(u"step"_s), 5.0);
    QTest::qWait(100);
    QCOMPARE(readout(u"square"_s), 9.0); // no late answer of the thread
    session_->apply({{u"quick"_s, u"false"_s}, {u"x"_s, u"4"_s}});
    QVERIFY(session_->isComputing());
    QCOMPARE(readout(u"square"_s), 9.0); // until the thread has answered
    waitUntilComputed();
    QCOMPARE(readout(u"square"_s), 16.0);
    QCOMPARE(readout(u"step"_s), 5.0);
  }

  void undoWhileItComputes() {
    begin(2, 0);
    waitUntilComputed();
    begin(3, 3000);
    QTest::qWait(50);
    undoStack_->undo();
    QElapsedTimer clock;
    clock.start();
    waitUntilComputed();
    QVERIFY(clock.elapsed() < 1000); // not after three seconds
    QCOMPARE(session_->number(u"x"_s), 2.0);
    QCOMPARE(readout(u"square"_s), 4.0);
    undoStack_->redo();
    QCoreApplication::processEvents();
    QVERIFY(session_->isComputing());
  }

  void destroyedWhileItComputes() {
    begin(2, 5000);
    QTest::qWait(30);
    QElapsedTimer clock;
    clock.start();
    session_.reset(); // a model that looks up
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));

    session_ = std::make_unique<Session>(*panel_, *undoStack_);
    session_->apply({{u"deaf"_s, u"true"_s}, {u"lasts"_s, u"500"_s}});
    QTest::qWait(30);
    std::weak_ptr<const Panel> watched = panel_;
    clock.start();
    session_.reset(); // one that does not
    panel_.reset();
    const qint64 waited = clock.elapsed();
    QVERIFY2(waited < 50 + 20, qPrintable(QString::number(waited))); // 50 ms, and a timer that is late
    QVERIFY(!watched.expired());                                     // the computation has what it needs
    QTRY_VERIFY_WITH_TIMEOUT(watched.expired(), 2000);
  }

  void failuresAreProblemsInWords() {
    begin(2, 0);
    waitUntilComputed();
    session_->set(u"throws"_s, 1.0);
    QCoreApplication::processEvents();
    waitUntilComputed();
    QCOMPARE(session_->problem(), u"no picture: it would take more memory than there is"_s);
    QCOMPARE(session_->evaluation().scene.views.size(), 1u);
    session_->set(u"throws"_s, 2.0);
    QCoreApplication::processEvents();
    waitUntilComputed();
    QCOMPARE(session_->problem(), u"no picture: the computation broke off (the solver gave up)"_s);
    session_->set(u"throws"_s, 0.0);
    QCoreApplication::processEvents();
    waitUntilComputed();
    QCOMPARE(session_->problem(), QString());
    QCOMPARE(readout(u"square"_s), 4.0);
  }

  void stepsAreComputedAside() {
    session_->scrubTo(50);
    QCoreApplication::processEvents();
    const qint64 longest = longestTurn([this] { return session_->isComputing(); });
    QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
    QCOMPARE(session_->recordedSteps(), 50);
    QCOMPARE(readout(u"step"_s), 50.0);
    QCOMPARE(counts_->stepsMade, 50);
    session_->scrubTo(20); // from the history
    QCoreApplication::processEvents();
    waitUntilComputed();
    QCOMPARE(readout(u"step"_s), 20.0);
    QCOMPARE(counts_->stepsMade, 50);
    session_->scrubTo(1000);
    QCoreApplication::processEvents();
    waitUntilComputed();
    QCOMPARE(session_->step(), 100);
    QVERIFY(session_->isAtEnd());
    session_->stepForward();
    QCOMPARE(session_->step(), 100);
  }

  void playsWithoutAQueue() {
    Manner manner = session_->manner();
    manner.speed = 10;
    session_->setManner(manner);
    session_->scrubTo(60);
    QCoreApplication::processEvents();
    waitUntilComputed();
    session_->set(u"lasts"_s, 100.0); // each picture takes four beats
    QCoreApplication::processEvents();
    waitUntilComputed();
    const int begunBefore = counts_->begun;
    const int finishedBefore = counts_->finished;
    session_->play();
    QTest::qWait(1000);
    session_->pause();
    waitUntilComputed();
    QCOMPARE(counts_->begun - begunBefore, counts_->finished - finishedBefore); // none was begun in vain
    QVERIFY(session_->step() > 63);
  }

  void showMeJumpsFromStateToState() {
    begin(1, 100);
    waitUntilComputed();
    std::vector<double> seen;
    connect(session_.get(), &Session::evaluated, this, [&] { seen.push_back(readout(u"square"_s)); });
    session_->showMe();
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isAnimating(), 4000);
    QCoreApplication::processEvents();
    waitUntilComputed();
    QVERIFY(std::ranges::find(seen, 4.0) != seen.end()); // x = 2 was shown on the way to x = 3
    QCOMPARE(readout(u"square"_s), 9.0);
  }

  void evaluateAtIsAtOnce() {
    State state = defaultState(panel_->description());
    state.values.front() = 3.0;
    state.steps = 4;
    const Evaluation evaluation = evaluateAt(*panel_, state);
    QCOMPARE(evaluation.readouts.at(0).value, 9.0);
    QCOMPARE(evaluation.readouts.at(1).value, 4.0);
  }
};

QTEST_GUILESS_MAIN(SlowPanels)
#include "slow_panels_compute_aside.moc"
