#include "tests/typesetting/formula_list.h"
#include "views/typesetting/formula_break.h"
#include "views/typesetting/formula_painter.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QBuffer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::typesetting;

namespace {

QImage blank(QSize size = {600, 300}) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(Qt::white);
  return image;
}

QImage painted(const Formula& formula, double pixelsPerEm, const QColor& ink = Qt::black) {
  QImage image = blank();
  QPainter painter(&image);
  paintFormula(painter, {100, 150}, pixelsPerEm, formula, ink, Qt::red);
  return image;
}

int count(const QImage& image, const std::function<bool(QRgb)>& wanted) {
  int pixels = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      pixels += wanted(image.pixel(x, y)) ? 1 : 0;
  return pixels;
}

bool isInk(QRgb pixel) {
  return pixel != qRgb(255, 255, 255);
}

/// The bytes of a PDF with the formula a hundred times on it.
QByteArray pdfWith(const Formula& formula, GlyphsAs glyphs) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int i = 0; i < 100; ++i)
      paintFormula(painter, {1000, 200.0 + i * 100}, 80, formula, Qt::black, Qt::red, glyphs);
  }
  return buffer.data();
}

} // namespace

/// Paint, path, extent and PDF say the same of a formula; colour and size are the caller's.
class FormulasPaintAlikeEverywhere : public QObject {
  Q_OBJECT

  Typesetter typesetter;

  FormulaPointer lay(const char* tex, Style style = Style::Display) {
    return typesetter.typeset(QString::fromUtf8(tex), style);
  }

 private slots:
  void paintAndPathCoverTheSame() {
    const FormulaPointer formula =
        lay(R"(\sqrt{\frac{a}{b}}+\underbrace{x}_{n}+\begin{bmatrix}1\\2\\3\\4\end{bmatrix})");
    const QImage direct = painted(*formula, 24);
    QImage byPath = blank();
    QPainter painter(&byPath);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(100, 150);
    painter.fillPath(formulaPath(*formula, 24), Qt::black);
    int far = 0;
    for (int y = 0; y < direct.height(); ++y)
      for (int x = 0; x < direct.width(); ++x)
        far += std::abs(qGray(direct.pixel(x, y)) - qGray(byPath.pixel(x, y))) > 160 ? 1 : 0;
    // Only rules differ: on the screen they lie on whole pixels.
    QVERIFY2(far <= 30, qPrintable(QString::number(far)));
  }

  void inkIsTheCallersAndColoursAreTheFormulas() {
    const QImage green = painted(*lay("x+y"), 40, Qt::darkGreen);
    QVERIFY(count(green, [](QRgb p) { return p == QColor(Qt::darkGreen).rgb(); }) > 50);
    QCOMPARE(count(green, [](QRgb p) { return p == qRgb(0, 0, 0); }), 0);
    const QImage mixed = painted(*lay(R"(\textcolor{#0072b2}{\sqrt{x}}+\color{red}y)"), 40);
    QVERIFY(count(mixed, [](QRgb p) { return p == qRgb(0, 0x72, 0xb2); }) > 50);
    QVERIFY(count(mixed, [](QRgb p) { return p == qRgb(255, 0, 0); }) > 50);
  }

  void aPhantomTakesRoomAndLeavesNoInk() {
    const FormulaPointer phantom = lay(R"(\phantom{\sqrt{\frac{a}{b}}\boxed{x}\cancel{y}})");
    const FormulaPointer visible = lay(R"(\sqrt{\frac{a}{b}}\boxed{x}\cancel{y})");
    QVERIFY(std::abs(phantom->width - visible->width) < 1e-9);
    QCOMPARE(count(painted(*phantom, 40), isInk), 0);
    QVERIFY(count(painted(*visible, 40), isInk) > 500);
  }

