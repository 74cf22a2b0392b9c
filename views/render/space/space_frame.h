#pragma once

#include "views/scene/space.h"

#include <QtCore/QRectF>
#include <QtGui/QMatrix4x4>

#include <array>

namespace eigenboard::render::space {

using scene::Point3;

Point3 operator+(const Point3& a, const Point3& b);
Point3 operator-(const Point3& a, const Point3& b);
Point3 operator*(double factor, const Point3& a);
double dot(const Point3& a, const Point3& b);
Point3 cross(const Point3& a, const Point3& b);
double norm(const Point3& a);
bool isFinite(const Point3& a);

/// A point on the picture. nearness grows towards the eye and is linear in the picture along every straight
/// line and plane of space, which is what a depth buffer needs; it is 1 at the middle of the box.
struct Pixel3 {
  double x = 0;
  double y = 0;
  double nearness = 0;
  QPointF point() const { return {x, y}; }
};

struct Ray {
  Point3 origin;
  Point3 direction;
};

/// The ranges of the three axes and the half sides of the box that shows them; the larger half side is 1.
struct Box {
  Point3 minimum{-4, -4, -4};
  Point3 maximum{4, 4, 4};
  Point3 half{1, 1, 1};

  Point3 toBox(const Point3& point) const;
  Point3 fromBox(const Point3& point) const;
  double halfDiagonal() const { return norm(half); }
  bool contains(const Point3& point) const;
};

/// Axes that are empty, reversed, not finite or beyond 1e100 count as −4 to 4.
Box boxOf(const scene::SpaceView& view);

/// The camera with numbers that can be used: not finite ones as in the default, the others within bounds.
scene::Camera usableCamera(const scene::Camera& camera);

/// How points of space come onto the picture. At zoom 1 the box fits into the area, and turning it about its
/// upright axis changes neither its size nor its place.
class SpaceFrame {
 public:
  SpaceFrame() = default;
  /// area: what the box may fill, in pixels.
  SpaceFrame(const Box& box, const scene::Camera& camera, const QRectF& area);

  const Box& box() const { return box_; }
  const QRectF& area() const { return area_; }
  /// The pixel of the middle of the box.
  QPointF centre() const { return centre_; }
  Pixel3 toPixel(const Point3& point) const { return boxToPixel(box_.toBox(point)); }
  Pixel3 boxToPixel(const Point3& point) const;
  /// All points that a pixel shows, from the eye on, in box coordinates.
  Ray boxRay(QPointF pixel) const;
  /// The same in the units of the view.
  Ray ray(QPointF pixel) const;
  /// Box coordinates to the clip coordinates of OpenGL, for a picture that shows these pixels: the same
  /// places as boxToPixel, and depth that orders as nearness does, so that the whole box lies between −1
  /// and 1.
  QMatrix4x4 clipMatrix(const QRectF& pixels) const;
  /// Whether the eye is on the side of the plane to which the normal points; box coordinates.
  bool seesFrom(const Point3& through, const Point3& normal) const;
  /// Where the eye is, and towards the eye; box coordinates. Without perspective only the direction counts.
  bool isPerspective() const { return isPerspective_; }
  const Point3& eye() const { return eye_; }
  const Point3& towardsEye() const { return backward_; }
  /// The direction that lies across the picture, to the right; horizontal.
  const Point3& rightwards() const { return right_; }
  /// Pixels per box unit at the middle of the box.
  double scale() const { return scale_; }

 private:
  Box box_;
  QRectF area_;
  QPointF centre_;
  bool isPerspective_ = true;
  double distance_ = 4;
  double scale_ = 1;
  Point3 right_{1, 0, 0};
  Point3 up_{0, 0, 1};
  Point3 backward_{0, -1, 0};
  Point3 eye_;
};

} // namespace eigenboard::render::space
