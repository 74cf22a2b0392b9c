#include "tests/render/chart_scenes.h"
#include "views/render/chart/chart_hover.h"
#include "views/render/chart/chart_painter.h"
#include "views/render/chart/chart_widget.h"
#include "views/render/svg_device.h"
#include "views/render/thumbnail.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;

/// Whatever a chart holds, it is painted on every device without a crash and within seconds.
class HostileChartsArePainted : public QObject {
  Q_OBJECT

 private slots:
  void emptyCharts();
  void badNumbersInEveryMark();
  void badRanges();
  void badSizes();
  void manyMarks();
  void hugeWords();
  void handlesOfNothing();
  void widgetsSurviveAnything();

 private:
  void paintEverywhere(const scene::ChartView& view, QSize size = {300, 220});
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<double> badNumbers{notANumber, infinity, -infinity, 1e308, -1e308, 1e-320, 1e20, 0};

} // namespace

void HostileChartsArePainted::paintEverywhere(const scene::ChartView& view, QSize size) {
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = render::waitingFormulas(typesetter_);
  const render::chart::ChartLayout layout = render::chart::layoutChart(view, size, kit.formulas);
  QImage image(layout.size, QImage::Format_RGB32);
  image.fill(theme.surface);
  QPainter painter(&image);
  render::chart::ChartSeries series;
  render::paintChart(painter, view, layout, kit, series);
  render::paintGrips(painter, view, layout.frame, theme, {0, 0, 0});
  painter.end();
  render::SvgDevice device({QSizeF(layout.size), {}, {}, false});
  QPainter vector(&device);
  render::paintChart(vector, view, layout, kit, series);
  vector.end();
  QVERIFY(device.bytes().endsWith("</svg>\n"));
  QVERIFY(!device.bytes().contains("nan") && !device.bytes().contains("inf"));
  for (const QPointF& pixel :
       {layout.frame.area().center(), QPointF(0, 0), QPointF(-1e9, 1e9), QPointF(notANumber, notANumber)}) {
    render::chart::chartNoteAt(view, layout.frame, pixel);
    render::chart::chartNamesAt(view, layout.frame, pixel, 14);
  }
  render::chart::chartDescription(view, layout.frame, 0);
  scene::Scene scene;
  scene.views.push_back(view);
  QVERIFY(!render::thumbnail(scene, theme, {120, 96}, 1).isNull());
}

void HostileChartsArePainted::emptyCharts() {
  paintEverywhere({});
  scene::ChartView view = tests::barChart({0.5, 0.5});
  view.categories.clear();
  paintEverywhere(view);
  view = tests::barChart({});
  view.categories = {{QStringLiteral("A"), {}}};
  paintEverywhere(view);
  view = tests::areaChart();
  view.areaX.clear();
  paintEverywhere(view);
}

void HostileChartsArePainted::badNumbersInEveryMark() {
  for (const double bad : badNumbers)
    for (auto [name, view] : tests::chartViews()) {
      const std::vector<scene::BarSet> good = view.bars;
      for (scene::BarSet& set : view.bars) {
        set.values[1] = bad;
        set.opacity = bad;
      }
      for (scene::AreaSet& area : view.areas)
        area.values[7] = bad;
      if (!view.areaX.empty())
        view.areaX[3] = bad;
      for (scene::BoxPlot& box : view.boxes) {
        box.median = bad;
        box.outliers.push_back(bad);
      }
      for (scene::LineSet& line : view.lines) {
        line.points[5] = {bad, 1};
        line.points[9] = {2, bad};
        line.stroke.width = bad;
      }
      view.levels.push_back({QStringLiteral("Level"), bad, {scene::Role::Ink, bad}, QStringLiteral("x")});
      view.labels.push_back({{bad, 0.5}, QStringLiteral("y"), scene::Role::Ink, {bad, 0}});
      paintEverywhere(view);
      view.earlierBars = {view.bars, {}, std::vector<scene::BarSet>(7)};
      view.bars = good;
      paintEverywhere(view);
    }
}

void HostileChartsArePainted::badRanges() {
  for (const double bad : badNumbers)
    for (auto [name, view] : tests::chartViews()) {
      view.value.maximum = bad;
      view.x.minimum = bad;
      paintEverywhere(view);
      view.value = {{}, bad, bad};
      paintEverywhere(view);
      view.value = {{}, 1e300, 1.0000001e300};
      paintEverywhere(view);
      view.value = {{}, -1e308, 1e308};
      paintEverywhere(view);
    }
}

