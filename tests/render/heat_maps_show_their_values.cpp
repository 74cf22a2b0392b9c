#include "tests/render/pictures.h"
#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/render/hover.h"
#include "views/render/plane_layout.h"
#include "views/render/plane_widget.h"
#include "views/render/space/color_map.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;
using namespace eigenboard::scene;

/// A heat map has the colour of each value where it stands, is transparent where there is none, tells the
/// value under the pointer, stays quiet under what is drawn on it, and is one image in a file. Kept pictures
/// are never stale.
class HeatMapsShowTheirValues : public QObject {
  Q_OBJECT

 private slots:
  void pixelsHaveTheColorOfTheirValue_data();
  void pixelsHaveTheColorOfTheirValue();
  void holesAreTransparent();
  void equalLimitsGiveTheMiddle();
  void hoverReadsTheValue();
  void cellsAreFilledToTheirEdges();
  void keptPicturesAreNeverStale();
  void linesAndWordsStayReadable();
  void filesHaveOneImage();
  void popplerDrawsIt();

 private:
  render::Figure figure(const scene::Scene& scene, render::FigureFormat format, const render::Theme& theme) {
    render::FigureOptions options;
    options.format = format;
    options.size = size_;
    return render::exportFigure(scene, theme, typesetter_, options);
  }
  QSize size_{480, 400};
  typesetting::Typesetter typesetter_;
};

namespace {

/// z = x + y on a coarse grid: bilinear interpolation is exact.
PlaneView slopeView() {
  PlaneView view;
  view.x = {QString(), -2, 2};
  view.y = {QString(), -2, 2};
  view.backgroundGrid = false;
  HeatMap map{5, 3, -2, 2, -1, 1, {}, -3, 3, 1, QStringLiteral("Slope")};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 5; ++column)
      map.values.push_back((column - 2) + (row - 1));
  view.marks.push_back(map);
  return view;
}

HeatMap& mapOf(PlaneView& view) {
  return std::get<HeatMap>(view.marks.front());
}

QColor over(const QColor& top, double opacity, const QColor& ground) {
  const auto mixed = [opacity](int one, int other) {
    return static_cast<int>(std::lround(opacity * one + (1 - opacity) * other));
  };
  return {mixed(top.red(), ground.red()), mixed(top.green(), ground.green()),
          mixed(top.blue(), ground.blue())};
}

int difference(const QColor& one, const QColor& other) {
  return std::max({std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                   std::abs(one.blue() - other.blue())});
}

} // namespace

void HeatMapsShowTheirValues::pixelsHaveTheColorOfTheirValue_data() {
  QTest::addColumn<QString>("theme");
  QTest::addColumn<double>("opacity");
  for (const char* theme : {"light", "dark", "contrast"})
    for (const double opacity : {1.0, 0.45})
      QTest::addRow("%s %.2f", theme, opacity) << QString::fromLatin1(theme) << opacity;
}

void HeatMapsShowTheirValues::pixelsHaveTheColorOfTheirValue() {
  QFETCH(QString, theme);
  QFETCH(double, opacity);
  const render::Theme colors = render::themeNamed(theme);
  PlaneView view = slopeView();
  mapOf(view).opacity = opacity;
  const QImage picture = QImage::fromData(figure({{view}}, render::FigureFormat::Png, colors).bytes, "PNG");
  const render::PlaneFrame frame = render::layoutPlane(view, size_).frame;
  int checked = 0;
  for (double x = -1.95; x < 2; x += 0.13)
    for (double y = -0.95; y < 1; y += 0.11) {
      const QPointF at = frame.toPixel({x, y});
      const QPoint pixel(static_cast<int>(at.x()), static_cast<int>(at.y()));
      const QPointF middle = frame.toPoint(QPointF(pixel) + QPointF(0.5, 0.5));
      if (std::min(std::abs(middle.x()), std::abs(middle.y())) < 0.05)
        continue; // the zero lines shine through
      const QColor expected =
          over(render::space::heightColor((middle.x() + middle.y() + 3) / 6), opacity, colors.surface);
      // The table has 256 colours and neighbours differ by at most two steps; the alpha of 8 bits rounds
      // twice.
      QVERIFY2(difference(picture.pixelColor(pixel), expected) <= 4,
               qPrintable(QStringLiteral("%1 %2").arg(middle.x()).arg(middle.y())));
      ++checked;
    }
  QVERIFY(checked > 400);
  // Outside the grid there is nothing.
  const QPointF outside = frame.toPixel({1.3, 1.4});
  QCOMPARE(picture.pixelColor(outside.toPoint()), colors.surface);
}

