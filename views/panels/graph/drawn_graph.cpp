#include "views/panels/graph/drawn_graph.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace eigenboard::panels::graph {

namespace {

int wholeCell(double value) {
  return static_cast<int>(std::lround(value));
}

Eigen::MatrixXd withoutRow(const Eigen::MatrixXd& rows, Eigen::Index removed) {
  Eigen::MatrixXd left(rows.rows() - 1, rows.cols());
  left << rows.topRows(removed), rows.bottomRows(rows.rows() - 1 - removed);
  return left;
}

/// Whether a row of the table joins the two nodes.
bool joins(const DrawnGraph& drawn, Eigen::Index row, int from, int to) {
  const int first = wholeCell(drawn.edges(row, 0));
  const int second = wholeCell(drawn.edges(row, 1));
  return (first == from && second == to) || (!drawn.directed && first == to && second == from);
}

std::vector<QString> nodeNames(const DrawnGraph& drawn) {
  std::vector<QString> names;
  const QStringList given = drawn.names.split(QLatin1Char(','));
  for (qsizetype node = 0; node < drawn.nodes.rows(); ++node) {
    const QString name = given.value(node).trimmed().left(24);
    names.push_back(name.isEmpty() ? QString::number(node) : name);
  }
  return names;
}

QString textOfTable(std::vector<panel::Column> columns, int mostRows, const Eigen::MatrixXd& rows) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = std::move(columns);
  parameter.mostRows = mostRows;
  return tableText(parameter, rows);
}

} // namespace

std::vector<panel::Column> drawnNodeColumns(bool withPins) {
  std::vector<panel::Column> columns{{"x", GraphWords::tr("across"), -drawnReach, drawnReach, 0.1, false},
                                     {"y", GraphWords::tr("up"), -drawnReach, drawnReach, 0.1, false}};
  if (withPins)
    columns.push_back({"pin", GraphWords::tr("pinned"), 0, 1, 1, true, 0.0});
  return columns;
}

std::vector<panel::Column> drawnEdgeColumns() {
  return {{"from", GraphWords::tr("from"), 0, mostDrawnNodes - 1, 1, true},
          {"to", GraphWords::tr("to"), 0, mostDrawnNodes - 1, 1, true},
          {"weight", GraphWords::tr("weight"), -greatestWeight, greatestWeight, 0.5, false, 1.0}};
}

QString drawnNodesText(const Eigen::MatrixXd& nodes) {
  return textOfTable(drawnNodeColumns(nodes.cols() > 2), mostDrawnNodes, nodes);
}

QString drawnEdgesText(const Eigen::MatrixXd& edges) {
  return textOfTable(drawnEdgeColumns(), mostDrawnEdges, edges);
}

ReadGraph read(const DrawnGraph& drawn, bool withWeights) {
  ReadGraph answer;
  const auto n = static_cast<int>(drawn.nodes.rows());
  std::set<std::pair<int, int>> seen;
  std::vector<eigenboard::graph::Edge> edges;
  for (Eigen::Index row = 0; row < drawn.edges.rows(); ++row) {
    const int from = wholeCell(drawn.edges(row, 0));
    const int to = wholeCell(drawn.edges(row, 1));
    if (from == to || from < 0 || to < 0 || from >= n || to >= n)
      continue;
    const std::pair<int, int> ends =
        drawn.directed ? std::pair(from, to) : std::pair<int, int>(std::minmax({from, to}));
    if (!seen.insert(ends).second)
      continue;
    edges.push_back({from, to, withWeights ? drawn.edges(row, 2) : 1});
    answer.row.push_back(static_cast<int>(row));
  }
  answer.graph = eigenboard::graph::makeGraph(n, std::move(edges), drawn.directed).graph;
  answer.positions = drawn.nodes.leftCols(2).transpose();
  answer.names = nodeNames(drawn);
  return answer;
}

QString tellingNodeName(const std::vector<QString>& names, int node) {
  const QString& name = names[static_cast<std::size_t>(node)];
  return std::count(names.begin(), names.end(), name) > 1
             ? QStringLiteral("%1 (%2)").arg(name, QString::number(node))
             : name;
}

int chosenNode(const DrawnGraph& drawn) {
  const QString wanted = drawn.chosen.trimmed();
  if (wanted.isEmpty())
    return -1;
  const std::vector<QString> names = nodeNames(drawn);
  if (const auto named = std::find(names.begin(), names.end(), wanted); named != names.end())
    return static_cast<int>(named - names.begin());
  bool isNumber = false;
  const int number = wanted.toInt(&isNumber);
  return isNumber && number >= 0 && number < static_cast<int>(names.size()) ? number : -1;
}

QString choiceOf(const DrawnGraph& drawn, int node) {
  const QString name = nodeNames(drawn)[static_cast<std::size_t>(node)];
  DrawnGraph tried = drawn;
  tried.chosen = name;
  return chosenNode(tried) == node ? name : QString::number(node);
}

bool isJoined(const DrawnGraph& drawn, int from, int to) {
  for (Eigen::Index row = 0; row < drawn.edges.rows(); ++row)
    if (joins(drawn, row, from, to))
      return true;
  return false;
}

scene::Settings withNodeAt(const DrawnGraph& drawn, QPointF at, double beyond) {
  if (drawn.nodes.rows() >= mostDrawnNodes)
    return {};
  Eigen::MatrixXd nodes(drawn.nodes.rows() + 1, drawn.nodes.cols());
  nodes.topRows(drawn.nodes.rows()) = drawn.nodes;
  nodes.bottomRows<1>().setConstant(beyond);
  nodes.bottomRows<1>().leftCols<2>() << at.x(), at.y();
  return {{QStringLiteral("nodes"), drawnNodesText(nodes)}};
}

scene::Settings withoutNodeAt(const DrawnGraph& drawn, int node) {
  Eigen::MatrixXd edges(0, 3);
  for (Eigen::Index row = 0; row < drawn.edges.rows(); ++row) {
    Eigen::RowVector3d edge = drawn.edges.row(row);
    if (wholeCell(edge(0)) == node || wholeCell(edge(1)) == node)
      continue;
    edge.head<2>() -= (edge.head<2>().array() > node).cast<double>().matrix();
    edges.conservativeResize(edges.rows() + 1, 3);
    edges.bottomRows<1>() = edge;
  }
  scene::Settings settings{{QStringLiteral("nodes"), drawnNodesText(withoutRow(drawn.nodes, node))},
                           {QStringLiteral("edges"), drawnEdgesText(edges)},
                           {QStringLiteral("chosen"), QString()}};
  QStringList names = drawn.names.split(QLatin1Char(','));
  if (node < names.size() && !drawn.names.isEmpty()) {
    names.removeAt(node);
    settings.emplace_back(QStringLiteral("names"), names.join(QLatin1Char(',')));
  }
  return settings;
}

scene::Settings withEdgeToggled(const DrawnGraph& drawn, int from, int to) {
  Eigen::MatrixXd edges = drawn.edges;
  for (Eigen::Index row = edges.rows(); row-- > 0;)
    if (joins(drawn, row, from, to))
      edges = withoutRow(edges, row);
  if (edges.rows() == drawn.edges.rows()) {
    if (edges.rows() >= mostDrawnEdges)
      return {};
    edges.conservativeResize(edges.rows() + 1, 3);
    edges.bottomRows<1>() << from, to, 1;
  }
  return {{QStringLiteral("edges"), drawnEdgesText(edges)}};
}

} // namespace eigenboard::panels::graph
