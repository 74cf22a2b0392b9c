#include "views/render/chart/line_runs.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double farOut = 10;

/// The points of one column of pixels, as few as show the same.
class Column {
 public:
  explicit Column(QPointF point) : first_(point), low_(point), high_(point), last_(point) {}

  void add(QPointF point) {
    if (point.y() < low_.y())
      low_ = point;
    if (point.y() > high_.y())
      high_ = point;
    last_ = point;
  }
  void appendTo(QList<QPointF>& run) const {
    const bool isLowFirst = low_.x() <= high_.x();
    for (const QPointF& point : {first_, isLowFirst ? low_ : high_, isLowFirst ? high_ : low_, last_})
      if (run.isEmpty() || run.back() != point)
        run.push_back(point);
  }

 private:
  QPointF first_;
  QPointF low_;
  QPointF high_;
  QPointF last_;
};

} // namespace

std::vector<QList<QPointF>> lineRuns(const scene::LineSet& line, const ChartFrame& frame) {
  std::vector<QList<QPointF>> runs;
  const double columns = std::max(1.0, frame.acrossLength());
  std::optional<Column> column;
  double columnIndex = 0;
  double lastAcross = 0;
  bool isBroken = true;
  const auto close = [&] {
    if (column)
      column->appendTo(runs.back());
    column.reset();
  };
  for (const QPointF& given : line.points) {
    const QPointF point(frame.shareAcross(given.x()), std::clamp(frame.share(given.y()), -farOut, farOut));
    if (!std::isfinite(point.x()) || !std::isfinite(point.y()) || !std::isfinite(given.y())) {
      isBroken = true;
      continue;
    }
    if (point.x() < -farOut || point.x() > farOut)
      continue;
    if (runs.empty() || (isBroken && std::abs(point.x() - lastAcross) * columns > 1)) {
      close();
      runs.emplace_back();
    }
    isBroken = false;
    lastAcross = point.x();
    const double index = std::floor(point.x() * columns);
    if (column && index == columnIndex) {
      column->add(point);
    } else {
      close();
      column.emplace(point);
      columnIndex = index;
    }
  }
  close();
  std::erase_if(runs, [](const QList<QPointF>& run) { return run.size() < 2; });
  return runs;
}

} // namespace eigenboard::render::chart
