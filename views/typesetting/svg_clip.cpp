#include "views/typesetting/svg_path.h"

#include <QtCore/QRectF>

#include <algorithm>
#include <array>
#include <vector>

namespace eigenboard::typesetting {

namespace {

// One piece of a closed outline, from the end of the piece before it: a line, or a cubic curve.
struct Segment {
  bool curve = false;
  QPointF first, second; // a curve's control points
  QPointF end;
};

using Contour = std::vector<Segment>; // closed: the last piece ends where the first begins

std::vector<Contour> contoursOf(const QPainterPath& path) {
  std::vector<Contour> contours;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    if (element.isMoveTo()) {
      contours.push_back({{false, {}, {}, element}});
    } else if (element.isLineTo()) {
      contours.back().push_back({false, {}, {}, element});
    } else if (element.isCurveTo() && i + 2 < path.elementCount()) {
      contours.back().push_back({true, element, path.elementAt(i + 1), path.elementAt(i + 2)});
      i += 2;
    }
  }
  return contours;
}

/// A half plane with an axis-parallel edge: how far inside a point lies, and where a segment crosses.
struct HalfPlane {
  bool vertical; // the edge is x = position, else y = position
  bool keepsGreater;
  double position;

  double inside(QPointF point) const {
    const double distance = (vertical ? point.x() : point.y()) - position;
    return keepsGreater ? distance : -distance;
  }
  QPointF crossing(QPointF from, QPointF to) const {
    const double a = inside(from);
    const double b = inside(to);
    return from + (to - from) * (a / (a - b));
  }
};

QPointF pointOnCurve(QPointF start, const Segment& curve, double t) {
  const double s = 1 - t;
  return s * s * s * start + 3 * s * s * t * curve.first + 3 * s * t * t * curve.second +
         t * t * t * curve.end;
}

/// Sutherland and Hodgman's clipping of a polygon, with curves kept whole where they lie inside.
class Clipper {
 public:
  explicit Clipper(HalfPlane plane) : plane(plane) {}

  Contour clip(const Contour& contour) {
    result.clear();
    QPointF from = contour.back().end;
    for (const Segment& segment : contour) {
      if (segment.curve)
        clipCurve(from, segment);
      else
        clipLine(from, segment.end);
      from = segment.end;
    }
    return result;
  }

 private:
  void lineTo(QPointF point) { result.push_back({false, {}, {}, point}); }

  void clipLine(QPointF from, QPointF to) {
    const bool fromInside = plane.inside(from) >= 0;
    const bool toInside = plane.inside(to) >= 0;
    if (fromInside != toInside)
      lineTo(plane.crossing(from, to));
    if (toInside)
      lineTo(to);
  }

  void clipCurve(QPointF from, const Segment& curve) {
    const std::array<QPointF, 4> hull{from, curve.first, curve.second, curve.end};
    const auto isInside = [this](QPointF point) { return plane.inside(point) >= 0; };
    if (std::ranges::all_of(hull, isInside)) {
      result.push_back(curve);
    } else if (std::ranges::any_of(hull, isInside)) {
      constexpr int pieces = 32; // KaTeX's curves span half an em: 1/32 of that is below a pixel on screen
      for (int i = 1; i <= pieces; ++i) {
        const QPointF to = pointOnCurve(from, curve, i / double(pieces));
        clipLine(i == 1 ? from : pointOnCurve(from, curve, (i - 1) / double(pieces)), to);
      }
    }
  }

  HalfPlane plane;
  Contour result;
};

void append(const Contour& contour, QPainterPath& path) {
  path.moveTo(contour.back().end);
  for (const Segment& segment : contour) {
    if (segment.curve)
      path.cubicTo(segment.first, segment.second, segment.end);
    else
      path.lineTo(segment.end);
  }
  path.closeSubpath();
}

} // namespace

QPainterPath clipped(const QPainterPath& path, const QRectF& rectangle) {
  if (rectangle.contains(path.controlPointRect()))
    return path;
  const std::array<HalfPlane, 4> planes{{{true, true, rectangle.left()},
                                         {true, false, rectangle.right()},
                                         {false, true, rectangle.top()},
                                         {false, false, rectangle.bottom()}}};
  QPainterPath result;
  result.setFillRule(path.fillRule());
  for (Contour contour : contoursOf(path)) {
    for (const HalfPlane& plane : planes)
      if (!contour.empty())
        contour = Clipper(plane).clip(contour);
    if (contour.size() > 2)
      append(contour, result);
  }
  return result;
}

} // namespace eigenboard::typesetting