  void extentScalesWithSize() {
    const FormulaPointer formula = lay(R"(\frac{a}{b})");
    const FormulaExtent extent = formulaExtent(*formula, 20);
    QCOMPARE(extent.width, formula->width * 20);
    QCOMPARE(extent.height, formula->height * 20);
    QCOMPARE(extent.depth, formula->depth * 20);
  }

  void anErrorShowsItsSource() {
    const FormulaPointer formula = lay(R"(\nothing{x})");
    QVERIFY(!formula->error.isEmpty());
    const QImage image = painted(*formula, 24);
    QVERIFY(count(image, [](QRgb p) { return qRed(p) > 200 && qGreen(p) < 100; }) > 50);
    const FormulaExtent extent = formulaExtent(*formula, 24);
    QVERIFY(extent.width > 11 * 24 * 0.4 && extent.height > 10 && extent.depth > 0);
    QVERIFY(!formulaPath(*formula, 24).isEmpty());
  }

  void aLongErrorStaysOnOneBearableLine() {
    const FormulaPointer formula =
        typesetter.typeset(QStringLiteral("\\nothing\n+ ").repeated(900), Style::Inline);
    QVERIFY(!formula->error.isEmpty());
    const FormulaExtent extent = formulaExtent(*formula, 20);
    QVERIFY(extent.width < 121 * 20 && extent.height < 40);
  }

