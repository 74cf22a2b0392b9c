#include "views/panels/optimization/convexity_words.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::panels::optimization::convexity_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

void addObjective(scene::PlaneView& view, const ConstrainedResult& r) {
  const geometry::SampledField& field = r.map->field;
  const auto [low, high] = std::minmax_element(field.values.begin(), field.values.end());
  view.marks.push_back(scene::HeatMap{field.columns, field.rows, field.left, field.right, field.bottom,
                                      field.top, field.values, *low, *high, 0.25, Words::tr("f")});
  for (const geometry::LevelSet& contour : r.map->contours)
    for (const geometry::LevelLine& line : contour.lines)
      view.marks.push_back(scene::Curve{figure::toPoints(line.points), Stroke{Role::Ink, 1, Dash::Solid, 0.3},
                                        Words::tr("f = %1").arg(speech::number(contour.level))});
}

void addAllowed(scene::PlaneView& view, const ConstrainedResult& r) {
  std::vector<QPointF> outline;
  std::vector<QPointF> edge;
  if (r.g.kind == math::Constraint::Kind::Disc) {
    for (const Eigen::Vector2d& point : figure::unitCircle(180))
      outline.push_back(figure::toPoint(r.g.centre + r.g.radius * point));
    edge = outline;
  } else {
    constexpr double far = 30;
    const Eigen::Vector2d along(-r.g.normal.y(), r.g.normal.x());
    edge = figure::toPoints({r.g.centre + far * along, r.g.centre - far * along});
    outline = edge;
    outline.push_back(figure::toPoint(r.g.centre - far * along - far * r.g.normal));
    outline.push_back(figure::toPoint(r.g.centre + far * along - far * r.g.normal));
  }
  view.marks.push_back(scene::Region{
      std::move(outline), scene::Fill{Role::DragSecond, 0.16}, {}, Words::tr("Allowed: g ≤ 0")});
  view.marks.push_back(scene::Curve{std::move(edge), Stroke{Role::DragSecond, 2.4, Dash::Solid, 1},
                                    Words::tr("Edge of the constraint, g = 0")});
}

/// The contour through the optimum: exact where it is an ellipse.
void addContourOfOptimum(scene::PlaneView& view, const ConstrainedResult& r) {
  if (r.optimum.kind != math::OptimumKind::Held)
    return;
  const Stroke stroke{Role::Response, 2.8, Dash::Solid, 1};
  const QString name = Words::tr("The contour through the optimum");
  if (r.curvatures(0) > 0 && r.optimum.value > 0) {
    std::vector<QPointF> ellipse;
    for (const Eigen::Vector2d& direction : figure::unitCircle(240)) {
      const double bend = direction.dot(r.f.H * direction);
      ellipse.push_back(figure::toPoint(r.f.centre + std::sqrt(2 * r.optimum.value / bend) * direction));
    }
    view.marks.push_back(scene::Curve{std::move(ellipse), stroke, name});
    return;
  }
  for (const geometry::LevelLine& line : geometry::levelSet(r.map->field, r.optimum.value).lines)
    view.marks.push_back(scene::Curve{figure::toPoints(line.points), stroke, name});
}

/// Where the Lagrangian is least as its multiplier grows.
void addPriceWalk(scene::PlaneView& view, const ConstrainedResult& r) {
  constexpr int samples = 120;
  std::vector<QPointF> walk;
  for (int i = 0; i <= samples; ++i) {
    const double share = static_cast<double>(i) / samples;
    const auto least = math::lagrangianMinimizer(r.f, r.g, mostMultiplier * share * share * share);
    if (least)
      walk.push_back(figure::toPoint(*least));
  }
  if (walk.size() > 1)
    view.marks.push_back(scene::Curve{std::move(walk), Stroke{Role::ResponseSecond, 1.6, Dash::Dotted, 0.9},
                                      Words::tr("The least place of L as λ grows")});
  if (r.least) {
    view.marks.push_back(scene::Points{
        {figure::toPoint(*r.least)}, Role::ResponseSecond, 5, 1, Words::tr("Where L is least for your λ")});
    view.marks.push_back(scene::Label{figure::toPoint(*r.least),
                                      QStringLiteral("\\mathbf{x}(\\lambda)"),
                                      Role::ResponseSecond,
                                      {24, 10},
                                      true});
  }
}

