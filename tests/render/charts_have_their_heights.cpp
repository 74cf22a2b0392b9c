#include "tests/render/chart_scenes.h"
#include "views/render/chart/chart_hover.h"
#include "views/render/chart/chart_painter.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace eigenboard;
using render::chart::ChartLayout;
using scene::Role;

namespace {

const QColor ground(255, 255, 255);
const QColor gridColor(255, 0, 255);
const QColor first(200, 0, 0);
const QColor second(0, 0, 200);
const QColor third(0, 140, 0);

/// Colours that tell what a pixel is of; no words.
render::Theme loudTheme() {
  render::Theme theme = render::themeNamed(QStringLiteral("light"));
  theme.surface = ground;
  theme.text = theme.textMuted = ground;
  for (QColor& role : theme.roles)
    role = ground;
  const auto set = [&theme](Role role, const QColor& color) {
    theme.roles.at(static_cast<std::size_t>(role)) = color;
  };
  set(Role::Grid, gridColor);
  set(Role::Muted, gridColor);
  set(Role::Response, first);
  set(Role::ResponseSecond, second);
  set(Role::Positive, third);
  return theme;
}

struct Picture {
  QImage image;
  ChartLayout layout;
};

Picture painted(const scene::ChartView& view, QSize size = {500, 420}) {
  const render::Theme theme = loudTheme();
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  Picture picture{QImage(size, QImage::Format_RGB32), render::chart::layoutChart(view, size, kit.formulas)};
  picture.image.fill(ground);
  QPainter painter(&picture.image);
  render::chart::ChartSeries series;
  render::paintChart(painter, view, picture.layout, kit, series);
  return picture;
}

/// The rows, or with isAcross the columns, in which a line of pixels has a colour: first and last.
std::pair<int, int> reach(const QImage& image, int at, const QColor& color, bool isAcross = false) {
  int from = -1;
  int to = -1;
  for (int i = 0; i < (isAcross ? image.width() : image.height()); ++i)
    if ((isAcross ? image.pixelColor(i, at) : image.pixelColor(at, i)) == color) {
      from = from < 0 ? i : from;
      to = i;
    }
  return {from, to};
}

scene::ChartView plain(const std::vector<double>& values) {
  scene::ChartView view = tests::barChart(values);
  view.bars[0].opacity = 1;
  view.bars[0].decimals.reset();
  view.handles.clear();
  return view;
}

/// A pixel's row is known to half a pixel, and the antialiased row at an edge may count or not.
constexpr double edge = 1.5;

} // namespace

/// The pixels of bars, areas, boxes and lines are where the lines of the grid say their values are.
class ChartsHaveTheirHeights : public QObject {
  Q_OBJECT

 private slots:
  void barsEndAtTheirValues();
  void barsBelowZeroHangDown();
  void sidewaysBarsRunToTheRight();
  void groupsStandBesideEachOther();
  void stacksAddUp();
  void singleBarsHaveTheirRole();
  void areasStandUponEachOther();
  void boxesShowFiveNumbers();
  void linesPassThroughTheirPoints();
  void logarithmicAxesHaveEqualDecades();
  void keptObjectsShowTheNewValues();
  void earlierBarsAreOutlinedWhereTheyStood();

 private:
  /// Where values lie on an axis whose ends have grid lines: read off the picture, at a place without marks.
  struct Ruler {
    double start;
    double end;
    double least;
    double greatest;
    double at(double value) const { return start + (value - least) / (greatest - least) * (end - start); }
  };
  static Ruler upRuler(const Picture& picture, double least, double greatest) {
    const int column = qRound(picture.layout.frame.area().left()) + 1;
    const auto [top, bottom] = reach(picture.image, column, gridColor);
    return {static_cast<double>(bottom), static_cast<double>(top), least, greatest};
  }
  static int columnOf(const Picture& picture, double x) {
    return static_cast<int>(picture.layout.frame.toPixel(x, 0.5).x());
  }
};

void ChartsHaveTheirHeights::barsEndAtTheirValues() {
  const std::vector<double> values{0.05, 0.2, 0.4, 0.6, 0.8, 1, 0.333};
  scene::ChartView view = plain(values);
  view.value = {{}, -0.2, 1};
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, -0.2, 1);
  QVERIFY(ruler.start - ruler.end > 300);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto [top, bottom] = reach(picture.image, columnOf(picture, static_cast<double>(i)), first);
    QVERIFY2(std::abs(top - ruler.at(values[i])) <= edge, qPrintable(QString::number(values[i])));
    QVERIFY(std::abs(bottom + 1 - ruler.at(0)) <= edge);
  }
}

