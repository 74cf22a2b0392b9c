#include "views/render/scene_painter.h"

#include "views/render/arrow.h"
#include "views/render/clipping.h"
#include "views/render/curve_stroke.h"
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

double widthOf(const Theme& theme, const Stroke& stroke) {
  return std::clamp(theme.strokes * finiteOr(stroke.width, 1), 0.1, 64.0);
}

QColor colorOf(const Theme& theme, Role role, double opacity) {
  QColor color = theme.color(role);
  color.setAlphaF(static_cast<float>(std::clamp(finiteOr(opacity, 1), 0.0, 1.0)));
  return color;
}

QPen penFor(const Theme& theme, const Stroke& stroke, Qt::PenCapStyle cap) {
  QPen pen(colorOf(theme, stroke.role, stroke.opacity), widthOf(theme, stroke), Qt::SolidLine, cap,
           Qt::RoundJoin);
  if (stroke.dash == Dash::Dashed) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4, 3});
  } else if (stroke.dash == Dash::Dotted) {
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, 2.4});
  }
  return pen;
}

/// Paints one mark; labels are left to the label painter, which comes after all shapes.
class MarkPainter {
 public:
  /// first: the place in the view of the mark that is painted first.
  MarkPainter(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit,
              std::size_t first)
      : painter_(painter), frame_(frame), theme_(*kit.theme), memory_(kit.memory),
        bounds_(frame.area.adjusted(-overhang, -overhang, overhang, overhang)) {
    for (std::size_t i = 0; i < first; ++i)
      heatMapCount_ += std::holds_alternative<HeatMap>(view.marks[i]) ? 1 : 0;
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
    const auto shape = arrowShape(from, to, widthOf(theme_, arrow.stroke), gapAt(to));
    if (!shape) {
      dot(from, widthOf(theme_, arrow.stroke), colorOf(theme_, arrow.stroke.role, arrow.stroke.opacity));
      return;
    }
    Stroke stroke = arrow.stroke;
    stroke.width = shape->shaftWidth / theme_.strokes;
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
    const double radius = std::clamp(theme_.strokes * finiteOr(points.radius, 3), 0.1, 64.0);
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
    const QPen pen = penFor(theme_, stroke, Qt::RoundCap);
    for (const QPolygonF& piece : clippedPolyline(pixels_, bounds_))
      strokeCurve(painter_, piece, pen, memory_ ? StrokeFor::Screen : StrokeFor::File);
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

void cutTo(QPainter& painter, const PlaneFrame& frame) {
  painter.setClipRect(frame.area, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
}

void visitMarks(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit,
                MarkSpan marks) {
  MarkPainter markPainter(painter, view, frame, kit, marks.first);
  for (std::size_t i = marks.first; i < marks.end; ++i)
    std::visit(markPainter, view.marks[i]);
}

} // namespace

void paintMarks(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit,
                std::size_t first) {
  painter.save();
  cutTo(painter, frame);
  visitMarks(painter, view, frame, kit, {first, view.marks.size()});
  paintLabels(painter, view, frame, kit);
  painter.restore();
}

void paintShapes(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit,
                 MarkSpan marks) {
  painter.save();
  cutTo(painter, frame);
  visitMarks(painter, view, frame, kit, marks);
  painter.restore();
}

} // namespace eigenboard::render
