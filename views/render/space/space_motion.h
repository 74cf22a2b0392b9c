#pragma once

#include "views/render/handle_motion.h"
#include "views/render/space/space_frame.h"
#include "views/render/space/surface_mesh.h"

#include <optional>
#include <vector>

namespace eigenboard::render::space {

/// Turned by so many degrees; the elevation stops straight above and straight below.
scene::Camera orbited(scene::Camera camera, double azimuth, double elevation);
scene::Camera zoomedBy(scene::Camera camera, double factor);

/// A direction from which to look, for menu and keys 1 to 4.
struct StandardView {
  QString name;
  int key = 0;
  double azimuth = 0;
  double elevation = 0;
};
/// From above, from the front, from the side (without perspective, as in a drawing), and isometric.
std::vector<StandardView> standardViews();
scene::Camera seenFrom(const StandardView& view, scene::Camera camera);

/// Where a handle goes when it is dragged to a pixel, in the units of the view; none where the mouse's ray
/// does not say. surface: what it stays on; null or empty: its motion is horizontal.
std::optional<Point3> draggedTo(const scene::Handle3& handle, const SpaceFrame& frame,
                                const SurfaceMesh* surface, QPointF pixel);

/// How far coordinates are rounded.
enum class Rounding3 : std::uint8_t {
  AsSnapping,
  Ticks, ///< to whole ticks
  Fine,  ///< to thousandths of them
};

/// The point with the coordinates that the handle's motion changes rounded; on a surface its height is that
/// of the surface there.
Point3 rounded(const Point3& point, const scene::Handle3& handle, const SpaceFrame& frame,
               const SurfaceMesh* surface, Snapping snapping, Rounding3 rounding);

/// Where an arrow key moves a handle: right and left along that horizontal axis which lies most across the
/// picture, up and down along the other one, away from the eye, or along z when it moves upright. direction:
/// of the key, y up. pace: how many steps.
Point3 movedByKey(const scene::Handle3& handle, const SpaceFrame& frame, const SurfaceMesh* surface,
                  QPointF direction, double pace, Snapping snapping);

} // namespace eigenboard::render::space
