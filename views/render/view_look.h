#pragma once

#include "views/render/plane_frame.h"

#include <optional>
#include <vector>

namespace eigenboard::render {

/// How the reader looks at one view: what was turned, panned or zoomed. Nothing where the view shows what it
/// asks for itself.
struct ViewLook {
  QString key; ///< of the view
  std::optional<scene::Camera> camera = {};
  std::optional<PlaneRange> range = {};
};

/// The scene with its views looked at in these ways, so that a file shows what the screen does. A look at a
/// view that the scene does not have is left out.
scene::Scene lookedAt(scene::Scene scene, const std::vector<ViewLook>& looks);

} // namespace eigenboard::render
