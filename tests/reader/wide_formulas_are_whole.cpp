#include "app/reader/wide_formula.h"
#include "tests/reader/reader_fixture.h"
#include "views/typesetting/formula_painter.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace eigenboard;
using reader::InlineObject;
using reader::ObjectKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString sum(int terms) {
  QStringList parts;
  for (int i = 1; i <= terms; ++i)
    parts << QStringLiteral("a_{%1}x^{%1}").arg(i);
  return parts.join(u'+');
}

QString pageWith(const QString& formulas) {
  QString text =
      QStringLiteral("# 1.1 First\n\nSome words come first.\n\n") + formulas + QStringLiteral("\n\n");
  for (int i = 0; i < 40; ++i)
    text += QStringLiteral("And some more that make the page higher than its window.\n\n");
  return text;
}

QString display(const QString& tex) {
  return QStringLiteral("$$\n%1\n$$").arg(tex);
}

/// How dark the darkest pixel of the box is that a shot of the window shows, 0 for white.
int ink(reader::Reader& reader, const QRectF& pageBox) {
  const QImage shot = reader.viewport()->grab().toImage();
  const QRect area = pageBox.translated(0, -reader.scrolled()).toAlignedRect() & shot.rect();
  int darkest = 255;
  for (int y = area.top(); y <= area.bottom(); ++y)
    for (int x = area.left(); x <= area.right(); ++x)
      darkest = std::min(darkest, qGray(shot.pixel(x, y)));
  return 255 - darkest;
}

void turnWheel(QWidget* viewport, QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers) {
  QWheelEvent event(at, viewport->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(viewport, &event);
}

} // namespace

/// Whatever the width of a formula and of the page, all of it can be read.
class WideFormulasAreWhole : public QObject {
  Q_OBJECT

 private slots:
  void aFormulaThatFitsIsLeftAlone();
  void aLittleTooWideIsMadeSmaller();
  void muchTooWideIsScrolledByWheel();
  void andByDragging();
  void andByKeys();
  void allOfItComesIntoSight();
  void itsEdgesFadeWhereItGoesOn();
  void inASentenceItIsBroken();
  void whatCannotBeBrokenIsMadeSmaller();
  void onPaperNothingIsScrolled();
  void aNewWidthIsFollowed();
};

void WideFormulasAreWhole::aFormulaThatFitsIsLeftAlone() {
  ReaderFixture fixture(pageWith(display(sum(4))));
  fixture.open();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QCOMPARE(object->scale, 1.);
  QVERIFY(!reader::isScrollable(*object) && object->rows.empty());
}

void WideFormulasAreWhole::aLittleTooWideIsMadeSmaller() {
  ReaderFixture fixture(pageWith(display(sum(13))));
  fixture.open();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QVERIFY2(object->scale < 1 && object->scale >= 0.75, qPrintable(QString::number(object->scale)));
  QVERIFY(!reader::isScrollable(*object));
  QVERIFY(box.left() >= 0 && box.right() <= fixture.reader().viewport()->width());
}

void WideFormulasAreWhole::muchTooWideIsScrolledByWheel() {
  ReaderFixture fixture(pageWith(display(sum(40))));
  fixture.open();
  reader::Reader& reader = fixture.reader();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QCOMPARE(object->scale, 0.75);
  QVERIFY(reader::isScrollable(*object));
  QVERIFY(box.left() >= 0 && box.right() <= reader.viewport()->width());
  const QPoint middle = box.center().toPoint();
  turnWheel(reader.viewport(), middle, {0, -120}, Qt::ShiftModifier);
  const double first = object->scrolled;
  QVERIFY(first > 10);
  turnWheel(reader.viewport(), middle, {-120, 0}, {});
  QCOMPARE(object->scrolled, 2 * first);
  turnWheel(reader.viewport(), middle, {120, 0}, {});
  QCOMPARE(object->scrolled, first);
  QCOMPARE(reader.scrolled(), 0.);
  for (int i = 0; i < 100; ++i)
    turnWheel(reader.viewport(), middle, {0, -120}, Qt::ShiftModifier);
  QCOMPARE(object->scrolled, object->contentWidth - object->width);
  for (int i = 0; i < 100; ++i)
    turnWheel(reader.viewport(), middle, {0, 120}, Qt::ShiftModifier);
  QCOMPARE(object->scrolled, 0.);
  // The plain wheel still turns the page.
  turnWheel(reader.viewport(), middle, {0, -120}, {});
  QVERIFY(reader.scrolled() > 0);
  QCOMPARE(object->scrolled, 0.);
}

