#include "app/reader/code_editor.h"
#include "tests/reader/code_fixture.h"
#include "tests/support/longest_pause.h"

#include <QtTest/QTest>

#include <memory>

using namespace eigenboard;
using reader::TargetKind;
using tests::CodeFixture;

class AFloodOfOutputHoldsNothingUp : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    page_ = std::make_unique<CodeFixture>();
    page_->open();
  }

  void theProgramAnswersDuringAFlood() {
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("while True: print('x' * 70)"));
    const tests::LongestPause pause; // the start of the run counts too
    QTest::keyClick(page_->editor(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(2500);
    QVERIFY(page_->cell(0).code.isRunning);
    page_->click(page_->codeTarget(TargetKind::Run, 0));
    QVERIFY(page_->finishes(0));
    const qint64 longest = pause.milliseconds();
    qInfo("event loop held up for %lld ms at most", longest);
    QVERIFY2(longest <= 50, qPrintable(QString::number(longest)));
    QVERIFY(page_->statusOf(0).contains(QStringLiteral("only its beginning was kept")));
  }

 private:
  std::unique_ptr<CodeFixture> page_;
};

QTEST_MAIN(AFloodOfOutputHoldsNothingUp)
#include "a_flood_of_output_holds_nothing_up.moc"
