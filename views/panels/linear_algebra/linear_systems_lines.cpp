#include "core/linear_algebra/geometry.h"
#include "views/panels/linear_algebra/linear_systems_labels.h"
#include "views/panels/linear_algebra/linear_systems_marks.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double reachX = 5;
constexpr double reachY = 4;

Eigen::Vector2d alongLine(const Eigen::Vector2d& normal) {
  return Eigen::Vector2d(-normal.y(), normal.x()).stableNormalized();
}

bool isInView(const Eigen::Vector2d& point) {
  return std::abs(point.x()) <= reachX && std::abs(point.y()) <= reachY;
}

/// A row of [A | b] as a line; nothing for a row of zeros.
void addLine(scene::PlaneView& view, const Eigen::Ref<const Eigen::RowVectorXd>& row, const Stroke& stroke,
             const QString& name) {
  const Eigen::Vector2d normal = row.head(2);
  const Eigen::Vector2d foot = footOf(normal, row(2));
  if (!foot.allFinite())
    return;
  view.marks.push_back(scene::Line{figure::toPoint(foot), figure::toPoint(alongLine(normal)), stroke, name});
}

/// Places along a line in the view where its equation may stand, the ends first.
std::vector<Eigen::Vector2d> placesAlong(const Eigen::Vector2d& normal, double constant) {
  const Eigen::Vector2d corner(reachX, reachY);
  const auto ends = math::lineInBox(footOf(normal, constant), alongLine(normal), -corner, corner);
  std::vector<Eigen::Vector2d> places;
  if (ends)
    for (const double share : {0.1, 0.9, 0.2, 0.8, 0.3, 0.7})
      places.emplace_back((*ends)[0] + share * ((*ends)[1] - (*ends)[0]));
  return places;
}

void addLines(scene::PlaneView& view, const Result& result) {
  const Eigen::MatrixXd& before = result.history.front().rows;
  const Eigen::MatrixXd& now = result.current().rows;
  if (result.step() > 0)
    for (Eigen::Index i = 0; i < before.rows(); ++i)
      addLine(view, before.row(i), Stroke{equationRole(i), 1.4, Dash::Dashed, 0.55},
              Words::tr("Equation %1 at the start").arg(i + 1));
  for (Eigen::Index i = 0; i < now.rows(); ++i)
    addLine(view, now.row(i), Stroke{equationRole(i), 2.6, Dash::Solid, 1}, equationName(i));
}

Clutter clutterOf(const Result& result) {
  Clutter clutter{{reachX, reachY}};
  const Eigen::MatrixXd& now = result.current().rows;
  for (Eigen::Index i = 0; i < now.rows(); ++i) {
    clutter.addLine(now.row(i).head(2).transpose(), now(i, 2));
    const Eigen::Vector2d normal = result.A.row(i);
    clutter.words.emplace_back(1.1 * normal);
    clutter.words.emplace_back(0.55 * normal);
  }
  if (result.system.directions.cols() == 1) {
    const Eigen::Vector2d across(-result.system.directions(1, 0), result.system.directions(0, 0));
    clutter.addLine(across, across.dot(result.system.solution));
  }
  return clutter;
}

void addEquations(scene::PlaneView& view, const Result& result, Clutter& clutter) {
  const Eigen::MatrixXd& now = result.current().rows;
  for (Eigen::Index i = 0; i < now.rows(); ++i)
    if (const auto places = placesAlong(now.row(i).head(2).transpose(), now(i, 2)); !places.empty())
      view.marks.emplace_back(clearLabel(places, equationTex(now.row(i)), equationRole(i), clutter));
}

void addSolutionSet(scene::PlaneView& view, const Result& result) {
  const math::LinearSystem& system = result.system;
  const bool isExact = system.kind != math::SolutionKind::None;
  if (system.directions.cols() == 2)
    view.marks.push_back(scene::Region{
        {{-reachX, -reachY}, {reachX, -reachY}, {reachX, reachY}, {-reachX, reachY}},
        scene::Fill{Role::Response, isExact ? 0.16 : 0.06},
        std::nullopt,
        isExact ? Words::tr("Every point solves the system") : Words::tr("Every point is as near as any")});
  if (system.directions.cols() == 1)
    view.marks.push_back(
        scene::Line{{system.solution(0), system.solution(1)},
                    {system.directions(0, 0), system.directions(1, 0)},
                    Stroke{Role::Response, isExact ? 7.0 : 2.0, isExact ? Dash::Solid : Dash::Dashed,
                           isExact ? 0.35 : 0.9},
                    isExact ? Words::tr("All solutions") : Words::tr("All points of the least residual")});
}