void WideFormulasAreWhole::andByDragging() {
  ReaderFixture fixture(pageWith(display(sum(40))));
  fixture.open();
  reader::Reader& reader = fixture.reader();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  const QPoint middle = box.center().toPoint();
  QTest::mouseMove(reader.viewport(), middle);
  QTRY_COMPARE(reader.viewport()->cursor().shape(), Qt::OpenHandCursor);
  QTest::mousePress(reader.viewport(), Qt::LeftButton, {}, middle);
  QTest::mouseMove(reader.viewport(), middle - QPoint(40, 0));
  QTest::mouseMove(reader.viewport(), middle - QPoint(90, 3));
  QCOMPARE(object->scrolled, 90.);
  QTest::mouseMove(reader.viewport(), middle - QPoint(50, 0));
  QTest::mouseRelease(reader.viewport(), Qt::LeftButton, {}, middle - QPoint(50, 0));
  QCOMPARE(object->scrolled, 50.);
  QVERIFY(reader.selectedText().isEmpty());
}

void WideFormulasAreWhole::andByKeys() {
  ReaderFixture fixture(pageWith(display(sum(40))));
  fixture.open();
  reader::Reader& reader = fixture.reader();
  InlineObject* object = fixture.object(ObjectKind::Formula).object;
  QTest::keyClick(&reader, Qt::Key_Tab);
  const int focused = reader.focusedTarget();
  QVERIFY(focused >= 0);
  QVERIFY(reader.describe(reader.layout().targets[static_cast<std::size_t>(focused)])
              .contains(QStringLiteral("a_{1}x^{1}")));
  QTest::keyClick(&reader, Qt::Key_Right);
  const double step = object->scrolled;
  QVERIFY(step > 10);
  QTest::keyClick(&reader, Qt::Key_Right, Qt::ShiftModifier);
  QVERIFY(object->scrolled > 3 * step);
  QTest::keyClick(&reader, Qt::Key_Left, Qt::ShiftModifier);
  QTest::keyClick(&reader, Qt::Key_Left);
  QCOMPARE(object->scrolled, 0.);
  QTest::keyClick(&reader, Qt::Key_Left);
  QCOMPARE(object->scrolled, 0.);
  QTest::keyClick(&reader, Qt::Key_Return); // does nothing, and harms nothing
  QTest::keyClick(&reader, Qt::Key_5);
  QTest::keyClick(&reader, Qt::Key_Delete);
  QCOMPARE(fixture.object(ObjectKind::Formula).object->scrolled, 0.);
}

void WideFormulasAreWhole::allOfItComesIntoSight() {
  // A black square ends the formula. It is out of sight at first and whole at the end.
  ReaderFixture fixture(pageWith(display(sum(40) + QStringLiteral("+\\rule{1em}{1em}"))));
  fixture.open();
  reader::Reader& reader = fixture.reader();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  const double em =
      0.75 * reader::typography(render::themeNamed(QStringLiteral("light")), 1).display.formulaEm;
  const double baseline = box.top() + object->above;
  const QRectF square(box.right() - em + 2, baseline - em + 2, em - 4, em - 4);
  const auto blackness = [&] {
    const QImage shot = reader.viewport()->grab().toImage();
    qint64 black = 0;
    const QRect area = square.translated(0, -reader.scrolled()).toRect();
    for (int y = area.top(); y <= area.bottom(); ++y)
      for (int x = area.left(); x <= area.right(); ++x)
        black += qGray(shot.pixel(x, y)) < 128 ? 1 : 0;
    return static_cast<double>(black) / (area.width() * area.height());
  };
  QVERIFY(blackness() < 0.5);
  for (int i = 0; i < 100; ++i)
    turnWheel(reader.viewport(), box.center().toPoint(), {0, -120}, Qt::ShiftModifier);
  QVERIFY2(blackness() > 0.95, "the end of the formula is not whole");
}

