#include "app/reader/places.h"
#include "app/reader/wide_block.h"
#include "tests/reader/reader_fixture.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace eigenboard;
using reader::NodeKind;
using reader::Strip;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString longLine() {
  return QStringLiteral("result = some_function_of_many_arguments(") +
         QStringLiteral("first_argument, ").repeated(6) + QStringLiteral("last)");
}

QString page(const QString& blocks) {
  return QStringLiteral("# 1.1 First\n\nSome words come first.\n\n") + blocks + QStringLiteral("\n\n") +
         QStringLiteral("And some more that make the page higher than its window.\n\n").repeated(40);
}

QString code() {
  return QStringLiteral("```python\nshort = 1\n%1\n```\n").arg(longLine());
}

QString wideTable() {
  return QStringLiteral(
      "| Method | Differentiability | Representation | Generalization | Interpretability |\n"
      "|---|---|---|---|---|\n"
      "| Backpropagation | Undifferentiability | Overparameterization | Regularization | "
      "[Incomprehensibilities](#nowhere) |\n"
      "| none | no | yes | no | [yes](#nowhere) |\n");
}

void turnWheel(QWidget* viewport, QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers) {
  QWheelEvent event(at, viewport->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(viewport, &event);
}

const Strip& onlyStrip(ReaderFixture& fixture) {
  if (fixture.reader().layout().strips.size() != 1)
    qFatal("%d strips", static_cast<int>(fixture.reader().layout().strips.size()));
  return fixture.reader().layout().strips.front();
}

const reader::PlacedText& textWith(ReaderFixture& fixture, const QString& words) {
  for (const reader::PlacedText& text : fixture.reader().layout().texts)
    if (text.paragraph->content().text.contains(words))
      return text;
  qFatal("there is no text with %s", qPrintable(words));
}

} // namespace

/// Code and tables that are wider than the page are seen through a window that is scrolled sideways.
class WideBlocksAreWhole : public QObject {
  Q_OBJECT

 private slots:
  void aLongLineIsNotBroken() {
    ReaderFixture fixture(page(code()), {430, 700});
    fixture.open();
    const Strip& strip = onlyStrip(fixture);
    const reader::PlacedText& text = textWith(fixture, QStringLiteral("short = 1"));
    QCOMPARE(text.paragraph->lineCount(), 2);
    QVERIFY(strip.window.left() >= 6);
    QVERIFY(strip.window.right() <= fixture.reader().viewport()->width() - 6);
    QVERIFY(strip.window.contains(text.rect()));
  }

  void codeThatFitsHasNoBar() {
    ReaderFixture fixture(page(QStringLiteral("```python\nshort = 1\n```\n")), {430, 700});
    fixture.open();
    QVERIFY(fixture.reader().layout().strips.empty());
  }

  void theWheelWithShiftShowsTheEndOfTheLine() {
    ReaderFixture fixture(page(code()), {430, 700});
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const QPoint middle = onlyStrip(fixture).window.center().toPoint();
    const int length = static_cast<int>(textWith(fixture, longLine()).paragraph->content().text.size());
    const auto lastLetter = [&] {
      const reader::PlacedText& text = textWith(fixture, longLine());
      return text.paragraph->rects({length - 1, 1}).front().translated(text.origin);
    };
    QVERIFY(!onlyStrip(fixture).window.contains(lastLetter()));
    for (int i = 0; i < 100; ++i)
      turnWheel(reader.viewport(), middle, {0, -120}, Qt::ShiftModifier);
    QVERIFY(onlyStrip(fixture).window.contains(lastLetter()));
    QCOMPARE(onlyStrip(fixture).node->scrolled, onlyStrip(fixture).furthest);
    QCOMPARE(reader.scrolled(), 0.);
    for (int i = 0; i < 100; ++i)
      turnWheel(reader.viewport(), middle, {120, 0}, {});
    QCOMPARE(onlyStrip(fixture).node->scrolled, 0.);
    turnWheel(reader.viewport(), middle, {0, -120}, {}); // the plain wheel still turns the page
    QVERIFY(reader.scrolled() > 0);
  }

