#include "views/panels/graph/editor_model.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

constexpr double nodeRadius = 9; ///< px, of the handle
constexpr double dotRadius = 5;

void addEdge(scene::PlaneView& view, const Result& result, int edge) {
  const math::Edge& one = result.graph.edges[math::asIndex(edge)];
  const bool isOfChosen = one.from == result.chosen || one.to == result.chosen;
  addEdgeMark(view, result.graph, result.positions, edge,
              {isOfChosen ? Role::Highlight : Role::Muted, isOfChosen ? 3.0 : 1.8},
              edgeWords(result.graph, result.names, edge));
  const std::vector<QPointF> ends = edgeEnds(result.graph, result.positions, edge);
  if (one.weight == 1 || ends.empty())
    return;
  // Near the first end, where edges of one node lie apart from those of others, one after another.
  const auto arcs = result.graph.arcsOf(one.from);
  const auto place =
      std::find_if(arcs.begin(), arcs.end(), [edge](const math::Arc& arc) { return arc.edge == edge; });
  const double along = 0.15 + 0.09 * static_cast<double>((place - arcs.begin()) % 4);
  const Eigen::Vector2d from = figure::toVector(ends[0]);
  const Eigen::Vector2d at = from + along * (figure::toVector(ends[1]) - from);
  view.marks.push_back(scene::Label{figure::toPoint(at),
                                    QStringLiteral("\\scriptsize ") +
                                        tex::number(one.weight, one.weight == std::round(one.weight) ? 0 : 1),
                                    one.weight < 0 ? Role::Warning : Role::Ink});
}

scene::Handle nodeHandle(const Params& params, const Result& result, int node) {
  scene::Handle handle = drawnNodeHandle(params, result.names, result.positions, node,
                                         node == result.chosen ? Role::Highlight : Role::Drag);
  if (params.layout != Layout::Hand) // a layout would take it back
    handle.drag = [moved = handle.drag, pin = QStringLiteral("nodes.%1.pin").arg(node)](QPointF point) {
      scene::Assignments assignments = moved(point);
      assignments.emplace_back(pin, 1);
      return assignments;
    };
  return handle;
}

} // namespace

scene::PlaneView madeView(const Result& result) {
  scene::PlaneView view = emptyGraphView(Words::tr("Graph"));
  scene::Segments edges{{}, {Role::Muted, 1, scene::Dash::Solid, 0.45}};
  for (const math::Edge& edge : result.graph.edges)
    edges.lines.emplace_back(figure::toPoint(result.positions.col(edge.from)),
                             figure::toPoint(result.positions.col(edge.to)));
  view.marks.push_back(std::move(edges));
  scene::Points nodes{{}, Role::Response, 2.5, 1, Words::tr("Nodes")};
  for (Eigen::Index node = 0; node < result.positions.cols(); ++node)
    nodes.points.push_back(figure::toPoint(result.positions.col(node)));
  view.marks.push_back(std::move(nodes));
  return view;
}

scene::PlaneView graphView(const Params& params, const Result& result) {
  scene::PlaneView view = emptyGraphView(Words::tr("Graph"));
  for (int edge = 0; edge < result.edgeCount(); ++edge)
    addEdge(view, result, edge);
  const math::Graph both = math::undirected(result.graph);
  for (int node = 0; node < result.nodeCount(); ++node) {
    const QPointF at = figure::toPoint(result.positions.col(node));
    if (result.pinned[static_cast<std::size_t>(node)] && params.layout != Layout::Hand)
      view.marks.push_back(scene::Points{{at}, Role::Reference, nodeRadius + 6, 0.45, Words::tr("Pinned")});
    const QString& name = result.names[static_cast<std::size_t>(node)];
    const Role role = node == result.chosen ? Role::Highlight : Role::Drag;
    view.marks.push_back(scene::Points{{at}, role, dotRadius, 1, name}); // exports show no handles
    view.marks.push_back(scene::Label{
        at, QStringLiteral("\\small ") + tex::text(name), Role::Ink,
        wordsOffset(widestGap(both, result.positions, node, {}), name.size(), nodeRadius), true});
    view.handles.push_back(nodeHandle(params, result, node));
  }
  view.clickName = Words::tr("Add a node");
  view.click = [params](QPointF point) {
    return withNodeAt(params, point, params.layout == Layout::Hand ? 0 : 1);
  };
  return view;
}

} // namespace eigenboard::panels::graph::editor_panel
