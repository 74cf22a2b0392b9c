#include "views/panels/graph/editor_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

constexpr double nodeRadius = 9;   ///< px
constexpr double arrowRoom = 0.42; ///< units that an arrow ends before a node

QString edgeName(const Result& result, const math::Edge& edge) {
  const QString from = tellingName(result, edge.from);
  const QString to = tellingName(result, edge.to);
  return result.graph.directed ? Words::tr("Edge from %1 to %2").arg(from, to)
                               : Words::tr("Edge between %1 and %2").arg(from, to);
}

void addEdge(scene::PlaneView& view, const Result& result, const math::Edge& edge) {
  const bool isOfChosen = edge.from == result.chosen || edge.to == result.chosen;
  const scene::Stroke stroke{isOfChosen ? Role::Highlight : Role::Muted, isOfChosen ? 3.0 : 1.8};
  const Eigen::Vector2d from = result.positions.col(edge.from);
  const Eigen::Vector2d to = result.positions.col(edge.to);
  if (!result.graph.directed) {
    view.marks.push_back(
        scene::Curve{{figure::toPoint(from), figure::toPoint(to)}, stroke, edgeName(result, edge)});
    return;
  }
  const double length = (to - from).norm();
  if (length <= 2 * arrowRoom)
    return;
  const Eigen::Vector2d gap = (to - from) * (arrowRoom / length);
  // Of two opposite edges each keeps to its right, so that both are seen.
  Eigen::Vector2d aside = Eigen::Vector2d::Zero();
  if (hasEdge(result, edge.to, edge.from))
    aside = Eigen::Vector2d(gap.y(), -gap.x()) * 0.4;
  view.marks.push_back(scene::Arrow{figure::toPoint(from + gap + aside),
                                    figure::toPoint(to - gap + aside),
                                    stroke,
                                    {},
                                    edgeName(result, edge)});
}

scene::Handle nodeHandle(const Params& params, const Result& result, int node) {
  const QString name = tellingName(result, node);
  const QString row = QStringLiteral("nodes.%1.").arg(node);
  const bool pins = params.layout != Layout::Hand;
  scene::Handle handle{QStringLiteral("node%1").arg(node), Words::tr("Node %1").arg(name),
                       figure::toPoint(result.positions.col(node)),
                       node == result.chosen ? Role::Highlight : Role::Drag};
  handle.drag = [row, pins](QPointF point) {
    scene::Assignments assignments{{row + QStringLiteral("x"), point.x()},
                                   {row + QStringLiteral("y"), point.y()}};
    if (pins) // a layout would take it back
      assignments.emplace_back(row + QStringLiteral("pin"), 1);
    return assignments;
  };
  if (result.chosen < 0)
    handle.press = {Words::tr("Choose %1").arg(name), [node] {
                      return scene::Settings{{QStringLiteral("chosen"), QString::number(node)}};
                    }};
  else if (result.chosen == node)
    handle.press = {Words::tr("Choose none"), [] {
                      return scene::Settings{{QStringLiteral("chosen"), QStringLiteral("-1")}};
                    }};
  else {
    const QString& other = result.names[static_cast<std::size_t>(result.chosen)];
    const QString words =
        hasEdge(result, result.chosen, node) ? Words::tr("Part %1 and %2") : Words::tr("Join %1 and %2");
    handle.press = {words.arg(other, name), [params, from = result.chosen, node] {
                      scene::Settings settings = withEdgeSwitched(params, from, node);
                      settings.emplace_back(QStringLiteral("chosen"), QStringLiteral("-1"));
                      return settings;
                    }};
  }
  handle.remove = {Words::tr("Remove %1").arg(name), [params, node] { return withoutNode(params, node); }};
  return handle;
}

/// The middle of the widest gap between the edges at a node, as a direction; up where it has none.
Eigen::Vector2d freeDirection(const Result& result, const math::Graph& both, int node) {
  std::vector<double> angles;
  for (const math::Arc& arc : both.arcsOf(node)) {
    const Eigen::Vector2d way = result.positions.col(arc.node) - result.positions.col(node);
    if (way.squaredNorm() > 0)
      angles.push_back(std::atan2(way.y(), way.x()));
  }
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

/// In pixels from a node to the middle of its name, y down: clear of the node, and aside by half of a long
/// name.
QPointF nameOffset(const Eigen::Vector2d& direction, const QString& name) {
  constexpr double letterWidth = 3.4; ///< half of one
  const double aside = nodeRadius + 6 + letterWidth * static_cast<double>(name.size());
  return {aside * direction.x(), -(nodeRadius + 12) * direction.y()};
}

} // namespace

scene::PlaneView graphView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("graph");
  view.title = Words::tr("Graph");
  view.x = {QStringLiteral("x"), -planeReach, planeReach, false};
  view.y = {QStringLiteral("y"), -planeReach, planeReach, false};
  view.backgroundGrid = false;
  for (const math::Edge& edge : result.graph.edges)
    addEdge(view, result, edge);
  const math::Graph both = math::undirected(result.graph);
  for (int node = 0; node < result.nodeCount(); ++node) {
    const QPointF at = figure::toPoint(result.positions.col(node));
    if (result.pinned[static_cast<std::size_t>(node)] && params.layout != Layout::Hand)
      view.marks.push_back(scene::Points{{at}, Role::Reference, nodeRadius + 6, 0.45, Words::tr("Pinned")});
    const QString& name = result.names[static_cast<std::size_t>(node)];
    view.marks.push_back(scene::Label{at, QStringLiteral("\\small ") + tex::text(name), Role::Ink,
                                      nameOffset(freeDirection(result, both, node), name)});
    view.handles.push_back(nodeHandle(params, result, node));
  }
  view.clickName = Words::tr("Add a node");
  view.click = [params](QPointF point) { return withNode(params, point); };
  return view;
}

} // namespace eigenboard::panels::graph::editor_panel
