#pragma once

#include "views/render/hover.h"
#include "views/render/lights.h"
#include "views/render/space/space_fills.h"

namespace eigenboard::render::space {

/// "(1.50, −0.25, 2.00)" with the decimals that the picture can tell apart, two or more.
QString coordinateText(const Point3& point, const SpaceFrame& frame);

/// The index of the handle nearest to a pixel, within so many pixels of it; -1: none.
int handleAt(const scene::SpaceView& view, const SpaceFrame& frame, QPointF pixel, double radius);

/// The index of the handle with that key; -1: none. Handles are followed by key, because a new scene may hold
/// them in another order.
int handleNamed(const scene::SpaceView& view, const QString& key);

/// What a screen reader says of the handle at that index, or how to reach one; empty without handles.
QString handleDescription(const scene::SpaceView& view, int index, const SpaceFrame& frame);

/// A point of a surface, plane or patch under a pixel, in the units of the view, and its mark.
struct SurfacePoint {
  std::size_t mark = 0;
  Point3 point;
  double nearness = 0;
};
/// The nearest of all surfaces; surfaces as prepareSurfaces left them.
std::optional<SurfacePoint> surfaceAt(const FillMemory& surfaces, const SpaceFrame& frame, QPointF pixel);

/// The nearest plane or patch that has a name.
std::optional<SurfacePoint> sheetAt(const scene::SpaceView& view, const SpaceFrame& frame, QPointF pixel);

/// The nearest named handle, point or arrow tip within 14 px, else the nearest named curve or arrow within 7
/// px, else the nearest of the named surfaces, planes and patches under the pixel. Marks that lie behind a
/// solid surface there do not count.
std::optional<HoverNote> hoverAt(const scene::SpaceView& view, const FillMemory& surfaces,
                                 const SpaceFrame& frame, QPointF pixel);

MarkNames namesOf(const scene::Handle3& handle);
/// Empty for a mark without a label.
MarkNames namesOf(const scene::Mark3& mark);
MarkNames namesAt(const scene::SpaceView& view, const FillMemory& surfaces, const SpaceFrame& frame,
                  QPointF pixel, double reach);

/// Lays a translucent band on every lit arrow, and a thin ring round lit labels and handles.
void paintLights(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const IsLit& isLit,
                 const Theme& theme);

} // namespace eigenboard::render::space
