#include "views/panels/statistics/describe_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr std::array<Role, groupCount> groupRoles{Role::Drag, Role::DragSecond, Role::Series3};
constexpr Role fitRole = Role::Response;

Role roleOf(const Params& p, int group) {
  return p.groups ? groupRoles.at(static_cast<std::size_t>(group)) : Role::Drag;
}

bool hasLine(const math::LineFit& fit) {
  return std::isfinite(fit.slope);
}

void addAreas(scene::PlaneView& view, const Result& r) {
  const QPointF centre = figure::toPoint(r.plane.mean);
  for (Eigen::Index row = 0; row < r.plane.points.rows(); ++row) {
    const double x = r.plane.points(row, 0);
    const double y = r.plane.points(row, 1);
    const double product = (x - centre.x()) * (y - centre.y());
    const Role role = product < 0 ? Role::Negative : Role::Positive;
    view.marks.push_back(
        scene::Region{{centre, {x, centre.y()}, {x, y}, {centre.x(), y}},
                      scene::Fill{role, 0.13},
                      Stroke{role, 1, Dash::Solid, 0.5},
                      Words::tr("Product of the two deviations: %1").arg(product, 0, 'f', 2)});
  }
}

void addMeans(scene::PlaneView& view, const Result& r) {
  if (r.n == 0)
    return;
  const Eigen::Vector2d& m = r.plane.mean;
  view.marks.push_back(scene::Line{
      figure::toPoint(m), {1, 0}, Stroke{Role::Muted, 1.2, Dash::Dotted, 0.8}, Words::tr("Mean of y")});
  view.marks.push_back(scene::Line{
      figure::toPoint(m), {0, 1}, Stroke{Role::Muted, 1.2, Dash::Dotted, 0.8}, Words::tr("Mean of x")});
}

void addEllipse(scene::PlaneView& view, const Result& r) {
  const Eigen::Vector2d& variances = r.plane.axes.variances;
  if (!variances.allFinite())
    return;
  const Eigen::Matrix2d M = r.plane.axes.directions * variances.cwiseSqrt().asDiagonal();
  for (const int spreads : {1, 2}) {
    figure::Outline outline = figure::mapped(spreads * M, figure::unitCircle());
    for (Eigen::Vector2d& point : outline)
      point += r.plane.mean;
    view.marks.push_back(scene::Curve{figure::toPoints(outline),
                                      Stroke{Role::ResponseSecond, spreads == 1 ? 2.2 : 1.4,
                                             spreads == 1 ? Dash::Solid : Dash::Dashed, 0.9},
                                      spreads == 1 ? Words::tr("One spread from the mean")
                                                   : Words::tr("Two spreads from the mean")});
  }
  for (Eigen::Index axis = 0; axis < 2; ++axis)
    view.marks.push_back(scene::Arrow{figure::toPoint(r.plane.mean),
                                      figure::toPoint(r.plane.mean + M.col(axis)),
                                      Stroke{Role::ResponseSecond, 2},
                                      {},
                                      axis == 0 ? Words::tr("Long principal axis, one spread")
                                                : Words::tr("Short principal axis, one spread")});
}

void addFit(scene::PlaneView& view, const Params& p, const Result& r) {
  const math::LineFit& fit = r.plane.fit;
  if (!hasLine(fit))
    return;
  if (p.line && !p.groups) {
    scene::Segments residuals{{}, Stroke{Role::Reference, 1.6, Dash::Solid, 0.8}};
    for (Eigen::Index row = 0; row < r.plane.points.rows(); ++row) {
      const double x = r.plane.points(row, 0);
      residuals.lines.emplace_back(x, r.plane.points(row, 1), x, fit.at(x));
    }
    view.marks.push_back(std::move(residuals));
  }
  if (p.line)
    view.marks.push_back(scene::Line{
        {0, fit.intercept}, {1, fit.slope}, Stroke{fitRole, 2.6}, Words::tr("Line of all points")});
}

/// Each over the width of its own points: beyond them it says nothing.
void addGroupFits(scene::PlaneView& view, const Result& r) {
  for (int group = 0; group < groupCount; ++group) {
    const math::LineFit& fit = r.plane.groupFits[static_cast<std::size_t>(group)];
    if (!hasLine(fit))
      continue;
    const math::Points members = math::ofGroup(r.plane.points, r.plane.groups, group);
    const double left = members.col(0).minCoeff() - 0.4;
    const double right = members.col(0).maxCoeff() + 0.4;
    view.marks.push_back(scene::Curve{{{left, fit.at(left)}, {right, fit.at(right)}},
                                      Stroke{groupRoles.at(static_cast<std::size_t>(group)), 2.6},
                                      Words::tr("Line of group %1").arg(group)});
  }
}

