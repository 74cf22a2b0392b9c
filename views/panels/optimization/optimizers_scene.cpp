#include "views/panels/optimization/optimizers_trails.h"
#include "views/panels/optimization/optimizers_views.h"
#include "views/panels/optimization/optimizers_words.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Names nearer than this part of the window would lie on one another.
constexpr double roomForAName = 0.075;

void addLandscape(scene::PlaneView& view, const Landscape& landscape) {
  const eigenboard::geometry::SampledField& heights = landscape.heights;
  view.marks.push_back(
      scene::HeatMap{heights.columns, heights.rows, heights.left, heights.right, heights.bottom, heights.top,
                     heights.values, landscape.range.minimum, landscape.range.maximum, 0.3,
                     landscape.scale.isLogarithmic ? Words::tr("log₁₀ of 1 + f") : Words::tr("f")});
  for (const Landscape::Contour& contour : landscape.contours)
    view.marks.push_back(scene::Curve{contour.points, Stroke{Role::Ink, 1, Dash::Solid, 0.22},
                                      Words::tr("f = %1").arg(speech::number(contour.value))});
}

void addSlope(scene::PlaneView& view, const Params& params, const Result& result) {
  const math::Window& window = result.problem().objective.window;
  const Eigen::Vector2d slope =
      result.walks().empty() ? Eigen::Vector2d(0, 0) : result.walks().front().state.gradient;
  const double size = std::hypot(slope.x(), slope.y());
  if (result.step() > 0 || !(size > 0) || !std::isfinite(size))
    return;
  const double length = 0.14 * (window.high - window.low).maxCoeff();
  const Eigen::Vector2d tip = params.start - length * slope / size;
  view.marks.push_back(scene::Arrow{figure::toPoint(params.start), figure::toPoint(tip),
                                    Stroke{Role::Ink, 2, Dash::Solid, 0.8}, QStringLiteral("-\\nabla f"),
                                    Words::tr("The slope that every method is given, downhill")});
}

} // namespace

bool isInside(const math::Window& window, const Eigen::Vector2d& point) {
  return (point.array() >= window.low.array()).all() && (point.array() <= window.high.array()).all();
}

std::vector<NamePlace> namePlaces(const Result& result) {
  const math::Window& window = result.problem().objective.window;
  const double room = roomForAName * (window.high - window.low).maxCoeff();
  std::vector<NamePlace> places;
  const auto add = [&](std::size_t walk, const math::OptimizerState& state) {
    const bool isFree = std::none_of(places.begin(), places.end(), [&](const NamePlace& place) {
      return std::abs(place.at.x() - state.point.x()) < 2 * room &&
             std::abs(place.at.y() - state.point.y()) < room;
    });
    if (isFree && isInside(window, state.point))
      places.push_back({walk, state.point, state.value});
    return isFree && isInside(window, state.point);
  };
  for (std::size_t i = 0; i < result.walks().size(); ++i) {
    const bool hasMoved = result.step() > 0;
    if (hasMoved && add(i, result.walks()[i].state))
      continue;
    if (result.ahead.empty())
      continue;
    // From the furthest on back: the last place inside the window that is free.
    for (std::size_t k = result.ahead.size(); k-- > result.ahead.size() / 8;)
      if (add(i, result.ahead[k].walks[i].state))
        break;
  }
  return places;
}

scene::PlaneView contourView(const Params& params, const Result& result) {
  const math::Objective& objective = result.problem().objective;
  scene::PlaneView view;
  view.key = QStringLiteral("contour");
  view.title = Words::tr("From above");
  view.x = {QStringLiteral("x"), objective.window.low.x(), objective.window.high.x()};
  view.y = {QStringLiteral("y"), objective.window.low.y(), objective.window.high.y()};
  view.backgroundGrid = false;
  addLandscape(view, *result.landscape);
  scene::Points minima;
  minima.role = Role::Ink;
  minima.radius = 3.5;
  minima.name = Words::tr("Minimum");
  for (const Eigen::Vector2d& minimum : objective.minima)
    minima.points.push_back(figure::toPoint(minimum));
  view.marks.push_back(std::move(minima));
  for (std::size_t i = 0; i < result.walks().size(); ++i) {
    const Walk& walk = result.walks()[i];
    const Role role = roleOf(walk.method);
    if (!result.ahead.empty())
      view.marks.push_back(scene::Curve{trailOf(result.ahead, i, objective.window),
                                        Stroke{role, 1.6, Dash::Solid, 0.45},
                                        Words::tr("%1, the steps to come").arg(nameOf(walk.method))});
    if (result.step() > 0)
      view.marks.push_back(scene::Curve{trailOf(result.history, i, objective.window),
                                        Stroke{role, 2.4, Dash::Solid, 1}, nameOf(walk.method)});
  }
  for (const Walk& walk : result.walks())
    if (result.step() > 0 && isInside(objective.window, walk.state.point))
      view.marks.push_back(scene::Points{
          {figure::toPoint(walk.state.point)},
          roleOf(walk.method),
          5,
          1,
          walk.moving ? nameOf(walk.method) : nameOf(walk.method) + QStringLiteral(", ") + endOf(walk)});
  addSlope(view, params, result);
  for (const NamePlace& place : namePlaces(result)) {
    const Method method = result.walks()[place.walk].method;
    view.marks.push_back(
        scene::Label{figure::toPoint(place.at), tex::text(nameOf(method)), roleOf(method), {0, -14}});
  }
  view.handles.push_back(figure::handle(QStringLiteral("start"), Words::tr("Start of all methods"),
                                        params.start, Role::Drag, QStringLiteral("sx"),
                                        QStringLiteral("sy")));
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  if (params.view == ViewKind::Surface)
    scene.views.push_back(surfaceView(params, result));
  else
    scene.views.push_back(contourView(params, result));
  scene.views.push_back(lossView(params, result));
  return scene;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
