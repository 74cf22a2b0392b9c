#include "views/panels/graph/graph_figure.h"

#include "core/graph/circular_layout.h"
#include "views/panels/support/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace eigenboard::panels::graph {

namespace math = eigenboard::graph;

namespace {

constexpr double roomAtNodes = 0.5; ///< units that an arrow ends before a node

bool hasOpposite(const math::Graph& graph, const math::Edge& edge) {
  const auto arcs = graph.arcsOf(edge.to);
  return std::any_of(arcs.begin(), arcs.end(), [&](const math::Arc& arc) { return arc.node == edge.from; });
}

double tenths(double value) {
  return std::round(value * 10) / 10;
}

} // namespace

scene::PlaneView emptyGraphView(const QString& title) {
  scene::PlaneView view;
  view.key = QStringLiteral("graph");
  view.title = title;
  view.x = {QStringLiteral("x"), -drawnReach, drawnReach, false};
  view.y = {QStringLiteral("y"), -drawnReach, drawnReach, false};
  view.backgroundGrid = false;
  return view;
}

std::vector<QPointF> edgeEnds(const math::Graph& graph, const math::Positions& positions, int edge) {
  const math::Edge& one = graph.edges[math::asIndex(edge)];
  const Eigen::Vector2d from = positions.col(one.from);
  const Eigen::Vector2d to = positions.col(one.to);
  if (!graph.directed)
    return {figure::toPoint(from), figure::toPoint(to)};
  const double length = (to - from).norm();
  if (length <= 2 * roomAtNodes)
    return {};
  const Eigen::Vector2d gap = (to - from) * (roomAtNodes / length);
  Eigen::Vector2d aside = Eigen::Vector2d::Zero();
  if (hasOpposite(graph, one))
    aside = Eigen::Vector2d(gap.y(), -gap.x()) * 0.4;
  return {figure::toPoint(from + gap + aside), figure::toPoint(to - gap + aside)};
}

void addEdgeMark(scene::PlaneView& view, const math::Graph& graph, const math::Positions& positions, int edge,
                 const scene::Stroke& stroke, const QString& name) {
  const std::vector<QPointF> ends = edgeEnds(graph, positions, edge);
  if (ends.empty())
    return;
  if (graph.directed)
    view.marks.push_back(scene::Arrow{ends[0], ends[1], stroke, {}, name});
  else
    view.marks.push_back(scene::Curve{ends, stroke, name});
}

QString edgeWords(const math::Graph& graph, const std::vector<QString>& names, int edge) {
  const math::Edge& one = graph.edges[math::asIndex(edge)];
  const QString from = tellingNodeName(names, one.from);
  const QString to = tellingNodeName(names, one.to);
  return graph.directed ? GraphWords::tr("Edge from %1 to %2").arg(from, to)
                        : GraphWords::tr("Edge between %1 and %2").arg(from, to);
}

Eigen::Vector2d widestGap(const math::Graph& both, const math::Positions& positions, int node,
                          const std::vector<Eigen::Vector2d>& taken) {
  std::vector<double> angles;
  const auto add = [&angles](const Eigen::Vector2d& way) {
    if (way.squaredNorm() > 0)
      angles.push_back(std::atan2(way.y(), way.x()));
  };
  for (const math::Arc& arc : both.arcsOf(node))
    add(positions.col(arc.node) - positions.col(node));
  for (const Eigen::Vector2d& way : taken)
    add(way);
  if (angles.empty())
    return {0, 1};
  std::sort(angles.begin(), angles.end());
  double widest = 0;
  double middle = 0;
  for (std::size_t i = 0; i < angles.size(); ++i) {
    const bool isLast = i + 1 == angles.size();
    const double gap = (isLast ? angles.front() + 2 * std::numbers::pi : angles[i + 1]) - angles[i];
    if (gap > widest + 1e-9) {
      widest = gap;
      middle = angles[i] + gap / 2;
    }
  }
  return {std::cos(middle), std::sin(middle)};
}

QPointF wordsOffset(const Eigen::Vector2d& direction, qsizetype letters, double nodeRadius) {
  constexpr double halfLetter = 3.4;
  const double aside = nodeRadius + 6 + halfLetter * static_cast<double>(letters);
  return {aside * direction.x(), -(nodeRadius + 12) * direction.y()};
}