void HeatMapsShowTheirValues::holesAreTransparent() {
  PlaneView view = slopeView();
  mapOf(view).values[7] = std::numeric_limits<double>::quiet_NaN(); // at (0, 0)
  const render::Theme colors = render::themeNamed(QStringLiteral("light"));
  const QImage picture = QImage::fromData(figure({{view}}, render::FigureFormat::Png, colors).bytes, "PNG");
  const render::PlaneFrame frame = render::layoutPlane(view, size_).frame;
  for (const QPointF inside : {QPointF(0.5, 0.5), QPointF(-0.9, -0.9), QPointF(0.9, -0.3)})
    QCOMPARE(picture.pixelColor(frame.toPixel(inside).toPoint()), colors.surface);
  for (const QPointF beside : {QPointF(1.1, 0.5), QPointF(-1.1, -0.9)})
    QVERIFY(picture.pixelColor(frame.toPixel(beside).toPoint()) != colors.surface);
}

void HeatMapsShowTheirValues::equalLimitsGiveTheMiddle() {
  PlaneView view = slopeView();
  mapOf(view).minimum = mapOf(view).maximum = 7;
  const render::Theme colors = render::themeNamed(QStringLiteral("light"));
  const QImage picture = QImage::fromData(figure({{view}}, render::FigureFormat::Png, colors).bytes, "PNG");
  const render::PlaneFrame frame = render::layoutPlane(view, size_).frame;
  for (const QPointF at : {QPointF(-1.5, -0.5), QPointF(1.5, 0.5)})
    QVERIFY(difference(picture.pixelColor(frame.toPixel(at).toPoint()), render::space::heightColor(0.5)) <=
            4);
}

void HeatMapsShowTheirValues::hoverReadsTheValue() {
  const PlaneView view = slopeView();
  const render::PlaneFrame frame = render::layoutPlane(view, size_).frame;
  const auto note = render::hoverAt(view, frame, frame.toPixel({0.5, 0.75}));
  QVERIFY(note.has_value());
  QCOMPARE(note->name, QStringLiteral("Slope"));
  QVERIFY2(note->values.endsWith(QStringLiteral(": 1.250")), qPrintable(note->values));
  QVERIFY(!render::hoverAt(view, frame, frame.toPixel({0.5, 1.2})).has_value());
  PlaneView hole = view;
  mapOf(hole).values[7] = std::numeric_limits<double>::infinity();
  QVERIFY(!render::hoverAt(hole, frame, frame.toPixel({0.5, 0.5})).has_value());
}

void HeatMapsShowTheirValues::cellsAreFilledToTheirEdges() {
  PlaneView view = slopeView();
  HeatMap& map = mapOf(view);
  map.areCells = true;
  map.values[7] =
      std::numeric_limits<double>::quiet_NaN(); // the third of five across, the second of three up
  map.columnNames = {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D"),
                     QStringLiteral("E")};
  map.rowNames = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
  const render::Theme colors = render::themeNamed(QStringLiteral("light"));
  const QImage picture = QImage::fromData(figure({{view}}, render::FigureFormat::Png, colors).bytes, "PNG");
  const render::PlaneFrame frame = render::layoutPlane(view, size_).frame;
  // A cell is 0.8 wide and two thirds high; its middle and its corners have one colour.
  const auto colorAt = [&](double x, double y) {
    return picture.pixelColor(frame.toPixel({x, y}).toPoint());
  };
  for (int column = 0; column < 5; ++column) {
    const double left = -2 + 0.8 * column;
    const double share = (column - 2 + 1 + 3) / 6.0; // of the top row
    for (const QPointF at : {QPointF(0.08, 0.4), QPointF(0.4, 0.7), QPointF(0.72, 0.95)})
      QVERIFY(difference(colorAt(left + at.x(), at.y()), render::space::heightColor(share)) <= 8);
  }
  for (const double x : {-0.35, 0.1, 0.35})
    QCOMPARE(colorAt(x, 0.1), colors.surface); // beside the axes
  const auto note = render::hoverAt(view, frame, frame.toPixel({0.7, 0.9}));
  QVERIFY(note.has_value());
  QVERIFY2(note->values.startsWith(QStringLiteral("three, D: 2.0")), qPrintable(note->values));
  QVERIFY(!render::hoverAt(view, frame, frame.toPixel({0.0, 0.0})).has_value());
  map.columns = map.rows = 1;
  map.values = {3};
  map.columnNames.clear();
  QVERIFY(render::hoverAt(view, frame, frame.toPixel({-1.9, -0.9})).has_value()); // one value is enough
}

