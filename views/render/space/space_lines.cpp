#include "views/render/space/space_lines.h"

#include "views/render/arrow.h"
#include "views/render/clipping.h"
#include "views/render/curve_stroke.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

constexpr double linesOverhang = 64;
constexpr double casing = 1.3; // px of rim on each side of a curve, so that it stands out from a surface

double usable(double value, double otherwise, double least, double most) {
  return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

double strokeWidth(const Theme& theme, const scene::Stroke& stroke) {
  return usable(theme.strokes * stroke.width, 1, 0.1, 64);
}

QColor roleColor(const Theme& theme, scene::Role role, double opacity) {
  QColor color = theme.color(role);
  color.setAlphaF(static_cast<float>(usable(opacity, 1, 0, 1)));
  return color;
}

QPen strokePen(const Theme& theme, const scene::Stroke& stroke, double share, Qt::PenCapStyle cap) {
  QPen pen(roleColor(theme, stroke.role, usable(stroke.opacity, 1, 0, 1) * share), strokeWidth(theme, stroke),
           Qt::SolidLine, cap, Qt::RoundJoin);
  if (stroke.dash == scene::Dash::Dashed) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4, 3});
  } else if (stroke.dash == scene::Dash::Dotted) {
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, 2.4});
  }
  return pen;
}

/// The point of a segment of space whose picture lies at a share of the picture's length.
Point3 atPictureShare(const Point3& from, const Point3& to, const SpaceFrame& frame, double share) {
  const double near = frame.boxToPixel(from).nearness;
  const double far = frame.boxToPixel(to).nearness;
  const double there = near + share * (far - near);
  return from + (frame.isPerspective() ? share * far / there : share) * (to - from);
}

class LinePainter {
 public:
  LinePainter(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
              const Occlusion& occlusion)
      : painter_(painter), view_(view), frame_(frame), kit_(kit), theme_(*kit.theme), occlusion_(occlusion),
        bounds_(frame.area().adjusted(-linesOverhang, -linesOverhang, linesOverhang, linesOverhang)) {}

  /// Lines of a surface; hidden ones are left out.
  void surfaceLines(const std::vector<std::vector<Point3>>& lines, const scene::Stroke& stroke) {
    painter_.setPen(strokePen(theme_, stroke, 1, Qt::FlatCap));
    for (const std::vector<Point3>& line : lines)
      for (const SeenPiece& piece : seenPieces(line, frame_, occlusion_, bounds_))
        if (piece.sight != Sight::Hidden)
          painter_.drawPolyline(piece.line);
  }

  void curve(const std::vector<Point3>& points, const scene::Stroke& stroke, bool hasCasing) {
    const std::vector<SeenPiece> pieces = seenPieces(points, frame_, occlusion_, bounds_);
    for (const SeenPiece& piece : pieces)
      if (hasCasing && kit_.halos && piece.sight == Sight::Clear && stroke.dash == scene::Dash::Solid) {
        QColor rim = theme_.surface;
        rim.setAlphaF(0.75F);
        strokeCurve(
            painter_, piece.line,
            QPen(rim, strokeWidth(theme_, stroke) + 2 * casing, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin),
            purpose());
      }
    for (const SeenPiece& piece : pieces)
      strokeCurve(painter_, piece.line, strokePen(theme_, stroke, traceOpacity(piece.sight), Qt::RoundCap),
                  purpose());
  }

  void operator()(const scene::Curve3& mark) {
    std::vector<Point3> points;
    for (const Point3& point : mark.points)
      points.push_back(frame_.box().toBox(point));
    if (mark.hasHead && points.size() >= 2) {
      arrowHead(points, mark.stroke);
      return;
    }
    curve(points, mark.stroke, true);
  }

  void operator()(const scene::Patch3& mark) {
    if (mark.stroke)
      outline(outlineOf(mark, frame_.box()), *mark.stroke);
  }

