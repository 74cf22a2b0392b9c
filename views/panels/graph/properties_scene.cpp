#include "views/panels/graph/graph_figure.h"
#include "views/panels/graph/properties_views.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::properties_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

constexpr int mostNamed = 28;     ///< nodes up to which each has its name: more would lie on one another
constexpr double plainRadius = 9; ///< px
constexpr double leastRadius = 3;
constexpr double radiusRoom =
    15; ///< of 16 nodes or fewer; of more less, so that they do not cover one another

bool isCut(const Params& params, const Result& result, const math::Edge& edge) {
  return params.shown == Shown::Fiedler && result.known->fiedler.size() > 0 &&
         result.known->sides[math::asIndex(edge.from)] != result.known->sides[math::asIndex(edge.to)];
}

void addGraphEdges(scene::PlaneView& view, const Params& params, const Result& result) {
  const math::Graph& graph = result.graph();
  const Eigen::VectorXd& between = result.known->edgeBetweenness;
  const double most = between.size() > 0 ? between.maxCoeff() : 0;
  for (int edge = 0; edge < graph.edgeCount(); ++edge) {
    const bool cut = isCut(params, result, graph.edges[static_cast<std::size_t>(edge)]);
    scene::Stroke stroke{cut ? Role::Highlight : Role::Muted, cut ? 3.0 : 1.5};
    stroke.opacity = cut ? 1 : 0.75;
    QString name = edgeWords(graph, result.known->read.names, edge);
    if (params.wide && most > 0) {
      stroke.width = 0.8 + 9 * between(edge) / most;
      name += QStringLiteral(": ") + QString::number(between(edge), 'f', 3);
    }
    addEdgeMark(view, graph, result.known->read.positions, edge, stroke, name);
  }
}

double radiusOf(const Params& params, const Result& result, int node) {
  const double most = result.value.size() > 0 ? result.value.maxCoeff() : 0;
  if (!isCentrality(params.shown) || !(most > 0))
    return plainRadius;
  const double room = radiusRoom * 16 / std::max(16, result.nodeCount());
  return leastRadius + room * std::sqrt(std::max(0.0, result.value(node)) / most);
}

Role nodeRole(const Params& params, const Result& result, int node) {
  if (params.shown == Shown::Components)
    return scene::seriesRole(result.known->parts.component[math::asIndex(node)]);
  if (params.shown == Shown::Fiedler && result.known->fiedler.size() > 0)
    return result.known->sides[math::asIndex(node)] ? Role::Positive : Role::Negative;
  return Role::Response;
}

void addNode(scene::PlaneView& view, const Params& params, const Result& result, int node) {
  const QPointF at = figure::toPoint(result.known->read.positions.col(node));
  const QString name = tellingNodeName(result.known->read.names, node);
  const Role role = nodeRole(params, result, node);
  double opacity = 0.85;
  if (params.shown == Shown::Fiedler && result.known->fiedler.size() > 0) {
    const double most = result.value.cwiseAbs().maxCoeff();
    opacity = 0.3 + 0.7 * std::abs(result.value(node)) / (most > 0 ? most : 1);
  }
  if (params.source == Source::Drawn && node == chosenNode(params))
    view.marks.push_back(scene::Points{{at}, Role::Highlight, radiusOf(params, result, node) + 6, 0.45});
  if (params.shown == Shown::Fiedler) // pale entries do not let the edges through
    view.marks.push_back(scene::Points{{at}, Role::Grid, plainRadius, 1});
  view.marks.push_back(
      scene::Points{{at},
                    role,
                    radiusOf(params, result, node),
                    opacity,
                    QStringLiteral("%1: %2").arg(name, QString::number(result.value(node), 'g', 4))});
}

const Eigen::Vector2d fromFlag(-0.9, 0.9);
const Eigen::Vector2d toFlag(0.9, -0.9);

void addNodeName(scene::PlaneView& view, const Params& params, const Result& result, int node) {
  std::vector<Eigen::Vector2d> taken;
  if (params.beside == Beside::Walks && node == result.from)
    taken.push_back(fromFlag);
  if (params.beside == Beside::Walks && node == result.to)
    taken.push_back(toFlag);
  const ReadGraph& read = result.known->read;
  const QString& name = read.names[static_cast<std::size_t>(node)];
  view.marks.push_back(scene::Label{figure::toPoint(read.positions.col(node)),
                                    QStringLiteral("\\small ") + tex::text(name), Role::Ink,
                                    wordsOffset(widestGap(read.graph, read.positions, node, taken),
                                                name.size(), radiusOf(params, result, node)),
                                    true});
}

} // namespace

scene::PlaneView graphView(const Params& params, const Result& result) {
  const ReadGraph& read = result.known->read;
  scene::PlaneView view = emptyGraphView(shownName(params.shown));
  addGraphEdges(view, params, result);
  for (int node = 0; node < result.nodeCount(); ++node)
    addNode(view, params, result, node);
  for (int node = 0; node < result.nodeCount() && result.nodeCount() <= mostNamed; ++node)
    addNodeName(view, params, result, node);
  if (params.source == Source::Drawn) {
    for (int node = 0; node < result.nodeCount(); ++node)
      view.handles.push_back(
          drawnNodeHandle(params, read.names, read.positions, node, nodeRole(params, result, node)));
    view.clickName = Words::tr("Add a node");
    view.click = [params](QPointF point) { return withNodeAt(params, point); };
  }
  if (params.beside == Beside::Walks && result.nodeCount() > 0) {
    addFlag(view, read.positions, {"from", Words::tr("Walk from"), result.from, fromFlag, Role::Drag});
    addFlag(view, read.positions, {"to", Words::tr("Walk to"), result.to, toFlag, Role::DragSecond});
    view.legend = {{Words::tr("from"), Role::Drag}, {Words::tr("to"), Role::DragSecond}};
  }
  if (params.shown == Shown::Fiedler)
    view.legend.insert(view.legend.end(), {{Words::tr("positive"), Role::Positive},
                                           {Words::tr("negative"), Role::Negative},
                                           {Words::tr("cut"), Role::Highlight}});
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene{{graphView(params, result)}};
  switch (params.beside) {
  case Beside::Degrees:
    if (params.logarithmic)
      scene.views.emplace_back(tailView(result));
    else
      scene.views.emplace_back(degreeView(result));
    break;
  case Beside::Walks:
    scene.views.emplace_back(walksView(params, result));
    break;
  case Beside::Ranking:
    scene.views.emplace_back(rankingView(params, result));
    break;
  case Beside::Spectrum:
    scene.views.emplace_back(spectrumView(result));
    break;
  }
  return scene;
}

} // namespace eigenboard::panels::graph::properties_panel