scene::Handle drawnNodeHandle(const DrawnGraph& drawn, const std::vector<QString>& names,
                              const math::Positions& positions, int node, scene::Role role) {
  const QString name = tellingNodeName(names, node);
  const QString row = QStringLiteral("nodes.%1.").arg(node);
  scene::Handle handle{QStringLiteral("node%1").arg(node), GraphWords::tr("Node %1").arg(name),
                       figure::toPoint(positions.col(node)), role};
  handle.drag = [row](QPointF point) {
    return scene::Assignments{{row + QStringLiteral("x"), point.x()}, {row + QStringLiteral("y"), point.y()}};
  };
  const int chosen = chosenNode(drawn);
  if (chosen < 0)
    handle.press = {GraphWords::tr("Choose %1").arg(name), [drawn, node] {
                      return scene::Settings{{QStringLiteral("chosen"), choiceOf(drawn, node)}};
                    }};
  else if (chosen == node)
    handle.press = {GraphWords::tr("Choose none"), [] {
                      return scene::Settings{{QStringLiteral("chosen"), QString()}};
                    }};
  else {
    const QString words =
        isJoined(drawn, chosen, node) ? GraphWords::tr("Part %1 and %2") : GraphWords::tr("Join %1 and %2");
    handle.press = {words.arg(tellingNodeName(names, chosen), name), [drawn, chosen, node] {
                      scene::Settings settings = withEdgeToggled(drawn, chosen, node);
                      settings.emplace_back(QStringLiteral("chosen"), QString());
                      return settings;
                    }};
  }
  handle.remove = {GraphWords::tr("Remove %1").arg(name),
                   [drawn, node] { return withoutNodeAt(drawn, node); }};
  return handle;
}

int nearestPlace(const math::Positions& positions, QPointF point) {
  int nearest = 0;
  double least = std::numeric_limits<double>::infinity();
  for (int node = 0; node < static_cast<int>(positions.cols()); ++node)
    if (const double far = (positions.col(node) - figure::toVector(point)).squaredNorm(); far < least) {
      least = far;
      nearest = node;
    }
  return nearest;
}

void addFlag(scene::PlaneView& view, const math::Positions& positions, const Flag& flag) {
  const QPointF foot = figure::toPoint(positions.col(flag.node));
  const QPointF top = figure::toPoint(positions.col(flag.node) + flag.offset);
  view.marks.push_back(scene::Segments{{QLineF(foot, top)}, {flag.role, 2.5}});
  view.marks.push_back(scene::Points{{top}, flag.role, 5});
  scene::Handle handle{flag.key, flag.name, top, flag.role};
  handle.drag = [positions, key = flag.key, offset = flag.offset](QPointF point) {
    const QPointF there(point.x() - offset.x(), point.y() - offset.y());
    return scene::Assignments{{key, static_cast<double>(nearestPlace(positions, there))}};
  };
  view.handles.push_back(std::move(handle));
}

Eigen::MatrixXd circleTable(int n, double radius, int stride) {
  math::Positions circle = math::circularLayout(n, 1);
  circle *= n > 1 ? radius / circle.col(0).norm() : 1;
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(n, 2);
  for (int node = 0; node < n; ++node)
    for (int axis = 0; axis < 2; ++axis)
      table(node, axis) = tenths(circle(axis, node * stride % n));
  return table;
}

Eigen::MatrixXd columnsTable(int left, int right) {
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(left + right, 2);
  for (int node = 0; node < left + right; ++node) {
    const bool isLeft = node < left;
    const int count = isLeft ? left : right;
    const int place = isLeft ? node : node - left;
    table.row(node) << (isLeft ? -5 : 5), tenths(count > 1 ? 7 - 14.0 * place / (count - 1) : 0);
  }
  return table;
}

Eigen::MatrixXd edgeRows(const math::Graph& graph) {
  Eigen::MatrixXd table(graph.edgeCount(), 3);
  for (int edge = 0; edge < graph.edgeCount(); ++edge) {
    const math::Edge& one = graph.edges[math::asIndex(edge)];
    table.row(edge) << one.from, one.to, one.weight;
  }
  return table;
}

Eigen::MatrixXd placeTable(const math::Positions& positions, double room) {
  if (positions.cols() == 0)
    return Eigen::MatrixXd(0, 2);
  const Eigen::Vector2d low = positions.rowwise().minCoeff();
  const Eigen::Vector2d high = positions.rowwise().maxCoeff();
  const double half = (high - low).maxCoeff() / 2;
  math::Positions fitted = positions.colwise() - Eigen::Vector2d((low + high) / 2);
  if (half > 1e-9)
    fitted *= room / half;
  return fitted.transpose().unaryExpr([](double value) { return tenths(value); });
}

} // namespace eigenboard::panels::graph