  void operator()(const scene::Plane3& mark) {
    if (mark.stroke)
      outline(outlineOf(mark, frame_.box()), *mark.stroke);
  }

  void operator()(const scene::Arrow3& mark) {
    const Point3 from = frame_.box().toBox(mark.from);
    const Point3 to = frame_.box().toBox(mark.to);
    if (!isFinite(from) || !isFinite(to) || !frame_.box().contains(mark.to))
      return curve({from, to}, mark.stroke, true);
    const Pixel3 tail = frame_.boxToPixel(from);
    const Pixel3 tip = frame_.boxToPixel(to);
    if (!isDrawable(tail.point()) || !isDrawable(tip.point()))
      return;
    const auto shape =
        arrowShape(tail.point(), tip.point(), strokeWidth(theme_, mark.stroke), gapAt(tip.point()));
    if (!shape) { // seen from its tip
      disc(tip.point(), strokeWidth(theme_, mark.stroke) * 1.2,
           roleColor(theme_, mark.stroke.role, mark.stroke.opacity * traceOpacity(occlusion_.sight(tip))));
      return;
    }
    const double length = std::hypot(tip.x - tail.x, tip.y - tail.y);
    const QPointF shaft = shape->shaftTo - tail.point();
    const Point3 end = atPictureShare(from, to, frame_, std::hypot(shaft.x(), shaft.y()) / length);
    scene::Stroke stroke = mark.stroke;
    stroke.width = shape->shaftWidth / theme_.strokes;
    head(shape->head, tip, mark.stroke, true);
    curve({from, end}, stroke, true);
    head(shape->head, tip, mark.stroke, false);
  }

  void operator()(const scene::Points3& mark) {
    const double radius = usable(theme_.strokes * mark.radius, 4, 0.1, 64);
    struct Disc {
      Pixel3 pixel;
      double share;
    };
    std::vector<Disc> discs;
    for (const Point3& point : mark.points)
      if (isFinite(point) && frame_.box().contains(point)) {
        const Pixel3 pixel = frame_.toPixel(point);
        if (bounds_.contains(pixel.point()))
          discs.push_back({pixel, traceOpacity(occlusion_.sight(pixel))});
      }
    std::sort(discs.begin(), discs.end(),
              [](const Disc& one, const Disc& other) { return one.pixel.nearness < other.pixel.nearness; });
    for (const Disc& each : discs) {
      const double opacity = usable(mark.opacity, 1, 0, 1) * each.share;
      if (kit_.halos && radius >= 2 && each.share == 1) {
        QColor rim = theme_.surface;
        rim.setAlphaF(static_cast<float>(0.85 * opacity));
        disc(each.pixel.point(), radius + 1.2, rim);
      }
      disc(each.pixel.point(), radius, roleColor(theme_, mark.role, opacity));
    }
  }

  void operator()(const scene::Surface&) {}
  void operator()(const scene::Label3&) {}

  double nearnessOf(const scene::Mark3& mark) const {
    const auto* arrow = std::get_if<scene::Arrow3>(&mark);
    if (!arrow)
      return 0;
    const double nearness = frame_.toPixel(0.5 * (arrow->from + arrow->to)).nearness;
    return std::isfinite(nearness) ? nearness : 0;
  }

 private:
  StrokeFor purpose() const { return kit_.memory ? StrokeFor::Screen : StrokeFor::File; }

  void outline(std::vector<Point3> points, const scene::Stroke& stroke) {
    if (points.size() < 2)
      return;
    points.push_back(points.front());
    curve(points, stroke, false);
  }

