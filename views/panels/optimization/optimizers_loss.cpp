#include "views/panels/optimization/optimizers_trails.h"
#include "views/panels/optimization/optimizers_views.h"
#include "views/panels/optimization/optimizers_words.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Powers of ten below the start; who is deeper has as good as arrived, and more of them would flatten the
/// others' way there.
constexpr double deepest = 8;

/// log₁₀ (f − f*) for f; where f is at its minimum there is none, and it is left out.
std::vector<QPointF> logarithmic(std::vector<QPointF> graph, double lowest) {
  for (QPointF& point : graph)
    point.setY(std::log10(point.y() - lowest));
  std::erase_if(graph, [](const QPointF& point) { return !std::isfinite(point.y()); });
  return graph;
}

/// The next number of steps at which an axis likes to end.
double roundedUp(double steps) {
  constexpr std::array<double, 8> ends = {1, 1.5, 2, 3, 4, 5, 6, 8};
  const double power = std::pow(10, std::floor(std::log10(std::max(10.0, steps))));
  for (const double end : ends)
    if (steps <= end * power)
      return end * power;
  return 10 * power;
}

struct Graphs {
  std::vector<QPointF> past;
  std::vector<QPointF> future;
};

/// From the lowest to the highest of what is worth seeing.
scene::Axis heightAxis(const Result& result, const std::vector<Graphs>& graphs, bool isLogarithmic) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const Graphs& graph : graphs)
    for (const auto* points : {&graph.past, &graph.future})
      for (const QPointF& point : *points)
        low = std::min(low, point.y());
  // One that is thrown out leaves through the top: the axis is for those that come down.
  for (const Graphs& graph : graphs)
    if (!graph.past.empty())
      high = std::max(high, graph.past.front().y());
  if (isLogarithmic) {
    if (!std::isfinite(low) || !std::isfinite(high))
      return {QStringLiteral("\\log_{10}(f - f^*)"), -6, 2};
    low = std::floor(std::clamp(low, high - deepest, high - 1));
    return {QStringLiteral("\\log_{10}(f - f^*)"), low, std::max(low + 1, std::ceil(high + 0.3))};
  }
  const eigenboard::geometry::FieldRange& range = result.landscape->range;
  const HeightScale& scale = result.landscape->scale;
  const double bottom = scale.value(range.minimum);
  low = std::isfinite(low) ? std::max(low, bottom) : bottom;
  high = std::isfinite(high) ? std::max(high, low) : scale.value(range.maximum);
  const double margin = 0.1 * (high - low) + 1e-3 * std::max(1.0, std::abs(high));
  return {QStringLiteral("f"), low - margin, high + 2 * margin};
}

/// All that race, in their colours, and how their walks ended. Where they are the curves show; a number that
/// changed at every move would cost more than all of them.
std::vector<scene::LegendLine> legendOf(const Result& result) {
  std::vector<scene::LegendLine> legend;
  for (const Walk& walk : result.walks())
    legend.push_back({walk.state.diverged() ? Words::tr("%1 ended").arg(nameOf(walk.method))
                      : walk.hasArrived()
                          ? Words::tr("%1: arrived at %2").arg(nameOf(walk.method)).arg(walk.arrival)
                          : nameOf(walk.method),
                      roleOf(walk.method)});
  return legend;
}

} // namespace

scene::PlaneView lossView(const Params&, const Result& result) {
  const bool isLogarithmic = !std::isnan(result.problem().lowest);
  const auto shown = [&](std::vector<QPointF> graph) {
    return isLogarithmic ? logarithmic(std::move(graph), result.problem().lowest) : graph;
  };
  std::vector<Graphs> graphs;
  for (std::size_t i = 0; i < result.walks().size(); ++i)
    graphs.push_back({shown(graphOf(result.history, i, 0)), shown(graphOf(result.ahead, i, result.step()))});
  scene::PlaneView view;
  view.key = QStringLiteral("loss");
  view.title = Words::tr("Height, step by step");
  view.equalAspect = false;
  const auto aheadSteps = static_cast<double>(result.ahead.empty() ? 0 : result.ahead.size() - 1);
  view.x = {QStringLiteral("\\text{%1}\\ k").arg(Words::tr("step")), 0,
            roundedUp(std::max(10.0, result.step() + aheadSteps))};
  view.y = heightAxis(result, graphs, isLogarithmic);
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    const Walk& walk = result.walks()[i];
    const Role role = roleOf(walk.method);
    if (graphs[i].future.size() > 1)
      view.marks.push_back(scene::Curve{std::move(graphs[i].future), Stroke{role, 1.6, Dash::Solid, 0.45},
                                        Words::tr("%1, the steps to come").arg(nameOf(walk.method))});
    if (graphs[i].past.size() > 1)
      view.marks.push_back(
          scene::Curve{graphs[i].past, Stroke{role, 2.4, Dash::Solid, 1}, nameOf(walk.method)});
    if (!graphs[i].past.empty())
      view.marks.push_back(scene::Points{
          {graphs[i].past.back()},
          role,
          4.5,
          1,
          walk.moving ? nameOf(walk.method) : nameOf(walk.method) + QStringLiteral(", ") + endOf(walk)});
  }
  view.legend = legendOf(result);
  return view;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