/// From the nearest point to each line that it misses.
void addMisses(scene::PlaneView& view, const Result& result) {
  if (result.system.kind != math::SolutionKind::None)
    return;
  const Eigen::Vector2d x = result.system.solution;
  scene::Segments misses{{}, Stroke{Role::Warning, 2.2, Dash::Dotted, 1}};
  for (Eigen::Index i = 0; i < result.A.rows(); ++i) {
    const Eigen::Vector2d normal = result.A.row(i);
    const Eigen::Vector2d foot = footOf(normal, result.b(i));
    if (!foot.allFinite())
      continue;
    const Eigen::Vector2d direction = alongLine(normal);
    misses.lines.emplace_back(figure::toPoint(x),
                              figure::toPoint(foot + direction.dot(x - foot) * direction));
  }
  view.marks.emplace_back(std::move(misses));
}

void addSolution(scene::PlaneView& view, const Result& result, Clutter& clutter) {
  if (!result.cloud.empty()) {
    scene::Points cloud{{}, Role::ResponseSecond, 2.2, 0.55, Words::tr("Solutions under noise in b")};
    for (const Eigen::VectorXd& point : result.cloud)
      cloud.points.emplace_back(point(0), point(1));
    view.marks.emplace_back(std::move(cloud));
  }
  const Eigen::Vector2d x = result.system.solution;
  const bool isExact = result.system.kind != math::SolutionKind::None;
  view.marks.push_back(scene::Points{{figure::toPoint(x)},
                                     Role::Response,
                                     6,
                                     1,
                                     isExact ? Words::tr("Solution") : Words::tr("Least-squares solution")});
  if (isInView(x)) {
    view.marks.emplace_back(clearLabel({x}, solutionTex(result), Role::Response, clutter));
    return;
  }
  const Eigen::Vector2d edge = figure::farPoint(x.stableNormalized(), reachX - 0.15, reachY - 0.15);
  view.marks.push_back(scene::Arrow{figure::toPoint(0.86 * edge),
                                    figure::toPoint(edge),
                                    Stroke{Role::Response, 2.4, Dash::Solid, 1},
                                    {},
                                    Words::tr("The solution is outside, this way")});
  const Eigen::Vector2d at(std::clamp(0.74 * edge.x(), -3.2, 3.2), 0.74 * edge.y());
  view.marks.push_back(scene::Label{figure::toPoint(at), solutionTex(result), Role::Response, {0, 0}});
}

void addHandles(scene::PlaneView& view, const Result& result) {
  for (Eigen::Index i = 0; i < result.A.rows(); ++i) {
    const Eigen::Vector2d normal = result.A.row(i);
    const QString index = QString::number(i + 1);
    if (!normal.isZero(0))
      view.marks.push_back(figure::arrow(normal, Stroke{equationRole(i), 1.6, Dash::Solid, 0.7},
                                         QStringLiteral("\\mathbf{a}_%1").arg(index),
                                         Words::tr("Row %1 of A, at right angles to its line").arg(index)));
    view.handles.push_back(figure::handle(QStringLiteral("turn%1").arg(index),
                                          Words::tr("Row %1 of A: turns the line").arg(index), normal,
                                          equationRole(i), coefficientKey(i, 0), coefficientKey(i, 1)));
    // Away from the foot, where the arrow of a long row lies.
    const Eigen::Vector2d grip = footOf(normal, result.b(i)) - 1.8 * alongLine(normal);
    if (!grip.allFinite())
      continue;
    view.handles.push_back({QStringLiteral("slide%1").arg(index), Words::tr("Line %1: slides it").arg(index),
                            figure::toPoint(grip), equationRole(i),
                            [normal, key = constantKey(i)](QPointF to) {
                              return scene::Assignments{{key, normal.dot(figure::toVector(to))}};
                            }});
  }
  if (result.system.kind == math::SolutionKind::Unique && result.A.rows() == 2)
    view.handles.push_back({QStringLiteral("solution"), Words::tr("Solution: takes both lines along"),
                            figure::toPoint(result.system.solution), Role::Response,
                            [A = Eigen::Matrix2d(result.A)](QPointF to) {
                              const Eigen::Vector2d b = A * figure::toVector(to);
                              return scene::Assignments{{constantKey(0), b(0)}, {constantKey(1), b(1)}};
                            }});
}

void addEmptyRows(scene::PlaneView& view, const Result& result) {
  double line = 0;
  for (const EmptyRow& row : emptyRows(result)) {
    view.marks.push_back(scene::Label{
        {0, -reachY + 0.35 + 0.5 * line}, row.tex, row.isContradiction ? Role::Warning : Role::Ink, {}});
    ++line;
  }
}

} // namespace

scene::PlaneView linesView(const Params&, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("lines");
  view.title = Words::tr("Rows: each equation is a line");
  view.x = {QStringLiteral("x"), -reachX, reachX};
  view.y = {QStringLiteral("y"), -reachY, reachY};
  Clutter clutter = clutterOf(result);
  addSolutionSet(view, result);
  addLines(view, result);
  addMisses(view, result);
  addHandles(view, result);
  addSolution(view, result, clutter);
  addEquations(view, result, clutter);
  addEmptyRows(view, result);
  return view;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
