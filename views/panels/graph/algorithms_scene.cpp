#include "views/panels/graph/algorithms_views.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

constexpr double discRadius = 9;  ///< px
constexpr double massRadius = 42; ///< px, of a node that has all the mass
constexpr double pieRadius = 0.8; ///< units
constexpr double beadFrom = 0.28; ///< of the way along an edge, at the least weight
constexpr double beadRoom = 0.44; ///< and from there to the greatest
const Eigen::Vector2d startFlag(-1, 1);
const Eigen::Vector2d goalFlag(1, -1);

scene::Stroke edgeStroke(EdgeLook look) {
  switch (look) {
  case EdgeLook::Candidate:
    return {Role::Highlight, 2.2, scene::Dash::Dashed, 0.9};
  case EdgeLook::Tree:
    return {Role::Response, 3};
  case EdgeLook::Rejected:
    return {Role::Muted, 1.5, scene::Dash::Dotted};
  case EdgeLook::Path:
    return {Role::Highlight, 5};
  case EdgeLook::Fault:
    return {Role::Warning, 4};
  case EdgeLook::Idle:
    break;
  }
  return {Role::Muted, 1.5, scene::Dash::Solid, 0.7};
}

void addEdgeMarks(scene::PlaneView& view, const Result& result) {
  const World& world = *result.world;
  for (const bool isIdle : {true, false}) // what has been found lies on top
    for (int edge = 0; edge < world.graph.edgeCount(); ++edge) {
      const EdgeLook look = result.edges[static_cast<std::size_t>(edge)];
      if ((look == EdgeLook::Idle) == isIdle)
        addEdgeMark(view, world.graph, world.positions, edge, edgeStroke(look),
                    edgeWords(world.graph, world.names, edge));
    }
}

void addBead(scene::PlaneView& view, const Params& params, const Result& result, int edge) {
  const World& world = *result.world;
  const int row = world.row[static_cast<std::size_t>(edge)];
  const double weight = params.edges(row, 2);
  const std::vector<QPointF> ends = edgeEnds(world.graph, world.positions, edge);
  if (ends.empty())
    return;
  const Eigen::Vector2d from = figure::toVector(ends[0]);
  const Eigen::Vector2d way = figure::toVector(ends[1]) - from;
  if (way.norm() < 1)
    return;
  const double along = beadFrom + beadRoom * (weight + greatestWeight) / (2 * greatestWeight);
  const QPointF at = figure::toPoint(from + along * way);
  Eigen::Vector2d aside(-way.y(), way.x());
  aside *= (aside.y() < 0 ? -13 : 13) / aside.norm();
  view.marks.push_back(scene::Points{{at}, Role::Reference, 3, 0.9});
  view.marks.push_back(scene::Label{at,
                                    QStringLiteral("\\scriptsize ") + shortNumber(weight),
                                    weight < 0 ? Role::Warning : Role::Ink,
                                    {aside.x(), -aside.y()}});
  scene::Handle bead{QStringLiteral("weight%1").arg(row),
                     Words::tr("Weight of: %1").arg(edgeWords(world.graph, world.names, edge)), at,
                     Role::Reference};
  bead.drag = [from, way, key = QStringLiteral("edges.%1.weight").arg(row)](QPointF point) {
    const double there = (figure::toVector(point) - from).dot(way) / way.squaredNorm();
    return scene::Assignments{{key, ((there - beadFrom) / beadRoom * 2 - 1) * greatestWeight}};
  };
  view.handles.push_back(std::move(bead));
}

/// A sector of a disc, clockwise from the top, between two shares of the turn.
scene::Region sector(const Eigen::Vector2d& center, double from, double to, Role role) {
  std::vector<QPointF> outline;
  const bool isWhole = to - from > 1 - 1e-12;
  if (!isWhole)
    outline.push_back(figure::toPoint(center));
  constexpr int pieces = 24;
  for (int i = 0; i <= pieces; ++i) {
    const double turn = 2 * std::numbers::pi * (from + (to - from) * i / pieces);
    outline.emplace_back(center.x() + pieRadius * std::sin(turn), center.y() + pieRadius * std::cos(turn));
  }
  return {outline, scene::Fill{role, 0.75}, std::nullopt};
}

/// Of two features the disc shows the mix, and how strong it is by the colour over a pale ground.
void addPie(scene::PlaneView& view, const Params& params, const Result& result, int node, double strongest) {
  const Eigen::Vector2d at = result.world->positions.col(node);
  if (node == chosenNode(params))
    view.marks.push_back(scene::Points{{figure::toPoint(at)}, Role::Highlight, discRadius + 8, 0.5});
  const double first = result.features(node, 0);
  const double second = result.features(node, 1);
  const double sum = first + second;
  view.marks.push_back(
      scene::Points{{figure::toPoint(at)}, Role::Grid, discRadius + 4, 1, nodeName(result, node)});
  if (!(sum > 0) || !(strongest > 0))
    return;
  const double opacity = 0.25 + 0.65 * std::sqrt(std::min(1.0, sum / strongest));
  for (scene::Region part :
       {sector(at, 0, first / sum, Role::Drag), sector(at, first / sum, 1, Role::DragSecond)}) {
    part.fill->opacity = opacity;
    part.name = nodeName(result, node);
    view.marks.push_back(std::move(part));
  }
}

