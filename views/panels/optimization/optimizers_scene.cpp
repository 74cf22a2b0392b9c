#include "views/panels/optimization/optimizers_trails.h"
#include "views/panels/optimization/optimizers_views.h"
#include "views/panels/optimization/optimizers_words.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

/// Those that go on for fewer steps have fewer places for a name, and choose first.
std::vector<std::size_t> byFreedom(const Result& result) {
  const auto stepsOf = [&result](std::size_t walk) {
    return std::count_if(result.ahead.begin(), result.ahead.end(),
                         [walk](const Step& step) { return step.walks[walk].moving; });
  };
  std::vector<std::size_t> order(result.walks().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&stepsOf](std::size_t one, std::size_t other) { return stepsOf(one) < stepsOf(other); });
  return order;
}

/// Offers the places of a walk from the last on back, and the middles of its legs, until one is taken.
template <typename Take>
bool takeAlong(std::span<const Step> steps, std::size_t walk, const Take& take) {
  constexpr std::size_t mostLookedAt = 400;
  const std::size_t end = steps.size() > mostLookedAt ? steps.size() - mostLookedAt : 0;
  for (std::size_t k = steps.size(); k-- > end;) {
    const Eigen::Vector2d& at = steps[k].walks[walk].state.point;
    if (take(walk, at))
      return true;
    if (k > end && take(walk, (at + steps[k - 1].walks[walk].state.point) / 2))
      return true;
  }
  return false;
}

} // namespace

bool isInside(const math::Window& window, const Eigen::Vector2d& point) {
  return (point.array() >= window.low.array()).all() && (point.array() <= window.high.array()).all();
}

std::vector<NamePlace> namePlaces(const Result& result) {
  const math::Window& window = result.problem().objective.window;
  const double room = roomForAName * (window.high - window.low).maxCoeff();
  std::vector<Eigen::Vector2d> taken;
  if (!result.walks().empty()) // the handle, and the arrow from it
    taken.push_back(result.history.front().walks.front().state.point);
  // A name nearer to an edge would be cut.
  const Eigen::Vector2d margin(2 * room, room / 2);
  const math::Window whole{window.low + margin, window.high - margin};
  std::vector<NamePlace> places;
  const auto take = [&](std::size_t walk, const Eigen::Vector2d& at) {
    const bool isFree =
        isInside(whole, at) && std::none_of(taken.begin(), taken.end(), [&](const Eigen::Vector2d& other) {
          return std::abs(other.x() - at.x()) < 3 * room && std::abs(other.y() - at.y()) < room;
        });
    if (isFree) {
      places.push_back({walk, at});
      taken.push_back(at);
    }
    return isFree;
  };
  for (const std::size_t walk : byFreedom(result)) {
    if (result.step() > 0 && take(walk, result.walks()[walk].state.point))
      continue;
    if (!takeAlong(result.ahead, walk, take))
      takeAlong(result.history, walk, take);
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
        scene::Label{figure::toPoint(place.at), tex::text(nameOf(method)), roleOf(method), {0, -14}, true});
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
  if (params.schedule != ScheduleKind::Constant)
    scene.views.push_back(scheduleView(params, result));
  return scene;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
