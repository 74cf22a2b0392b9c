#include "views/panels/calculus/critical_points_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::calculus::critical_points_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr std::array kinds{CriticalKind::Minimum, CriticalKind::Maximum, CriticalKind::Saddle,
                           CriticalKind::Undecided};
constexpr double coefficientReach = 2;

void addGround(scene::PlaneView& view, const Ground& ground) {
  view.marks.push_back(scene::HeatMap{samplesAcross, samplesAcross, -reach, reach, -reach, reach,
                                      ground.field.values, ground.range.minimum, ground.range.maximum, 0.3,
                                      Words::tr("f(x, y)")});
  for (const geometry::LevelSet& contour : ground.contours)
    for (const geometry::LevelLine& line : contour.lines)
      view.marks.push_back(scene::Curve{figure::toPoints(line.points), Stroke{Role::Ink, 1, Dash::Solid, 0.3},
                                        Words::tr("Level %1").arg(contour.level, 0, 'g', 6)});
}

void addModel(scene::PlaneView& view, const Params& p, const Result& r) {
  figure::Outline circle = figure::unitCircle();
  for (Eigen::Vector2d& point : circle)
    point = p.at + p.radius * point;
  view.marks.push_back(scene::Curve{figure::toPoints(circle), Stroke{Role::Response, 1.2, Dash::Dotted, 0.8},
                                    Words::tr("Here the model is drawn")});
  for (std::size_t i = 0; i < r.model.size(); ++i)
    for (const geometry::LevelLine& line : r.model[i].lines)
      view.marks.push_back(scene::Curve{figure::toPoints(line.points),
                                        Stroke{Role::Response, i == 0 ? 2.8 : 1.6, Dash::Solid, 0.95},
                                        Words::tr("Contour of the second-order model at the point")});
}

void addWalk(scene::PlaneView& view, const Result& r) {
  if (r.steps() == 0)
    return;
  std::vector<QPointF> trail;
  for (const Step& step : r.history)
    trail.push_back(figure::toPoint(step.state.point));
  view.marks.push_back(scene::Curve{trail, Stroke{Role::Highlight, 2.2, Dash::Solid, 1},
                                    Words::tr("Gradient descent, step by step")});
  trail.erase(trail.begin());
  view.marks.push_back(scene::Points{trail, Role::Highlight, 3, 1, Words::tr("A step of the descent")});
  view.marks.push_back(scene::Points{{trail.back()}, Role::Highlight, 5.5, 1, Words::tr("Where it is now")});
}

void addCritical(scene::PlaneView& view, const Result& r) {
  for (const CriticalKind kind : kinds) {
    scene::Points points{{}, roleOf(kind), 6, 1, nameOf(kind)};
    for (const walks::CriticalPoint& point : r.ground->critical.points)
      if (point.kind == kind)
        points.points.push_back(figure::toPoint(point.place));
    if (points.points.empty())
      continue;
    const auto count = static_cast<int>(points.points.size());
    view.marks.push_back(std::move(points));
    view.legend.push_back({kind == CriticalKind::Undecided && r.ground->critical.hasLine
                               ? Words::tr("%1, a whole line").arg(nameOf(kind))
                               : Words::tr("%1: %2").arg(nameOf(kind)).arg(count),
                           roleOf(kind)});
  }
  view.legend.push_back({Words::tr("second-order model"), Role::Response});
  view.legend.push_back({Words::tr("descent"), Role::Highlight});
}

scene::PlaneView mapView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = Words::tr("Map with contours");
  view.x = {QStringLiteral("x"), -reach - 0.1, reach + 0.1};
  view.y = {QStringLiteral("y"), -reach - 0.1, reach + 0.1};
  view.backgroundGrid = false;
  addGround(view, *r.ground);
  addModel(view, p, r);
  addWalk(view, r);
  addCritical(view, r);
  view.handles.push_back(figure::handle(QStringLiteral("point"), Words::tr("Point, start of the descent"),
                                        p.at, Role::Drag, QStringLiteral("x"), QStringLiteral("y")));
  return view;
}

