#pragma once

#include "views/scene/plane.h"
#include "views/scene/space_marks.h"

#include <functional>

namespace eigenboard::scene {

enum class Projection : std::uint8_t { Perspective, Orthographic };

/// From where a space is looked at. azimuth: degrees from the x axis towards the y axis; elevation: degrees
/// above the floor, −90 to 90. zoom: 1 shows the whole box. distance: of the eye from the box's middle in
/// halves of the box's diagonal, at least 1.5; it decides how strong the perspective is.
struct Camera {
  double azimuth = -60;
  double elevation = 28;
  double zoom = 1;
  double distance = 4.5;
  Projection projection = Projection::Perspective;
  friend bool operator==(const Camera&, const Camera&) = default;
};

/// How a handle follows the mouse.
enum class Motion3 : std::uint8_t {
  OnSurface,  ///< stays on the first surface of its view
  Horizontal, ///< in the plane of its own height
  Upright,    ///< along z
};

/// A point of space the reader moves; otherwise like Handle.
struct Handle3 {
  QString key;
  QString name;
  Point3 position;
  Role role = Role::Drag;
  std::function<Assignments(Point3)> drag;
  Motion3 motion = Motion3::OnSurface;
};

/// One box of space with its marks. equalAspect: a unit is as long along z as along x and y; otherwise the
/// box is as wide as deep and lower than that, whatever the ranges.
struct SpaceView {
  QString key;
  QString title;
  Axis x;
  Axis y;
  Axis z;
  bool equalAspect = false;
  Camera camera;
  std::vector<Mark3> marks;
  std::vector<Handle3> handles;
};

} // namespace eigenboard::scene