void HeatMapsShowTheirValues::keptPicturesAreNeverStale() {
  const auto fresh = [this](const PlaneView& view, const QString& theme, QSize size) {
    render::PlaneWidget widget(typesetter_, render::themeNamed(theme));
    widget.resize(size);
    widget.setView(view);
    return widget.grab().toImage();
  };
  PlaneView view = slopeView();
  view.handles.push_back({QStringLiteral("h"), QStringLiteral("Handle"), {1, 1}, Role::Drag, {}});
  render::PlaneWidget widget(typesetter_, render::themeNamed(QStringLiteral("light")));
  widget.resize(480, 400);
  const auto shows = [&](const QString& theme) {
    widget.setView(view);
    return widget.grab().toImage() == fresh(view, theme, widget.size());
  };
  const QString light = QStringLiteral("light");
  QVERIFY(shows(light));
  view.handles.front().position = {0.5, 0.2};
  QVERIFY(shows(light));
  const QImage before = widget.grab().toImage();
  mapOf(view).values[4] += 0.5;
  QVERIFY(shows(light));
  QVERIFY(widget.grab().toImage() != before);
  mapOf(view).maximum = 5;
  QVERIFY(shows(light));
  mapOf(view).opacity = 0.3;
  QVERIFY(shows(light));
  mapOf(view).right = 1.5;
  QVERIFY(shows(light));
  view.x.maximum = 3;
  QVERIFY(shows(light));
  widget.resize(500, 300);
  QVERIFY(shows(light));
  widget.setTheme(render::themeNamed(QStringLiteral("dark")));
  QVERIFY(shows(QStringLiteral("dark")));
  view.marks.push_back(view.marks.front());
  std::get<HeatMap>(view.marks.back()).top = 0;
  QVERIFY(shows(QStringLiteral("dark")));
  view.marks.erase(view.marks.begin());
  QVERIFY(shows(QStringLiteral("dark")));
}

void HeatMapsShowTheirValues::linesAndWordsStayReadable() {
  // WCAG 2.1: 4.5 for words (labels have a halo of the surface besides), 3 for lines in the colour of ink.
  for (const render::Theme& theme : render::themes())
    for (int i = 0; i <= 100; ++i) {
      const QColor ground = over(render::space::heightColor(i / 100.0), HeatMap().opacity, theme.surface);
      const double ratio = render::contrastRatio(theme.color(Role::Ink), ground);
      QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 at %2: %3").arg(theme.key).arg(i).arg(ratio)));
    }
}

void HeatMapsShowTheirValues::filesHaveOneImage() {
  const render::Theme light = render::themeNamed(QStringLiteral("light"));
  const QByteArray svg = figure(tests::heatScene(), render::FigureFormat::Svg, light).bytes;
  QCOMPARE(svg.count("<image"), 1);
  QVERIFY2(svg.size() < 400000, qPrintable(QString::number(svg.size())));
  // What else there is stays a vector.
  QVERIFY(svg.count("<path") > 5);
}

void HeatMapsShowTheirValues::popplerDrawsIt() {
  const render::Theme light = render::themeNamed(QStringLiteral("light"));
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("heat.pdf")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(figure(tests::heatScene(), render::FigureFormat::Pdf, light).bytes);
  file.close();
  const tests::Output list =
      tests::run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file.fileName()});
  QCOMPARE(list.error, QString());
  static const QRegularExpression row(QStringLiteral("^ *\\d+ +\\d+ +image "),
                                      QRegularExpression::MultilineOption);
  QCOMPARE(QString::fromLatin1(list.bytes).count(row), 1);
  const QString stem = folder.filePath(QStringLiteral("page"));
  const tests::Output drawn = tests::run(QStringLiteral("pdftoppm"),
                                         {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                                          QStringLiteral("-singlefile"), file.fileName(), stem});
  QCOMPARE(drawn.error, QString());
  const QImage page(stem + QStringLiteral(".png"));
  const QImage ours =
      QImage::fromData(figure(tests::heatScene(), render::FigureFormat::Png, light).bytes, "PNG");
  QCOMPARE(page.size(), ours.size());
  const tests::Difference apart = tests::blurredDifference(page, ours);
  qInfo("mean %.3f, largest %.1f of 255, visible share %.5f", apart.mean, apart.largest, apart.visibleShare);
  // As for the other scenes: a stem or line of full contrast, moved by a pixel, and three pixels along the
  // zero lines.
  QVERIFY(apart.largest < 255.0 / 3);
  QVERIFY(apart.visibleShare < 3.0 * (page.width() + page.height()) / (page.width() * page.height()));
}

QTEST_MAIN(HeatMapsShowTheirValues)
#include "heat_maps_show_their_values.moc"
