#include "views/render/plane_legend.h"

#include "views/render/clipping.h"
#include "views/render/figure_type.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double inkSquare = 8;
constexpr double legendRow = 18;
constexpr double legendSign = 16;
constexpr double signGap = 6;
constexpr double legendPadding = 6;
constexpr double fromEdge = 6;
constexpr double mostCovered = 0.04; ///< of the legend's ground, for it to stand within the frame
constexpr double clearlyEmptier = 0.06;
constexpr std::size_t mostLegendLines = 24;

std::size_t legendLength(const scene::PlaneView& view) {
  return std::min(view.legend.size(), mostLegendLines);
}

/// In the widest weight that a theme writes with.
QFontMetricsF legendMetrics() {
  return QFontMetricsF(figureFont(tickPixelSize, QFont::DemiBold));
}

double widthOfName(const QFontMetricsF& metrics, const QString& name) {
  return std::ceil(metrics.horizontalAdvance(name)) + 1;
}

/// In rows every pixel counts.
constexpr double rowSign = 12;
constexpr double rowHeight = 16;
constexpr double entryGapAcross = 10;

/// Places within a frame, as shares of the room that is left: the right before the left, the top before the
/// bottom.
constexpr std::array<QPointF, 8> legendSpots{
    {{1, 0}, {0, 0}, {1, 1}, {0, 1}, {0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}};

} // namespace

InkMap::InkMap(const scene::PlaneView& view, const PlaneFrame& frame)
    : area_(frame.area), columns_(std::max(1, static_cast<int>(std::ceil(area_.width() / inkSquare)))),
      rows_(std::max(1, static_cast<int>(std::ceil(area_.height() / inkSquare)))),
      isInked_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0) {
  const auto polyline = [&](const std::vector<QPointF>& points, bool isClosed) {
    for (std::size_t i = 0; i + (isClosed ? 0 : 1) < points.size(); ++i)
      mark(QLineF(frame.toPixel(points[i]), frame.toPixel(points[(i + 1) % points.size()])));
  };
  for (const scene::Mark& any : view.marks) {
    if (const auto* curve = std::get_if<scene::Curve>(&any))
      polyline(curve->points, false);
    else if (const auto* region = std::get_if<scene::Region>(&any))
      polyline(region->outline, true);
    else if (const auto* segments = std::get_if<scene::Segments>(&any))
      for (const QLineF& line : segments->lines)
        mark(QLineF(frame.toPixel(line.p1()), frame.toPixel(line.p2())));
    else if (const auto* arrow = std::get_if<scene::Arrow>(&any))
      mark(QLineF(frame.toPixel(arrow->from), frame.toPixel(arrow->to)));
    else if (const auto* points = std::get_if<scene::Points>(&any))
      for (const QPointF& point : points->points)
        mark(frame.toPixel(point));
    else if (const auto* label = std::get_if<scene::Label>(&any)) {
      const QPointF centre = frame.toPixel(label->at) + label->offset;
      const QPointF reach(2.5 * inkSquare, inkSquare); // of a short name; how long it is, is not known here
      mark(QRectF(centre - reach, centre + reach));
    } else if (const auto* line = std::get_if<scene::Line>(&any)) {
      if (const auto part =
              clippedLine(frame.toPixel(line->through), frame.toPixelVector(line->direction), area_))
        mark(*part);
    }
  }
  for (const scene::Handle& handle : view.handles)
    mark(frame.toPixel(handle.position));
}

void InkMap::mark(QPointF at) {
  // Qt's contains() says yes to what is no number.
  if (!std::isfinite(at.x()) || !std::isfinite(at.y()) || !area_.contains(at))
    return;
  const int column = std::min(columns_ - 1, static_cast<int>((at.x() - area_.left()) / inkSquare));
  const int row = std::min(rows_ - 1, static_cast<int>((at.y() - area_.top()) / inkSquare));
  isInked_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column)] = 1;
}

void InkMap::mark(const QRectF& box) {
  const QRectF seen = box.intersected(area_);
  for (double y = seen.top(); y <= seen.bottom(); y += inkSquare / 2)
    for (double x = seen.left(); x <= seen.right(); x += inkSquare / 2)
      mark(QPointF(x, y));
}

void InkMap::mark(const QLineF& line) {
  const auto part = clippedSegment(line.p1(), line.p2(), area_);
  if (!part)
    return;
  const int steps = 1 + static_cast<int>(2 * part->length() / inkSquare);
  for (int i = 0; i <= steps; ++i)
    mark(part->pointAt(static_cast<double>(i) / steps));
}

