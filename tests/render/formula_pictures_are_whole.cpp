#include "tests/render/pictures.h"
#include "views/render/formula_image.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

#include <algorithm>

using namespace eigenboard;
using typesetting::Style;

/// A formula copied as a picture is whole, transparent round its ink, and the same as SVG and as pixels.
class FormulaPicturesAreWhole : public QObject {
  Q_OBJECT

 private slots:
  void nothingIsCut_data();
  void nothingIsCut();
  void librsvgDrawsTheSame_data() { nothingIsCut_data(); }
  void librsvgDrawsTheSame();
  void theSvgSaysItsTex();
  void theInkIsTheOneAskedFor();
  void whatCannotBeDrawnGivesNothing();

 private:
  typesetting::FormulaPointer formula(const QString& tex) { return typesetter_.typeset(tex, Style::Display); }
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr double pixelsPerEm = 48;

int alphaInRow(const QImage& image, int row) {
  int most = 0;
  for (int x = 0; x < image.width(); ++x)
    most = std::max(most, qAlpha(image.pixel(x, row)));
  return most;
}

int alphaInColumn(const QImage& image, int column) {
  int most = 0;
  for (int y = 0; y < image.height(); ++y)
    most = std::max(most, qAlpha(image.pixel(column, y)));
  return most;
}

} // namespace

void FormulaPicturesAreWhole::nothingIsCut_data() {
  QTest::addColumn<QString>("tex");
  QTest::newRow("ordinary") << QStringLiteral("\\mathbf J_f^{\\mathsf T}\\hat{\\Theta}");
  QTest::newRow("matrix") << QStringLiteral("\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}");
  QTest::newRow("ink left of the box") << QStringLiteral("\\mathllap{\\sum_i x_i}y");
  QTest::newRow("ink right of the box") << QStringLiteral("y\\mathrlap{abc}");
  QTest::newRow("ink above the box") << QStringLiteral("\\smash{\\frac{a}{b}}");
  QTest::newRow("in colour") << QStringLiteral("\\textcolor{#d55e00}{\\sqrt{x}}+1");
}

void FormulaPicturesAreWhole::nothingIsCut() {
  QFETCH(QString, tex);
  const auto laidOut = formula(tex);
  QVERIFY2(laidOut->error.isEmpty(), qPrintable(laidOut->error));
  const QImage image = render::formulaImage(*laidOut, pixelsPerEm, Qt::black);
  QCOMPARE(image.size(), render::formulaImageSize(*laidOut, pixelsPerEm));
  QVERIFY(image.width() >= laidOut->width * pixelsPerEm);
  QVERIFY(image.height() >= (laidOut->height + laidOut->depth) * pixelsPerEm);
  QCOMPARE(alphaInRow(image, 0), 0);
  QCOMPARE(alphaInRow(image, image.height() - 1), 0);
  QCOMPARE(alphaInColumn(image, 0), 0);
  QCOMPARE(alphaInColumn(image, image.width() - 1), 0);
  int most = 0;
  for (int row = 0; row < image.height(); ++row)
    most = std::max(most, alphaInRow(image, row));
  QVERIFY(most > 200);
}

void FormulaPicturesAreWhole::librsvgDrawsTheSame() {
  QFETCH(QString, tex);
  const auto laidOut = formula(tex);
  QString error;
  const QImage independent = tests::drawnByRsvg(render::formulaSvg(*laidOut, pixelsPerEm, Qt::black), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  const QImage ours =
      render::formulaImage(*laidOut, pixelsPerEm, Qt::black).convertToFormat(QImage::Format_ARGB32);
  QCOMPARE(independent.size(), ours.size());
  const auto onWhite = [](const QImage& image) {
    QImage result(image.size(), QImage::Format_RGB32);
    result.fill(Qt::white);
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) {
        const QColor pixel = image.pixelColor(x, y);
        const auto mixed = [&](int channel) {
          return (channel * pixel.alpha() + 255 * (255 - pixel.alpha())) / 255;
        };
        result.setPixel(x, y, qRgb(mixed(pixel.red()), mixed(pixel.green()), mixed(pixel.blue())));
      }
    return result;
  };
  const tests::Difference difference = tests::blurredDifference(onWhite(independent), onWhite(ours));
  // Rules lie on whole pixels in our image: an edge moved by half a pixel differs by 255/6 after the blur of
  // three, and by twice that where both its edges are moved.
  QVERIFY2(difference.largest < 255.0 / 3, qPrintable(QString::number(difference.largest)));
  QVERIFY2(difference.mean < 2, qPrintable(QString::number(difference.mean)));
}

void FormulaPicturesAreWhole::theSvgSaysItsTex() {
  const QString tex = QStringLiteral("a<b\\quad\\&\\quad\\text{\"c\"}");
  QXmlStreamReader reader(render::formulaSvg(*formula(tex), pixelsPerEm, Qt::black));
  QString title;
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"title")
      title = reader.readElementText();
  QCOMPARE(reader.error(), QXmlStreamReader::NoError);
  QCOMPARE(title, tex);
}

void FormulaPicturesAreWhole::theInkIsTheOneAskedFor() {
  const QImage image =
      render::formulaImage(*formula(QStringLiteral("\\rule{1em}{1em}")), pixelsPerEm, QColor(10, 120, 200));
  QCOMPARE(image.pixelColor(image.rect().center()), QColor(10, 120, 200));
}

void FormulaPicturesAreWhole::whatCannotBeDrawnGivesNothing() {
  const auto broken = formula(QStringLiteral("\\frac{1}{"));
  QVERIFY(!broken->error.isEmpty());
  QVERIFY(render::formulaSvg(*broken, pixelsPerEm, Qt::black).isEmpty());
  QVERIFY(render::formulaImage(*broken, pixelsPerEm, Qt::black).isNull());
  const auto wide = formula(QStringLiteral("a\\kern{400em}b"));
  QVERIFY(wide->error.isEmpty());
  QVERIFY(!render::formulaImage(*wide, 10, Qt::black).isNull());
  QVERIFY(render::formulaImage(*wide, 1000, Qt::black).isNull());
  QVERIFY(render::formulaSvg(*wide, 1000, Qt::black).isEmpty());
  const auto fine = formula(QStringLiteral("x"));
  for (const double size : {0., -3., qQNaN(), qInf()})
    QVERIFY(render::formulaImage(*fine, size, Qt::black).isNull());
}

QTEST_MAIN(FormulaPicturesAreWhole)
#include "formula_pictures_are_whole.moc"
