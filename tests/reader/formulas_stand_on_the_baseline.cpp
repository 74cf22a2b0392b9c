#include "tests/reader/reader_fixture.h"
#include "views/typesetting/formula_painter.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace eigenboard;
using reader::ObjectKind;
using tests::ReaderFixture;

namespace {

constexpr int finer = 8; ///< device pixels per px

/// The page as an image, finer device pixels to the px.
QImage drawn(reader::Reader& reader, const QRectF& area) {
  QImage image((area.size() * finer).toSize(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.scale(finer, finer);
  painter.translate(-area.topLeft());
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  reader::paintPage(painter, reader.layout(), reader::typography(theme, reader.zoom()), theme, {}, area);
  return image;
}

/// Box of what is darker than half, in px from the corner of the image.
QRectF ink(const QImage& image) {
  int left = image.width();
  int right = -1;
  int top = image.height();
  int bottom = -1;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (qGray(image.pixel(x, y)) < 140) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
  return {left / double(finer), top / double(finer), (right - left + 1) / double(finer),
          (bottom - top + 1) / double(finer)};
}

} // namespace

/// Half a pixel is what an eye sees as a step in a line of text at arm's length.
class FormulasStandOnTheBaseline : public QObject {
  Q_OBJECT

 private slots:
  void inASentence_data() {
    QTest::addColumn<QString>("paragraph");
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.8, 1.0, 1.3, 2.0}) {
      const auto name = [zoom](const char* what) {
        return QStringLiteral("%1 at %2").arg(QString::fromLatin1(what)).arg(zoom).toUtf8();
      };
      QTest::newRow(name("alone").constData()) << QStringLiteral("HHH $\\mathrm{HHH}$") << zoom;
      QTest::newRow(name("in a list").constData()) << QStringLiteral("- HHH $\\mathrm{HHH}$") << zoom;
      QTest::newRow(name("beside a tall one").constData())
          << QStringLiteral(
                 "HHH $\\mathrm{HHH}$ and $\\displaystyle\\sum_{i=1}^{n}\\frac{x_i}{\\frac{a}{b}}$")
          << zoom;
    }
  }
  void inASentence() {
    QFETCH(QString, paragraph);
    QFETCH(double, zoom);
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\n") + paragraph, {900, 500});
    fixture.reader().setZoom(zoom);
    fixture.open();
    const auto formula = fixture.object(ObjectKind::Formula);
    const QRectF box = formula.box.adjusted(-0.5, -2, 0.5, 2);
    QImage image = drawn(fixture.reader(), box);
    const QRectF letters = ink(image).translated(box.topLeft());
    // The same letters as text, left of the formula: three capitals and a blank.
    const QRectF textBox(formula.box.left() - 3.4 * 17 * zoom, box.top(), 3.2 * 17 * zoom, box.height());
    const QRectF words = ink(drawn(fixture.reader(), textBox)).translated(textBox.topLeft());
    QVERIFY2(std::abs(words.bottom() - letters.bottom()) <= 0.5,
             qPrintable(QStringLiteral("text %1, formula %2").arg(words.bottom()).arg(letters.bottom())));
  }

  void xHeightsAgree() {
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\nxxx $\\mathrm{xxx}$"), {900, 500});
    fixture.reader().setZoom(2);
    fixture.open();
    const auto formula = fixture.object(ObjectKind::Formula);
    const double letters = ink(drawn(fixture.reader(), formula.box.adjusted(-0.5, -2, 0.5, 2))).height();
    const QRectF textBox(formula.box.left() - 3.2 * 34 * 0.6, formula.box.top() - 2, 3 * 34 * 0.6,
                         formula.box.height() + 4);
    const double words = ink(drawn(fixture.reader(), textBox)).height();
    QVERIFY2(std::abs(words - letters) <= 0.5,
             qPrintable(QStringLiteral("text %1, formula %2").arg(words).arg(letters)));
  }