  /// A curve that ends in an arrowhead: the head points along the last 14 pixels.
  void arrowHead(std::vector<Point3> points, const scene::Stroke& stroke) {
    const Pixel3 tip = frame_.boxToPixel(points.back());
    const double width = strokeWidth(theme_, stroke);
    const double size = 6 + 3.4 * width;
    QPointF behind;
    bool isFound = false;
    while (points.size() >= 2 && !isFound) {
      points.pop_back();
      behind = frame_.boxToPixel(points.back()).point();
      isFound = std::hypot(behind.x() - tip.x, behind.y() - tip.y) >= size;
    }
    if (!isDrawable(tip.point()) || !isDrawable(behind))
      return;
    const auto shape = arrowShape(behind, tip.point(), width, gapAt(tip.point()));
    curve(points, stroke, true);
    if (!shape)
      return;
    head(shape->head, tip, stroke, true);
    const double share = traceOpacity(occlusion_.sight(tip));
    painter_.setPen(strokePen(theme_, stroke, share, Qt::FlatCap));
    painter_.drawLine(behind, shape->shaftTo);
    head(shape->head, tip, stroke, false);
  }

  void head(const QPolygonF& outline, const Pixel3& tip, const scene::Stroke& stroke, bool asCasing) {
    const double share = traceOpacity(occlusion_.sight(tip));
    if (asCasing && (!kit_.halos || share < 1))
      return;
    QColor color = asCasing ? theme_.surface : roleColor(theme_, stroke.role, stroke.opacity * share);
    if (asCasing)
      color.setAlphaF(0.75F);
    painter_.setPen(asCasing ? QPen(color, 2 * casing, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin)
                             : QPen(Qt::NoPen));
    painter_.setBrush(color);
    painter_.drawPolygon(outline, Qt::WindingFill);
    painter_.setBrush(Qt::NoBrush);
  }

  void disc(QPointF at, double radius, const QColor& color) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(color);
    painter_.drawEllipse(at, radius, radius);
    painter_.setBrush(Qt::NoBrush);
  }

  double gapAt(QPointF tip) const {
    if (!kit_.handles)
      return 0;
    const bool meetsHandle =
        std::any_of(view_.handles.begin(), view_.handles.end(), [&](const scene::Handle3& handle) {
          const QPointF at = frame_.toPixel(handle.position).point();
          return std::hypot(at.x() - tip.x(), at.y() - tip.y()) < 0.5;
        });
    return meetsHandle ? handleRadius + 2 : 0;
  }

  QPainter& painter_;
  const scene::SpaceView& view_;
  const SpaceFrame& frame_;
  const PaintKit& kit_;
  const Theme& theme_;
  const Occlusion& occlusion_;
  QRectF bounds_;
};

} // namespace

double traceOpacity(Sight sight) {
  switch (sight) {
  case Sight::Clear:
    return 1;
  case Sight::Veiled:
    return 0.55;
  case Sight::Hidden:
    break;
  }
  return 0.22;
}

void paintLines(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
                const FillMemory& memory, const Occlusion& occlusion) {
  LinePainter lines(painter, view, frame, kit, occlusion);
  for (const auto& prepared : memory.surfaces) {
    if (!prepared)
      continue;
    if (prepared->surface.wire)
      lines.surfaceLines(prepared->wires, *prepared->surface.wire);
    lines.surfaceLines(prepared->contours, prepared->surface.contour);
  }
  std::vector<const scene::Mark3*> arrows;
  for (const scene::Mark3& mark : view.marks)
    if (std::holds_alternative<scene::Arrow3>(mark))
      arrows.push_back(&mark);
    else if (!std::holds_alternative<scene::Points3>(mark))
      std::visit(lines, mark);
  std::stable_sort(arrows.begin(), arrows.end(),
                   [&lines](const scene::Mark3* one, const scene::Mark3* other) {
                     return lines.nearnessOf(*one) < lines.nearnessOf(*other);
                   });
  for (const scene::Mark3* arrow : arrows)
    std::visit(lines, *arrow);
  for (const scene::Mark3& mark : view.marks)
    if (std::holds_alternative<scene::Points3>(mark))
      std::visit(lines, mark);
}

} // namespace eigenboard::render::space
