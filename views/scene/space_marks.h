#pragma once

#include "views/scene/marks.h"

#include <optional>
#include <variant>
#include <vector>

namespace eigenboard::scene {

/// A point or a direction of space in the mathematical units of its view.
struct Point3 {
  double x = 0;
  double y = 0;
  double z = 0;
  friend bool operator==(const Point3&, const Point3&) = default;
};

/// What gives a surface its colour.
enum class SurfaceColor : std::uint8_t {
  Height, ///< a perceptual map over the range of the z axis, readable without full colour vision
  Role,   ///< the colour of the surface's role, lighter where it is higher
};

/// z over a grid: heights[row * columns + column] stands at x = left + column·(right − left)/(columns − 1),
/// y alike from front to back by rows. Cells with a height that is not finite are left out, and so is what
/// lies outside the box of the axes. At least 2 by 2 heights, otherwise nothing is drawn.
struct Surface {
  int columns = 0;
  int rows = 0;
  double left = 0;
  double right = 1;
  double front = 0;
  double back = 1;
  std::vector<double> heights;
  SurfaceColor color = SurfaceColor::Height;
  Role role = Role::Response;
  double opacity = 1;
  bool shaded = true; ///< lit from one side; otherwise colour means height exactly
  std::vector<double> contourLevels = {};
  Stroke contour = {Role::Ink, 1, Dash::Solid, 0.45};
  std::optional<Stroke> wire = {}; ///< lines of the grid, every wireEvery-th
  int wireEvery = 1;
  QString name = {};
};

/// hasHead: an arrowhead at the last point.
struct Curve3 {
  std::vector<Point3> points;
  Stroke stroke;
  QString name = {};
  bool hasHead = false;
};

/// radius in pixels at scale 1.
struct Points3 {
  std::vector<Point3> points;
  Role role = Role::Response;
  double radius = 4;
  double opacity = 1;
  QString name = {};
};

/// label: TeX set beside the tip.
struct Arrow3 {
  Point3 from;
  Point3 to;
  Stroke stroke;
  QString label = {};
  QString name = {};
};

/// A plane polygon, convex: at least three points, the plane being that of the first three that span one.
struct Patch3 {
  std::vector<Point3> outline;
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  QString name = {};
};

/// The part of an infinite plane inside the box of the axes. A zero normal draws nothing.
struct Plane3 {
  Point3 through;
  Point3 normal;
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  QString name = {};
};

/// TeX set at a point. offset: pixels at scale 1 from the point to the label's centre, y down.
struct Label3 {
  Point3 at;
  QString tex;
  Role role = Role::Ink;
  QPointF offset = {};
};

using Mark3 = std::variant<Surface, Patch3, Plane3, Curve3, Arrow3, Points3, Label3>;

} // namespace eigenboard::scene