  void aWideFormulaIsScaledAndWhole_data() {
    QTest::addColumn<QString>("source");
    // A fraction offers no place to break; more than a quarter too wide is for wide_formulas_are_whole.
    const auto fractionOf = [](int terms) {
      QString sum;
      for (int i = 0; i < terms; ++i)
        sum += QStringLiteral("%1 x_{%1}^{2} + ").arg(i);
      return QStringLiteral("\\frac{%1\\mathrm{H}}{2}").arg(sum);
    };
    const QString wide = fractionOf(10);
    QTest::newRow("display") << QStringLiteral("$$\n%1\n$$").arg(wide);
    QTest::newRow("inline") << QStringLiteral("So $%1$ holds.").arg(fractionOf(20));
    QTest::newRow("in a list") << QStringLiteral("- a\n\n  $$\n  %1\n  $$").arg(wide);
    QTest::newRow("in a table") << QStringLiteral("| a | b |\n|---|---|\n| $%1$ | c |").arg(fractionOf(20));
  }
  void aWideFormulaIsScaledAndWhole() {
    QFETCH(QString, source);
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\n") + source, {520, 500});
    fixture.open();
    const auto formula = fixture.object(ObjectKind::Formula);
    QVERIFY(formula.object->scale < 1);
    const reader::Layout& layout = fixture.reader().layout();
    QVERIFY(formula.box.left() >= 0 && formula.box.right() <= layout.width);
    // All of its outline is on the page: as wide as the outline of the formula by itself at that size.
    const auto& text =
        *std::find_if(layout.texts.begin(), layout.texts.end(), [&](const reader::PlacedText& t) {
          return !t.paragraph->objects().empty() && t.rect().intersects(formula.box);
        });
    const QRectF whole = typesetting::formulaPath(*formula.object->formula,
                                                  text.paragraph->style().formulaEm * formula.object->scale)
                             .boundingRect();
    const QRectF shown = ink(drawn(fixture.reader(), formula.box.adjusted(-1, -1, 1, 1)));
    // Thin strokes below half a device pixel's grey are not counted as ink at either side.
    QVERIFY2(std::abs(whole.width() - shown.width()) <= 1.0,
             qPrintable(QStringLiteral("whole %1, shown %2").arg(whole.width()).arg(shown.width())));
  }

  void neighbouringLinesDoNotTouch() {
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\nA line of words with "
                                         "$\\displaystyle\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ in it, and then "
                                         "more words so that there is a second line with "
                                         "$\\displaystyle\\sum_{i=1}^{n} x_i$ in it too, and a third."),
                          {420, 500});
    fixture.open();
    for (const reader::PlacedText& text : fixture.reader().layout().texts)
      for (int line = 1; line < text.paragraph->lineCount(); ++line) {
        double below = 0;
        double above = 0;
        for (const reader::InlineObject& object : text.paragraph->objects()) {
          const int own = text.paragraph->lineOf(object.position);
          below = own == line - 1 ? std::max(below, object.below) : below;
          above = own == line ? std::max(above, object.above) : above;
        }
        QVERIFY(text.paragraph->baseline(line) - text.paragraph->baseline(line - 1) >= below + above);
      }
  }

  void malformedTexShowsItsSource() {
    ReaderFixture fixture(
        QStringLiteral("# 1.1 First\n\nBefore $\\frac{a$ after.\n\n$$\n\\nosuchcommand{x}\n$$\n"));
    fixture.open();
    for (const int number : {0, 1}) {
      const auto formula = fixture.object(ObjectKind::Formula, number);
      QVERIFY(!formula.object->formula->error.isEmpty());
      QVERIFY(formula.box.width() > 20);
      QVERIFY(ink(drawn(fixture.reader(), formula.box.adjusted(-1, -1, 1, 1))).width() > 10);
    }
    QVERIFY(fixture.reader().text().contains(QStringLiteral("after.")));
  }
};

QTEST_MAIN(FormulasStandOnTheBaseline)
#include "formulas_stand_on_the_baseline.moc"
