#include "views/panels/graph/algorithms_views.h"
#include "views/panels/graph/algorithms_words.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

QString texName(const Result& result, int node) {
  return tex::text(nodeName(result, node));
}

/// The last few, with dots before them.
QString chain(const Result& result, const std::vector<int>& nodes, std::size_t most = 6) {
  QStringList names;
  const std::size_t first = nodes.size() > most ? nodes.size() - most : 0;
  if (first > 0)
    names += QStringLiteral("\\cdots");
  for (std::size_t i = first; i < nodes.size(); ++i)
    names += texName(result, nodes[i]);
  return names.isEmpty() ? QStringLiteral("\\varnothing") : names.join(QStringLiteral(" \\to "));
}

QString ofSearch(const Result& result) {
  const auto& s = std::get<math::GraphSearch>(result.state);
  if (s.kind == math::SearchKind::DepthFirst)
    return QStringLiteral("\\text{%1: } ").arg(Words::tr("the way from the start")) +
           chain(result, s.frontier);
  if (result.current < 0)
    return result.world->source < 0 ? QStringLiteral("\\varnothing")
                                    : QStringLiteral("d(%1) = 0").arg(texName(result, result.world->source));
  QStringList found;
  for (int node = 0; node < result.nodeCount(); ++node)
    if (s.parent[static_cast<std::size_t>(node)] == result.current)
      found += texName(result, node);
  const int depth = s.depth[static_cast<std::size_t>(result.current)];
  if (found.isEmpty())
    return QStringLiteral("d(%1) = %2,\\quad \\text{%3}")
        .arg(texName(result, result.current))
        .arg(depth)
        .arg(Words::tr("nothing new beside it"));
  constexpr int mostNames = 4;
  if (found.size() > mostNames)
    found = found.mid(0, mostNames) + QStringList{QStringLiteral("\\ldots")};
  return QStringLiteral("d(%1) = d(%2) + 1 = %3 + 1 = %4")
      .arg(found.join(QStringLiteral(",\\, ")), texName(result, result.current))
      .arg(depth)
      .arg(depth + 1);
}

QString ofPaths(const Params& params, const Result& result) {
  const auto& s = std::get<math::ShortestPaths>(result.state);
  if (result.current < 0)
    return result.world->source < 0 ? QStringLiteral("\\varnothing")
                                    : QStringLiteral("d(%1) = 0").arg(texName(result, result.world->source));
  const int node = result.current;
  const QString name = texName(result, node);
  if (params.algorithm == Algorithm::AStar)
    return QStringLiteral("f(%1) = g + h = %2 + %3 = %4")
        .arg(name, shortNumber(s.distance(node)), shortNumber(s.heuristic(node)),
             shortNumber(s.distance(node) + s.heuristic(node)));
  const int parent = s.parent[static_cast<std::size_t>(node)];
  if (parent < 0)
    return QStringLiteral("d(%1) = 0").arg(name);
  const double weight =
      result.world->graph.edges[static_cast<std::size_t>(s.parentEdge[static_cast<std::size_t>(node)])]
          .weight;
  return QStringLiteral("d(%1) = d(%2) + w = %3 + %4 = %5")
      .arg(name, texName(result, parent), shortNumber(s.distance(parent)), shortNumber(weight),
           shortNumber(s.distance(node)));
}

QString ofTree(const Result& result) {
  const auto* kruskal = std::get_if<math::Kruskal>(&result.state);
  const auto& accepted = kruskal ? kruskal->accepted : std::get<math::Prim>(result.state).accepted;
  QStringList terms;
  for (const int edge : accepted) {
    const double weight = result.world->graph.edges[static_cast<std::size_t>(edge)].weight;
    terms += weight < 0 ? QLatin1Char('(') + shortNumber(weight) + QLatin1Char(')') : shortNumber(weight);
  }
  constexpr int mostTerms = 12;
  if (terms.size() > mostTerms)
    terms = terms.mid(0, 5) + QStringList{QStringLiteral("\\cdots")} + terms.mid(terms.size() - 4);
  const QString sum = shortNumber(treeWeight(result));
  return terms.size() < 2 ? QStringLiteral("w(T) = ") + sum
                          : QStringLiteral("w(T) = %1 = %2").arg(terms.join(QStringLiteral(" + ")), sum);
}

