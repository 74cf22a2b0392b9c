#include "core/linear_algebra/geometry.h"
#include "views/panels/linear_algebra/linear_systems_marks.h"
#include "views/panels/support/tex.h"

#include <Eigen/Geometry>

#include <cmath>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double halfBox = 4;

Point3 toPoint3(const Eigen::Vector3d& vector) {
  return {vector.x(), vector.y(), vector.z()};
}

void addLineInBox(scene::SpaceView& view, const Eigen::Vector3d& through, const Eigen::Vector3d& direction,
                  const Stroke& stroke, const QString& name) {
  const Eigen::Vector3d corner = Eigen::Vector3d::Constant(halfBox);
  if (const auto ends = math::lineInBox(through, direction, -corner, corner))
    view.marks.push_back(scene::Curve3{{toPoint3((*ends)[0]), toPoint3((*ends)[1])}, stroke, name});
}

void addPlane(scene::SpaceView& view, const Eigen::Ref<const Eigen::RowVectorXd>& row,
              const std::optional<scene::Fill>& fill, const Stroke& stroke, const QString& name) {
  const Eigen::Vector3d normal = row.head(3);
  const Eigen::Vector3d foot = footOf(normal, row(3));
  if (foot.allFinite())
    view.marks.push_back(
        scene::Plane3{toPoint3(foot), toPoint3(normal.stableNormalized()), fill, stroke, name});
}

/// One upon the other over a corner of the box.
void addPlaneEquations(scene::SpaceView& view, const Eigen::MatrixXd& rows) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i)
    if (!rows.row(i).head(3).isZero(0))
      view.marks.push_back(scene::Label3{{halfBox, halfBox, halfBox},
                                         equationTex(rows.row(i)),
                                         equationRole(i),
                                         {-40, -26.0 - 20.0 * static_cast<double>(rows.rows() - 1 - i)}});
}

/// Where two planes meet: what makes a picture of three planes readable.
void addMeetings(scene::SpaceView& view, const Eigen::MatrixXd& rows) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i)
    for (Eigen::Index j = i + 1; j < rows.rows(); ++j) {
      Eigen::MatrixXd pair(2, 3);
      pair << rows.row(i).head(3), rows.row(j).head(3);
      const auto meeting = math::solveLinearSystem(pair, Eigen::Vector2d(rows(i, 3), rows(j, 3)));
      if (meeting && meeting->kind == math::SolutionKind::Infinite && meeting->directions.cols() == 1)
        addLineInBox(view, meeting->solution, meeting->directions.col(0),
                     Stroke{Role::Ink, 1.6, Dash::Solid, 0.7},
                     Words::tr("Where planes %1 and %2 meet").arg(i + 1).arg(j + 1));
    }
}

void addSpaceSolution(scene::SpaceView& view, const Result& result) {
  const math::LinearSystem& system = result.system;
  const Eigen::Vector3d x = system.solution;
  const bool isExact = system.kind != math::SolutionKind::None;
  const QString allName =
      isExact ? Words::tr("All solutions") : Words::tr("All points of the least residual");
  if (system.directions.cols() == 1)
    addLineInBox(view, x, system.directions.col(0),
                 Stroke{Role::Response, isExact ? 5.0 : 2.0, isExact ? Dash::Solid : Dash::Dashed, 1},
                 allName);
  if (system.directions.cols() == 2) {
    const Eigen::Vector3d one = system.directions.col(0);
    const Eigen::Vector3d other = system.directions.col(1);
    view.marks.push_back(scene::Plane3{toPoint3(x), toPoint3(one.cross(other)),
                                       scene::Fill{Role::Response, 0.25},
                                       Stroke{Role::Response, 2.4, Dash::Solid, 1}, allName});
  }
  if (!isExact)
    for (Eigen::Index i = 0; i < result.A.rows(); ++i) {
      const Eigen::Vector3d normal = result.A.row(i);
      const double length = normal.stableNorm();
      if (length > 0)
        view.marks.push_back(scene::Curve3{
            {toPoint3(x), toPoint3(x + result.system.residual(i) / length * normal.stableNormalized())},
            Stroke{Role::Warning, 2.4, Dash::Dotted, 1},
            Words::tr("How far plane %1 is missed").arg(i + 1)});
    }
  if (!result.cloud.empty()) {
    scene::Points3 cloud{{}, Role::ResponseSecond, 2.4, 0.6, Words::tr("Solutions under noise in b")};
    for (const Eigen::VectorXd& point : result.cloud)
      if (point.lpNorm<Eigen::Infinity>() <= halfBox)
        cloud.points.push_back(toPoint3(point));
    view.marks.emplace_back(std::move(cloud));
  }
  if (x.lpNorm<Eigen::Infinity>() > halfBox) {
    view.marks.push_back(scene::Label3{
        {0, 0, halfBox},
        QStringLiteral("%1\\ %2").arg(solutionTex(result), tex::text(Words::tr("lies outside"))),
        Role::Response,
        {0, -14}});
    return;
  }
  view.marks.push_back(scene::Points3{{toPoint3(x)},
                                      Role::Response,
                                      6,
                                      1,
                                      isExact ? Words::tr("Solution") : Words::tr("Least-squares solution")});
  view.marks.push_back(scene::Label3{toPoint3(x), solutionTex(result), Role::Response, {0, -20}});
}

