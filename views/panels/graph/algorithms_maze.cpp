#include "views/panels/graph/algorithms_fields.h"
#include "views/panels/graph/algorithms_views.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/support/figure.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::algorithms_panel {

using scene::Role;

namespace {

std::vector<QPointF> cellSquare(const Eigen::Vector2d& middle, double half) {
  const double x = middle.x();
  const double y = middle.y();
  return {{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
}

/// Found cells are the paler the later they were reached.
void addMazeCell(scene::PlaneView& view, const Result& result, int cell, double largest) {
  const World& world = *result.world;
  const auto at = static_cast<std::size_t>(cell);
  const Eigen::Vector2d middle = world.positions.col(cell);
  if (world.isWall[at]) {
    view.marks.push_back(scene::Region{cellSquare(middle, 0.5), scene::Fill{Role::Ink, 0.78}, std::nullopt,
                                       Words::tr("Wall")});
    return;
  }
  double opacity = 0;
  Role role = lookRole(result.nodes[at]);
  if (result.features.size() > 0) {
    const double sum = result.features.row(cell).sum();
    const bool isOfGoal = result.features.cols() > 1 && result.features(cell, 1) > result.features(cell, 0);
    role = isOfGoal ? Role::DragSecond : result.features.cols() > 1 ? Role::Drag : Role::Response;
    opacity = largest > 0 ? 0.9 * std::sqrt(std::min(1.0, sum / largest)) : 0;
  } else if (result.nodes[at] != NodeLook::Untouched) {
    const double value = std::isnan(result.value(cell)) ? 0 : result.value(cell);
    opacity = result.nodes[at] == NodeLook::Waiting ? 0.45 : 0.75 - 0.5 * (largest > 0 ? value / largest : 0);
  }
  if (opacity > 0)
    view.marks.push_back(scene::Region{cellSquare(middle, 0.47), scene::Fill{role, opacity}, std::nullopt,
                                       nodeName(result, cell)});
}

void addMarker(scene::PlaneView& view, const Result& result, bool isStart) {
  const World& world = *result.world;
  const QPointF at = figure::toPoint(world.positions.col(isStart ? world.source : world.goal));
  const Role role = isStart ? Role::Drag : Role::DragSecond;
  view.marks.push_back(scene::Points{{at}, role, 8});
  scene::Handle handle{isStart ? QStringLiteral("start") : QStringLiteral("goal"),
                       isStart ? Words::tr("Start") : Words::tr("Goal"), at, role};
  handle.drag = [held = result.world, isStart](QPointF point) {
    return scene::Assignments{{isStart ? QStringLiteral("source") : QStringLiteral("goal"),
                               static_cast<double>(nearestPlace(held->positions, point))}};
  };
  view.handles.push_back(std::move(handle));
}

std::vector<QLineF> linesOf(const Result& result, EdgeLook look) {
  const World& world = *result.world;
  std::vector<QLineF> lines;
  for (int edge = 0; edge < world.graph.edgeCount(); ++edge)
    if (result.edges[static_cast<std::size_t>(edge)] == look) {
      const auto& one = world.graph.edges[static_cast<std::size_t>(edge)];
      lines.emplace_back(figure::toPoint(world.positions.col(one.from)),
                         figure::toPoint(world.positions.col(one.to)));
    }
  return lines;
}

void addMazeGrid(scene::PlaneView& view) {
  std::vector<QLineF> lines;
  for (int column = 0; column <= mazeColumns; ++column)
    lines.emplace_back(column - 0.5, -0.5, column - 0.5, mazeRows - 0.5);
  for (int row = 0; row <= mazeRows; ++row)
    lines.emplace_back(-0.5, row - 0.5, mazeColumns - 0.5, row - 0.5);
  view.marks.push_back(scene::Segments{lines, {Role::Grid, 1}});
}

} // namespace

scene::PlaneView mazeView(const Params& params, const Result& result) {
  const World& world = *result.world;
  scene::PlaneView view;
  view.key = QStringLiteral("maze");
  view.title = headline(params, result);
  view.x = {QStringLiteral("x"), -0.7, mazeColumns - 0.3, false};
  view.y = {QStringLiteral("y"), -0.7, mazeRows - 0.3, false};
  view.backgroundGrid = false;
  addMazeGrid(view);
  double largest = 0;
  for (int cell = 0; cell < mazeCells; ++cell)
    if (result.features.size() > 0)
      largest = std::max(largest, result.features.row(cell).sum());
    else if (!std::isnan(result.value(cell)))
      largest = std::max(largest, result.value(cell));
  for (int cell = 0; cell < mazeCells; ++cell)
    addMazeCell(view, result, cell, largest);
  if (const auto lines = linesOf(result, EdgeLook::Tree); !lines.empty())
    view.marks.push_back(scene::Segments{lines, {Role::Response, 1.5}});
  if (const auto lines = linesOf(result, EdgeLook::Candidate); !lines.empty())
    view.marks.push_back(scene::Segments{lines, {Role::Highlight, 1.5}});
  std::vector<QPointF> path;
  for (const int cell : result.path)
    path.push_back(figure::toPoint(world.positions.col(cell)));
  if (path.size() > 1)
    view.marks.push_back(scene::Curve{path, {Role::Highlight, 4}, Words::tr("Path to the goal")});
  if (result.current >= 0)
    view.marks.push_back(scene::Region{cellSquare(world.positions.col(result.current), 0.47), std::nullopt,
                                       scene::Stroke{Role::Ink, 2.5}, Words::tr("Current")});
  if (hasSource(params.algorithm))
    addMarker(view, result, true);
  if (hasGoal(params.algorithm))
    addMarker(view, result, false);
  view.clickName = Words::tr("Add or remove a wall");
  view.click = [params, held = result.world](QPointF point) {
    const auto column = static_cast<int>(std::lround(point.x()));
    const auto row = mazeRows - 1 - static_cast<int>(std::lround(point.y()));
    const bool isCell = column >= 0 && row >= 0 && column < mazeColumns && row < mazeRows;
    const int cell = row * mazeColumns + column;
    const bool isTaken = (cell == held->source && hasSource(params.algorithm)) ||
                         (cell == held->goal && hasGoal(params.algorithm));
    return isCell && !isTaken ? withWallToggled(params, column, row) : scene::Settings{};
  };
  return view;
}

} // namespace eigenboard::panels::graph::algorithms_panel
