#include "views/panels/optimization/optimizers_trails.h"
#include "views/panels/optimization/optimizers_views.h"
#include "views/panels/optimization/optimizers_words.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// How far above the surface a trail lies, in parts of its height, so that the facets do not swallow it.
constexpr double lift = 0.008;

class Lifted {
 public:
  Lifted(const Problem& problem, const Landscape& landscape) : problem_(problem), landscape_(landscape) {}

  scene::Point3 at(double x, double y) const {
    const eigenboard::geometry::FieldRange& range = landscape_.range;
    const double height = landscape_.scale.height(problem_.objective.value({x, y}));
    const double seen =
        std::isfinite(height) ? std::clamp(height, range.minimum, range.maximum) : range.minimum;
    return {x, y, seen + lift * (range.maximum - range.minimum)};
  }

  /// The parts of a trail over the window, long legs bent to lie on the surface.
  std::vector<std::vector<scene::Point3>> over(const std::vector<QPointF>& trail) const {
    const math::Window& window = problem_.objective.window;
    const double longestLeg = (window.high - window.low).maxCoeff() / 60;
    std::vector<std::vector<scene::Point3>> parts;
    bool isOpen = false;
    for (std::size_t i = 0; i < trail.size(); ++i) {
      if (!isInside(window, {trail[i].x(), trail[i].y()})) {
        isOpen = false;
        continue;
      }
      if (!isOpen)
        parts.emplace_back();
      else
        addLeg(parts.back(), trail[i - 1], trail[i], longestLeg);
      parts.back().push_back(at(trail[i].x(), trail[i].y()));
      isOpen = true;
    }
    return parts;
  }

 private:
  void addLeg(std::vector<scene::Point3>& part, QPointF from, QPointF to, double longest) const {
    const QPointF leg = to - from;
    const int pieces = static_cast<int>(std::ceil(std::hypot(leg.x(), leg.y()) / longest));
    for (int k = 1; k < pieces; ++k) {
      const QPointF between = from + leg * k / pieces;
      part.push_back(at(between.x(), between.y()));
    }
  }

  const Problem& problem_;
  const Landscape& landscape_;
};

scene::Surface surfaceOf(const Landscape& landscape) {
  const eigenboard::geometry::SampledField& heights = landscape.heights;
  scene::Surface surface;
  surface.columns = heights.columns;
  surface.rows = heights.rows;
  surface.left = heights.left;
  surface.right = heights.right;
  surface.front = heights.bottom;
  surface.back = heights.top;
  surface.heights = heights.values;
  surface.contourLevels = landscape.levels;
  surface.contour = {Role::Ink, 1, Dash::Solid, 0.3};
  surface.name = Words::tr("The function");
  return surface;
}

QString heightLabel(const Problem& problem, const HeightScale& scale) {
  if (!scale.isLogarithmic)
    return QStringLiteral("f");
  return std::isnan(problem.lowest) ? QStringLiteral("\\log_{10}(1 + f - f_{\\min})")
                                    : QStringLiteral("\\log_{10}(1 + f)");
}

} // namespace

scene::SpaceView surfaceView(const Params& params, const Result& result) {
  const math::Objective& objective = result.problem().objective;
  const Landscape& landscape = *result.landscape;
  const Lifted lifted(result.problem(), landscape);
  scene::SpaceView view;
  view.key = QStringLiteral("surface");
  view.title = Words::tr("As a surface");
  view.x = {QStringLiteral("x"), objective.window.low.x(), objective.window.high.x()};
  view.y = {QStringLiteral("y"), objective.window.low.y(), objective.window.high.y()};
  const double height = landscape.range.maximum - landscape.range.minimum;
  const double margin = height > 0 ? 0.02 * height : 1;
  view.z = {heightLabel(result.problem(), landscape.scale), landscape.range.minimum - margin,
            landscape.range.maximum + margin};
  view.camera.elevation = 56; // over the near side of a ravine, down to its floor
  view.marks.push_back(surfaceOf(landscape));
  for (std::size_t i = 0; i < result.walks().size(); ++i) {
    const Walk& walk = result.walks()[i];
    const Role role = roleOf(walk.method);
    for (auto& part : lifted.over(trailOf(result.ahead, i, objective.window)))
      view.marks.push_back(scene::Curve3{std::move(part), Stroke{role, 1.6, Dash::Solid, 0.5},
                                         Words::tr("%1, the steps to come").arg(nameOf(walk.method))});
    if (result.step() == 0)
      continue;
    for (auto& part : lifted.over(trailOf(result.history, i, objective.window)))
      view.marks.push_back(
          scene::Curve3{std::move(part), Stroke{role, 2.6, Dash::Solid, 1}, nameOf(walk.method)});
    if (isInside(objective.window, walk.state.point))
      view.marks.push_back(scene::Points3{
          {lifted.at(walk.state.point.x(), walk.state.point.y())}, role, 5, 1, nameOf(walk.method)});
  }
  for (const NamePlace& place : namePlaces(result)) {
    const Method method = result.walks()[place.walk].method;
    view.marks.push_back(scene::Label3{
        lifted.at(place.at.x(), place.at.y()), tex::text(nameOf(method)), roleOf(method), {0, -15}});
  }
  scene::Handle3 handle;
  handle.key = QStringLiteral("start");
  handle.name = Words::tr("Start of all methods");
  handle.position = lifted.at(params.start.x(), params.start.y());
  handle.drag = [](const scene::Point3& to) {
    return scene::Assignments{{QStringLiteral("sx"), to.x}, {QStringLiteral("sy"), to.y}};
  };
  view.handles.push_back(std::move(handle));
  return view;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
