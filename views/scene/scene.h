#pragma once

#include "views/scene/chart.h"
#include "views/scene/plane.h"
#include "views/scene/space.h"

#include <variant>
#include <vector>

namespace eigenboard::scene {

/// A picture of any kind, with a renderer of its own (views/render).
using View = std::variant<PlaneView, SpaceView, ChartView>;

/// What a panel shows: one view, or several of any kinds side by side. Their keys are unique.
struct Scene {
  std::vector<View> views;
};

inline const QString& keyOf(const View& view) {
  return std::visit([](const auto& any) -> const QString& { return any.key; }, view);
}

inline const QString& titleOf(const View& view) {
  return std::visit([](const auto& any) -> const QString& { return any.title; }, view);
}

/// The views of one kind, in their order; they live in the scene.
template <typename Kind>
std::vector<const Kind*> viewsOf(const Scene& scene) {
  std::vector<const Kind*> found;
  for (const View& view : scene.views)
    if (const auto* one = std::get_if<Kind>(&view))
      found.push_back(one);
  return found;
}

} // namespace eigenboard::scene
