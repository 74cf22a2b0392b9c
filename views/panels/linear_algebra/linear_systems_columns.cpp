#include "views/panels/linear_algebra/linear_systems_marks.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// The smallest of a few sizes that holds the right-hand side and the way to it, so that the view holds
/// still while something is dragged.
double reachOfColumns(const Result& result) {
  double largest = std::max(result.A.cwiseAbs().maxCoeff(), result.b.cwiseAbs().maxCoeff());
  Eigen::VectorXd tip = Eigen::VectorXd::Zero(result.A.rows());
  for (Eigen::Index j = 0; j < result.A.cols(); ++j) {
    tip += result.system.solution(j) * result.A.col(j);
    largest = std::max(largest, tip.cwiseAbs().maxCoeff());
  }
  constexpr std::array reaches{2.5, 3.5, 5.0, 7.0, 10.0, 15.0, 25.0};
  for (const double reach : reaches)
    if (largest <= 0.95 * reach)
      return reach;
  return 64;
}

QString stretchedColumn(const Result& result, Eigen::Index j) {
  return QStringLiteral("%1\\,\\mathbf{c}_%2").arg(tex::number(result.system.solution(j))).arg(j + 1);
}

QString columnName(Eigen::Index j) {
  return Words::tr("Column %1 of A").arg(j + 1);
}

QString productTex(const Result& result) {
  return result.system.kind == math::SolutionKind::None ? QStringLiteral("A\\mathbf{x}") : QString();
}

QString constantsTex(const Result& result) {
  return result.system.kind == math::SolutionKind::None ? QStringLiteral("\\mathbf{b}")
                                                        : QStringLiteral("\\mathbf{b} = A\\mathbf{x}");
}

scene::Point3 pointInSpace(const Eigen::Ref<const Eigen::VectorXd>& vector) {
  return {vector(0), vector(1), vector(2)};
}

void addWay(scene::PlaneView& view, const Result& result) {
  Eigen::Vector2d tip = Eigen::Vector2d::Zero();
  for (Eigen::Index j = 0; j < result.A.cols(); ++j) {
    const Eigen::Vector2d from = tip;
    tip += result.system.solution(j) * result.A.col(j);
    view.marks.push_back(scene::Arrow{figure::toPoint(from),
                                      figure::toPoint(tip),
                                      Stroke{columnRole(j), 3, Dash::Solid, 1},
                                      {},
                                      Words::tr("Column %1 times its unknown").arg(j + 1)});
    if ((tip - from).norm() < 0.12 * view.x.maximum)
      continue;
    const Eigen::Vector2d beside = Eigen::Vector2d(from.y() - tip.y(), tip.x() - from.x()).normalized();
    view.marks.push_back(scene::Label{figure::toPoint((from + tip) / 2),
                                      stretchedColumn(result, j),
                                      columnRole(j),
                                      {32 * beside.x(), -16 * beside.y()}});
  }
  if (result.system.kind != math::SolutionKind::None)
    return;
  view.marks.push_back(scene::Points{
      {figure::toPoint(tip)}, Role::Response, 5, 1, Words::tr("Ax, the point of the columns nearest to b")});
  view.marks.push_back(scene::Segments{{{figure::toPoint(tip), {result.b(0), result.b(1)}}},
                                       Stroke{Role::Warning, 2.2, Dash::Dotted, 1}});
}

/// The first arrow of the way starts where the column does, and ends there for an unknown of 1.
bool isHidden(const Result& result, Eigen::Index j) {
  return j == 0 && std::abs(result.system.solution(j) - 1) < 0.3;
}

/// The plane of all that two columns can reach.
void addColumnSpace(scene::SpaceView& view, const Result& result) {
  if (result.system.rank != 2 || result.A.cols() != 2)
    return;
  const Eigen::Vector3d one = result.A.col(0);
  const Eigen::Vector3d other = result.A.col(1);
  const Eigen::Vector3d normal = one.stableNormalized().cross(other.stableNormalized());
  view.marks.push_back(scene::Plane3{{0, 0, 0},
                                     pointInSpace(normal.normalized()),
                                     scene::Fill{Role::Response, 0.18},
                                     Stroke{Role::Response, 1.4, Dash::Solid, 0.8},
                                     Words::tr("All that the columns can reach")});
}

} // namespace

