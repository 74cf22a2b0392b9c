#include "views/render/scene_painter.h"

#include "views/render/arrow.h"
#include "views/render/clipping.h"
#include "views/render/label_painter.h"
#include "views/render/lattice.h"

#include <QtGui/QPainter>
#include <QtGui/QPen>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

using namespace scene;

/// How far outside the area shapes may reach before they are cut: more than any line width or arrowhead.
constexpr double overhang = 64;

double finiteOr(double value, double otherwise) {
  return std::isfinite(value) ? value : otherwise;
}

double widthOf(const Stroke& stroke) {
  return std::clamp(finiteOr(stroke.width, 1), 0.1, 64.0);
}

QColor colorOf(const Theme& theme, Role role, double opacity) {
  QColor color = theme.color(role);
  color.setAlphaF(static_cast<float>(std::clamp(finiteOr(opacity, 1), 0.0, 1.0)));
  return color;
}

QPen penFor(const Theme& theme, const Stroke& stroke, Qt::PenCapStyle cap) {
  QPen pen(colorOf(theme, stroke.role, stroke.opacity), widthOf(stroke), Qt::SolidLine, cap, Qt::RoundJoin);
  if (stroke.dash == Dash::Dashed) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4, 3});
  } else if (stroke.dash == Dash::Dotted) {
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, 2.4});
  }
  return pen;
}

/// Without the points nearer than half a pixel to the one before.
QPolygonF thinned(const QPolygonF& points) {
  QPolygonF kept;
  for (const QPointF& point : points)
    if (kept.isEmpty() || std::hypot(point.x() - kept.back().x(), point.y() - kept.back().y()) >= 0.5)
      kept.push_back(point);
  kept.push_back(points.back());
  return kept;
}

/// Paints one mark; labels are left to the label painter, which comes after all shapes.
class MarkPainter {
 public:
  MarkPainter(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit)
      : painter_(painter), frame_(frame), theme_(*kit.theme), memory_(kit.memory),
        bounds_(frame.area.adjusted(-overhang, -overhang, overhang, overhang)) {
    if (kit.handles)
      for (const Handle& handle : view.handles)
        handles_.push_back(frame.toPixel(handle.position));
  }

  void operator()(const Lattice& lattice) {
    const std::vector<QLineF> lines = latticeLines(lattice, frame_);
    painter_.setPen(penFor(theme_, lattice.stroke, Qt::FlatCap));
    painter_.drawLines(lines.data(), static_cast<int>(lines.size()));
  }

