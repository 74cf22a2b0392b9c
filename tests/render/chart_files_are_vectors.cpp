#include "tests/render/chart_scenes.h"
#include "tests/render/pictures.h"
#include "views/render/export.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace eigenboard;

/// A chart in an SVG or PDF file is made of shapes, cut to its axes, and looks like the PNG.
class ChartFilesAreVectors : public QObject {
  Q_OBJECT

 private slots:
  void svgHoldsShapesOnly_data() { addCharts(); }
  void svgHoldsShapesOnly();
  void svgMatchesPng_data() { addCharts(); }
  void svgMatchesPng();
  void aMissingBarIsNoticed();
  void pdfHoldsNoImage();
  void isTheSameEveryTime();
  void nothingLiesOutsideTheAxes();

 private:
  static void addCharts() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, view] : tests::chartViews())
      QTest::newRow(qPrintable(name)) << name;
  }
  static scene::ChartView named(const QString& name) {
    for (const auto& [candidate, view] : tests::chartViews())
      if (candidate == name)
        return view;
    return {};
  }
  QByteArray file(const scene::ChartView& view, render::FigureFormat format,
                  const QString& theme = QStringLiteral("light")) {
    scene::Scene scene;
    scene.views.push_back(view);
    render::FigureOptions options;
    options.format = format;
    options.size = {620, 420};
    options.handles = true;
    const render::Figure figure =
        render::exportFigure(scene, render::themeNamed(theme), typesetter_, options);
    return figure.error.isEmpty() ? figure.bytes : QByteArray();
  }
  tests::Difference difference(const QByteArray& svg, const QByteArray& png, QString& error) {
    return tests::blurredDifference(tests::drawnByRsvg(svg, error),
                                    QImage::fromData(png, "PNG").convertToFormat(QImage::Format_ARGB32));
  }

  typesetting::Typesetter typesetter_;
};

namespace {

/// What may differ, as in svg_matches_png: text and hairlines lie on whole pixels in an image. The pixels
/// that differ visibly are those of two lines: three beside each other along the width and the height. Where
/// a translucent fill covers the picture, its blend may be a step of 255 off everywhere.
bool agree(const tests::Difference& difference, double filledShare = 0) {
  const double lines = 3.0 * (620 + 420) / (620.0 * 420.0);
  return difference.largest < 255.0 / 3 && difference.mean < 0.7 + filledShare &&
         difference.visibleShare < lines;
}

} // namespace

void ChartFilesAreVectors::svgHoldsShapesOnly() {
  QFETCH(const QString, name);
  const QByteArray bytes = file(named(name), render::FigureFormat::Svg);
  QXmlStreamReader reader(bytes);
  int paths = 0;
  int clips = 0;
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isStartElement())
      continue;
    QVERIFY(reader.name() != QStringLiteral("image"));
    paths += reader.name() == QStringLiteral("path") ? 1 : 0;
    clips += reader.name() == QStringLiteral("clipPath") ? 1 : 0;
  }
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  QVERIFY(paths > 10);
  QVERIFY(clips > 0);
}

void ChartFilesAreVectors::svgMatchesPng() {
  QFETCH(const QString, name);
  for (const char* theme : {"light", "dark", "contrast"}) {
    const QString key = QString::fromLatin1(theme);
    QString error;
    const auto found = difference(file(named(name), render::FigureFormat::Svg, key),
                                  file(named(name), render::FigureFormat::Png, key), error);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    qInfo("%s: mean %.3f, largest %.1f of 255, visible share %.5f", theme, found.mean, found.largest,
          found.visibleShare);
    QVERIFY(agree(found, name == QStringLiteral("areas") ? 1 : 0));
  }
}

void ChartFilesAreVectors::aMissingBarIsNoticed() {
  const scene::ChartView whole = named(QStringLiteral("bars"));
  for (std::size_t missing = 0; missing < 5; ++missing) {
    scene::ChartView lacking = whole;
    lacking.bars[0].values[missing] = 0;
    QString error;
    QVERIFY(!agree(
        difference(file(lacking, render::FigureFormat::Svg), file(whole, render::FigureFormat::Png), error)));
  }
}

void ChartFilesAreVectors::pdfHoldsNoImage() {
  for (const auto& [name, view] : tests::chartViews()) {
    const QByteArray bytes = file(view, render::FigureFormat::Pdf);
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY2(!bytes.contains("/Subtype /Image"), qPrintable(name));
  }
}

void ChartFilesAreVectors::isTheSameEveryTime() {
  for (const auto& [name, view] : tests::chartViews())
    QCOMPARE(file(view, render::FigureFormat::Svg), file(view, render::FigureFormat::Svg));
}

void ChartFilesAreVectors::nothingLiesOutsideTheAxes() {
  // Bars and lines far higher than the axis change nothing above it.
  scene::ChartView view = tests::barChart({1, 1, 1});
  view.handles.clear();
  view.bars[0].decimals.reset();
  scene::ChartView high = view;
  high.bars[0].values = {5, 1e9, 1e300};
  QString error;
  const QImage within = tests::drawnByRsvg(file(view, render::FigureFormat::Svg), error);
  const QImage beyond = tests::drawnByRsvg(file(high, render::FigureFormat::Svg), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  QCOMPARE(beyond.copy(0, 0, 620, 50), within.copy(0, 0, 620, 50));
}

QTEST_MAIN(ChartFilesAreVectors)
#include "chart_files_are_vectors.moc"