/// c = b²/4a for a > 0, from the top of the square to its right side.
std::vector<QPointF> parabolicBranch(double b) {
  constexpr int points = 48;
  const double first = b * b / (4 * coefficientReach);
  if (first < 1e-6)
    return {{0, coefficientReach}, {0, 0}, {coefficientReach, 0}};
  std::vector<QPointF> branch;
  for (int k = 0; k <= points; ++k) {
    const double a = first * std::pow(coefficientReach / first, static_cast<double>(k) / points);
    branch.emplace_back(a, std::min(coefficientReach, b * b / (4 * a)));
  }
  return branch;
}

} // namespace

scene::Role roleOf(CriticalKind kind) {
  constexpr std::array<int, 4> places = {2, 4, 3, 1};
  return scene::seriesRole(places.at(static_cast<std::size_t>(kind)));
}

QString nameOf(CriticalKind kind) {
  switch (kind) {
  case CriticalKind::Minimum:
    return Words::tr("minimum");
  case CriticalKind::Maximum:
    return Words::tr("maximum");
  case CriticalKind::Saddle:
    return Words::tr("saddle");
  case CriticalKind::Undecided:
    break;
  }
  return Words::tr("undecided");
}

scene::PlaneView coefficientView(const Params& p, const Result&) {
  scene::PlaneView view;
  view.key = QStringLiteral("coefficients");
  view.title = Words::tr("What the origin is");
  view.x = {QStringLiteral("a"), -coefficientReach - 0.1, coefficientReach + 0.1};
  view.y = {QStringLiteral("c"), -coefficientReach - 0.1, coefficientReach + 0.1};
  const std::vector<QPointF> upper = parabolicBranch(p.b);
  std::vector<QPointF> lower = upper;
  for (QPointF& point : lower)
    point = -point;
  std::vector<QPointF> minima = upper;
  minima.emplace_back(coefficientReach, coefficientReach);
  std::vector<QPointF> maxima = lower;
  maxima.emplace_back(-coefficientReach, -coefficientReach);
  std::vector<QPointF> saddles{{-coefficientReach, coefficientReach}};
  saddles.insert(saddles.end(), upper.begin(), upper.end());
  saddles.emplace_back(coefficientReach, -coefficientReach);
  saddles.insert(saddles.end(), lower.begin(), lower.end());
  const auto region = [&view](std::vector<QPointF> outline, CriticalKind kind, QPointF at) {
    view.marks.push_back(
        scene::Region{std::move(outline), scene::Fill{roleOf(kind), 0.28}, std::nullopt, nameOf(kind)});
    view.marks.push_back(scene::Label{at, tex::text(nameOf(kind)), Role::Ink});
  };
  region(std::move(saddles), CriticalKind::Saddle, {-1.05, 1.55});
  region(std::move(minima), CriticalKind::Minimum, {1.05, 1.55});
  region(std::move(maxima), CriticalKind::Maximum, {-1.05, -1.55});
  for (const std::vector<QPointF>& edge : {upper, lower})
    view.marks.push_back(scene::Curve{edge, Stroke{roleOf(CriticalKind::Undecided), 2.6, Dash::Solid, 1},
                                      Words::tr("4ac = b²: the second derivatives do not decide")});
  view.marks.push_back(
      scene::Label{{1.05, -1.55}, QStringLiteral("4ac = b^2"), roleOf(CriticalKind::Undecided)});
  view.handles.push_back(figure::handle(QStringLiteral("coefficients"), Words::tr("Coefficients a and c"),
                                        {p.a, p.c}, Role::DragSecond, QStringLiteral("a"),
                                        QStringLiteral("c")));
  return view;
}

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  scene.views.emplace_back(mapView(p, r));
  const bool isOwn = p.source == Source::Own;
  if (isOwn || p.view != ViewKind::Coefficients)
    scene.views.emplace_back(surfaceView(p, r));
  if (!isOwn && p.view != ViewKind::Surface)
    scene.views.emplace_back(coefficientView(p, r));
  return scene;
}

} // namespace eigenboard::panels::calculus::critical_points_panel
