#include "core/graph/bipartite_layout.h"
#include "core/graph/circular_layout.h"
#include "core/graph/force_layout.h"
#include "core/graph/kamada_kawai.h"
#include "core/graph/layered_layout.h"
#include "core/graph/spectral_layout.h"
#include "views/panels/graph/editor_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

constexpr double room = 7.6;   ///< of the plane, that a layout fills
constexpr double wall = 9.5;   ///< no layout moves a node beyond it
constexpr int slideSteps = 24; ///< in which nodes slide to a place that is known
constexpr int mostLayoutSteps = 400;
constexpr double atRest = 0.002; ///< units; a step that moves nothing farther is the last

bool slides(Layout layout) {
  return layout >= Layout::Spectral;
}

/// Moved and scaled to fill the room, with equal units across and up.
math::Positions fitted(math::Positions positions) {
  if (positions.cols() == 0)
    return positions;
  const Eigen::Vector2d low = positions.rowwise().minCoeff();
  const Eigen::Vector2d high = positions.rowwise().maxCoeff();
  const double half = (high - low).maxCoeff() / 2;
  positions.colwise() -= Eigen::Vector2d((low + high) / 2);
  if (half > 1e-9)
    positions *= room / half;
  return positions;
}

/// Filling the room across and up by themselves: of rows only the order counts, and long names need the
/// width.
math::Positions stretched(math::Positions positions) {
  for (Eigen::Index axis = 0; axis < positions.rows() && positions.cols() > 0; ++axis) {
    auto row = positions.row(axis).array();
    const double middle = (row.minCoeff() + row.maxCoeff()) / 2;
    const double half = (row.maxCoeff() - row.minCoeff()) / 2;
    row -= middle;
    if (half > 1e-9)
      row *= room / half;
  }
  return positions;
}

math::Positions targetOf(const Params& params) {
  const math::Graph graph = given(params, false).graph;
  switch (params.layout) {
  case Layout::Spectral:
    return fitted(math::spectralLayout(graph, 1));
  case Layout::Circle:
    return fitted(math::circularLayout(graph.nodeCount, 1));
  case Layout::Bipartite:
    return fitted(math::bipartiteLayout(graph, 1));
  case Layout::Layered:
    return stretched(math::layeredLayout(graph, 1).positions);
  case Layout::Hand:
  case Layout::Force:
  case Layout::KamadaKawai:
    break;
  }
  return {};
}

/// Nodes without edges spread evenly over a disc of radius length · √(n/gravity), which so fills the room;
/// what edges hold together takes less.
math::ForceSettings forceSettings(Eigen::Index n) {
  math::ForceSettings settings;
  settings.gravity = 1.2;
  settings.length = room / std::max(2.5, 0.85 * std::sqrt(static_cast<double>(n)));
  return settings;
}

} // namespace

Step start(const Params& params) {
  Step step;
  step.positions = given(params, false).places;
  if (slides(params.layout))
    step.target = targetOf(params);
  if (params.layout == Layout::Force)
    step.temperature = forceSettings(step.positions.cols()).length;
  return step;
}

Step next(const Params& params, const Step& step) {
  Step after = step;
  ++after.count;
  const GivenGraph made = given(params, false);
  const std::vector<bool>& pinned = made.pinned;
  if (params.layout == Layout::Force) {
    math::ForceLayout layout{step.positions, step.temperature, 0, step.count};
    layout = math::nextForceLayout(made.graph, forceSettings(step.positions.cols()), pinned, layout);
    after.positions = layout.positions;
    after.temperature = layout.temperature;
  } else if (params.layout == Layout::KamadaKawai) {
    const Eigen::MatrixXd distances = math::idealDistances(made.graph);
    const double length = 1.8 * room / std::max(2.0, distances.size() > 0 ? distances.maxCoeff() : 2.0);
    after.positions =
        math::nextKamadaKawai(distances, length, pinned, {step.positions, 0, 0, step.count}).positions;
    // Stress knows distances only, so the whole may be anywhere: it goes to the middle when nothing is
    // pinned.
    if (std::none_of(pinned.begin(), pinned.end(), [](bool is) { return is; }))
      after.positions.colwise() -= Eigen::Vector2d(after.positions.rowwise().mean());
    for (Eigen::Index node = 0; node < after.positions.cols(); ++node)
      if (!pinned[static_cast<std::size_t>(node)])
        after.positions.col(node) = after.positions.col(node).cwiseMax(-wall).cwiseMin(wall);
  } else if (slides(params.layout)) {
    // From where they stand, so that the last step arrives whatever was rounded before.
    const double done = std::min(1.0, static_cast<double>(after.count) / slideSteps);
    const double eased = done * done * (3 - 2 * done);
    const math::Positions& from = made.places;
    for (Eigen::Index node = 0; node < from.cols(); ++node)
      if (!pinned[static_cast<std::size_t>(node)])
        after.positions.col(node) = (1 - eased) * from.col(node) + eased * step.target.col(node);
  }
  if (after.positions.cols() > 0)
    after.movement = (after.positions - step.positions).colwise().norm().maxCoeff();
  return after;
}

bool isFinished(const Params& params, const Step& step) {
  if (params.layout == Layout::Hand || step.positions.cols() == 0)
    return true;
  if (slides(params.layout))
    return step.count >= slideSteps;
  return step.count >= mostLayoutSteps || (step.count > 0 && step.movement < atRest);
}

} // namespace eigenboard::panels::graph::editor_panel
