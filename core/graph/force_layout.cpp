#include "core/graph/force_layout.h"

#include "core/graph/as_index.h"
#include "core/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::graph {

namespace {

constexpr double farthestLengths = 1e6; // from where coincident nodes still part visibly

ForceSettings sound(ForceSettings settings) {
  const ForceSettings standard;
  if (!(settings.length > 1e-100 && settings.length < 1e100))
    settings.length = standard.length;
  if (!(settings.theta >= 0 && settings.theta < 1))
    settings.theta = standard.theta;
  if (!(settings.gravity >= 0 && settings.gravity < 1e6))
    settings.gravity = standard.gravity;
  if (!(settings.cooling > 0 && settings.cooling <= 1))
    settings.cooling = standard.cooling;
  return settings;
}

/// In lengths: the radius of a disc where n nodes have about an edge's length each.
double discRadius(int n) {
  return 0.6 * std::sqrt(static_cast<double>(std::max(n, 1)));
}

/// Forces and places in units of the length k.
Positions unitForces(const Graph& graph, const ForceSettings& settings, const Positions& positions) {
  constexpr double least = 0.01;
  Positions forces = -settings.gravity * positions;
  const Quadtree tree = makeQuadtree(positions);
  for (int b = 0; b < static_cast<int>(tree.bodies.size()); ++b)
    forces.col(tree.bodies[asIndex(b)]) += repulsion(tree, b, settings.theta, least);
  for (const Edge& edge : graph.edges) {
    const Eigen::Vector2d along = positions.col(edge.to) - positions.col(edge.from);
    const Eigen::Vector2d pull = along * along.norm();
    forces.col(edge.from) += pull;
    forces.col(edge.to) -= pull;
  }
  return forces;
}

} // namespace

ForceLayout startForceLayout(const Graph& graph, const ForceSettings& settings) {
  return startForceLayoutAt(graph, settings, {});
}

ForceLayout startForceLayoutAt(const Graph& graph, const ForceSettings& settings,
                               const Positions& positions) {
  const double k = sound(settings).length;
  const double radius = discRadius(graph.nodeCount);
  numerics::Random random(settings.seed);
  ForceLayout layout;
  layout.positions.resize(2, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    // Drawn for every node, so that one that is given does not change the others.
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double distance = radius * std::sqrt(random.uniform(0, 1));
    if (node < positions.cols() && positions.col(node).allFinite())
      layout.positions.col(node) =
          positions.col(node).cwiseMax(-farthestLengths * k).cwiseMin(farthestLengths * k);
    else
      layout.positions.col(node) = k * distance * Eigen::Vector2d(std::cos(angle), std::sin(angle));
  }
  layout.temperature = k * std::max(1.0, radius / 4);
  return layout;
}

Positions layoutForces(const Graph& graph, const ForceSettings& settings, const Positions& positions) {
  const ForceSettings checked = sound(settings);
  return checked.length * unitForces(graph, checked, positions / checked.length);
}

ForceLayout nextForceLayout(const Graph& graph, const ForceSettings& settings,
                            const std::vector<bool>& pinned, const ForceLayout& layout) {
  const ForceSettings checked = sound(settings);
  const double k = checked.length;
  ForceLayout next = layout;
  ++next.step;
  next.movement = 0;
  const Positions positions = layout.positions / k;
  const Positions forces = unitForces(graph, checked, positions);
  // A step of the whole force overshoots where springs are stiff: one is 2d along itself, and its two ends
  // move at once. With 2d they swing for long, with 4d a graph unfolds half as fast.
  Eigen::VectorXd stiffness = Eigen::VectorXd::Constant(graph.nodeCount, 1 + checked.gravity);
  for (const Edge& edge : graph.edges)
    if (edge.from != edge.to) {
      const double d = (positions.col(edge.to) - positions.col(edge.from)).norm();
      stiffness(edge.from) += 3 * d;
      stiffness(edge.to) += 3 * d;
    }
  for (int node = 0; node < graph.nodeCount; ++node) {
    if (node < static_cast<int>(pinned.size()) && pinned[asIndex(node)])
      continue;
    Eigen::Vector2d way = forces.col(node) * (k / stiffness(node));
    if (const double length = way.norm(); length > layout.temperature)
      way *= layout.temperature / length;
    next.movement = std::max(next.movement, way.norm());
    next.positions.col(node) =
        (layout.positions.col(node) + way).cwiseMax(-farthestLengths * k).cwiseMin(farthestLengths * k);
  }
  next.temperature *= checked.cooling;
  return next;
}

} // namespace eigenboard::graph