  void aColourNobodyKnowsIsInk() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const FormulaPointer formula = lay(R"(\textcolor{nosuchcolour}{x}\fcolorbox{nope}{never}{$y$})");
    QVERIFY2(formula->error.isEmpty(), qPrintable(formula->error));
    QCOMPARE(formula->glyphs.front().color, 0u);
    QCOMPARE(formula->rules.size(), 4u); // the frame, and no ground
    QCOMPARE(lay(R"(\colorbox{transparent}{$y$})")->rules.size(), 0u);
  }

  void impossibleSizesPaintNothing() {
    const FormulaPointer formula = lay("x");
    for (const double size :
         {0., -5., std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
      QCOMPARE(count(painted(*formula, size), isInk), 0);
    QCOMPARE(count(painted(Formula{}, 20), isInk), 0);
  }

  // At text size a bar of 0.04 em is thinner than a pixel; blurred, it would be grey.
  void rulesAreCrispAtTextSize() {
    const FormulaPointer formula = lay(R"(\frac{\phantom{xxx}}{\phantom{xxx}})");
    for (const double offset : {0., 0.25, 0.5, 0.75}) {
      QImage image = blank();
      QPainter painter(&image);
      paintFormula(painter, {100, 150 + offset}, 17, *formula, Qt::black, Qt::red);
      QVERIFY(count(image, [](QRgb p) { return p == qRgb(0, 0, 0); }) >= 20);
      int rows = 0;
      for (int y = 0; y < image.height(); ++y)
        rows += image.pixel(112, y) != qRgb(255, 255, 255) ? 1 : 0;
      QCOMPARE(rows, 1);
    }
  }

  void partsSayWhereTheyAre() {
    const FormulaPointer formula =
        lay(R"(a+\htmlData{part=lambda}{\lambda^2}=\frac{1}{\htmlData{part=n}{n}})");
    QCOMPARE(formula->parts.size(), 2u);
    for (const Part& part : formula->parts) {
      const QRectF box = QRectF(static_cast<double>(part.x), static_cast<double>(part.y),
                                static_cast<double>(part.width), static_cast<double>(part.height));
      const char32_t letter = part.name == u"n" ? U'n' : U'λ';
      int inside = 0;
      for (const Glyph& glyph : formula->glyphs)
        inside += glyph.character == letter && glyph.x >= part.x && glyph.x < part.x + part.width &&
                          glyph.y <= part.y + part.height + 1e-3f && glyph.y > part.y
                      ? 1
                      : 0;
      QVERIFY2(inside == 1, qPrintable(part.name));
      QVERIFY(box.width() > 0.3 && box.width() < 1.5 && box.height() > 0.3 && box.height() < 1.5);
    }
  }

  void linesBreakWhereTexAllowsIt() {
    const auto segments = [&](const char* tex) { return lay(tex)->segments.size(); };
    QCOMPARE(segments("a=b+c"), 3u);
    QCOMPARE(segments("{a=b+c}"), 0u);
    QCOMPARE(segments(R"(\left(a=b\right)\le\frac{c+d}{e}-f)"), 3u);
    QCOMPARE(segments(R"(a+b\\c+d)"), 0u);
    QCOMPARE(segments(R"(a+b\tag{1})"), 0u);
    QCOMPARE(segments("x"), 0u);
  }

  void rowsOfABrokenFormulaAreTheWhole() {
    int broken = 0;
    for (const ListedFormula& listed : readFormulaList(QStringLiteral(FORMULAS))) {
      const FormulaPointer whole = typesetter.typeset(listed.tex, listed.style);
      QVERIFY(widestSegment(*whole) <= whole->width + 1e-3);
      QCOMPARE(brokenFormula(whole, whole->width + 1).front(), whole);
      for (const double width : {0., whole->width / 3}) {
        QPainterPath again;
        again.setFillRule(Qt::WindingFill);
        const std::vector<FormulaPointer> rows = brokenFormula(whole, width);
        if (rows.size() < 2)
          continue;
        ++broken;
        double left = 0;
        for (const FormulaPointer& row : rows) {
          QVERIFY(row->width <= std::max(width, widestSegment(*whole)) + 1e-3);
          QVERIFY(row->height <= whole->height + 1e-3 && row->depth <= whole->depth + 1e-3);
          again.addPath(formulaPath(*row, 10).translated(10 * left, 0));
          left += row->width;
        }
        const QRectF one = again.boundingRect();
        const QRectF other = formulaPath(*whole, 10).boundingRect();
        QVERIFY2(std::abs(one.left() - other.left()) < 0.01 && std::abs(one.right() - other.right()) < 0.01 &&
                     std::abs(one.top() - other.top()) < 0.01 &&
                     std::abs(one.bottom() - other.bottom()) < 0.01,
                 qPrintable(listed.source));
        QCOMPARE(again.elementCount(), formulaPath(*whole, 10).elementCount());
      }
    }
    QVERIFY(broken > 300);
  }

  void pdfTextIsSmall() {
    const FormulaPointer formula = lay(R"(\det(A-\lambda I)=\lambda^2-(a+d)\lambda+(ad-bc)=0)");
    const QByteArray text = pdfWith(*formula, GlyphsAs::Text);
    const QByteArray outlines = pdfWith(*formula, GlyphsAs::Outlines);
    qInfo() << "PDF with text" << text.size() << "bytes, with outlines" << outlines.size();
    QVERIFY(text.contains("/FontFile2") || text.contains("/FontFile3"));
    QVERIFY(text.size() * 3 < outlines.size());
  }

  void paintingIsFast() {
    QImage image = blank({1200, 300});
    QPainter painter(&image);
    qint64 total = 0;
    int formulas = 0;
    for (const ListedFormula& listed : readFormulaList(QStringLiteral(FORMULAS))) {
      const FormulaPointer formula = typesetter.typeset(listed.tex, listed.style);
      paintFormula(painter, {100, 150}, 18, *formula, Qt::black, Qt::red); // reads the faces
      QElapsedTimer timer;
      timer.start();
      paintFormula(painter, {100, 150}, 18, *formula, Qt::black, Qt::red);
      total += timer.nsecsElapsed();
      ++formulas;
    }
    qInfo() << "paint" << total / formulas / 1000 << "µs a formula";
    QVERIFY(total / formulas < 3'000'000); // a fifth of a frame even unoptimized on a busy machine
  }
};

QTEST_MAIN(FormulasPaintAlikeEverywhere)
#include "formulas_paint_alike_everywhere.moc"