void addSpaceHandles(scene::SpaceView& view, const Result& result) {
  for (Eigen::Index i = 0; i < result.A.rows(); ++i) {
    const Eigen::Vector3d normal = result.A.row(i);
    const Eigen::Vector3d foot = footOf(normal, result.b(i));
    if (!foot.allFinite())
      continue;
    const bool isLevel = std::abs(normal.z()) >= normal.head(2).cwiseAbs().maxCoeff();
    view.handles.push_back({QStringLiteral("slide%1").arg(i + 1), Words::tr("Plane %1: slides it").arg(i + 1),
                            toPoint3(foot), equationRole(i),
                            [normal, key = constantKey(i)](Point3 to) {
                              return scene::Assignments{{key, normal.dot(Eigen::Vector3d(to.x, to.y, to.z))}};
                            },
                            isLevel ? scene::Motion3::Upright : scene::Motion3::Horizontal});
  }
  if (result.system.kind == math::SolutionKind::Unique && result.A.rows() == 3)
    view.handles.push_back(
        {QStringLiteral("solution"), Words::tr("Solution: takes all planes along"),
         toPoint3(result.system.solution), Role::Response,
         [A = Eigen::Matrix3d(result.A)](Point3 to) {
           const Eigen::Vector3d b = A * Eigen::Vector3d(to.x, to.y, to.z);
           return scene::Assignments{{constantKey(0), b(0)}, {constantKey(1), b(1)}, {constantKey(2), b(2)}};
         },
         scene::Motion3::Horizontal});
}

} // namespace

scene::SpaceView planesView(const Params&, const Result& result) {
  scene::SpaceView view;
  view.key = QStringLiteral("planes");
  view.title = Words::tr("Rows: each equation is a plane");
  view.x = {QStringLiteral("x"), -halfBox, halfBox};
  view.y = {QStringLiteral("y"), -halfBox, halfBox};
  view.z = {QStringLiteral("z"), -halfBox, halfBox};
  view.equalAspect = true;
  view.camera.azimuth = -35;
  view.camera.elevation = 22;
  const Eigen::MatrixXd& before = result.history.front().rows;
  const Eigen::MatrixXd& now = result.current().rows;
  if (result.step() > 0)
    for (Eigen::Index i = 0; i < before.rows(); ++i)
      addPlane(view, before.row(i), std::nullopt, Stroke{equationRole(i), 1.2, Dash::Dashed, 0.6},
               Words::tr("Equation %1 at the start").arg(i + 1));
  for (Eigen::Index i = 0; i < now.rows(); ++i)
    addPlane(view, now.row(i), scene::Fill{equationRole(i), 0.26},
             Stroke{equationRole(i), 2, Dash::Solid, 0.95}, equationName(i));
  addMeetings(view, now);
  addPlaneEquations(view, now);
  addSpaceSolution(view, result);
  addSpaceHandles(view, result);
  double line = 0;
  for (const EmptyRow& row : emptyRows(result)) {
    view.marks.push_back(scene::Label3{
        {0, 0, -halfBox}, row.tex, row.isContradiction ? Role::Warning : Role::Ink, {0, 26 + 20 * line}});
    ++line;
  }
  return view;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