QString ofRank(const Params& params, const Result& result) {
  if (result.nodeCount() == 0)
    return QStringLiteral("\\varnothing");
  Eigen::Index best = 0;
  const double rank = result.features.col(0).maxCoeff(&best);
  const auto node = static_cast<int>(best);
  const QString name = texName(result, node);
  if (result.step == 0)
    return QStringLiteral("r_0 = \\tfrac{1}{n} = \\tfrac{1}{%1} \\approx %2")
        .arg(result.nodeCount())
        .arg(tex::number(rank, 3));
  const bool isEven = params.algorithm == Algorithm::PageRank;
  const double landing = isEven ? 1.0 / result.nodeCount() : (node == result.world->source ? 1 : 0);
  const double arrived = rank - (1 - params.damping) * landing;
  return QStringLiteral("r_{%1}(%2) = d \\cdot \\text{%3} + (1 - d)\\,%4 = %5 + %6 \\cdot %7 \\approx %8")
      .arg(QString::number(result.step), name, Words::tr("inflow"),
           isEven ? QStringLiteral("\\tfrac1n") : QStringLiteral("[v = s]"), tex::number(arrived, 3),
           tex::number(1 - params.damping), tex::number(landing, 3), tex::number(rank, 3));
}

QString ofWalk(const Result& result) {
  if (result.current < 0)
    return QStringLiteral("\\varnothing");
  const auto& s = std::get<math::RandomWalk>(result.state);
  return QStringLiteral("\\hat\\pi(%1) = \\tfrac{%2}{%3} \\approx %4,\\qquad \\pi(%1) \\approx %5")
      .arg(texName(result, result.current))
      .arg(s.visits[static_cast<std::size_t>(result.current)])
      .arg(s.step + 1)
      .arg(tex::number(result.features(result.current, 0), 3),
           tex::number(result.reference->limit(result.current, 0), 3));
}

QString ofMessages(const Params& params, const Result& result) {
  const QString sum = tex::number(result.features.sum(), 2);
  switch (params.gathering) {
  case Gathering::Sum:
    return QStringLiteral(
               "\\mathbf{x}_{%1} = (A^{\\!\\top})^{%1} \\mathbf{e}_s,\\qquad \\textstyle\\sum_v x_v = %2")
        .arg(QString::number(result.step), sum);
  case Gathering::Mean:
    return QStringLiteral("x_v \\leftarrow \\operatorname{mean}_{u \\to v} w_{uv}\\, x_u,\\qquad "
                          "\\textstyle\\sum_v x_v = %1")
        .arg(sum);
  case Gathering::Maximum:
    return QStringLiteral("x_v \\leftarrow \\max_{u \\to v} x_u,\\qquad \\textstyle\\sum_v x_v = %1")
        .arg(sum);
  }
  return sum;
}

} // namespace

QString formula(const Params& params, const Result& result) {
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
  case Algorithm::DepthFirst:
    return ofSearch(result);
  case Algorithm::Topological:
    return chain(result, std::get<math::TopologicalOrder>(result.state).order);
  case Algorithm::Dijkstra:
  case Algorithm::AStar:
    return ofPaths(params, result);
  case Algorithm::Kruskal:
  case Algorithm::Prim:
    return ofTree(result);
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    return ofRank(params, result);
  case Algorithm::Walk:
    return ofWalk(result);
  case Algorithm::Messages:
    return ofMessages(params, result);
  case Algorithm::Convolution:
    return QStringLiteral(
               "X_{%1} = \\hat A^{%1} X_0,\\quad \\hat A = \\tilde D^{-1/2}(A + I)\\tilde D^{-1/2},\\quad "
               "\\lVert X_{%1} - X_\\infty \\rVert \\approx %2")
        .arg(QString::number(result.step), tex::number(result.gap, 3));
  case Algorithm::Labels:
    return QStringLiteral("F_v \\leftarrow \\tfrac{1}{d_v}\\textstyle\\sum_{u} w_{uv} F_u,\\qquad "
                          "\\max\\,\\lvert F_{%1} - F^* \\rvert \\approx %2")
        .arg(QString::number(result.step), tex::number(result.gap, 3));
  }
  return {};
}

} // namespace eigenboard::panels::graph::algorithms_panel
