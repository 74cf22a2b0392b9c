#include "tests/render/pictures.h"
#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

using namespace eigenboard;

/// An independent renderer draws our SVG as we draw the PNG.
class SvgMatchesPng : public QObject {
  Q_OBJECT

 private slots:
  void matches_data();
  void matches();
  void aMissingLineIsNoticed();

 private:
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr QSize size{900, 560};

/// What may differ: Qt sets text and the lines of the background on whole pixels, an SVG renderer where they
/// are. A line or stem of full contrast, one pixel wide and moved by a pixel, differs by 255/3 after the
/// blur. The pixels that differ visibly are those of the zero lines: three beside each other along the width
/// and the height.
bool agree(const tests::Difference& difference) {
  const double zeroLines = 3.0 * (size.width() + size.height()) / (size.width() * size.height());
  return difference.largest < 255.0 / 3 && difference.mean < 0.7 && difference.visibleShare < zeroLines;
}

} // namespace

void SvgMatchesPng::matches_data() {
  QTest::addColumn<QString>("theme");
  QTest::addColumn<QString>("scene");
  QTest::addColumn<double>("scale");
  for (const char* theme : {"light", "dark"})
    for (const char* scene : {"transform", "eigen", "heat"})
      for (const double scale : {1.0, 1.5})
        QTest::addRow("%s %s %.1f", theme, scene, scale)
            << QString::fromLatin1(theme) << QString::fromLatin1(scene) << scale;
}

void SvgMatchesPng::matches() {
  QFETCH(QString, theme);
  QFETCH(QString, scene);
  QFETCH(double, scale);
  const scene::Scene pictured = scene == QStringLiteral("eigen")  ? tests::eigenScene()
                                : scene == QStringLiteral("heat") ? tests::heatScene()
                                                                  : tests::transformScene();
  render::FigureOptions options;
  options.size = size;
  options.scale = scale;
  options.handles = true;
  options.formula = QStringLiteral("\\det\\begin{bmatrix}1.5&0.5\\\\0.3&1.2\\end{bmatrix}");
  options.format = render::FigureFormat::Svg;
  const render::Figure svg = render::exportFigure(pictured, render::themeNamed(theme), typesetter_, options);
  options.format = render::FigureFormat::Png;
  const render::Figure png = render::exportFigure(pictured, render::themeNamed(theme), typesetter_, options);
  QCOMPARE(svg.error + png.error, QString());
  QString error;
  const QImage independent = tests::drawnByRsvg(svg.bytes, error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  const QImage ours = QImage::fromData(png.bytes, "PNG").convertToFormat(QImage::Format_ARGB32);
  QCOMPARE(independent.size(), ours.size());
  const tests::Difference difference = tests::blurredDifference(independent, ours);
  qInfo("mean %.3f, largest %.1f of 255, visible share %.5f", difference.mean, difference.largest,
        difference.visibleShare);
  QVERIFY2(agree(difference), qPrintable(scene::keyOf(pictured.views.front())));
}

void SvgMatchesPng::aMissingLineIsNoticed() {
  render::FigureOptions options;
  options.size = size;
  const scene::Scene whole = tests::transformScene();
  const std::vector<scene::Mark> marks = std::get<scene::PlaneView>(whole.views.front()).marks;
  for (std::size_t missing = 0; missing < marks.size(); ++missing) {
    // A label or the letter covers too few pixels to count; lines, arrows and areas must.
    const scene::Mark& mark = marks[missing];
    if (!std::holds_alternative<scene::Lattice>(mark) && !std::holds_alternative<scene::Curve>(mark) &&
        !std::holds_alternative<scene::Arrow>(mark))
      continue;
    scene::Scene lacking = whole;
    auto& left = std::get<scene::PlaneView>(lacking.views.front()).marks;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(missing));
    options.format = render::FigureFormat::Svg;
    const auto svg = render::exportFigure(lacking, render::themeNamed({}), typesetter_, options);
    options.format = render::FigureFormat::Png;
    const auto png = render::exportFigure(whole, render::themeNamed({}), typesetter_, options);
    QString error;
    const QImage independent = tests::drawnByRsvg(svg.bytes, error);
    const QImage ours = QImage::fromData(png.bytes, "PNG").convertToFormat(QImage::Format_ARGB32);
    QVERIFY2(!agree(tests::blurredDifference(independent, ours)), qPrintable(QString::number(missing)));
  }
}

QTEST_MAIN(SvgMatchesPng)
#include "svg_matches_png.moc"
