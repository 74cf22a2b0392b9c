#include "views/panels/calculus/gradient_views.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::calculus::gradient_panel {

using scene::Dash;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

/// So far a tangent goes from its point on the floor, in units of x and y: less where it is so steep that it
/// would leave the box.
double tangentReach(const Result& r) {
  const double height = r.ground->range.maximum - r.ground->range.minimum;
  const Eigen::Vector2d slope = r.slopes->forward.cwiseAbs();
  const double rise = slope.x() + slope.y();
  return rise > 0 ? std::min(0.75, 0.4 * height / rise) : 0.75;
}

void addTangents(scene::SpaceView& view, const Params& p, const Result& r) {
  const Slopes& s = *r.slopes;
  const double half = tangentReach(r);
  const auto on = [&](double dx, double dy) {
    return Point3{p.at.x() + dx, p.at.y() + dy, s.value + s.forward.x() * dx + s.forward.y() * dy};
  };
  view.marks.push_back(
      scene::Patch3{{on(-half, -half), on(half, -half), on(half, half), on(-half, half)},
                    scene::Fill{gradientRole, 0.4},
                    Stroke{gradientRole, 1.4, Dash::Solid, 0.9},
                    Words::tr("Tangent plane: the linear function that fits f best at the point")});
  if (s.steepness() > 0) {
    const Eigen::Vector2d way = s.forward / s.steepness() * half;
    view.marks.push_back(scene::Arrow3{on(0, 0),
                                       on(way.x(), way.y()),
                                       Stroke{gradientRole, 3},
                                       {},
                                       Words::tr("Steepest way up the tangent plane")});
  }
  view.marks.push_back(scene::Arrow3{on(0, 0),
                                     on(half * r.u.x(), half * r.u.y()),
                                     Stroke{shadowRole, 3.4},
                                     {},
                                     Words::tr("Along u: it rises by D_u f for each unit")});
}

/// The slice of f over the line of u, as far as the square goes and f has values.
void addSlice(scene::SpaceView& view, const Params& p, const Result& r) {
  constexpr int points = 81;
  const double span = 2 * reach * std::sqrt(2.0);
  scene::Curve3 slice{{}, Stroke{directionRole, 2.4, Dash::Solid, 1}, Words::tr("The slice of f along u")};
  const auto flush = [&] {
    if (slice.points.size() > 1)
      view.marks.push_back(slice);
    slice.points.clear();
  };
  for (int k = 0; k < points; ++k) {
    const Eigen::Vector2d at = p.at + (2.0 * k / (points - 1) - 1) * span * r.u;
    const double height = valueAt(r.components[0], at);
    if (at.lpNorm<Eigen::Infinity>() <= reach && std::isfinite(height))
      slice.points.push_back({at.x(), at.y(), height});
    else
      flush();
  }
  flush();
}

void addSecant(scene::SpaceView& view, const Params& p, const Result& r) {
  const Eigen::Vector2d before = p.at - p.h * r.u;
  const Eigen::Vector2d after = p.at + p.h * r.u;
  const double low = valueAt(r.components[0], before);
  const double high = valueAt(r.components[0], after);
  if (!std::isfinite(low) || !std::isfinite(high))
    return;
  const std::vector<Point3> ends{{before.x(), before.y(), low}, {after.x(), after.y(), high}};
  view.marks.push_back(scene::Curve3{ends, Stroke{Role::Reference, 2, Dash::Dashed, 1},
                                     Words::tr("Secant from p − h u to p + h u")});
  view.marks.push_back(scene::Points3{ends, Role::Reference, 3.5, 1, Words::tr("Ends of the secant")});
}

} // namespace

scene::SpaceView surfaceView(const Params& p, const Result& r) {
  const Slopes& s = *r.slopes;
  const geometry::FieldRange& range = r.ground->range;
  scene::SpaceView view;
  view.key = QStringLiteral("surface");
  view.title = Words::tr("Surface with its tangent plane");
  view.x = {QStringLiteral("x"), -reach, reach};
  view.y = {QStringLiteral("y"), -reach, reach};
  const double height = range.maximum - range.minimum;
  const double room = height > 0 ? 0.06 * height : std::max(1.0, std::abs(range.maximum)) / 2;
  view.z = {QStringLiteral("f(x, y)"), range.minimum - room, range.maximum + room};
  view.camera.azimuth = -58;
  view.camera.elevation = r.ground->isRavine ? 50 : 42;
  scene::Surface surface;
  surface.columns = surface.rows = samplesAcross;
  surface.left = surface.front = -reach;
  surface.right = surface.back = reach;
  surface.heights = r.ground->field.values;
  for (const geometry::LevelSet& contour : *r.contours)
    surface.contourLevels.push_back(contour.level);
  surface.contour = {Role::Ink, 1, Dash::Solid, 0.4};
  surface.opacity = 0.82; // a tangent plane below it shows through
  surface.name = Words::tr("Surface z = f(x, y)");
  view.marks.push_back(std::move(surface));
  addSlice(view, p, r);
  addSecant(view, p, r);
  if (s.hasGradient() && std::isfinite(s.value))
    addTangents(view, p, r);
  if (s.value >= view.z.minimum && s.value <= view.z.maximum)
    view.handles.push_back(
        {QStringLiteral("point"),
         Words::tr("Point on the surface"),
         {p.at.x(), p.at.y(), s.value},
         Role::Drag,
         [](Point3 to) {
           return scene::Assignments{{QStringLiteral("x"), to.x}, {QStringLiteral("y"), to.y}};
         },
         scene::Motion3::OnSurface});
  return view;
}

} // namespace eigenboard::panels::calculus::gradient_panel
