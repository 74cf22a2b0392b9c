#include "views/render/space/space_motion.h"

#include "views/render/space/space_axes.h"
#include "views/render/words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

/// One axis as the plane's rules of snapping see it: pixels of its full length, range and tick.
struct AxisScale {
  double minimum;
  double maximum;
  double pixels;
  double tick;

  PlaneFrame frame() const {
    PlaneFrame frame;
    frame.area = QRectF(0, 0, std::max(1.0, pixels), std::max(1.0, pixels));
    frame.range = {minimum, maximum, minimum, maximum};
    return frame;
  }
  double snap(double value, Snapping snapping) const {
    return snapped({value, value}, frame(), tick, tick, snapping).x();
  }
  double moved(double value, double steps, Snapping snapping) const {
    return movedBySteps({value, value}, {steps, 0}, frame(), tick, tick, snapping).x();
  }
};

struct AxisScales {
  AxisScale x;
  AxisScale y;
  AxisScale z;
};

AxisScales scalesOf(const SpaceFrame& frame) {
  const Box& box = frame.box();
  const Point3 ticks = tickSteps(frame);
  const double length = 2 * frame.scale();
  return {{box.minimum.x, box.maximum.x, length * box.half.x, ticks.x},
          {box.minimum.y, box.maximum.y, length * box.half.y, ticks.y},
          {box.minimum.z, box.maximum.z, length * box.half.z, ticks.z}};
}

bool staysOnSurface(const scene::Handle3& handle, const SurfaceMesh* surface) {
  return handle.motion == scene::Motion3::OnSurface && surface && !surface->vertices.empty();
}

/// The surface's point over a place, moved into its range if it lies outside; none over a hole.
std::optional<Point3> onSurface(const SurfaceMesh& surface, const Box& box, const Point3& point) {
  Point3 at = box.toBox(point);
  at.x = std::clamp(at.x, surface.x.front(), surface.x.back());
  at.y = std::clamp(at.y, surface.y.front(), surface.y.back());
  const auto height = surface.heightAt(at.x, at.y);
  if (!height)
    return std::nullopt;
  at.z = *height;
  // A place inside the range comes back as it was, to the last digit.
  Point3 result = box.fromBox(at);
  const Point3 given = box.toBox(point);
  if (given.x == at.x)
    result.x = point.x;
  if (given.y == at.y)
    result.y = point.y;
  return result;
}

std::optional<Point3> onHorizontalPlane(const Ray& ray, double z) {
  // A ray along the plane meets it nowhere, or far outside the picture.
  if (std::abs(ray.direction.z) <= 1e-6 * norm(ray.direction))
    return std::nullopt;
  const double t = (z - ray.origin.z) / ray.direction.z;
  if (!(t > 0))
    return std::nullopt;
  Point3 point = ray.origin + t * ray.direction;
  point.z = z;
  return point;
}

} // namespace

scene::Camera orbited(scene::Camera camera, double azimuth, double elevation) {
  camera.azimuth += azimuth;
  camera.elevation += elevation;
  return usableCamera(camera);
}

scene::Camera zoomedBy(scene::Camera camera, double factor) {
  camera.zoom *= factor;
  return usableCamera(camera);
}

std::vector<StandardView> standardViews() {
  constexpr double isometric = 35.264389682754654; // atan(1/√2)
  return {{tr("From above"), Qt::Key_1, -90, 90},
          {tr("From the front"), Qt::Key_2, -90, 0},
          {tr("From the side"), Qt::Key_3, 0, 0},
          {tr("Isometric"), Qt::Key_4, -45, isometric}};
}

scene::Camera seenFrom(const StandardView& view, scene::Camera camera) {
  camera.azimuth = view.azimuth;
  camera.elevation = view.elevation;
  camera.projection = scene::Projection::Orthographic;
  return camera;
}

std::optional<Point3> draggedTo(const scene::Handle3& handle, const SpaceFrame& frame,
                                const SurfaceMesh* surface, QPointF pixel) {
  if (handle.motion == scene::Motion3::Upright) {
    // Where the upright line through the handle comes nearest to the pixel: on the picture, because that is
    // what the hand sees.
    const Box& box = frame.box();
    const Point3 at = box.toBox(handle.position);
    const Pixel3 low = frame.boxToPixel({at.x, at.y, -box.half.z});
    const Pixel3 high = frame.boxToPixel({at.x, at.y, box.half.z});
    const QPointF way = high.point() - low.point();
    const double squared = QPointF::dotProduct(way, way);
    if (squared < 4) // seen from its end
      return std::nullopt;
    const double share = QPointF::dotProduct(pixel - low.point(), way) / squared;
    const double nearness = low.nearness + share * (high.nearness - low.nearness);
    if (!(nearness > 0))
      return std::nullopt;
    const double inSpace = frame.isPerspective() ? share * high.nearness / nearness : share;
    Point3 point = handle.position;
    point.z = box.minimum.z + inSpace * (box.maximum.z - box.minimum.z);
    return point;
  }
  if (staysOnSurface(handle, surface)) {
    if (const auto hit = firstHit(*surface, frame.boxRay(pixel), frame.box()))
      return frame.box().fromBox(*hit);
    const auto beside = onHorizontalPlane(frame.ray(pixel), handle.position.z);
    return beside ? onSurface(*surface, frame.box(), *beside) : std::nullopt;
  }
  return onHorizontalPlane(frame.ray(pixel), handle.position.z);
}

Point3 rounded(const Point3& point, const scene::Handle3& handle, const SpaceFrame& frame,
               const SurfaceMesh* surface, Snapping snapping, Rounding3 rounding) {
  const AxisScales scales = scalesOf(frame);
  const auto rest = [&](double value, const AxisScale& scale) {
    switch (rounding) {
    case Rounding3::Ticks:
      return roundedTo(value, scale.tick);
    case Rounding3::Fine:
      return roundedTo(value, scale.tick / 1000);
    case Rounding3::AsSnapping:
      break;
    }
    return scale.snap(value, snapping);
  };
  if (handle.motion == scene::Motion3::Upright)
    return {point.x, point.y, rest(point.z, scales.z)};
  const Point3 moved{rest(point.x, scales.x), rest(point.y, scales.y), point.z};
  return staysOnSurface(handle, surface) ? onSurface(*surface, frame.box(), moved).value_or(moved) : moved;
}

Point3 movedByKey(const scene::Handle3& handle, const SpaceFrame& frame, const SurfaceMesh* surface,
                  QPointF direction, double pace, Snapping snapping) {
  const AxisScales scales = scalesOf(frame);
  const auto next = [&](double value, double way, const AxisScale& scale) {
    return scale.moved(value, way * pace, snapping);
  };
  Point3 point = handle.position;
  if (handle.motion == scene::Motion3::Upright) {
    point.z = next(point.z, direction.y() + direction.x(), scales.z);
    return point;
  }
  const Point3& right = frame.rightwards();
  const auto sign = [](double value) { return value < 0 ? -1.0 : 1.0; };
  if (std::abs(right.x) >= std::abs(right.y)) {
    // Up, away from the eye, is a quarter turn to the left of the right hand.
    point.x = next(point.x, sign(right.x) * direction.x(), scales.x);
    point.y = next(point.y, sign(right.x) * direction.y(), scales.y);
  } else {
    point.y = next(point.y, sign(right.y) * direction.x(), scales.y);
    point.x = next(point.x, -sign(right.y) * direction.y(), scales.x);
  }
  return staysOnSurface(handle, surface) ? onSurface(*surface, frame.box(), point).value_or(point) : point;
}

} // namespace eigenboard::render::space
