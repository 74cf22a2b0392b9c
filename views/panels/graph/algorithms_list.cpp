#include "views/panels/graph/algorithms_views.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

QString listTitle(const Params& params, const Result& result) {
  if (result.waiting.empty())
    return Words::tr("Nothing waits");
  if (result.listsAnswer)
    return growsTree(params.algorithm) ? Words::tr("Edges of the tree") : Words::tr("In the order taken");
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
    return Words::tr("Queue: the top is next");
  case Algorithm::DepthFirst:
    return Words::tr("Stack: the top is next");
  case Algorithm::Topological:
    return Words::tr("Ready and waiting");
  case Algorithm::Dijkstra:
  case Algorithm::AStar:
    return Words::tr("Priority queue");
  case Algorithm::Kruskal:
    return Words::tr("Edges by weight");
  case Algorithm::Prim:
    return Words::tr("Edges out of the tree");
  case Algorithm::Walk:
    return Words::tr("Shares of visits");
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    return Words::tr("Mass of each node");
  case Algorithm::Messages:
    return Words::tr("What each node holds");
  case Algorithm::Convolution:
    return Words::tr("Features of each node");
  case Algorithm::Labels:
    return Words::tr("Shares of the labels");
  }
  return {};
}

QString keyLabel(const Params& params, const Result& result) {
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
  case Algorithm::DepthFirst:
    return tex::text(Words::tr("edges from the start"));
  case Algorithm::Topological:
    return result.listsAnswer ? tex::text(Words::tr("place in the order"))
                              : tex::text(Words::tr("edges still waited for"));
  case Algorithm::Dijkstra:
    return tex::text(Words::tr("distance from the start"));
  case Algorithm::AStar:
    return QStringLiteral("g + h");
  case Algorithm::Kruskal:
  case Algorithm::Prim:
    return tex::text(Words::tr("weight"));
  case Algorithm::Messages:
  case Algorithm::Convolution:
    return tex::text(Words::tr("feature"));
  default:
    return tex::text(Words::tr("share"));
  }
}

scene::BarSet barsOf(const Result& result, const QString& name, bool isFirst, Role role) {
  scene::BarSet set{name, {}, role};
  for (const Line& line : result.waiting) {
    set.values.push_back(isFirst ? line.first : line.second);
    set.roles.push_back(line.isCurrent && role == Role::Response ? Role::Highlight : role);
  }
  return set;
}

void addBars(scene::ChartView& view, const Params& params, const Result& result) {
  const Role waits = result.listsAnswer || spreads(params.algorithm) ? Role::Response : Role::Highlight;
  switch (params.algorithm) {
  case Algorithm::AStar:
    view.layout = scene::BarLayout::Stacked;
    view.bars = {barsOf(result, Words::tr("g, so far"), true, waits),
                 barsOf(result, Words::tr("h, the guess"), false, Role::Reference)};
    view.bars[0].roles.clear();
    view.bars[1].roles.clear();
    view.bars[1].opacity = 0.45;
    return;
  case Algorithm::Convolution:
  case Algorithm::Labels:
    view.layout = scene::BarLayout::Stacked;
    view.bars = {barsOf(result, Words::tr("from the start"), true, Role::Drag),
                 barsOf(result, Words::tr("from the goal"), false, Role::DragSecond)};
    return;
  case Algorithm::PageRank:
  case Algorithm::Personalized:
  case Algorithm::Walk: {
    view.bars = {barsOf(result, Words::tr("after %1 steps").arg(result.step), true, Role::Response)};
    scene::BarSet limit{Words::tr("in the limit"), {}, Role::Reference};
    limit.opacity = 0.5;
    for (const Line& line : result.waiting)
      limit.values.push_back(line.second);
    view.bars.push_back(limit);
    return;
  }
  default:
    view.bars = {barsOf(result, keyLabel(params, result), true, waits)};
    view.bars[0].name = listTitle(params, result);
    view.bars[0].roles.clear();
    view.bars[0].decimals = std::any_of(result.waiting.begin(), result.waiting.end(),
                                        [](const Line& line) { return std::fmod(line.first, 1) != 0; })
                                ? 1
                                : 0;
  }
}

/// What is written in place of a list, a line under another.
scene::PlaneView reasonView(const QStringList& lines) {
  scene::PlaneView view;
  view.key = QStringLiteral("reason");
  view.title = Words::tr("Why it stops");
  view.x = {QStringLiteral("\\;"), 0, 10, false};
  view.y = {QStringLiteral("\\;"), 0, 10, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  double y = 9;
  for (const QString& line : lines) {
    view.marks.push_back(scene::Label{
        {5, y}, QStringLiteral("\\small ") + tex::text(line), y == 9 ? Role::Warning : Role::Ink});
    y -= 1;
  }
  return view;
}

} // namespace

scene::View listView(const Params& params, const Result& result) {
  if (const QStringList lines = reasons(params, result); !lines.isEmpty())
    return reasonView(lines);
  scene::ChartView view;
  view.key = QStringLiteral("list");
  view.title = listTitle(params, result);
  if (result.moreWaiting > 0)
    view.title += QLatin1Char(' ') + Words::tr("(and %1 more)").arg(result.moreWaiting);
  view.direction = scene::BarDirection::Sideways;
  view.x = {QStringLiteral("\\;"), -0.5, 0.5};
  double low = 0;
  double high = 0;
  for (const Line& line : result.waiting) {
    view.categories.push_back({QStringLiteral("\\small ") + tex::text(line.name), line.name});
    const bool stacks = params.algorithm == Algorithm::AStar || params.algorithm == Algorithm::Convolution;
    high = std::max({high, line.first, line.second, stacks ? line.first + line.second : 0});
    low = std::min(low, line.first);
  }
  if (params.algorithm == Algorithm::Labels)
    high = 1;
  // Room for the number at the end of the longest bar.
  const double room = 0.12 * std::max(high - low, 1e-9);
  view.value = {keyLabel(params, result), low < 0 ? low - room : 0, high > low ? high + room : low + 1};
  addBars(view, params, result);
  return view;
}

} // namespace eigenboard::panels::graph::algorithms_panel
