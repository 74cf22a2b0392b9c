#include "views/render/chart/chart_series.h"

#include "views/render/chart/line_runs.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QBoxPlotSeries>
#include <QtCharts/QBoxSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>
#include <QtWidgets/QGraphicsScene>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render::chart {

// These two have a name outside this file because ChartSeries::Private, which has one, holds them.
/// Bars that one of Qt's sets holds, because it knows one colour: in a stack those of one set and role, side
/// by side those of one role.
struct BarKey {
  int set = 0;
  scene::Role role = scene::Role::Response;
  double opacity = 1;
  friend bool operator==(const BarKey&, const BarKey&) = default;
};

/// What decides which objects of Qt Charts there are; anything else is a value in one of them.
struct Structure {
  bool isSideways = false;
  int places = 0;
  double barWidth = 0;
  std::vector<BarKey> keys;
  std::vector<std::size_t> runs; ///< of each line
  std::size_t areas = 0;
  std::size_t boxes = 0;
  friend bool operator==(const Structure&, const Structure&) = default;
};

/// By Qt's set and place: lengths as shares of the value axis.
using BarValues = std::vector<std::vector<double>>;
using BoxValues = std::vector<std::array<double, 5>>;

namespace {

constexpr double farShare = 4; ///< shares: where what is far out is cut
constexpr double boxWidth = 0.5;

double usableOpacity(double opacity) {
  return std::isfinite(opacity) ? std::clamp(opacity, 0.0, 1.0) : 1.0;
}

BarKey barKey(const scene::ChartView& view, int set, int category) {
  const scene::BarSet& own = view.bars[static_cast<std::size_t>(set)];
  return {view.layout == scene::BarLayout::Stacked ? set : 0, roleOf(own, category),
          usableOpacity(own.opacity)};
}

std::vector<BarKey> barKeys(const scene::ChartView& view, int categories) {
  std::vector<BarKey> keys;
  for (int set = 0; set < static_cast<int>(view.bars.size()); ++set)
    for (int category = 0; category < categories; ++category)
      if (const BarKey key = barKey(view, set, category);
          std::find(keys.begin(), keys.end(), key) == keys.end())
        keys.push_back(key);
  return keys;
}

QColor translucent(const Theme& theme, scene::Role role, double opacity) {
  QColor color = theme.color(role);
  color.setAlphaF(static_cast<float>(usableOpacity(opacity)));
  return color;
}

/// Round joins of ten thousand points would take longer than all else.
QPen linePenOf(const Theme& theme, const scene::Stroke& stroke) {
  const double width = std::isfinite(stroke.width) ? std::clamp(stroke.width, 0.1, 64.0) : 1;
  QPen pen(translucent(theme, stroke.role, stroke.opacity), width, Qt::SolidLine, Qt::RoundCap,
           Qt::BevelJoin);
  if (stroke.dash == scene::Dash::Dashed) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4, 3});
  } else if (stroke.dash == scene::Dash::Dotted) {
    pen.setDashPattern({0.01, 2.4});
  }
  return pen;
}

bool isDrawnBox(const scene::BoxPlot& box, const ChartFrame& frame) {
  double before = -std::numeric_limits<double>::infinity();
  for (const double number : {box.least, box.lowerQuartile, box.median, box.upperQuartile, box.greatest}) {
    if (!std::isfinite(number) || !(number >= before) || !std::isfinite(frame.share(number)))
      return false;
    before = number;
  }
  return true;
}

} // namespace

struct ChartSeries::Private {
  Private() {
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins({});
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMinimumSize(1, 1);
    for (QValueAxis* axis : {across, along}) {
      axis->setLabelsVisible(false);
      axis->setLineVisible(false);
      axis->setGridLineVisible(false);
      axis->setMinorGridLineVisible(false);
    }
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(along, Qt::AlignLeft);
    scene.addItem(chart);
  }

