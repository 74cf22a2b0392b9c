#include "views/panels/graph/editor_model.h"

#include "core/graph/matrices.h"
#include "views/panels/graph/editor_fields.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <set>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

int whole(double value) {
  return static_cast<int>(std::lround(value));
}

std::vector<QString> namesOf(const Params& params) {
  const QStringList given = params.names.split(QLatin1Char(','));
  std::vector<QString> names;
  for (int node = 0; node < static_cast<int>(params.nodes.rows()); ++node) {
    const QString name = given.value(node).trimmed().left(24);
    names.push_back(name.isEmpty() ? QString::number(node) : name);
  }
  return names;
}

/// Rows of a table but one.
Eigen::MatrixXd without(const Eigen::MatrixXd& rows, Eigen::Index removed) {
  Eigen::MatrixXd left(rows.rows() - 1, rows.cols());
  left << rows.topRows(removed), rows.bottomRows(rows.rows() - 1 - removed);
  return left;
}

} // namespace

QString tellingName(const Result& result, int node) {
  const QString& name = result.names[static_cast<std::size_t>(node)];
  return std::count(result.names.begin(), result.names.end(), name) > 1
             ? QStringLiteral("%1 (%2)").arg(name, QString::number(node))
             : name;
}

math::Graph graphOf(const Params& params) {
  const auto n = static_cast<int>(params.nodes.rows());
  std::set<std::pair<int, int>> seen;
  std::vector<math::Edge> edges;
  for (Eigen::Index row = 0; row < params.edges.rows(); ++row) {
    const int from = whole(params.edges(row, 0));
    const int to = whole(params.edges(row, 1));
    if (from == to || from < 0 || to < 0 || from >= n || to >= n)
      continue;
    const std::pair<int, int> ends =
        params.directed ? std::pair(from, to) : std::pair<int, int>(std::minmax({from, to}));
    if (seen.insert(ends).second)
      edges.push_back({from, to});
  }
  return math::makeGraph(n, std::move(edges), params.directed).graph;
}

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  result.graph = graphOf(params);
  result.degrees = math::degrees(result.graph);
  result.parts = math::components(result.graph);
  result.adjacency = math::adjacencyMatrix(result.graph);
  result.laplacian = math::laplacianMatrix(result.graph);
  result.positions = history.back().positions;
  result.names = namesOf(params);
  result.chosen = params.chosen < result.nodeCount() ? params.chosen : -1;
  for (int node = 0; node < result.nodeCount(); ++node) {
    const bool isPinned = params.nodes(node, 2) > 0.5;
    result.pinned.push_back(isPinned);
    if (isPinned)
      result.pinMovement =
          std::max(result.pinMovement, (result.positions.col(node) -
                                        Eigen::Vector2d(params.nodes.row(node).head<2>().transpose()))
                                           .norm());
  }
  const Eigen::VectorXd x = result.positions.row(0).transpose();
  const math::Graph both = math::undirected(result.graph);
  for (const math::Edge& edge : both.edges)
    result.quadraticSize += (x(edge.from) - x(edge.to)) * (x(edge.from) - x(edge.to));
  result.quadraticGap = std::abs(x.dot(math::laplacianMatrix(both) * x) - result.quadraticSize);
  return result;
}

scene::Settings withNode(const Params& params, QPointF at) {
  if (params.nodes.rows() >= mostNodes)
    return {};
  Eigen::MatrixXd nodes(params.nodes.rows() + 1, 3);
  nodes << params.nodes, Eigen::RowVector3d(at.x(), at.y(), params.layout == Layout::Hand ? 0 : 1);
  return {{QStringLiteral("nodes"), nodesText(nodes)}};
}

scene::Settings withoutNode(const Params& params, int node) {
  Eigen::MatrixXd edges(0, 2);
  for (Eigen::Index row = 0; row < params.edges.rows(); ++row) {
    Eigen::RowVector2d edge = params.edges.row(row);
    if (whole(edge(0)) == node || whole(edge(1)) == node)
      continue;
    edge -= (edge.array() > node).cast<double>().matrix();
    edges.conservativeResize(edges.rows() + 1, 2);
    edges.bottomRows<1>() = edge;
  }
  scene::Settings settings{{QStringLiteral("nodes"), nodesText(without(params.nodes, node))},
                           {QStringLiteral("edges"), edgesText(edges)},
                           {QStringLiteral("chosen"), QStringLiteral("-1")}};
  QStringList names = params.names.split(QLatin1Char(','));
  if (node < names.size() && !params.names.isEmpty()) {
    names.removeAt(node);
    settings.emplace_back(QStringLiteral("names"), names.join(QLatin1Char(',')));
  }
  return settings;
}

scene::Settings withEdgeSwitched(const Params& params, int from, int to) {
  Eigen::MatrixXd edges = params.edges;
  for (Eigen::Index row = edges.rows(); row-- > 0;) {
    const int first = whole(edges(row, 0));
    const int second = whole(edges(row, 1));
    if ((first == from && second == to) || (!params.directed && first == to && second == from))
      edges = without(edges, row);
  }
  if (edges.rows() == params.edges.rows()) {
    if (edges.rows() >= mostEdges)
      return {};
    edges.conservativeResize(edges.rows() + 1, 2);
    edges.bottomRows<1>() << from, to;
  }
  return {{QStringLiteral("edges"), edgesText(edges)}};
}

bool hasEdge(const Result& result, int from, int to) {
  return result.adjacency(from, to) != 0;
}

} // namespace eigenboard::panels::graph::editor_panel
