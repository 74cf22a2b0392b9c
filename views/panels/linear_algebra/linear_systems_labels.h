#pragma once

#include "views/scene/marks.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

/// What words in a view of lines must keep clear of, in the units of the view.
struct Clutter {
  Eigen::Vector2d corner;                  ///< of the view, whose middle is the origin
  std::vector<Eigen::Vector3d> lines = {}; ///< unit normal n and constant d of n·x = d
  std::vector<Eigen::Vector2d> words = {}; ///< middles of labels and tips of arrows

  /// The line a·x = b; none where a is 0.
  void addLine(const Eigen::Vector2d& normal, double constant);
};

/// A label beside that one of the anchors, and on that side of it, where it stays clearest of the clutter, to
/// which it is added. Cost: eight sides × anchors × clutter.
scene::Label clearLabel(const std::vector<Eigen::Vector2d>& anchors, const QString& tex, scene::Role role,
                        Clutter& clutter);

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