void HostileChartsArePainted::badSizes() {
  for (const auto& [name, view] : tests::chartViews())
    for (const QSize size : {QSize(1, 1), QSize(0, 0), QSize(96, 80), QSize(3000, 90), QSize(97, 2000)})
      paintEverywhere(view, size);
}

void HostileChartsArePainted::manyMarks() {
  QElapsedTimer clock;
  clock.start();
  paintEverywhere(tests::barChart(std::vector<double>(100'000, 0.7)));
  scene::ChartView lines;
  lines.x = {{}, 0, 100'000};
  for (int which = 0; which < 3; ++which) {
    scene::LineSet line{QStringLiteral("Line"), {}, {scene::Role::Response, 1}};
    for (int i = 0; i < 100'000; ++i)
      // Gaps after every second point: a path for each pair would be fifty thousand.
      line.points.emplace_back(i, i % 3 == 2 && which == 1 ? notANumber
                                                           : 0.5 + 0.5 * std::sin(i * (which + 1.0)));
    lines.lines.push_back(line);
  }
  paintEverywhere(lines);
  scene::ChartView areas;
  areas.x = {{}, 0, 100'000};
  for (int i = 0; i < 100'000; ++i)
    areas.areaX.push_back(i);
  areas.areas.resize(3, {QStringLiteral("Band"), std::vector<double>(100'000, 0.3)});
  paintEverywhere(areas);
  scene::ChartView sets = tests::barChart({0.5, 0.25});
  sets.bars.resize(200, sets.bars.front());
  paintEverywhere(sets);
  scene::ChartView boxes = tests::boxChart();
  boxes.boxes.resize(500, boxes.boxes.front());
  boxes.categories.resize(500, boxes.categories.front());
  boxes.boxes[0].outliers.assign(20'000, 70);
  paintEverywhere(boxes);
  qInfo("all painted in %lld ms", static_cast<long long>(clock.elapsed()));
  // Five charts, three times each.
  QVERIFY(clock.elapsed() < 20'000);
}

void HostileChartsArePainted::hugeWords() {
  scene::ChartView view = tests::groupedChart(scene::BarDirection::Sideways, scene::BarLayout::Grouped);
  const QString words(20'000, QLatin1Char('w'));
  view.title = words;
  view.x.label = view.value.label = QStringLiteral("\\text{") + words.first(2000) + QStringLiteral("}");
  for (scene::Category& category : view.categories)
    category = {QStringLiteral("\\frac{\\text{") + words.first(500) + QStringLiteral("}}{"), words};
  for (scene::BarSet& set : view.bars) {
    set.name = words;
    set.decimals = 1'000'000;
  }
  view.levels = {{words, 0.5, {}, QStringLiteral("\\nonsense{{{")}};
  paintEverywhere(view);
  view.direction = scene::BarDirection::Upright;
  paintEverywhere(view);
}

void HostileChartsArePainted::handlesOfNothing() {
  scene::ChartView view = tests::barChart({0.5, notANumber});
  view.handles[0].set = 7;
  view.handles[1].drag = {};
  view.handles.push_back({{}, {}, -1, -1, {}});
  view.handles.push_back({QStringLiteral("z"), {}, 0, 1'000'000, {}});
  paintEverywhere(view);
}

void HostileChartsArePainted::widgetsSurviveAnything() {
  render::ChartWidget widget(typesetter_, render::themeNamed({}));
  widget.resize(300, 200);
  widget.show();
  for (int round = 0; round < 2; ++round)
    for (auto [name, view] : tests::chartViews()) {
      widget.setView(view);
      widget.grab();
      view.handles.clear();
      for (const double bad : badNumbers) {
        view.value.maximum = bad;
        for (scene::BarSet& set : view.bars)
          set.values.assign(3, bad);
        widget.setView(view);
        widget.grab();
      }
    }
  QTest::mouseClick(&widget, Qt::LeftButton, {}, {150, 100});
  QTest::keyClick(&widget, Qt::Key_Up);
}

QTEST_MAIN(HostileChartsArePainted)
#include "hostile_charts_are_painted.moc"
