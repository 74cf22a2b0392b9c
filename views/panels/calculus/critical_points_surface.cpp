#include "views/panels/calculus/critical_points_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::critical_points_panel {

using scene::Dash;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

/// The quadratic that fits f best at the point, over the disc.
void addModelSurface(scene::SpaceView& view, const Params& p, const Result& r, double lift) {
  if (r.model.empty())
    return;
  scene::Surface model;
  model.columns = model.rows = 25;
  model.left = p.at.x() - p.radius;
  model.right = p.at.x() + p.radius;
  model.front = p.at.y() - p.radius;
  model.back = p.at.y() + p.radius;
  for (int row = 0; row < model.rows; ++row)
    for (int column = 0; column < model.columns; ++column) {
      const Eigen::Vector2d step(p.radius * (2.0 * column / (model.columns - 1) - 1),
                                 p.radius * (2.0 * row / (model.rows - 1) - 1));
      model.heights.push_back(step.norm() > 1.001 * p.radius ? std::numeric_limits<double>::quiet_NaN()
                                                             : walks::secondOrderModel(r.here, step) + lift);
    }
  model.color = scene::SurfaceColor::Role;
  model.role = Role::Response;
  model.opacity = 0.6;
  model.name = Words::tr("Second-order model at the point");
  view.marks.push_back(std::move(model));
}

} // namespace

scene::SpaceView surfaceView(const Params& p, const Result& r) {
  const geometry::FieldRange& range = r.ground->range;
  scene::SpaceView view;
  view.key = QStringLiteral("surface");
  view.title = Words::tr("Surface with its second-order model");
  view.x = {QStringLiteral("x"), -reach, reach};
  view.y = {QStringLiteral("y"), -reach, reach};
  const double height = range.maximum - range.minimum;
  const double size = std::max(std::abs(range.maximum), std::abs(range.minimum));
  const double room = height > 1e-12 * size && height > 1e-300 ? 0.06 * height : std::max(1.0, size) / 2;
  view.z = {QStringLiteral("f(x, y)"), range.minimum - room, range.maximum + room};
  view.camera.elevation = 42;
  scene::Surface surface;
  surface.columns = surface.rows = samplesAcross;
  surface.left = surface.front = -reach;
  surface.right = surface.back = reach;
  surface.heights = r.ground->field.values;
  for (const geometry::LevelSet& contour : r.ground->contours)
    surface.contourLevels.push_back(contour.level);
  surface.contour = {Role::Ink, 1, Dash::Solid, 0.35};
  surface.opacity = 0.85; // a model below it shows through
  surface.name = Words::tr("Surface z = f(x, y)");
  view.marks.push_back(std::move(surface));
  const double lift = 0.01 * height; // so that what touches the surface is seen on it
  addModelSurface(view, p, r, lift);
  if (r.steps() > 0) {
    scene::Curve3 trail{{}, Stroke{Role::Highlight, 2.6, Dash::Solid, 1}, Words::tr("Gradient descent")};
    for (const Step& step : r.history)
      if (step.state.point.lpNorm<Eigen::Infinity>() <= reach)
        trail.points.push_back({step.state.point.x(), step.state.point.y(), step.state.value + lift});
    view.marks.push_back(scene::Points3{trail.points, Role::Highlight, 3, 1, Words::tr("A step")});
    view.marks.push_back(std::move(trail));
  }
  for (const CriticalKind kind :
       {CriticalKind::Minimum, CriticalKind::Maximum, CriticalKind::Saddle, CriticalKind::Undecided}) {
    scene::Points3 points{{}, roleOf(kind), 5.5, 1, nameOf(kind)};
    for (const walks::CriticalPoint& point : r.ground->critical.points)
      if (point.kind == kind)
        points.points.push_back({point.place.x(), point.place.y(), point.value + lift});
    if (!points.points.empty())
      view.marks.push_back(std::move(points));
  }
  if (r.here.value >= view.z.minimum && r.here.value <= view.z.maximum)
    view.handles.push_back(
        {QStringLiteral("point"),
         Words::tr("Point, start of the descent"),
         {p.at.x(), p.at.y(), r.here.value},
         Role::Drag,
         [](Point3 to) {
           return scene::Assignments{{QStringLiteral("x"), to.x}, {QStringLiteral("y"), to.y}};
         },
         scene::Motion3::OnSurface});
  return view;
}

} // namespace eigenboard::panels::calculus::critical_points_panel