double InkMap::share(const QRectF& box) const {
  const QRectF seen = box.intersected(area_);
  if (seen.isEmpty())
    return 0;
  const auto first = [](double from) { return std::max(0, static_cast<int>(from / inkSquare)); };
  const auto end = [](double to, int most) { return std::min(most, static_cast<int>(to / inkSquare) + 1); };
  int inked = 0;
  int all = 0;
  for (int row = first(seen.top() - area_.top()); row < end(seen.bottom() - area_.top(), rows_); ++row)
    for (int column = first(seen.left() - area_.left()); column < end(seen.right() - area_.left(), columns_);
         ++column) {
      inked += isInked_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)];
      ++all;
    }
  return all > 0 ? static_cast<double>(inked) / all : 0;
}

LegendPlace legendWithin(const scene::PlaneView& view, const PlaneFrame& frame, int previous) {
  LegendPlace legend;
  if (view.legend.empty())
    return legend;
  const QFontMetricsF metrics = legendMetrics();
  double widest = 0;
  for (std::size_t i = 0; i < legendLength(view); ++i)
    widest = std::max(widest, widthOfName(metrics, view.legend[i].name));
  const QSizeF size(legendSign + signGap + widest + 2 * legendPadding,
                    legendRow * static_cast<double>(legendLength(view)) + 2 * legendPadding);
  const QSizeF room(frame.area.width() - size.width() - 2 * fromEdge,
                    frame.area.height() - size.height() - 2 * fromEdge);
  // One that fills most of the frame would be what the picture shows.
  if (room.width() < 0 || room.height() < 0 ||
      size.width() * size.height() > 0.4 * frame.area.width() * frame.area.height())
    return legend;
  const InkMap ink(view, frame);
  // One above the frame comes down for clearly more room than lets it stay within.
  double least = previous == LegendPlace::aboveFrame ? mostCovered / 2 : mostCovered;
  for (std::size_t i = 0; i < legendSpots.size(); ++i) {
    const QRectF ground(frame.area.topLeft() + QPointF(fromEdge + legendSpots.at(i).x() * room.width(),
                                                       fromEdge + legendSpots.at(i).y() * room.height()),
                        size);
    const bool isPrevious = static_cast<int>(i) == previous;
    const double covered = ink.share(ground) - (isPrevious ? clearlyEmptier : 0);
    // The order of the spots decides between those that are alike.
    if (covered < least - (legend.place == LegendPlace::nowhere ? 0 : 1e-9)) {
      least = covered;
      legend.ground = ground;
      legend.place = static_cast<int>(i);
    }
  }
  if (legend.place == LegendPlace::nowhere)
    return legend;
  for (std::size_t i = 0; i < legendLength(view); ++i)
    legend.boxes.emplace_back(legend.ground.left() + legendPadding,
                              legend.ground.top() + legendPadding + static_cast<double>(i) * legendRow,
                              size.width() - 2 * legendPadding, legendRow);
  return legend;
}

LegendPlace legendAbove(const scene::PlaneView& view, QPointF topLeft, double width) {
  LegendPlace legend;
  legend.place = LegendPlace::aboveFrame;
  const QFontMetricsF metrics = legendMetrics();
  double x = 0;
  double y = 0;
  for (std::size_t i = 0; i < legendLength(view); ++i) {
    const double own = std::min(width, rowSign + signGap + widthOfName(metrics, view.legend[i].name));
    if (x > 0 && x + own > width) {
      x = 0;
      y += rowHeight;
    }
    legend.boxes.emplace_back(topLeft.x() + x, topLeft.y() + y, own, rowHeight);
    legend.ground = legend.ground.united(legend.boxes.back());
    x += own + entryGapAcross;
  }
  return legend;
}

void paintLegend(QPainter& painter, const scene::PlaneView& view, const LegendPlace& place,
                 const Theme& theme) {
  if (place.boxes.empty() || place.boxes.size() > view.legend.size())
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isAbove = place.place == LegendPlace::aboveFrame;
  const double sign = isAbove ? rowSign : legendSign;
  if (!isAbove) {
    QColor ground = theme.surface;
    ground.setAlphaF(0.86F); // what little it lies on is still seen
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(place.ground, 4, 4);
    painter.setBrush(Qt::NoBrush);
  }
  painter.setFont(tickFont(theme));
  const QFontMetricsF metrics(painter.font());
  for (std::size_t i = 0; i < place.boxes.size(); ++i) {
    const QRectF& box = place.boxes[i];
    const double middle = box.center().y();
    painter.setPen(QPen(theme.color(view.legend[i].role), 2.6 * theme.strokes, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + sign, middle));
    painter.setPen(theme.text);
    const double room = box.width() - sign - signGap + 1;
    painter.drawText(QPointF(box.left() + sign + signGap, middle + metrics.capHeight() / 2),
                     metrics.elidedText(view.legend[i].name, Qt::ElideRight, room));
  }
  painter.restore();
}

} // namespace eigenboard::render