  template <typename Series>
  Series* added(Series* series, bool isSideways) {
    chart->addSeries(series);
    series->attachAxis(isSideways ? along : across);
    series->attachAxis(isSideways ? across : along);
    return series;
  }

  void build(const Structure& wanted, const BarValues& values, const BoxValues& boxValues,
             const scene::ChartView& view, const Theme& theme) {
    chart->removeAllSeries();
    areas.clear();
    bars.clear();
    boxes.clear();
    lines.clear();
    // Sideways, Qt's vertical axis is the one of the categories.
    if (wanted.isSideways != structure.isSideways) {
      for (QValueAxis* axis : {across, along})
        chart->removeAxis(axis);
      chart->addAxis(across, wanted.isSideways ? Qt::AlignLeft : Qt::AlignBottom);
      chart->addAxis(along, wanted.isSideways ? Qt::AlignBottom : Qt::AlignLeft);
    }
    structure = wanted;
    for (std::size_t i = 0; i < wanted.areas; ++i) {
      auto* area = new QAreaSeries(new QLineSeries, new QLineSeries);
      area->upperSeries()->setParent(area);
      area->lowerSeries()->setParent(area);
      areas.push_back(added(area, false));
    }
    if (!wanted.keys.empty()) {
      QAbstractBarSeries* series = nullptr;
      if (wanted.isSideways)
        series = new QHorizontalStackedBarSeries;
      else
        series = new QStackedBarSeries;
      series->setBarWidth(wanted.barWidth);
      QList<QBarSet*> sets;
      for (std::size_t i = 0; i < wanted.keys.size(); ++i) {
        auto* set = new QBarSet(QString());
        set->append(QList<qreal>(values[i].begin(), values[i].end()));
        sets.push_back(set);
        bars.push_back(set);
      }
      series->append(sets);
      added(series, wanted.isSideways);
    }
    if (wanted.boxes > 0) {
      auto* series = new QBoxPlotSeries;
      series->setBoxWidth(boxWidth);
      for (std::size_t i = 0; i < wanted.boxes; ++i) {
        const auto& [least, lower, median, upper, greatest] = boxValues[i];
        auto* box = new QBoxSet(least, lower, median, upper, greatest);
        dressBox(*box, view.boxes[i], theme);
        series->append(box);
        boxes.push_back(box);
      }
      added(series, false);
    }
    for (const std::size_t count : wanted.runs) {
      std::vector<QLineSeries*> runs;
      for (std::size_t i = 0; i < count; ++i)
        runs.push_back(added(new QLineSeries, false));
      lines.push_back(runs);
    }
  }

  void dress(const scene::ChartView& view, const Theme& theme) {
    for (std::size_t i = 0; i < bars.size(); ++i) {
      setBrush(*bars[i], translucent(theme, structure.keys[i].role, structure.keys[i].opacity));
      if (bars[i]->pen().style() != Qt::NoPen)
        bars[i]->setPen(Qt::NoPen);
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
      setBrush(*areas[i], translucent(theme, view.areas[i].role, view.areas[i].opacity));
      const QPen rim(theme.color(view.areas[i].role), 1.2);
      if (areas[i]->pen() != rim)
        areas[i]->setPen(rim);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i)
      dressBox(*boxes[i], view.boxes[i], theme);
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (QLineSeries* run : lines[i])
        if (const QPen pen = linePenOf(theme, view.lines[i].stroke); run->pen() != pen)
          run->setPen(pen);
  }

  static void dressBox(QBoxSet& set, const scene::BoxPlot& box, const Theme& theme) {
    setBrush(set, translucent(theme, box.role, 0.35));
    if (const QPen rim(theme.color(box.role), 1.8); set.pen() != rim)
      set.setPen(rim);
  }

  template <typename Painted>
  static void setBrush(Painted& painted, const QColor& color) {
    if (const QBrush brush(color); painted.brush() != brush)
      painted.setBrush(brush);
  }

