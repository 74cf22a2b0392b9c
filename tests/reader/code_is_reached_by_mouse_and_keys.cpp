#include "app/reader/code_editor.h"
#include "app/reader/places.h"
#include "tests/reader/code_fixture.h"

#include <QtTest/QTest>

#include <memory>

using namespace eigenboard;
using reader::TargetKind;
using tests::CodeFixture;

/// The buttons of code, and what is found in it.
class CodeIsReachedByMouseAndKeys : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    page_ = std::make_unique<CodeFixture>();
    page_->open();
  }

  void onlyWhatCanRunHasItsButtons() {
    QCOMPARE(page_->codeTargets(TargetKind::Run).size(), 4U); // C++ cannot be run, only copied
    QCOMPARE(page_->codeTargets(TargetKind::Copy).size(), 5U);
    QVERIFY(page_->codeTargets(TargetKind::Reset).empty());
  }

  void keysReachEveryButton() {
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    QTest::keyClick(page_->editor(), Qt::Key_Escape);
    QVERIFY(page_->reader().hasFocus());
    std::vector<TargetKind> passed;
    QTest::keyClick(&page_->reader(), Qt::Key_Backtab, Qt::ShiftModifier);
    for (int i = 0; i < 5; ++i) {
      QVERIFY(page_->reader().focusedTarget() >= 0);
      passed.push_back(
          page_->reader().layout().targets[static_cast<std::size_t>(page_->reader().focusedTarget())].kind);
      QTest::keyClick(&page_->reader(), Qt::Key_Tab);
    }
    QCOMPARE(passed, (std::vector<TargetKind>{TargetKind::Run, TargetKind::Edit, TargetKind::Beside,
                                              TargetKind::Copy, TargetKind::Run}));
    for (int i = 0; i < 5; ++i)
      QTest::keyClick(&page_->reader(), Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(&page_->reader(), Qt::Key_Return);
    QVERIFY(page_->finishes(0));
    // The focus stays on the button, which is now free to run again.
    QCOMPARE(page_->reader().focusedTarget(), page_->codeTarget(TargetKind::Run, 0));
  }

  void buttonsShowNearTheMouse() {
    const auto inkOf = [&](int target) {
      const QRect area = page_->reader()
                             .layout()
                             .targets[static_cast<std::size_t>(target)]
                             .rect.translated(0, -page_->reader().scrolled())
                             .toAlignedRect();
      const QImage image = page_->reader().viewport()->grab(area).toImage();
      int other = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          other += image.pixelColor(x, y) != image.pixelColor(0, 0);
      return other;
    };
    const int edit = page_->codeTarget(TargetKind::Edit, 0);
    const QPoint run = page_->pointOf(page_->codeTarget(TargetKind::Run, 0));
    QTest::mouseMove(page_->reader().viewport(), QPoint(3, 3));
    QTest::qWait(30);
    QCOMPARE(inkOf(edit), 0);
    QVERIFY(inkOf(page_->codeTarget(TargetKind::Run, 0)) > 0);
    QTest::mouseMove(page_->reader().viewport(), run + QPoint(0, 40));
    QTest::qWait(30);
    QVERIFY(inkOf(edit) > 0);
  }

  void whatIsFoundFollowsTheCode() {
    reader::Places& places = page_->reader().places();
    QCOMPARE(places.find(QStringLiteral("print("), {}), 4);
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("x = 1"));
    QCOMPARE(places.matchCount(), 3);
    page_->reader().viewport()->grab(); // marks of a text that is gone are not painted
    page_->click(page_->codeTarget(TargetKind::Run, 1));
    QVERIFY(page_->finishes(1));
    QVERIFY(places.find(QStringLiteral("IndexError"), {}) > 0); // what a run printed is found too
    places.showMatch(1);
    page_->click(page_->codeTarget(TargetKind::Reset, 1));
    QCOMPARE(places.matchCount(), 0);
    page_->reader().viewport()->grab();
  }

 private:
  std::unique_ptr<CodeFixture> page_;
};

QTEST_MAIN(CodeIsReachedByMouseAndKeys)
#include "code_is_reached_by_mouse_and_keys.moc"