void addDisc(scene::PlaneView& view, const Params& params, const Result& result, int node, double strongest) {
  const QPointF at = figure::toPoint(result.world->positions.col(node));
  const QString name = nodeName(result, node);
  if (node == result.world->source && hasSource(params.algorithm))
    view.marks.push_back(scene::Points{{at}, Role::Drag, discRadius + 5, 0.55});
  if (node == result.world->goal && hasGoal(params.algorithm))
    view.marks.push_back(scene::Points{{at}, Role::DragSecond, discRadius + 5, 0.55});
  if (node == chosenNode(params))
    view.marks.push_back(scene::Points{{at}, Role::Highlight, discRadius + 7, 0.4});
  const Role role = lookRole(result.nodes[static_cast<std::size_t>(node)]);
  if (result.features.cols() == 1) { // areas: the square of the radius
    const double share = params.algorithm == Algorithm::Messages
                             ? (strongest > 0 ? 0.15 * result.features(node, 0) / strongest : 0)
                             : result.features(node, 0);
    view.marks.push_back(scene::Points{{at}, Role::Grid, 4, 1, name});
    view.marks.push_back(scene::Points{{at},
                                       node == result.current ? Role::Highlight : Role::Response,
                                       massRadius * std::sqrt(std::max(0.0, share)),
                                       0.7,
                                       name});
    return;
  }
  if (node == result.current)
    view.marks.push_back(scene::Points{{at}, Role::Ink, discRadius + 3, 1});
  view.marks.push_back(scene::Points{{at}, role, discRadius, 1, name});
}

void addNodeWords(scene::PlaneView& view, const Params& params, const Result& result, const math::Graph& both,
                  int node) {
  const World& world = *result.world;
  std::vector<Eigen::Vector2d> taken;
  if (node == world.source && hasSource(params.algorithm))
    taken.push_back(startFlag);
  if (node == world.goal && hasGoal(params.algorithm))
    taken.push_back(goalFlag);
  const QString& name = world.names[static_cast<std::size_t>(node)];
  QString words = QStringLiteral("\\small ") + tex::text(name);
  qsizetype letters = name.size();
  if (!std::isnan(result.value(node))) {
    const QString number = shortNumber(result.value(node));
    words += QStringLiteral("\\;\\mathbf{") + number + QLatin1Char('}');
    letters += number.size() + 1;
  }
  const double radius =
      result.features.cols() == 1
          ? std::max(discRadius, massRadius * std::sqrt(std::min(0.3, result.features(node, 0))))
          : discRadius + 3;
  view.marks.push_back(
      scene::Label{figure::toPoint(world.positions.col(node)), words, Role::Ink,
                   wordsOffset(widestGap(both, world.positions, node, taken), letters, radius)});
}

} // namespace

QString shortNumber(double value) {
  const double tenfold = std::abs(value) * 10;
  const int decimals = tenfold < 1e7 && std::abs(tenfold - std::round(tenfold)) < 1e-9
                           ? (std::fmod(std::round(tenfold), 10) == 0 ? 0 : 1)
                           : 2;
  return tex::number(value, decimals);
}

scene::Role lookRole(NodeLook look) {
  switch (look) {
  case NodeLook::Waiting:
    return Role::Highlight;
  case NodeLook::Done:
  case NodeLook::Current:
    return Role::Response;
  case NodeLook::Untouched:
    break;
  }
  return Role::Muted;
}

scene::PlaneView graphView(const Params& params, const Result& result) {
  const World& world = *result.world;
  scene::PlaneView view = emptyGraphView(headline(params, result));
  view.legend = legendOf(params, result);
  addEdgeMarks(view, result);
  if (params.weighted && countsWeights(params.algorithm))
    for (int edge = 0; edge < world.graph.edgeCount(); ++edge)
      addBead(view, params, result, edge);
  const math::Graph both = math::undirected(world.graph);
  const double strongest = result.features.size() > 0 ? result.features.rowwise().sum().maxCoeff() : 0;
  for (int node = 0; node < world.graph.nodeCount; ++node) {
    if (result.features.cols() == 2)
      addPie(view, params, result, node, strongest);
    else
      addDisc(view, params, result, node, strongest);
    addNodeWords(view, params, result, both, node);
    const Role role =
        node == chosenNode(params) ? Role::Highlight : lookRole(result.nodes[static_cast<std::size_t>(node)]);
    view.handles.push_back(drawnNodeHandle(params, world.names, world.positions, node, role));
  }
  if (hasSource(params.algorithm) && world.source >= 0)
    addFlag(view, world.positions,
            {QStringLiteral("source"), Words::tr("Start"), world.source, startFlag, Role::Drag});
  if (hasGoal(params.algorithm) && world.goal >= 0)
    addFlag(view, world.positions,
            {QStringLiteral("goal"), Words::tr("Goal"), world.goal, goalFlag, Role::DragSecond});
  view.clickName = Words::tr("Add a node");
  view.click = [params](QPointF point) { return withNodeAt(params, point); };
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  return {{params.place == Place::Maze ? mazeView(params, result) : graphView(params, result),
           listView(params, result)}};
}

} // namespace eigenboard::panels::graph::algorithms_panel