  void setRanges(const ChartFrame& frame, const BarPlaces& places) {
    acrossFrom = 0;
    acrossTo = 1;
    if (frame.categories() > 0) {
      const double shift = 0.5 * (places.columns - 1);
      acrossFrom = -0.5 * places.perCategory + shift;
      acrossTo = (frame.categories() - 0.5) * places.perCategory + shift;
      if (frame.isSideways()) { // Qt counts upwards
        acrossFrom = structure.places - 1 - acrossFrom;
        acrossTo = structure.places - 1 - acrossTo;
      }
    }
    across->setRange(std::min(acrossFrom, acrossTo), std::max(acrossFrom, acrossTo));
    along->setRange(-base, 1 - base);
  }

  double alongOf(double share) const { return std::clamp(share, -farShare, farShare) - base; }
  QPointF pointAt(double shareAcross, double shareAlong) const {
    return {acrossFrom + shareAcross * (acrossTo - acrossFrom), alongOf(shareAlong)};
  }

  /// What each of Qt's sets holds at each place.
  BarValues barValues(const scene::ChartView& view, const ChartFrame& frame, const BarPlaces& places,
                      const Structure& wanted) const {
    BarValues values(wanted.keys.size(), std::vector<double>(static_cast<std::size_t>(wanted.places)));
    for (int category = 0; category < frame.categories() && !values.empty(); ++category)
      for (int set = 0; set < static_cast<int>(view.bars.size()); ++set) {
        const auto span = barSpan(view, frame, set, category);
        const auto key = std::find(wanted.keys.begin(), wanted.keys.end(), barKey(view, set, category));
        if (!span || key == wanted.keys.end())
          continue;
        int place = category * places.perCategory + (places.columns > 1 ? set : 0);
        if (frame.isSideways()) // Qt counts upwards
          place = wanted.places - 1 - place;
        values[static_cast<std::size_t>(key - wanted.keys.begin())][static_cast<std::size_t>(place)] =
            alongOf(frame.share(span->to)) - alongOf(frame.share(span->from));
      }
    return values;
  }

  /// The five numbers of each box, far out where it is not drawn.
  BoxValues boxValues(const scene::ChartView& view, const ChartFrame& frame, std::size_t count) const {
    BoxValues values(count);
    for (std::size_t i = 0; i < count; ++i) {
      const scene::BoxPlot& box = view.boxes[i];
      values[i] = {box.least, box.lowerQuartile, box.median, box.upperQuartile, box.greatest};
      const bool isDrawn = isDrawnBox(box, frame);
      for (double& value : values[i])
        value = isDrawn ? alongOf(frame.share(value)) : -farShare - base;
    }
    return values;
  }