void addPoints(scene::PlaneView& view, const Params& p, const Result& r) {
  for (int row = 0; row < r.n; ++row) {
    const QPointF at(r.plane.points(row, 0), r.plane.points(row, 1));
    if (row == r.chosen)
      view.marks.push_back(scene::Points{{at}, Role::Highlight, 12, 0.3, Words::tr("Chosen point")});
    const Role role = roleOf(p, r.plane.groups[static_cast<std::size_t>(row)]);
    view.marks.push_back(scene::Points{{at}, role, 5, 1, Words::tr("Point %1").arg(row)});
    const QString key = QStringLiteral("points.%1.").arg(row);
    scene::Handle handle{QStringLiteral("point%1").arg(row), Words::tr("Point %1").arg(row), at, role};
    handle.drag = [key, row](QPointF to) {
      return scene::Assignments{{key + QStringLiteral("x"), to.x()},
                                {key + QStringLiteral("y"), to.y()},
                                {QStringLiteral("chosen"), static_cast<double>(row)}};
    };
    handle.press = {Words::tr("Choose this point"), [row] {
                      return scene::Settings{{QStringLiteral("chosen"), QString::number(row)}};
                    }};
    handle.remove = {
        Words::tr("Remove point %1").arg(row), [points = p.points, row] {
          return scene::Settings{{QStringLiteral("points"), pointsText(withoutRow(points, row))}};
        }};
    view.handles.push_back(std::move(handle));
  }
}

/// What the reader calls a variable, or its letter where that is all there is.
QString nameTex(const QString& name, const QString& letter) {
  const QString words = name.trimmed();
  return words.isEmpty() || words == letter ? letter : tex::text(words);
}

/// A new point belongs to the group of the chosen one.
scene::Settings withPoint(const Params& p, int chosen, QPointF at) {
  if (p.points.rows() >= mostPoints)
    return {};
  Eigen::MatrixXd points(p.points.rows() + 1, 3);
  points << p.points, Eigen::RowVector3d(std::clamp(at.x(), 0.0, reach), std::clamp(at.y(), 0.0, reach),
                                         chosen < 0 ? 0 : p.points(chosen, 2));
  return {{QStringLiteral("points"), pointsText(points)},
          {QStringLiteral("chosen"), QString::number(p.points.rows())}};
}

} // namespace

scene::PlaneView scatterView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("plane");
  view.title = Words::tr("Two variables");
  view.x = {nameTex(params.xName, QStringLiteral("x")), -0.3, reach + 0.3};
  view.y = {nameTex(params.yName, QStringLiteral("y")), -0.3, reach + 0.3};
  // Axes of an ellipse are at right angles where a unit is as long across as up.
  view.equalAspect = params.ellipse || params.areas;
  if (params.areas) {
    addAreas(view, result);
    view.legend.push_back({Words::tr("counts positive"), Role::Positive});
    view.legend.push_back({Words::tr("counts negative"), Role::Negative});
  }
  addMeans(view, result);
  addFit(view, params, result);
  if (params.line)
    view.legend.push_back({Words::tr("line of all points"), fitRole});
  if (params.groups) {
    addGroupFits(view, result);
    for (int group = 0; group < groupCount; ++group)
      if (std::count(result.plane.groups.begin(), result.plane.groups.end(), group) > 0)
        view.legend.push_back(
            {Words::tr("group %1").arg(group), groupRoles.at(static_cast<std::size_t>(group))});
  }
  if (params.ellipse) {
    addEllipse(view, result);
    view.legend.push_back({Words::tr("one and two spreads"), Role::ResponseSecond});
  }
  addPoints(view, params, result);
  view.clickName = Words::tr("Add a point");
  view.click = [params, chosen = result.chosen](QPointF at) { return withPoint(params, chosen, at); };
  return view;
}

scene::PlaneView rankView(const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("ranks");
  view.title = Words::tr("The same points by rank");
  const double most = std::max(result.n, 2);
  view.x = {tex::text(Words::tr("rank of x")), 0, most + 1};
  view.y = {tex::text(Words::tr("rank of y")), 0, most + 1};
  view.equalAspect = false;
  if (hasLine(result.plane.rankFit))
    view.marks.push_back(scene::Line{
        {0, result.plane.rankFit.intercept},
        {1, result.plane.rankFit.slope},
        Stroke{fitRole, 2.2},
        Words::tr("Line of the ranks; its slope is Spearman's correlation where no ranks are shared")});
  scene::Points points{{}, Role::Response, 5, 1, Words::tr("Ranks of a point")};
  for (Eigen::Index row = 0; row < result.plane.ranks.rows(); ++row)
    points.points.emplace_back(result.plane.ranks(row, 0), result.plane.ranks(row, 1));
  view.marks.push_back(points);
  if (result.chosen >= 0)
    view.marks.push_back(scene::Points{{points.points[static_cast<std::size_t>(result.chosen)]},
                                       Role::Highlight,
                                       11,
                                       0.3,
                                       Words::tr("Chosen point")});
  return view;
}

} // namespace eigenboard::panels::statistics::describe_panel
