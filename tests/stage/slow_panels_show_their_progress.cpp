#include "app/stage/computing_bar.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/readout_table.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace eigenboard;

class SlowOnStage : public QObject {
  Q_OBJECT

  std::shared_ptr<tests::SlowCounts> counts_ = std::make_shared<tests::SlowCounts>();
  std::unique_ptr<panel::Registry> registry_;
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* session_ = nullptr;

  stage::ComputingBar& bar() { return *stage_->findChild<stage::ComputingBar*>(); }
  QString shown() { return stage_->readouts().shownValue(u"square"_s); }

 private slots:
  void initTestCase() {
    std::vector<panel::PanelPointer> panels;
    panels.push_back(tests::slowPanel(counts_));
    panels.push_back(tests::plainPanel());
    registry_ = std::make_unique<panel::Registry>(std::move(panels));
  }

  void init() {
    desk_ = std::make_unique<panel::Desk>(*registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(620, 700);
    QVERIFY(stage_->showPanel(u"samples.slow"_s));
    session_ = desk_->session(u"samples.slow"_s);
    QVERIFY(tests::showActive(*stage_));
    QTRY_VERIFY(!session_->isComputing());
    QTRY_COMPARE(shown(), u"1.0000"_s);
  }

  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void quickAnswersShowNoBar() {
    session_->set(u"lasts"_s, 100.0);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 400) {
      QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
      QVERIFY(!bar().isVisible());
    }
    QVERIFY(!session_->isComputing());
  }

  void theBarComesAfterThreeHundredMilliseconds() {
    session_->apply({{u"x"_s, u"2"_s}, {u"lasts"_s, u"1500"_s}});
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(bar().isVisible());
    QVERIFY2(clock.elapsed() >= 290 && clock.elapsed() < 600, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(stage_->picture().rect().contains(bar().geometry()));
    QCOMPARE(shown(), u"1.0000"_s);
    QVERIFY(stage_->picture().view(u"plane"_s)); // the last picture stays
    QTRY_VERIFY_WITH_TIMEOUT(!bar().isVisible(), 3000);
    QCOMPARE(shown(), u"4.0000"_s);
  }

  void cancelByMouse() {
    session_->apply({{u"x"_s, u"2"_s}, {u"lasts"_s, u"5000"_s}});
    QTRY_VERIFY(bar().isVisible());
    auto* cancel = bar().findChild<controls::Button*>();
    QCOMPARE(cancel->accessibleName(), u"Cancel"_s);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!session_->isComputing());
    QVERIFY(!bar().isVisible());
    QVERIFY(stage_->picture().problem().startsWith(u"cancelled"_s));
    QCOMPARE(shown(), u"1.0000"_s);
  }

  void cancelByKey() {
    session_->apply({{u"x"_s, u"2"_s}, {u"lasts"_s, u"5000"_s}});
    QTRY_VERIFY(bar().isVisible());
    stage_->focusPicture();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!session_->isComputing());
    QVERIFY(!bar().isVisible());
  }

  void anotherPanelIsNotHeldUp() {
    session_->apply({{u"x"_s, u"2"_s}, {u"lasts"_s, u"1000"_s}});
    QTRY_VERIFY(bar().isVisible());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(stage_->showPanel(u"samples.square"_s));
    QVERIFY(!bar().isVisible());
    QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(stage_->showPanel(u"samples.slow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isComputing(), 3000);
    QTRY_COMPARE(shown(), u"4.0000"_s);
  }
};

QTEST_MAIN(SlowOnStage)
#include "slow_panels_show_their_progress.moc"