  /// Each new value makes Qt lay out all bars or boxes again, so that many of many are sooner made anew.
  bool isSoonerAnew(const BarValues& values, const BoxValues& boxValues) const {
    std::size_t changes = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < bars.size(); ++i)
      for (int place = 0; place < structure.places; ++place, ++all)
        changes += bars[i]->at(place) != values[i][static_cast<std::size_t>(place)] ? 1 : 0;
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (int j = 0; j < 5; ++j, ++all)
        changes += boxes[i]->at(j) != boxValues[i].at(static_cast<std::size_t>(j)) ? 1 : 0;
    return changes * all > 20'000;
  }

  void setBars(const BarValues& values) {
    for (std::size_t i = 0; i < bars.size(); ++i)
      for (int place = 0; place < structure.places; ++place)
        if (const double value = values[i][static_cast<std::size_t>(place)]; bars[i]->at(place) != value)
          bars[i]->replace(place, value);
  }

  void setAreas(const scene::ChartView& view, const ChartFrame& frame) {
    const double columns = std::max(1.0, frame.acrossLength());
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const std::vector<ValueSpan> spans = areaSpans(view, static_cast<int>(i));
      QList<QPointF> lower;
      QList<QPointF> upper;
      double lastColumn = -std::numeric_limits<double>::infinity();
      for (std::size_t j = 0; j < spans.size(); ++j) {
        const double at = frame.shareAcross(view.areaX[j]);
        const double low = frame.isLogarithmic() && spans[j].from <= 0 ? 0 : frame.share(spans[j].from);
        const double high = frame.isLogarithmic() && spans[j].to <= 0 ? 0 : frame.share(spans[j].to);
        const double column = std::floor(at * columns);
        if (!std::isfinite(at) || !std::isfinite(low) || !std::isfinite(high) || std::abs(at) > farShare ||
            (column <= lastColumn && j + 1 < spans.size()))
          continue;
        lastColumn = column;
        lower.push_back(pointAt(at, low));
        upper.push_back(pointAt(at, high));
      }
      if (areas[i]->lowerSeries()->points() != lower)
        areas[i]->lowerSeries()->replace(lower);
      if (areas[i]->upperSeries()->points() != upper)
        areas[i]->upperSeries()->replace(upper);
    }
  }

  void setBoxes(const BoxValues& values) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (int j = 0; j < 5; ++j)
        if (const double value = values[i].at(static_cast<std::size_t>(j)); boxes[i]->at(j) != value)
          boxes[i]->setValue(j, value);
  }

  void setLines(const std::vector<std::vector<QList<QPointF>>>& runs) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = 0; j < lines[i].size(); ++j) {
        QList<QPointF> points = runs[i][j];
        for (QPointF& point : points)
          point = pointAt(point.x(), point.y());
        if (lines[i][j]->points() != points)
          lines[i][j]->replace(points);
      }
  }

  QGraphicsScene scene;
  QChart* chart = new QChart; // the scene's
  QValueAxis* across = new QValueAxis;
  QValueAxis* along = new QValueAxis;
  Structure structure;
  std::vector<QAreaSeries*> areas;
  std::vector<QBarSet*> bars;
  std::vector<QBoxSet*> boxes;
  std::vector<std::vector<QLineSeries*>> lines;
  double acrossFrom = 0;
  double acrossTo = 1;
  double base = 0;
};

ChartSeries::ChartSeries() : d(std::make_unique<Private>()) {}
ChartSeries::~ChartSeries() = default;

void ChartSeries::paint(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                        const Theme& theme) {
  const BarPlaces places = barPlaces(view);
  std::vector<std::vector<QList<QPointF>>> runs;
  Structure wanted;
  wanted.isSideways = frame.isSideways();
  if (frame.categories() > 0 && !view.bars.empty()) {
    wanted.places = (frame.categories() - 1) * places.perCategory + places.columns;
    wanted.barWidth = places.width;
    wanted.keys = barKeys(view, frame.categories());
  }
  if (!frame.isSideways()) {
    for (const scene::LineSet& line : view.lines) {
      runs.push_back(lineRuns(line, frame));
      wanted.runs.push_back(runs.back().size());
    }
    wanted.areas = view.areas.size();
    if (view.bars.empty())
      wanted.boxes = std::min(view.boxes.size(), static_cast<std::size_t>(frame.categories()));
  }
  d->base = frame.share(frame.base());
  const BarValues values = d->barValues(view, frame, places, wanted);
  const BoxValues boxValues = d->boxValues(view, frame, wanted.boxes);
  const bool isAnew = !(wanted == d->structure) || d->isSoonerAnew(values, boxValues);
  if (isAnew)
    d->build(wanted, values, boxValues, view, theme);
  const QRectF box(QPointF(0, 0), frame.area().size());
  if (d->chart->size() != box.size()) {
    d->scene.setSceneRect(box);
    d->chart->setGeometry(box);
    d->chart->setPlotArea(box);
  }
  d->setRanges(frame, places);
  if (!isAnew) {
    d->setBars(values);
    d->setBoxes(boxValues);
  }
  d->setAreas(view, frame);
  d->setLines(runs);
  d->dress(view, theme);
  d->scene.render(&painter, frame.area(), box, Qt::IgnoreAspectRatio);
}

} // namespace eigenboard::render::chart