void ChartsHaveTheirHeights::barsBelowZeroHangDown() {
  scene::ChartView view = plain({-0.5, 0.5});
  view.value = {{}, -1, 1};
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, -1, 1);
  const auto [top, bottom] = reach(picture.image, columnOf(picture, 0), first);
  QVERIFY(std::abs(top - ruler.at(0)) <= edge);
  QVERIFY(std::abs(bottom + 1 - ruler.at(-0.5)) <= edge);
}

void ChartsHaveTheirHeights::sidewaysBarsRunToTheRight() {
  const std::vector<double> values{0.2, 0.6, 1};
  scene::ChartView view = plain(values);
  view.direction = scene::BarDirection::Sideways;
  const Picture picture = painted(view);
  const QRectF area = picture.layout.frame.area();
  const auto [left, right] = reach(picture.image, qRound(area.top()) + 1, gridColor, true);
  for (std::size_t i = 0; i < values.size(); ++i) {
    // The first category is the topmost.
    const int row = qRound(area.top() + (static_cast<double>(i) + 0.5) / 3 * area.height());
    const auto [from, to] = reach(picture.image, row, first, true);
    QVERIFY(std::abs(from - left) <= edge);
    QVERIFY(std::abs(to + 1 - (left + values[i] * (right - left))) <= edge);
  }
}

void ChartsHaveTheirHeights::groupsStandBesideEachOther() {
  scene::ChartView view = plain({0.2, 0.4});
  scene::BarSet other{QStringLiteral("Other"), {0.6, 0.8}, Role::ResponseSecond};
  other.opacity = 1;
  view.bars.push_back(other);
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, 0, 1);
  const int low = static_cast<int>(ruler.at(0.1));
  const auto [firstFrom, firstTo] = reach(picture.image, low, first, true);
  const auto [secondFrom, secondTo] = reach(picture.image, low, second, true);
  // Of two categories with two bars each: first, second, first, second.
  QVERIFY(firstFrom < secondFrom && firstTo < secondTo && firstTo > secondFrom);
  // A third of the category stays empty between the groups, and each group is about its category's middle.
  const double category = picture.layout.frame.area().width() / 2;
  const auto middle = picture.layout.frame.area().center().x();
  int empty = 0;
  for (int x = static_cast<int>(middle - category / 2); x < static_cast<int>(middle + category / 2); ++x)
    empty += picture.image.pixelColor(x, low) == ground ? 1 : 0;
  QVERIFY(empty > 0.28 * category && empty < 0.5 * category);
  QVERIFY(std::abs((firstFrom + secondTo) / 2.0 - middle) <= edge);
  const auto heights = [&](double x, const QColor& color) {
    return reach(picture.image, columnOf(picture, x), color).first;
  };
  QVERIFY(std::abs(heights(-1.0 / 6, first) - ruler.at(0.2)) <= edge);
  QVERIFY(std::abs(heights(1.0 / 6, second) - ruler.at(0.6)) <= edge);
  QVERIFY(std::abs(heights(5.0 / 6, first) - ruler.at(0.4)) <= edge);
  QVERIFY(std::abs(heights(7.0 / 6, second) - ruler.at(0.8)) <= edge);
}

void ChartsHaveTheirHeights::stacksAddUp() {
  scene::ChartView view = plain({0.2, -0.2, std::nan("")});
  view.layout = scene::BarLayout::Stacked;
  view.value = {{}, -1, 1};
  scene::BarSet other{QStringLiteral("Other"), {0.5, 0.4, 0.7}, Role::ResponseSecond};
  scene::BarSet last{QStringLiteral("Last"), {0.1, -0.6, 0.3}, Role::Positive};
  other.opacity = last.opacity = 1;
  view.bars.push_back(other);
  view.bars.push_back(last);
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, -1, 1);
  const auto isFromTo = [&](int category, const QColor& color, double from, double to) {
    const auto [top, bottom] = reach(picture.image, columnOf(picture, category), color);
    return std::abs(top - ruler.at(to)) <= edge && std::abs(bottom + 1 - ruler.at(from)) <= edge;
  };
  QVERIFY(isFromTo(0, first, 0, 0.2));
  QVERIFY(isFromTo(0, second, 0.2, 0.7));
  QVERIFY(isFromTo(0, third, 0.7, 0.8));
  QVERIFY(isFromTo(1, first, -0.2, 0));
  QVERIFY(isFromTo(1, second, 0, 0.4));
  QVERIFY(isFromTo(1, third, -0.8, -0.2));
  QVERIFY(isFromTo(2, second, 0, 0.7));
  QVERIFY(isFromTo(2, third, 0.7, 1));
  QCOMPARE(reach(picture.image, columnOf(picture, 2), first).first, -1);
}

