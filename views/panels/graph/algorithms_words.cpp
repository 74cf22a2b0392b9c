#include "views/panels/graph/algorithms_words.h"

#include "views/panels/graph/algorithms_views.h"
#include "views/panels/support/speech.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

QStringList namesOf(const Result& result, const std::vector<int>& nodes) {
  QStringList names;
  for (const int node : nodes)
    names += nodeName(result, node);
  return names;
}

QString plain(double value) {
  const double tenfold = std::abs(value) * 10;
  const bool isShort = std::abs(tenfold - std::round(tenfold)) < 1e-9;
  return speech::number(value, !isShort ? 2 : std::fmod(std::round(tenfold), 10) == 0 ? 0 : 1);
}

QString pathHeadline(const Result& result) {
  const auto& paths = std::get<math::ShortestPaths>(result.state);
  if (paths.fault == math::PathFault::NegativeWeight)
    return Words::tr("A negative weight");
  if (result.isOver && !result.path.empty())
    return excess(result) > 1e-9 ? Words::tr("Path of %1; %2 is possible")
                                       .arg(plain(goalDistance(result)), plain(bestDistance(result)))
                                 : Words::tr("Shortest path: %1").arg(plain(goalDistance(result)));
  if (result.isOver)
    return Words::tr("The goal is out of reach");
  return Words::tr("%1 settled, %2 waiting").arg(paths.order.size()).arg(paths.frontier.size());
}

QString orderHeadline(const Result& result) {
  const auto& order = std::get<math::TopologicalOrder>(result.state);
  if (order.fault == math::TopologicalFault::Cycle)
    return Words::tr("A cycle: no order");
  if (order.fault == math::TopologicalFault::NotDirected)
    return Words::tr("Edges without direction");
  return Words::tr("%1 of %2 nodes placed").arg(order.order.size()).arg(result.nodeCount());
}

/// "a → b → c → a", a few to a line.
QStringList cycleLines(const Result& result, const std::vector<int>& cycle) {
  QStringList names = namesOf(result, cycle);
  names += names.front();
  QStringList lines;
  constexpr int perLine = 3;
  for (int i = 0; i < names.size(); i += perLine)
    lines += names.mid(i, perLine).join(QStringLiteral(" → ")) +
             (i + perLine < names.size() ? QStringLiteral(" →") : QString());
  return lines;
}

} // namespace

int reachedCount(const Result& result) {
  int count = 0;
  for (int node = 0; node < result.nodeCount(); ++node)
    count += isReached(result, node) ? 1 : 0;
  return count;
}

QString headline(const Params& params, const Result& result) {
  const int n = result.nodeCount();
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
  case Algorithm::DepthFirst:
    return result.path.empty() ? Words::tr("%1 of %2 nodes found").arg(reachedCount(result)).arg(n)
                               : Words::tr("A way of %1 edges").arg(result.path.size() - 1);
  case Algorithm::Topological:
    return orderHeadline(result);
  case Algorithm::Dijkstra:
  case Algorithm::AStar:
    return pathHeadline(result);
  case Algorithm::Kruskal:
  case Algorithm::Prim:
    return Words::tr("Tree of weight %1").arg(plain(treeWeight(result)));
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    return Words::tr("Areas are mass, step %1").arg(result.step);
  case Algorithm::Walk:
    return Words::tr("Areas are visits, step %1").arg(result.step);
  case Algorithm::Messages:
    return Words::tr("Round %1").arg(result.step);
  case Algorithm::Convolution:
    return Words::tr("Layer %1").arg(result.step);
  case Algorithm::Labels:
    return Words::tr("Labels, step %1").arg(result.step);
  }
  return {};
}

QStringList reasons(const Params&, const Result& result) {
  if (result.nodeCount() == 0)
    return {Words::tr("There is no node."), Words::tr("Click the plane to add one.")};
  if (const auto* paths = std::get_if<math::ShortestPaths>(&result.state);
      paths && paths->fault == math::PathFault::NegativeWeight) {
    const math::Edge& edge = result.world->graph.edges[static_cast<std::size_t>(paths->faultEdge)];
    return {Words::tr("%1 – %2 weighs %3.")
                .arg(nodeName(result, edge.from), nodeName(result, edge.to),
                     plain(edge.weight).replace(QLatin1Char('-'), QChar(0x2212))),
            Words::tr("The nearest node that waits"),
            Words::tr("is settled for good, as if no"),
            Words::tr("detour could make it nearer."),
            Words::tr("A negative edge could."),
            result.reference->hasNegativeCycle ? Words::tr("Here a round trip even gains,")
                                               : Words::tr("Bellman and Ford's algorithm"),
            result.reference->hasNegativeCycle
                ? Words::tr("so no path is the shortest.")
                : Words::tr("relaxes every edge again: %1.").arg(plain(bestDistance(result)))};
  }
  const auto* order = std::get_if<math::TopologicalOrder>(&result.state);
  if (order && order->fault == math::TopologicalFault::NotDirected)
    return {Words::tr("No edge has a direction,"), Words::tr("so none leads forward."),
            Words::tr("Turn on “Directed edges”.")};
  if (order && order->fault == math::TopologicalFault::Cycle) {
    QStringList lines{Words::tr("Each of these waits for the one before:")};
    lines += cycleLines(result, order->cycle);
    lines += Words::tr("Take one edge of it away.");
    return lines;
  }
  return {};
}

std::vector<scene::LegendLine> legendOf(const Params& params, const Result&) {
  std::vector<scene::LegendLine> legend;
  if (hasSource(params.algorithm))
    legend.push_back({Words::tr("start"), Role::Drag});
  if (hasGoal(params.algorithm))
    legend.push_back({Words::tr("goal"), Role::DragSecond});
  if (spreads(params.algorithm))
    return legend;
  if (params.algorithm == Algorithm::Kruskal) {
    legend.push_back({Words::tr("taken"), Role::Response});
    legend.push_back({Words::tr("would close a cycle"), Role::Muted});
    return legend;
  }
  legend.push_back({Words::tr("waiting"), Role::Highlight});
  legend.push_back({Words::tr("done"), Role::Response});
  return legend;
}

QString spoken(const Params& params, const Result& result) {
  QString words = headline(params, result) + QStringLiteral(". ") +
                  Words::tr("%1 nodes, %2 edges, step %3.")
                      .arg(result.nodeCount())
                      .arg(result.world->graph.edgeCount())
                      .arg(result.step);
  if (const QStringList lines = reasons(params, result); !lines.isEmpty())
    return words + QLatin1Char(' ') + lines.join(QLatin1Char(' '));
  if (result.current >= 0)
    words += QLatin1Char(' ') + Words::tr("At %1.").arg(nodeName(result, result.current));
  QStringList waiting;
  for (std::size_t i = 0; i < result.waiting.size() && i < 4; ++i)
    waiting += Words::tr("%1 with %2").arg(result.waiting[i].name, plain(result.waiting[i].first));
  if (!waiting.isEmpty())
    words += QLatin1Char(' ') + Words::tr("First in the list: %1.").arg(waiting.join(QStringLiteral(", ")));
  if (result.path.size() > 1)
    words += QLatin1Char(' ') +
             Words::tr("The way: %1.").arg(namesOf(result, result.path).join(QStringLiteral(", ")));
  return words;
}

} // namespace eigenboard::panels::graph::algorithms_panel
