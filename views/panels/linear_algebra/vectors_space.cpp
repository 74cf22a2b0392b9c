#include "core/linear_algebra/geometry.h"
#include "views/panels/linear_algebra/vectors_views.h"
#include "views/panels/support/tex.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>

namespace eigenboard::panels::linear_algebra::vectors_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Fill;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double halfBox = 4;
constexpr int mostLines = 12; ///< of the grid on a plane, to either side of the origin

Point3 asPoint(const Eigen::Vector3d& vector) {
  return {vector.x(), vector.y(), vector.z()};
}

void addLine(scene::SpaceView& view, const Eigen::Vector3d& through, const Eigen::Vector3d& along,
             const Stroke& stroke, const QString& name) {
  const Eigen::Vector3d corner = Eigen::Vector3d::Constant(halfBox);
  if (const auto ends = math::lineInBox(through, along, -corner, corner))
    view.marks.push_back(scene::Curve3{{asPoint((*ends)[0]), asPoint((*ends)[1])}, stroke, name});
}

/// The plane with the lattice of whole coefficients on it.
void addPlaneSpan(scene::SpaceView& view, const Result& result) {
  const Eigen::Vector3d one = result.span.directions.col(0);
  const Eigen::Vector3d other = result.span.directions.col(1);
  view.marks.push_back(scene::Plane3{{0, 0, 0},
                                     asPoint(one.cross(other)),
                                     Fill{Role::Response, 0.16},
                                     Stroke{Role::Response, 1.6, Dash::Solid, 0.9},
                                     Words::tr("The span: a plane through the origin")});
  const Eigen::Vector3d u = result.u;
  const Eigen::Vector3d v = result.v;
  // Where u and v alone are dependent there is no grid on the plane.
  if (result.area < 0.05)
    return;
  const Stroke stroke{Role::Response, 1, Dash::Solid, 0.4};
  const auto count = [](const Eigen::Vector3d& step) {
    return std::min(mostLines, static_cast<int>(2 * halfBox / step.norm()));
  };
  for (int i = -count(u); i <= count(u); ++i)
    addLine(view, i * u, v, stroke, {});
  for (int i = -count(v); i <= count(v); ++i)
    addLine(view, i * v, u, stroke, {});
}

/// The box that three independent vectors span.
void addParallelepiped(scene::SpaceView& view, const Result& result) {
  for (Eigen::Index missing = 0; missing < 3; ++missing) {
    const Eigen::Vector3d a = result.vectors.col((missing + 1) % 3);
    const Eigen::Vector3d b = result.vectors.col((missing + 2) % 3);
    for (const double side : {0.0, 1.0}) {
      const Eigen::Vector3d from = side * result.vectors.col(missing);
      view.marks.push_back(
          scene::Patch3{{asPoint(from), asPoint(from + a), asPoint(from + a + b), asPoint(from + b)},
                        Fill{Role::Response, 0.1},
                        Stroke{Role::Response, 1, Dash::Solid, 0.55},
                        Words::tr("The box of u, v and w; its volume is |det|")});
    }
  }
}

void addSpan(scene::SpaceView& view, const Result& result) {
  if (result.span.rank == 3)
    addParallelepiped(view, result);
  else if (result.span.rank == 2)
    addPlaneSpan(view, result);
  else if (result.span.rank == 1)
    addLine(view, {0, 0, 0}, result.span.directions.col(0), Stroke{Role::Warning, 5, Dash::Solid, 0.4},
            Words::tr("The span: a line"));
}

QString titleOfSpan(const Result& result) {
  const std::array<QString, 4> titles{Words::tr("Span: the origin alone"), Words::tr("Span: a line"),
                                      Words::tr("Span: a plane through the origin"),
                                      Words::tr("Span: all of space")};
  return titles.at(static_cast<std::size_t>(result.span.rank));
}

void addHandles(scene::SpaceView& view, const Result& result) {
  const std::array<std::array<QString, 2>, 3> keys{{{QStringLiteral("ux"), QStringLiteral("uy")},
                                                    {QStringLiteral("vx"), QStringLiteral("vy")},
                                                    {QStringLiteral("w1"), QStringLiteral("w2")}}};
  const std::array<QString, 3> names{Words::tr("Tip of u, at its height"),
                                     Words::tr("Tip of v, at its height"),
                                     Words::tr("Tip of w, at its height")};
  for (Eigen::Index i = 0; i < result.count(); ++i) {
    const auto index = static_cast<std::size_t>(i);
    view.handles.push_back({keys[index][0].left(1), names[index], asPoint(result.vectors.col(i)), roleOf(i),
                            [key = keys[index]](Point3 to) {
                              return scene::Assignments{{key[0], to.x}, {key[1], to.y}};
                            },
                            scene::Motion3::Horizontal});
  }
  if (result.span.rank < 3)
    return;
  view.handles.push_back({QStringLiteral("tip"), Words::tr("Tip of the combination: solves for α, β and γ"),
                          asPoint(result.combination), Role::Response,
                          [columns = result.vectors](Point3 to) {
                            const Eigen::VectorXd c =
                                math::coefficientsFor(columns, Eigen::Vector3d(to.x, to.y, to.z));
                            return scene::Assignments{{QStringLiteral("alpha"), c(0)},
                                                      {QStringLiteral("beta"), c(1)},
                                                      {QStringLiteral("gamma"), c(2)}};
                          },
                          scene::Motion3::Horizontal});
}

} // namespace

scene::SpaceView spaceView(const Params& params, const Result& result) {
  scene::SpaceView view;
  view.key = QStringLiteral("space");
  view.title = titleOfSpan(result);
  view.x = {axisTex(params, 1), -halfBox, halfBox};
  view.y = {axisTex(params, 2), -halfBox, halfBox};
  view.z = {axisTex(params, 3), -halfBox, halfBox};
  view.equalAspect = true;
  view.camera.azimuth = -55;
  view.camera.elevation = 24;
  addSpan(view, result);
  // Head to tail to the combination.
  Eigen::Vector3d from = Eigen::Vector3d::Zero();
  for (Eigen::Index i = 0; i < result.count(); ++i) {
    const Eigen::Vector3d to = from + result.coefficients(i) * Eigen::Vector3d(result.vectors.col(i));
    view.marks.push_back(scene::Arrow3{asPoint(from),
                                       asPoint(to),
                                       Stroke{roleOf(i), 5, Dash::Solid, 0.4},
                                       {},
                                       Words::tr("Its share of the combination, head to tail")});
    from = to;
  }
  for (Eigen::Index i = 0; i < result.count(); ++i)
    view.marks.push_back(scene::Arrow3{{0, 0, 0},
                                       asPoint(result.vectors.col(i)),
                                       Stroke{roleOf(i), 3, Dash::Solid, 1},
                                       nameTex(i),
                                       i == 0   ? Words::tr("Vector u")
                                       : i == 1 ? Words::tr("Vector v")
                                                : Words::tr("Vector w")});
  view.marks.push_back(scene::Arrow3{
      {0, 0, 0},
      asPoint(result.combination),
      Stroke{Role::Response, 4, Dash::Solid, 1},
      result.count() == 3 ? QStringLiteral("\\alpha\\mathbf{u}{+}\\beta\\mathbf{v}{+}\\gamma\\mathbf{w}")
                          : QStringLiteral("\\alpha\\mathbf{u}{+}\\beta\\mathbf{v}"),
      Words::tr("The combination")});
  addHandles(view, result);
  return view;
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