void ChartsHaveTheirHeights::singleBarsHaveTheirRole() {
  scene::ChartView view = plain({0.2, 0.4, 0.6});
  view.bars[0].roles = {Role::Response, Role::ResponseSecond, Role::Positive};
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, 0, 1);
  QVERIFY(std::abs(reach(picture.image, columnOf(picture, 0), first).first - ruler.at(0.2)) <= edge);
  QVERIFY(std::abs(reach(picture.image, columnOf(picture, 1), second).first - ruler.at(0.4)) <= edge);
  QVERIFY(std::abs(reach(picture.image, columnOf(picture, 2), third).first - ruler.at(0.6)) <= edge);
}

void ChartsHaveTheirHeights::areasStandUponEachOther() {
  scene::ChartView view = tests::areaChart();
  view.areas[0].role = Role::Response;
  view.areas[1].role = Role::ResponseSecond;
  view.areas[2].role = Role::Positive;
  for (scene::AreaSet& area : view.areas) {
    area.opacity = 1;
    area.name.clear(); // no legend, whose signs have the same colours
  }
  const Picture picture = painted(view);
  const QRectF area = picture.layout.frame.area();
  for (const double t : {2.0, 5.0, 8.0}) {
    const int column = static_cast<int>(area.left() + t / 10 * area.width());
    const double wave = std::sin((column + 0.5 - area.left()) / area.width() * 10);
    double below = 0;
    for (const auto& [value, color] :
         {std::pair(0.4 + 0.2 * wave, first), std::pair(0.2 - 0.1 * wave, second),
          std::pair(0.4 - 0.1 * wave, third)}) {
      const auto [top, bottom] = reach(picture.image, column, color);
      // The rim of a band is a line 1.2 px wide, half of it outside.
      QVERIFY(std::abs(top - (area.bottom() - (below + value) * area.height())) <= edge + 0.6);
      QVERIFY(std::abs(bottom + 1 - (area.bottom() - below * area.height())) <= edge + 0.6);
      below += value;
    }
  }
}

void ChartsHaveTheirHeights::boxesShowFiveNumbers() {
  scene::ChartView view = tests::boxChart();
  for (scene::BoxPlot& box : view.boxes) {
    box.role = Role::Response;
    box.outliers.clear();
  }
  std::swap(view.boxes[3].least, view.boxes[3].greatest); // no sample has such numbers: it is left out
  const Picture picture = painted(view);
  const QRectF area = picture.layout.frame.area();
  const auto row = [&](double value) { return area.bottom() - value / 100 * area.height(); };
  for (int i = 0; i < 3; ++i) {
    const scene::BoxPlot& box = view.boxes[static_cast<std::size_t>(i)];
    const int middle = columnOf(picture, i);
    // Lines 1.8 px wide: 0.9 of it outside.
    const auto [top, bottom] = reach(picture.image, middle, first);
    QVERIFY(std::abs(top - row(box.greatest)) <= edge + 0.9);
    QVERIFY(std::abs(bottom + 1 - row(box.least)) <= edge + 0.9);
    // Beside the whisker there is the surface, in the box a lighter colour, and between them its three lines.
    const int beside = middle + static_cast<int>(0.2 * area.width() / 4);
    const auto at = [&](double value) {
      return picture.image.pixelColor(beside, static_cast<int>(row(value)));
    };
    for (const double line : {box.lowerQuartile, box.median, box.upperQuartile}) {
      // Of a line 1.8 px wide a row is covered to nine tenths at least; the box is of a third of its colour.
      bool isThere = false;
      for (const int off : {-1, 0, 1})
        isThere =
            isThere || picture.image.pixelColor(beside, static_cast<int>(row(line)) + off).green() < 255 / 4;
      QVERIFY(isThere);
    }
    if (i == 2)
      continue; // its numbers are too near each other to look between them
    QCOMPARE(at((box.least + box.lowerQuartile) / 2), ground);
    QCOMPARE(at((box.upperQuartile + box.greatest) / 2), ground);
    const QColor inside = at((box.upperQuartile + box.median) / 2);
    QVERIFY(inside != ground && inside != first);
  }
  QCOMPARE(reach(picture.image, columnOf(picture, 3), first).first, -1);
}

void ChartsHaveTheirHeights::linesPassThroughTheirPoints() {
  scene::ChartView view;
  view.x = {{}, 0, 10};
  view.value = {{}, 0, 1};
  scene::LineSet line{{}, {}, {Role::Response, 3}};
  // A needle one step wide among a hundred thousand points is still seen, and a gap is one.
  for (int i = 0; i <= 100000; ++i)
    line.points.emplace_back(i * 1e-4, i == 31415 ? 0.9 : i > 60000 && i < 70000 ? std::nan("") : 0.25);
  view.lines = {line};
  const Picture picture = painted(view);
  const QRectF area = picture.layout.frame.area();
  const auto row = [&](double value) { return area.bottom() - value * area.height(); };
  const int needle = static_cast<int>(area.left() + 0.31415 * area.width());
  QVERIFY(std::abs(reach(picture.image, needle, first).first - row(0.9)) <= edge + 3);
  const auto column = [&](double x) {
    return reach(picture.image, static_cast<int>(area.left() + x / 10 * area.width()), first);
  };
  QVERIFY(std::abs((column(5).first + column(5).second + 1) / 2.0 - row(0.25)) <= edge);
  QCOMPARE(column(6.5).first, -1);
  QVERIFY(column(7.5).first >= 0);
}

