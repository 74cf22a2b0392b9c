#pragma once

#include "views/panels/calculus/gradient_model.h"

namespace eigenboard::panels::calculus::gradient_panel {

/// The contour map with the point, the dial, the gradient and its shadow on the dial's direction.
scene::PlaneView mapView(const Params& params, const Result& result);
/// The slope in every direction, over its angle.
scene::PlaneView curveView(const Params& params, const Result& result);
/// The surface with the tangent plane at the point, the slice along the dial's direction and its secant.
scene::SpaceView surfaceView(const Params& params, const Result& result);
/// The operations of f with their values, and what forward and reverse mode write beside them.
scene::PlaneView graphView(const Params& params, const Result& result);
/// A map before and after: the square and its image.
scene::PlaneView squareView(const Params& params, const Result& result);
scene::PlaneView imageView(const Params& params, const Result& result);

scene::Scene drawn(const Params& params, const Result& result);

/// On the map and the square: how far the dial's handle is from its point.
inline constexpr double dialRadius = 0.55;

/// A handle on the circle about the point that turns the direction.
scene::Handle dialHandle(const Params& params, const Result& result);
/// The circle and the arrow of the dial.
void addDial(scene::PlaneView& view, const Params& params, const Result& result);

inline constexpr scene::Role directionRole = scene::Role::DragSecond;
inline constexpr scene::Role gradientRole = scene::Role::Response;
inline constexpr scene::Role shadowRole = scene::Role::Highlight;

} // namespace eigenboard::panels::calculus::gradient_panel