  void operator()(const Region& region) {
    pixels(region.outline);
    if (region.fill) {
      const QPolygonF polygon = clippedPolygon(pixels_, bounds_);
      if (polygon.size() >= 3) {
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colorOf(theme_, region.fill->role, region.fill->opacity));
        painter_.drawPolygon(polygon, Qt::WindingFill);
        painter_.setBrush(Qt::NoBrush);
      }
    }
    if (region.stroke)
      strokeOutline(*region.stroke);
  }

  void operator()(const Segments& segments) {
    lines_.clear();
    for (const QLineF& line : segments.lines)
      if (const auto part = clippedSegment(frame_.toPixel(line.p1()), frame_.toPixel(line.p2()), bounds_))
        lines_.push_back(*part);
    painter_.setPen(penFor(theme_, segments.stroke, Qt::RoundCap));
    painter_.drawLines(lines_.data(), static_cast<int>(lines_.size()));
  }

  void operator()(const Line& line) {
    const auto part =
        clippedLine(frame_.toPixel(line.through), frame_.toPixelVector(line.direction), bounds_);
    if (!part)
      return;
    painter_.setPen(penFor(theme_, line.stroke, Qt::FlatCap));
    painter_.drawLine(*part);
  }

  void operator()(const Curve& curve) {
    pixels(curve.points);
    strokePolyline(curve.stroke);
  }

  void operator()(const Arrow& arrow) {
    const QPointF from = frame_.toPixel(arrow.from);
    const QPointF to = frame_.toPixel(arrow.to);
    if (!isDrawable(from) || !isDrawable(to))
      return;
    const auto shape = arrowShape(from, to, widthOf(arrow.stroke), gapAt(to));
    if (!shape) {
      dot(from, widthOf(arrow.stroke), colorOf(theme_, arrow.stroke.role, arrow.stroke.opacity));
      return;
    }
    Stroke stroke = arrow.stroke;
    stroke.width = shape->shaftWidth;
    if (const auto shaft = clippedSegment(shape->shaftFrom, shape->shaftTo, bounds_)) {
      painter_.setPen(penFor(theme_, stroke, Qt::FlatCap));
      painter_.drawLine(*shaft);
    }
    if (bounds_.contains(shape->head.front())) {
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(colorOf(theme_, stroke.role, stroke.opacity));
      painter_.drawPolygon(shape->head, Qt::WindingFill);
      painter_.setBrush(Qt::NoBrush);
    }
  }

  void operator()(const Points& points) {
    const double radius = std::clamp(finiteOr(points.radius, 3), 0.1, 64.0);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colorOf(theme_, points.role, points.opacity));
    for (const QPointF& point : points.points) {
      const QPointF pixel = frame_.toPixel(point);
      if (isDrawable(pixel) && bounds_.contains(pixel))
        painter_.drawEllipse(pixel, radius, radius);
    }
    painter_.setBrush(Qt::NoBrush);
  }

  void operator()(const Label&) {}

  void operator()(const HeatMap& map) {
    KeptHeatMap own;
    if (memory_ && memory_->heatMaps.size() <= heatMapCount_)
      memory_->heatMaps.resize(heatMapCount_ + 1);
    paintHeatMap(painter_, map, frame_, memory_ ? memory_->heatMaps[heatMapCount_++] : own);
  }

 private:
  void pixels(const std::vector<QPointF>& points) {
    pixels_.clear();
    for (const QPointF& point : points)
      pixels_.push_back(frame_.toPixel(point));
  }

  void strokePolyline(const Stroke& stroke) {
    // Beyond this many points a stroke as one shape takes seconds, because the time of Qt's rasterizer grows
    // with the square of the crossings within it; line by line it does not, and joins are too small to be
    // seen.
    constexpr qsizetype longest = 2048;
    for (const QPolygonF& piece : clippedPolyline(pixels_, bounds_)) {
      const QPolygonF points = piece.size() > longest ? thinned(piece) : piece;
      if (points.size() <= longest) {
        painter_.setPen(penFor(theme_, stroke, Qt::RoundCap));
        painter_.drawPolyline(points);
        continue;
      }
      painter_.setPen(penFor(theme_, stroke, Qt::SquareCap));
      lines_.clear();
      for (qsizetype i = 0; i + 1 < points.size(); ++i)
        lines_.emplace_back(points[i], points[i + 1]);
      painter_.drawLines(lines_.data(), static_cast<int>(lines_.size()));
    }
  }

  void strokeOutline(const Stroke& stroke) {
    std::erase_if(pixels_, [](QPointF pixel) { return !isDrawable(pixel); });
    if (pixels_.size() < 2)
      return;
    painter_.setPen(penFor(theme_, stroke, Qt::RoundCap));
    const bool isWhollyInside = std::all_of(pixels_.begin(), pixels_.end(),
                                            [this](QPointF pixel) { return bounds_.contains(pixel); });
    if (isWhollyInside) {
      painter_.drawPolygon(pixels_.data(), static_cast<int>(pixels_.size()));
      return;
    }
    pixels_.push_back(pixels_.front());
    strokePolyline(stroke);
  }

  void dot(QPointF at, double radius, const QColor& color) {
    if (!bounds_.contains(at))
      return;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(color);
    painter_.drawEllipse(at, radius, radius);
    painter_.setBrush(Qt::NoBrush);
  }

  /// An arrow that ends at a handle stops at the edge of its disc, so that its head is seen whole.
  double gapAt(QPointF tip) const {
    const bool meetsHandle = std::any_of(handles_.begin(), handles_.end(), [tip](QPointF handle) {
      return std::hypot(handle.x() - tip.x(), handle.y() - tip.y()) < 0.5;
    });
    return meetsHandle ? handleRadius + 2 : 0;
  }

  QPainter& painter_;
  const PlaneFrame& frame_;
  const Theme& theme_;
  LabelMemory* memory_;
  std::size_t heatMapCount_ = 0;
  QRectF bounds_;
  std::vector<QPointF> handles_;
  std::vector<QPointF> pixels_;
  std::vector<QLineF> lines_;
};

} // namespace

void paintMarks(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit) {
  painter.save();
  painter.setClipRect(frame.area, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  MarkPainter markPainter(painter, view, frame, kit);
  for (const Mark& mark : view.marks)
    std::visit(markPainter, mark);
  paintLabels(painter, view, frame, kit);
  painter.restore();
}

} // namespace eigenboard::render