void ChartsHaveTheirHeights::logarithmicAxesHaveEqualDecades() {
  scene::ChartView view = plain({0.01, 0.1, 1, 10, -1, 0});
  view.scale = scene::ValueScale::Logarithmic;
  view.value = {{}, 1e-3, 10};
  const Picture picture = painted(view);
  const QRectF area = picture.layout.frame.area();
  for (int i = 0; i < 4; ++i)
    QVERIFY(std::abs(reach(picture.image, columnOf(picture, i), first).first -
                     (area.bottom() - (i + 1) / 4.0 * area.height())) <= edge);
  for (int i = 4; i < 6; ++i)
    QCOMPARE(reach(picture.image, columnOf(picture, i), first).first, -1);
}

void ChartsHaveTheirHeights::keptObjectsShowTheNewValues() {
  const render::Theme theme = loudTheme();
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  render::chart::ChartSeries kept;
  const std::vector<scene::ChartView> views{
      plain({0.2, 0.9}),
      plain({0.7, 0.1}),
      plain({0.7, 0.1, 0.3}),
      tests::boxChart(),
      tests::groupedChart(scene::BarDirection::Sideways, scene::BarLayout::Grouped),
      tests::lossChart(),
      tests::areaChart(),
      tests::groupedChart(scene::BarDirection::Upright, scene::BarLayout::Stacked),
      plain({0.2, 0.9})};
  for (const scene::ChartView& view : views) {
    const Picture fresh = painted(view);
    QImage image(fresh.image.size(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    render::paintChart(painter, view, fresh.layout, kit, kept);
    painter.end();
    QVERIFY2(image == fresh.image, qPrintable(view.title));
  }
}

void ChartsHaveTheirHeights::earlierBarsAreOutlinedWhereTheyStood() {
  scene::ChartView view = plain({0.3, 0.7, 0.5});
  scene::BarSet before = view.bars[0];
  before.values = {0.6, 0.2, 0.5};
  before.role = Role::ResponseSecond;
  before.name = QStringLiteral("Before");
  view.earlierBars = {{before}};
  const Picture picture = painted(view);
  const Ruler ruler = upRuler(picture, 0, 1);
  const auto column = [&picture](int category) {
    return qRound(picture.layout.frame.toPixel(category + 0.2, 0).x());
  };
  // The higher one over the ground, the lower one across the bar: the top lies between two rows.
  for (const auto& [category, value] : {std::pair(0, 0.6), std::pair(1, 0.2)}) {
    const auto [from, to] = reach(picture.image, column(category), second);
    const double end = std::abs(from - ruler.at(value)) < std::abs(to - ruler.at(value)) ? from : to;
    QVERIFY2(std::abs(end - ruler.at(value)) <= edge, qPrintable(QString::number(end)));
  }
  QCOMPARE(picture.image.pixelColor(column(0), qRound(ruler.at(0.45))), ground); // an outline, no bar
  QCOMPARE(picture.image.pixelColor(column(1), qRound(ruler.at(0.45))), first);
  // The one that stands as it did has none.
  QCOMPARE(reach(picture.image, column(2), second), std::pair(-1, -1));
  const auto note = render::chart::chartNoteAt(view, picture.layout.frame,
                                               picture.layout.frame.toPixel(1, 0.2) + QPointF(3, 1));
  QVERIFY(note && note->name.startsWith(QStringLiteral("Before")));
  QCOMPARE(note->values, QStringLiteral("0.200"));
  // In a stack each stands upon those that were below it then.
  scene::ChartView stack = plain({0.3});
  stack.layout = scene::BarLayout::Stacked;
  stack.bars.push_back(stack.bars[0]);
  stack.earlierBars = {{before, before}};
  stack.earlierBars[0][0].values = stack.earlierBars[0][1].values = {0.45};
  const Picture stacked = painted(stack);
  const auto [top, foot] = reach(stacked.image, qRound(stacked.layout.frame.toPixel(0.2, 0).x()), second);
  QVERIFY(std::abs(top - upRuler(stacked, 0, 1).at(0.9)) <= edge && foot > top);
}

QTEST_MAIN(ChartsHaveTheirHeights)
#include "charts_have_their_heights.moc"