void WideFormulasAreWhole::itsEdgesFadeWhereItGoesOn() {
  ReaderFixture fixture(pageWith(display(QStringLiteral("\\rule{90em}{1em}"))));
  fixture.open();
  reader::Reader& reader = fixture.reader();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QVERIFY(reader::isScrollable(*object));
  const QRectF window(box.left(), box.top() + 2, box.width(), object->above - 4);
  const QRectF left(window.left() + 1, window.top(), 3, window.height());
  const QRectF middle(window.center().x(), window.top(), 3, window.height());
  const QRectF right(window.right() - 4, window.top(), 3, window.height());
  const int full = ink(reader, middle);
  QVERIFY(full > 150);
  QVERIFY(ink(reader, left) > 0.9 * full);
  QVERIFY(ink(reader, right) < 0.35 * full);
  turnWheel(reader.viewport(), box.center().toPoint(), {0, -480}, Qt::ShiftModifier);
  QVERIFY(ink(reader, left) < 0.35 * full);
  for (int i = 0; i < 200; ++i)
    turnWheel(reader.viewport(), box.center().toPoint(), {0, -480}, Qt::ShiftModifier);
  QVERIFY(ink(reader, right) > 0.9 * full);
}

void WideFormulasAreWhole::inASentenceItIsBroken() {
  ReaderFixture fixture(pageWith(QStringLiteral("The polynomial $%1=0$ has many terms.").arg(sum(40))));
  fixture.open();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QCOMPARE(object->scale, 1.);
  QVERIFY(object->rows.size() >= 3);
  const double column = fixture.reader().layout().columnWidth;
  QVERIFY(box.width() <= column);
  QVERIFY(box.right() <= fixture.reader().layout().columnLeft + column + 1);
  std::size_t glyphs = 0;
  double before = -1;
  for (const reader::FormulaRow& row : object->rows) {
    QVERIFY(row.y > before + 10 || before < 0);
    before = row.y;
    glyphs += row.formula->glyphs.size();
  }
  QCOMPARE(glyphs, object->formula->glyphs.size());
  QVERIFY(ink(fixture.reader(), QRectF(box.left(), box.bottom() - 20, box.width() / 2, 20)) > 150);
  QVERIFY(fixture.reader().text().contains(QStringLiteral("$%1=0$").arg(sum(40))));
}

void WideFormulasAreWhole::whatCannotBeBrokenIsMadeSmaller() {
  ReaderFixture fixture(pageWith(QStringLiteral("Braces hold $\\{{%1}\\}$ together.").arg(sum(40))));
  fixture.open();
  const auto [object, box] = fixture.object(ObjectKind::Formula);
  QVERIFY(object->scale < 1 && object->rows.empty());
  QVERIFY(box.width() <= fixture.reader().layout().columnWidth + 1);
}

void WideFormulasAreWhole::onPaperNothingIsScrolled() {
  typesetting::Typesetter typesetter;
  InlineObject object;
  object.display = true;
  object.tex = sum(40);
  object.formula = typesetter.typeset(object.tex, typesetting::Style::Display);
  reader::TextStyle style = reader::typography(render::themeNamed(QStringLiteral("light")), 1).display;
  style.scrollsWide = false;
  reader::fitFormula(object, style, 500);
  QVERIFY(!reader::isScrollable(object));
  QVERIFY(object.width <= 500.001);
  for (const double available : {0., 1., 1e9}) {
    style.scrollsWide = true;
    reader::fitFormula(object, style, available);
    QVERIFY(object.width <= std::max(available, 0.) + 0.001);
  }
}

void WideFormulasAreWhole::aNewWidthIsFollowed() {
  ReaderFixture fixture(pageWith(display(sum(30))), {420, 700});
  fixture.open();
  reader::Reader& reader = fixture.reader();
  InlineObject* object = fixture.object(ObjectKind::Formula).object;
  QVERIFY(reader::isScrollable(*object));
  turnWheel(reader.viewport(), fixture.object(ObjectKind::Formula).box.center().toPoint(), {0, -12000},
            Qt::ShiftModifier);
  const double end = object->scrolled;
  QVERIFY(end > 100);
  reader.resize(1500, 700);
  fixture.settle();
  QVERIFY(object->scrolled < end);
  reader.resize(420, 700);
  fixture.settle();
  QVERIFY(reader::isScrollable(*object));
  QVERIFY(object->scrolled <= object->contentWidth - object->width);
}

QTEST_MAIN(WideFormulasAreWhole)
#include "wide_formulas_are_whole.moc"