scene::PlaneView columnsInPlaneView(const Params&, const Result& result) {
  const double reach = reachOfColumns(result);
  scene::PlaneView view;
  view.key = QStringLiteral("columns");
  view.title = Words::tr("Columns: how much of each makes b");
  view.x = {Words::tr("\\text{equation 1}"), -reach, reach};
  view.y = {Words::tr("\\text{equation 2}"), -reach, reach};
  view.marks.push_back(scene::Arrow{{0, 0},
                                    {result.b(0), result.b(1)},
                                    Stroke{Role::Ink, 2.4, Dash::Solid, 1},
                                    constantsTex(result),
                                    Words::tr("Right-hand side b")});
  addWay(view, result);
  for (Eigen::Index j = 0; j < result.A.cols(); ++j) {
    view.marks.push_back(
        scene::Arrow{{0, 0},
                     {result.A(0, j), result.A(1, j)},
                     Stroke{columnRole(j), 1.6, Dash::Dashed, 0.9},
                     isHidden(result, j) ? QString() : QStringLiteral("\\mathbf{c}_%1").arg(j + 1),
                     columnName(j)});
    view.handles.push_back(figure::handle(QStringLiteral("column%1").arg(j + 1), columnName(j),
                                          Eigen::Vector2d(result.A.col(j)), columnRole(j),
                                          coefficientKey(0, j), coefficientKey(1, j)));
  }
  view.handles.push_back(figure::handle(QStringLiteral("b"), Words::tr("Right-hand side b"),
                                        Eigen::Vector2d(result.b), Role::Ink, constantKey(0),
                                        constantKey(1)));
  return view;
}

scene::SpaceView columnsInSpaceView(const Params&, const Result& result) {
  const double reach = reachOfColumns(result);
  scene::SpaceView view;
  view.key = QStringLiteral("columns_in_space");
  view.title = Words::tr("Columns: how much of each makes b");
  view.x = {Words::tr("\\text{equation 1}"), -reach, reach};
  view.y = {Words::tr("\\text{equation 2}"), -reach, reach};
  view.z = {Words::tr("\\text{equation 3}"), -reach, reach};
  view.equalAspect = true;
  view.camera.azimuth = -120;
  view.camera.elevation = 24;
  addColumnSpace(view, result);
  Eigen::VectorXd tip = Eigen::VectorXd::Zero(3);
  for (Eigen::Index j = 0; j < result.A.cols(); ++j) {
    const Eigen::VectorXd from = tip;
    tip += result.system.solution(j) * result.A.col(j);
    view.marks.push_back(scene::Arrow3{pointInSpace(from), pointInSpace(tip),
                                       Stroke{columnRole(j), 3, Dash::Solid, 1}, stretchedColumn(result, j),
                                       Words::tr("Column %1 times its unknown").arg(j + 1)});
  }
  view.marks.push_back(scene::Arrow3{{0, 0, 0},
                                     pointInSpace(result.b),
                                     Stroke{Role::Ink, 2.4, Dash::Solid, 1},
                                     constantsTex(result),
                                     Words::tr("Right-hand side b")});
  if (result.system.kind == math::SolutionKind::None) {
    view.marks.push_back(scene::Curve3{{pointInSpace(tip), pointInSpace(result.b)},
                                       Stroke{Role::Warning, 2.4, Dash::Dotted, 1},
                                       Words::tr("Residual, at right angles to all columns")});
    view.marks.push_back(scene::Points3{
        {pointInSpace(tip)}, Role::Response, 5, 1, Words::tr("Ax, the point of the columns nearest to b")});
    view.marks.push_back(scene::Label3{pointInSpace(tip), productTex(result), Role::Response, {0, 18}});
  }
  view.handles.push_back({QStringLiteral("b"), Words::tr("Right-hand side b"), pointInSpace(result.b),
                          Role::Ink,
                          [](scene::Point3 to) {
                            return scene::Assignments{{constantKey(2), to.z}};
                          },
                          scene::Motion3::Upright});
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  if (params.view != ViewKind::Columns) {
    if (result.isSpace())
      scene.views.emplace_back(planesView(params, result));
    else
      scene.views.emplace_back(linesView(params, result));
  }
  if (params.view != ViewKind::Rows) {
    if (result.A.rows() == 3)
      scene.views.emplace_back(columnsInSpaceView(params, result));
    else
      scene.views.emplace_back(columnsInPlaneView(params, result));
  }
  return scene;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
