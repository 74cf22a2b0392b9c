#include "app/reader/code_cells.h"
#include "tests/reader/code_fixture.h"

#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace eigenboard;
using reader::TargetKind;
using tests::CodeFixture;

/// A run shows what it prints, marks its error, can be stopped, and says why it could not begin.
class CodeRunsInThePage : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    page_ = std::make_unique<CodeFixture>();
    page_->open();
  }

  void aRunShowsWhatItPrints() {
    QVERIFY(page_->reader().text().contains(QStringLiteral("42")));
    page_->click(page_->codeTarget(TargetKind::Run, 0));
    QVERIFY(page_->cell(0).code.isRunning);
    QVERIFY(page_->statusOf(0).contains(QStringLiteral("Running")));
    QVERIFY(page_->finishes(0));
    QCOMPARE(page_->outputOf(0), QStringLiteral("42"));
    QVERIFY2(page_->statusOf(0).contains(QStringLiteral("same as in the book")),
             qPrintable(page_->statusOf(0)));
    QCOMPARE(page_->reader().text().count(QStringLiteral("42")), 1); // in the place of the recorded one
    QCOMPARE(page_->cell(0).code.errorLine, 0);
    // Words after the output are still below it.
    const auto& blocks = page_->reader().layout().blockTops;
    QVERIFY(std::is_sorted(blocks.begin(), blocks.end()));
    page_->click(page_->codeTarget(TargetKind::Reset, 0));
    QVERIFY(page_->statusOf(0).isEmpty());
    QVERIFY(page_->codeTargets(TargetKind::Reset).empty());
    QCOMPARE(page_->reader().text().count(QStringLiteral("42")), 1);
  }

  void anErrorIsMarkedAtItsLine() {
    page_->click(page_->codeTarget(TargetKind::Run, 1));
    QVERIFY(page_->finishes(1));
    QCOMPARE(page_->cell(1).code.errorLine, 2);
    QVERIFY(page_->statusOf(1).contains(QStringLiteral("Line 2: IndexError: list index out of range")));
    QVERIFY(page_->outputOf(1).contains(QStringLiteral("File \"cell.py\", line 2")));
    const auto& decorations = page_->reader().layout().decorations;
    const auto mark =
        std::find_if(decorations.begin(), decorations.end(), [](const reader::Decoration& each) {
          return each.kind == reader::DecorationKind::ErrorLine;
        });
    QVERIFY(mark != decorations.end());
    // The mark lies on the second of three lines, and is painted there.
    const reader::Paragraph& code = *page_->cell(1).text;
    QCOMPARE(mark->rect.height(), code.lineSpan(1).second - code.lineSpan(1).first);
    page_->pointOf(page_->codeTarget(TargetKind::Run, 1));
    const QPoint left = (mark->rect.topLeft() + QPointF(1, mark->rect.height() / 2)).toPoint() -
                        QPoint(0, static_cast<int>(page_->reader().scrolled()));
    QCOMPARE(page_->reader().viewport()->grab().toImage().pixelColor(left),
             render::themeNamed(QStringLiteral("light")).error);
    page_->click(page_->codeTarget(TargetKind::Reset, 0));
    QCOMPARE(page_->cell(1).code.errorLine, 0);
  }

  void aStopEndsIt() {
    page_->click(page_->codeTarget(TargetKind::Run, 3));
    QVERIFY(QTest::qWaitFor([&] { return page_->outputOf(3) == QStringLiteral("begun"); }));
    QVERIFY(page_->reader()
                .describe(page_->reader().layout().targets[static_cast<std::size_t>(
                    page_->codeTarget(TargetKind::Run, 3))])
                .contains(QStringLiteral("Stop")));
    page_->click(page_->codeTarget(TargetKind::Run, 3));
    QVERIFY(page_->finishes(3));
    QVERIFY(page_->statusOf(3).contains(QStringLiteral("Stopped")));
    QCOMPARE(page_->outputOf(3), QStringLiteral("begun"));
  }

  void figuresStandUnderTheOutput() {
    const reader::Target& run =
        page_->reader().layout().targets[static_cast<std::size_t>(page_->codeTarget(TargetKind::Run, 0))];
    page_->reader().codeCells().setCode(*run.node,
                                        QStringLiteral("import matplotlib.pyplot as plt\n"
                                                       "plt.figure(figsize=(3, 2), facecolor='#ff0000')\n"
                                                       "plt.show()\nprint('drawn')"));
    QCoreApplication::processEvents();
    page_->click(page_->codeTarget(TargetKind::Run, 0));
    QVERIFY(page_->finishes(0));
    QCOMPARE(page_->outputOf(0), QStringLiteral("drawn"));
    const auto picture = [this]() -> const reader::Decoration* {
      for (const reader::Decoration& each : page_->reader().layout().decorations)
        if (each.kind == reader::DecorationKind::Picture)
          return &each;
      return nullptr;
    };
    QVERIFY(picture());
    QCOMPARE(picture()->rect.size().toSize(), QSize(216, 144)); // 3 by 2 inches
    const auto color = [&] {
      const QPoint middle =
          picture()->rect.center().toPoint() - QPoint(0, static_cast<int>(page_->reader().scrolled()));
      return page_->reader().viewport()->grab().toImage().pixelColor(middle);
    };
    QTRY_COMPARE(color(), QColor(255, 0, 0));
    page_->click(page_->codeTarget(TargetKind::Reset, 0));
    QVERIFY(!picture());
  }

  void aLongOutputIsFolded() {
    const double before = page_->reader().layout().height;
    page_->click(page_->codeTarget(TargetKind::Run, 2));
    QVERIFY(page_->finishes(2));
    const QString folded = page_->outputOf(2);
    QVERIFY(folded.startsWith(QStringLiteral("line 0\n")));
    QVERIFY(folded.endsWith(QStringLiteral("line 299")));
    QVERIFY(folded.count(u'\n') < 30);
    QVERIFY(page_->reader().layout().height < before + 1000);
    page_->click(page_->codeTarget(TargetKind::More, 0));
    QVERIFY(page_->outputOf(2).contains(QStringLiteral("\nline 150\n")));
    page_->click(page_->codeTarget(TargetKind::More, 0));
    QCOMPARE(page_->outputOf(2), folded);
  }

  void aPythonThatIsMissingIsNamed() {
    page_->reader().codeCells().setPython(QStringLiteral("/nowhere/python3"));
    page_->click(page_->codeTarget(TargetKind::Run, 0));
    QVERIFY(page_->finishes(0));
    QVERIFY(page_->statusOf(0).contains(QStringLiteral("/nowhere/python3")));
    QVERIFY(page_->reader().text().contains(QStringLiteral("42"))); // what the book shows is still there
  }

 private:
  std::unique_ptr<CodeFixture> page_;
};

QTEST_MAIN(CodeRunsInThePage)
#include "code_runs_in_the_page.moc"
