#include "views/render/space/space_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace eigenboard::render::space {
namespace {

/// Squares of coordinates, and of their inverses, are numbers.
constexpr double largestCoordinate3 = 1e100;
constexpr double shortestSide3 = 1e-100;
/// The height of a box whose units differ, as a share of its width: the picture of a function reads best when
/// it is lower than wide.
constexpr double heightShare = 0.72;

bool isUsable(const scene::Axis& axis) {
  return axis.minimum < axis.maximum && -largestCoordinate3 <= axis.minimum &&
         axis.maximum <= largestCoordinate3 &&
         axis.maximum - axis.minimum >=
             std::max(shortestSide3, 1e-11 * std::max(std::abs(axis.minimum), std::abs(axis.maximum)));
}

double number(double value, double otherwise, double least, double most) {
  return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

/// How far the box reaches from its middle on the picture while it is turned about its upright axis, in units
/// of the scale.
struct Reach3 {
  double sideways = 1;
  double up = 1;
  double down = 1;
};

/// The corners go round on two circles; the eye is at a distance, infinite without perspective.
Reach3 reachOf(const Box& box, double elevation, double distance) {
  const double across = std::hypot(box.half.x, box.half.y);
  const double sine = std::abs(std::sin(elevation));
  const double cosine = std::cos(elevation);
  // What stands nearer to the eye by so much looks larger.
  const auto nearer = [distance](double towards) { return 1 / (1 - towards / distance); };
  const double steep = across * sine + box.half.z * cosine;
  const double slanted = across * cosine - box.half.z * sine;
  Reach3 reach;
  // The largest of across·sin θ / (1 − towards / distance) over all angles θ.
  const double a = across * cosine / distance;
  const double b = 1 - box.half.z * sine / distance;
  reach.sideways = across / std::sqrt(b * b - a * a);
  // Farthest up and down: the far corner at the top, the near one at the bottom, and the near one at the top.
  const double leaning = (box.half.z * cosine - across * sine) * nearer(across * cosine + box.half.z * sine);
  reach.up = std::max(steep * nearer(-slanted), leaning);
  reach.down = std::max(steep * nearer(slanted), -leaning);
  if (elevation < 0)
    std::swap(reach.up, reach.down);
  return reach;
}

double toUnit(double value, double minimum, double maximum) {
  return 2 * (value - minimum) / (maximum - minimum) - 1;
}

double fromUnit(double unit, double minimum, double maximum) {
  return minimum + (unit + 1) / 2 * (maximum - minimum);
}

} // namespace

Point3 operator+(const Point3& a, const Point3& b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
Point3 operator-(const Point3& a, const Point3& b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
Point3 operator*(double factor, const Point3& a) {
  return {factor * a.x, factor * a.y, factor * a.z};
}
double dot(const Point3& a, const Point3& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
Point3 cross(const Point3& a, const Point3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double norm(const Point3& a) {
  return std::sqrt(dot(a, a));
}
bool isFinite(const Point3& a) {
  return std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(a.z);
}

Point3 Box::toBox(const Point3& point) const {
  return {half.x * toUnit(point.x, minimum.x, maximum.x), half.y * toUnit(point.y, minimum.y, maximum.y),
          half.z * toUnit(point.z, minimum.z, maximum.z)};
}

Point3 Box::fromBox(const Point3& point) const {
  return {fromUnit(point.x / half.x, minimum.x, maximum.x), fromUnit(point.y / half.y, minimum.y, maximum.y),
          fromUnit(point.z / half.z, minimum.z, maximum.z)};
}

bool Box::contains(const Point3& point) const {
  const Point3 at = toBox(point);
  constexpr double slack = 1 + 1e-9;
  return std::abs(at.x) <= half.x * slack && std::abs(at.y) <= half.y * slack &&
         std::abs(at.z) <= half.z * slack;
}

Box boxOf(const scene::SpaceView& view) {
  const scene::Axis usual;
  const scene::Axis& x = isUsable(view.x) ? view.x : usual;
  const scene::Axis& y = isUsable(view.y) ? view.y : usual;
  const scene::Axis& z = isUsable(view.z) ? view.z : usual;
  Box box{{x.minimum, y.minimum, z.minimum}, {x.maximum, y.maximum, z.maximum}, {1, 1, heightShare}};
  if (view.equalAspect) {
    const Point3 span = box.maximum - box.minimum;
    const double longest = std::max({span.x, span.y, span.z});
    // A side much shorter than the others would be a sheet without inside.
    box.half = {std::max(0.05, span.x / longest), std::max(0.05, span.y / longest),
                std::max(0.05, span.z / longest)};
  }
  return box;
}

scene::Camera usableCamera(const scene::Camera& camera) {
  const scene::Camera usual;
  scene::Camera used = camera;
  used.azimuth = std::isfinite(camera.azimuth) ? std::remainder(camera.azimuth, 360.0) : usual.azimuth;
  used.elevation = number(camera.elevation, usual.elevation, -90, 90);
  used.zoom = number(camera.zoom, usual.zoom, 0.2, 40);
  used.distance = number(camera.distance, usual.distance, 1.5, 1000);
  return used;
}

SpaceFrame::SpaceFrame(const Box& box, const scene::Camera& camera, const QRectF& area)
    : box_(box), area_(area) {
  const scene::Camera used = usableCamera(camera);
  const double azimuth = used.azimuth * std::numbers::pi / 180;
  const double elevation = used.elevation * std::numbers::pi / 180;
  backward_ = {std::cos(elevation) * std::cos(azimuth), std::cos(elevation) * std::sin(azimuth),
               std::sin(elevation)};
  right_ = {-std::sin(azimuth), std::cos(azimuth), 0};
  up_ = cross(backward_, right_);
  isPerspective_ = used.projection == scene::Projection::Perspective;
  distance_ = used.distance * box.halfDiagonal();
  eye_ = distance_ * backward_;
  const Reach3 reach =
      reachOf(box, elevation, isPerspective_ ? distance_ : std::numeric_limits<double>::infinity());
  const double fit = std::min(area.width() / (2 * reach.sideways), area.height() / (reach.up + reach.down));
  centre_ = {area.center().x(), area.top() + (area.height() + fit * (reach.up - reach.down)) / 2};
  scale_ = used.zoom * std::max(1.0, fit);
}

Pixel3 SpaceFrame::boxToPixel(const Point3& point) const {
  const double towards = dot(point, backward_);
  // What reaches the eye or lies behind it has no picture; it comes out far away, and is cut off.
  const double nearness =
      isPerspective_ ? distance_ / std::max(distance_ - towards, 1e-3 * distance_) : 1 + towards / distance_;
  const double factor = isPerspective_ ? scale_ * nearness : scale_;
  return {centre_.x() + factor * dot(point, right_), centre_.y() - factor * dot(point, up_), nearness};
}

QMatrix4x4 SpaceFrame::clipMatrix(const QRectF& pixels) const {
  using Row = std::array<double, 4>;
  const auto along = [](const Point3& direction, double factor, double constant) {
    return Row{factor * direction.x, factor * direction.y, factor * direction.z, constant};
  };
  const auto sum = [](double a, const Row& one, double b, const Row& other) {
    Row row{};
    for (std::size_t i = 0; i < row.size(); ++i)
      row.at(i) = a * one.at(i) + b * other.at(i);
    return row;
  };
  // nearness = distance / w with perspective, and 1 + towards / distance, w = 1 without it.
  const Row w = isPerspective_ ? along(backward_, -1, distance_) : Row{0, 0, 0, 1};
  const double factor = isPerspective_ ? scale_ * distance_ : scale_;
  const Row x = sum(centre_.x(), w, factor, along(right_, 1, 0));
  const Row y = sum(centre_.y(), w, -factor, along(up_, 1, 0));
  const Row nearness = isPerspective_ ? Row{0, 0, 0, distance_} : along(backward_, 1 / distance_, 1);
  const double reach = 1.02 * box_.halfDiagonal() / distance_;
  const double nearest = isPerspective_ ? 1 / (1 - std::min(reach, 0.999)) : 1 + reach;
  const double farthest = isPerspective_ ? 1 / (1 + reach) : 1 - reach;
  const double slope = -2 / (nearest - farthest);
  const Row rowX = sum(2 / pixels.width(), x, -(1 + 2 * pixels.left() / pixels.width()), w);
  const Row rowY = sum(-2 / pixels.height(), y, 1 + 2 * pixels.top() / pixels.height(), w);
  const Row rowZ = sum(slope, nearness, -1 - slope * nearest, w);
  QMatrix4x4 matrix;
  const std::array<const Row*, 4> rows{&rowX, &rowY, &rowZ, &w};
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 4; ++column)
      matrix(row, column) =
          static_cast<float>(rows.at(static_cast<std::size_t>(row))->at(static_cast<std::size_t>(column)));
  return matrix;
}

Ray SpaceFrame::boxRay(QPointF pixel) const {
  const Point3 onPlane =
      ((pixel.x() - centre_.x()) / scale_) * right_ + (-(pixel.y() - centre_.y()) / scale_) * up_;
  if (isPerspective_)
    return {eye_, onPlane - eye_};
  return {onPlane + eye_, -1.0 * eye_};
}

Ray SpaceFrame::ray(QPointF pixel) const {
  const Ray ray = boxRay(pixel);
  const Point3 origin = box_.fromBox(ray.origin);
  return {origin, box_.fromBox(ray.origin + ray.direction) - origin};
}

bool SpaceFrame::seesFrom(const Point3& through, const Point3& normal) const {
  return isPerspective_ ? dot(eye_ - through, normal) > 0 : dot(backward_, normal) > 0;
}

} // namespace eigenboard::render::space