void addOptimum(scene::PlaneView& view, const ConstrainedResult& r) {
  if (!r.isBounded()) {
    view.marks.push_back(
        scene::Label{{0, -2.5}, tex::text(Words::tr("no optimum: f falls without bound")), Role::Warning});
    return;
  }
  const Eigen::Vector2d x = r.optimum.point;
  if (r.optimum.kind == math::OptimumKind::Held) {
    const Eigen::Vector2d slope = math::gradientOf(r.f, x);
    const double size = slope.norm();
    constexpr double longest = 0.95;
    constexpr double shortest = 0.4;
    const double length = std::clamp(0.5 * size, shortest, longest);
    const Eigen::Vector2d arrow = size > 0 ? Eigen::Vector2d(slope * (length / size)) : slope;
    view.marks.push_back(scene::Arrow{figure::toPoint(x), figure::toPoint(x + arrow),
                                      Stroke{Role::Response, 2.6, Dash::Solid, 1},
                                      QStringLiteral("\\nabla f"), Words::tr("Slope of f at the optimum")});
    view.marks.push_back(scene::Arrow{
        figure::toPoint(x), figure::toPoint(x - arrow), Stroke{Role::DragSecond, 2.6, Dash::Solid, 1},
        QStringLiteral("\\lambda\\nabla g"), Words::tr("The push of the constraint, which balances it")});
  }
  std::vector<QPointF> points{figure::toPoint(x)};
  if (r.optimum.other)
    points.push_back(figure::toPoint(*r.optimum.other));
  view.marks.push_back(scene::Points{points, Role::Highlight, 6.5, 1, Words::tr("The constrained optimum")});
  // Beside the edge, away from both arrows.
  const Eigen::Vector2d out = math::gradientOf(r.g, x);
  const bool isLevel = std::abs(out.x()) > std::abs(out.y());
  for (const QPointF& point : points)
    view.marks.push_back(scene::Label{point, QStringLiteral("\\mathbf{x}^*"), Role::Highlight,
                                      isLevel ? QPointF(0, 18) : QPointF(-20, 0), true});
}

/// Coordinates of a point, and what is written at it.
void addPointHandle(scene::PlaneView& view, const QString& key, const QString& name,
                    const Eigen::Vector2d& position, Role role, const QString& tex) {
  view.handles.push_back(
      figure::handle(key, name, position, role, key + QLatin1Char('x'), key + QLatin1Char('y')));
  view.marks.push_back(scene::Label{figure::toPoint(position), tex, role, {20, -20}, true});
}

void addHandles(scene::PlaneView& view, const Params& p, const ConstrainedResult& r) {
  addPointHandle(view, QStringLiteral("c"), Words::tr("Middle of the objective"), p.centre, Role::Drag,
                 QStringLiteral("\\mathbf{c}"));
  addPointHandle(view, QStringLiteral("q"),
                 p.kind == math::Constraint::Kind::Disc ? Words::tr("Middle of the disc")
                                                        : Words::tr("A place on the line"),
                 p.middle, Role::DragSecond, QStringLiteral("\\mathbf{q}"));
  if (p.kind == math::Constraint::Kind::Disc) {
    const Eigen::Vector2d below =
        p.middle + p.radius * Eigen::Vector2d(-std::numbers::sqrt2, -std::numbers::sqrt2) / 2;
    view.handles.push_back(
        {QStringLiteral("radius"), Words::tr("Radius of the disc"), figure::toPoint(below), Role::DragSecond,
         [q = p.middle](QPointF to) {
           return scene::Assignments{{QStringLiteral("radius"), (figure::toVector(to) - q).norm()}};
         }});
    return;
  }
  view.marks.push_back(scene::Arrow{figure::toPoint(p.middle), figure::toPoint(p.middle + r.g.normal),
                                    Stroke{Role::DragSecond, 2, Dash::Solid, 0.8},
                                    QStringLiteral("\\mathbf{n}"),
                                    Words::tr("Direction that is not allowed")});
  view.handles.push_back(
      {QStringLiteral("direction"), Words::tr("Direction of the line"),
       figure::toPoint(p.middle + r.g.normal), Role::DragSecond, [q = p.middle](QPointF to) {
         const double angle = std::atan2(to.y() - q.y(), to.x() - q.x());
         return scene::Assignments{{QStringLiteral("direction"), angle * 180 / std::numbers::pi}};
       }});
}

} // namespace

scene::PlaneView mapView(const Params& p, const ConstrainedResult& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = Words::tr("Objective and constraint");
  view.x = {QStringLiteral("x"), -mapWidth, mapWidth};
  view.y = {QStringLiteral("y"), -mapHeight, mapHeight};
  view.backgroundGrid = false;
  addObjective(view, r);
  addAllowed(view, r);
  addContourOfOptimum(view, r);
  addPriceWalk(view, r);
  addOptimum(view, r);
  addHandles(view, p, r);
  return view;
}

} // namespace eigenboard::panels::optimization::convexity_panel