  void theBarIsDraggedFromEndToEnd() {
    ReaderFixture fixture(page(code()), {430, 700});
    fixture.open();
    QWidget* viewport = fixture.reader().viewport();
    const QRectF bar = onlyStrip(fixture).bar;
    const QPoint start(static_cast<int>(bar.left()) + 8, static_cast<int>(bar.center().y()));
    QTest::mouseMove(viewport, start);
    QTRY_COMPARE(viewport->cursor().shape(), Qt::OpenHandCursor);
    QTest::mousePress(viewport, Qt::LeftButton, {}, start);
    QTest::mouseMove(viewport, start + QPoint(30, 0));
    const double part = onlyStrip(fixture).node->scrolled;
    QVERIFY(part > 30 && part < onlyStrip(fixture).furthest);
    QTest::mouseMove(viewport, start + QPoint(900, 0));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, start + QPoint(900, 0));
    QCOMPARE(onlyStrip(fixture).node->scrolled, onlyStrip(fixture).furthest);
    QVERIFY(fixture.reader().selectedText().isEmpty());
    // A press beside the handle brings it there.
    QTest::mouseClick(viewport, Qt::LeftButton, {}, start);
    QCOMPARE(onlyStrip(fixture).node->scrolled, 0.);
  }

  void theArrowKeysMoveIt() {
    ReaderFixture fixture(page(code()), {430, 700});
    fixture.open();
    reader::Reader& reader = fixture.reader();
    for (int i = 0; i < 10; ++i) {
      QTest::keyClick(&reader, Qt::Key_Tab);
      const int focused = reader.focusedTarget();
      if (focused >= 0 &&
          reader.layout().targets.at(static_cast<std::size_t>(focused)).kind == TargetKind::Strip)
        break;
    }
    QVERIFY(reader.focusedTarget() >= 0);
    QVERIFY(reader.describe(reader.layout().targets.at(static_cast<std::size_t>(reader.focusedTarget())))
                .contains(QStringLiteral("arrow keys")));
    QTest::keyClick(&reader, Qt::Key_Right);
    const double step = onlyStrip(fixture).node->scrolled;
    QVERIFY(step > 10);
    QTest::keyClick(&reader, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(onlyStrip(fixture).node->scrolled > 2 * step);
    QTest::keyClick(&reader, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&reader, Qt::Key_Left);
    QCOMPARE(onlyStrip(fixture).node->scrolled, 0.);
    QTest::keyClick(&reader, Qt::Key_Return); // does nothing, and harms nothing
  }

  void whatIsSelectedIsWhatIsSeen() {
    ReaderFixture fixture(page(code()), {430, 700});
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const QRectF window = onlyStrip(fixture).window;
    turnWheel(reader.viewport(), window.center().toPoint(), {0, -1200}, Qt::ShiftModifier);
    const reader::PlacedText& text = textWith(fixture, longLine());
    const int last = static_cast<int>(text.paragraph->content().text.size());
    const auto at = [&](int position) {
      const QRectF letter = text.paragraph->rects({position, 1}).front().translated(text.origin);
      return QPoint(qRound(letter.left()) + 1, qRound(letter.center().y()));
    };
    QTest::mousePress(reader.viewport(), Qt::LeftButton, {}, at(last - 5));
    QTest::mouseMove(reader.viewport(), at(last - 1));
    QTest::mouseRelease(reader.viewport(), Qt::LeftButton, {}, at(last - 1));
    QCOMPARE(reader.selectedText(), QStringLiteral("last"));
    // The place survives a new width of the page.
    const double before = onlyStrip(fixture).node->scrolled;
    reader.resize(420, 700);
    fixture.settle();
    QCOMPARE(onlyStrip(fixture).node->scrolled, before);
  }

  void aFoundWordComesIntoSight() {
    ReaderFixture fixture(page(QStringLiteral("```python\n%1 # treasure\n```\n").arg(longLine())),
                          {430, 700});
    fixture.open();
    QVERIFY(fixture.reader().places().showPassage(QStringLiteral("treasure")));
    const reader::PlacedText& text = textWith(fixture, QStringLiteral("treasure"));
    const int at = static_cast<int>(text.paragraph->content().text.indexOf(QStringLiteral("treasure")));
    QVERIFY(
        onlyStrip(fixture).window.contains(text.paragraph->rects({at, 8}).front().translated(text.origin)));
  }

  void aWideTableScrollsAndItsWordsStayWhole() {
    ReaderFixture fixture(page(wideTable()), {430, 700});
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const Strip& strip = onlyStrip(fixture);
    QCOMPARE(strip.node->kind, NodeKind::Table);
    QVERIFY(strip.window.right() <= reader.viewport()->width() - 10);
    // No cell reaches the next one, and no word is broken.
    const auto& texts = reader.layout().texts;
    for (std::size_t i = strip.firstText; i + 1 < strip.lastText; ++i) {
      QCOMPARE(texts[i].paragraph->lineCount(), 1);
      if ((i - strip.firstText) % 5 != 4)
        QVERIFY(texts[i].origin.x() + texts[i].paragraph->usedWidth() < texts[i + 1].origin.x());
    }
    // What is out of sight is not there for the mouse, but the keyboard brings it into sight.
    const int link = fixture.target(TargetKind::Link, QStringLiteral("Incomprehensibilities"));
    const auto rect = [&] { return reader.layout().targets.at(static_cast<std::size_t>(link)).rect; };
    QVERIFY(rect().left() > strip.window.right());
    QTest::keyClick(&reader, Qt::Key_Tab);
    for (int i = 0; i < 5 && reader.focusedTarget() != link; ++i)
      QTest::keyClick(&reader, Qt::Key_Tab);
    QCOMPARE(reader.focusedTarget(), link);
    QVERIFY(onlyStrip(fixture).window.contains(rect()));
    QTest::mouseMove(reader.viewport(), rect().center().toPoint());
    QTRY_COMPARE(reader.viewport()->cursor().shape(), Qt::PointingHandCursor);
  }

  void narrowColumnsTakeWhatTheyNeed() {
    const QString prose =
        QStringLiteral("The vector that is moved, a direction which the matrix leaves alone and "
                       "only stretches by its factor, however long it is.");
    ReaderFixture fixture(
        page(QStringLiteral("| Symbol | Said | Meaning here | On the panel |\n|---|---|---|---|\n"
                            "| $\\lambda_1$ | lambda one | %1 | `first` |\n"
                            "| $\\mathbf{v}$ | the vector v | %1 | `v` |\n")
                 .arg(prose)),
        {560, 700});
    fixture.open();
    QVERIFY(fixture.reader().layout().strips.empty());
    for (const char* words : {"lambda one", "the vector v", "first", "On the panel"})
      QCOMPARE(textWith(fixture, QString::fromUtf8(words)).paragraph->lineCount(), 1);
    const double column = fixture.reader().layout().columnWidth;
    const double width = textWith(fixture, prose).paragraph->width();
    QVERIFY2(width > 0.4 * column, qPrintable(QStringLiteral("%1 of %2").arg(width).arg(column)));
  }

  /// Numbers such as E.5.10 stay in one line, and for a few pixels nothing scrolls.
  void numbersWithPointsAreWords() {
    const QString formula = QStringLiteral("$\\operatorname{vec}(\\mathbf{A}\\mathbf{X}+\\mathbf{X}\\mathbf{"
                                           "B})=(\\mathbf{I}+\\mathbf{B}+\\mathbf{C})"
                                           "\\operatorname{vec}(\\mathbf{X})$");
    ReaderFixture fixture(
        page(
            QStringLiteral("| No. | Identity | Holds when |\n|---|---|---|\n| E.5.10 | %1 | Always, whatever "
                           "the sizes of both, as long as they fit together. |\n")
                .arg(formula)),
        {440, 700});
    fixture.open();
    QVERIFY(fixture.reader().layout().strips.empty());
    QCOMPARE(textWith(fixture, QStringLiteral("E.5.10")).paragraph->lineCount(), 1);
  }

  void inABoxNothingReachesOut() {
    const QString wide = QStringLiteral("a_1x+b_1y+c_1z+").repeated(12) + u'd';
    ReaderFixture fixture(
        page(QStringLiteral("> **Theorem 1.1 (Wide).** Words.\n>\n> $$\n> %1\n> $$\n>\n> ```python\n"
                            "> %2\n> ```\n\n$$\n%1\n$$\n")
                 .arg(wide, longLine())),
        {430, 700});
    fixture.open();
    const reader::Layout& layout = fixture.reader().layout();
    const auto box = std::find_if(layout.decorations.begin(), layout.decorations.end(), [](const auto& one) {
      return one.kind == reader::DecorationKind::StatementSurface;
    });
    QVERIFY(box != layout.decorations.end());
    const QRectF formula = fixture.object(reader::ObjectKind::Formula).box;
    QVERIFY2(formula.left() >= box->rect.left() + 8 && formula.right() <= box->rect.right() - 8,
             "the formula touches the edge of its box");
    const QRectF surface = onlyStrip(fixture).window;
    QVERIFY(surface.left() >= box->rect.left() + 8 && surface.right() <= box->rect.right() - 8);
    const QRectF free = fixture.object(reader::ObjectKind::Formula, 1).box;
    QVERIFY(free.left() >= 12 && free.right() <= fixture.reader().viewport()->width() - 12);
  }

  void hostileWidthsAreShown() {
    QString row;
    for (int i = 0; i < 40; ++i)
      row += QStringLiteral("| verylongword%1 ").arg(i);
    ReaderFixture fixture(page(QStringLiteral("```python\n") + QStringLiteral("x").repeated(50000) +
                               QStringLiteral("\n```\n\n") + row + QStringLiteral("|\n") +
                               QStringLiteral("|---").repeated(40) + QStringLiteral("|\n") + row +
                               QStringLiteral("|\n")),
                          {300, 400});
    fixture.open();
    QCOMPARE(fixture.reader().layout().strips.size(), std::size_t(2));
    for (int i = 0; i < 20; ++i)
      turnWheel(fixture.reader().viewport(), {150, 200}, {-12000, 0}, {});
    fixture.reader().viewport()->grab();
  }
};

QTEST_MAIN(WideBlocksAreWhole)
#include "wide_blocks_are_whole.moc"
