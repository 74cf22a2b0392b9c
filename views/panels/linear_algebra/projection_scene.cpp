#include "views/panels/linear_algebra/projection_marks.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::projection_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double halfWidth = 4.2;
constexpr double halfHeight = 3.2;
constexpr double leastT = -1.5;
constexpr double greatestT = 2.5;

QString axisLabel(const Params& params, int index) {
  if (params.axes == AxesKind::Tastes)
    return tex::text(index == 1 ? Words::tr("taste for action") : Words::tr("taste for romance"));
  return QStringLiteral("x_%1").arg(index);
}

QString titleOf(const Params& params, const Result& result) {
  switch (result.subject) {
  case Subject::Hyperplane:
    return Words::tr("On which side of the hyperplane is v?");
  case Subject::GramSchmidt:
    return Words::tr("Gram–Schmidt, step %1 of %2").arg(result.step()).arg(lastStep);
  case Subject::Shadow:
    break;
  }
  if (params.rival)
    return Words::tr("Nearer to u: by shadow or by angle?");
  return params.areas ? Words::tr("The dot product as an area, twice") : Words::tr("The shadow of v on u");
}

void addVectors(scene::PlaneView& view, const Params& params, const Result& result) {
  // Gram–Schmidt leaves the vectors it began with behind.
  const double opacity = result.subject == Subject::GramSchmidt ? 0.6 : 1;
  view.marks.push_back(figure::arrow(
      params.u, Stroke{Role::Drag, 3, Dash::Solid, opacity},
      params.u.isZero(0) ? QStringLiteral("\\mathbf{u} = \\mathbf{0}") : QStringLiteral("\\mathbf{u}"),
      result.subject == Subject::Hyperplane ? Words::tr("Vector u, normal to the hyperplane")
                                            : Words::tr("Vector u")));
  if (result.subject == Subject::Shadow && !params.u.isZero(0)) {
    view.marks.push_back(figure::arrow(result.shadow, Stroke{Role::Response, 4.5, Dash::Solid, 1}, {},
                                       Words::tr("Shadow of v on u")));
    view.marks.push_back(scene::Points{
        {figure::toPoint(result.shadow)}, Role::Response, 4, 1, Words::tr("The multiple of u nearest to v")});
  }
  view.marks.push_back(figure::arrow(params.v, Stroke{Role::DragSecond, 3, Dash::Solid, opacity},
                                     params.v.isZero(0) ? QStringLiteral("\\mathbf{v} = \\mathbf{0}")
                                                        : QStringLiteral("\\mathbf{v}"),
                                     Words::tr("Vector v")));
  view.handles.push_back(figure::handle(QStringLiteral("u"), Words::tr("Tip of u"), params.u, Role::Drag,
                                        QStringLiteral("ux"), QStringLiteral("uy")));
  view.handles.push_back(figure::handle(QStringLiteral("v"), Words::tr("Tip of v"), params.v,
                                        Role::DragSecond, QStringLiteral("vx"), QStringLiteral("vy")));
}

} // namespace

scene::PlaneView errorView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("error");
  view.title = Words::tr("How far is tu from v?");
  view.equalAspect = false;
  // The range grows by doublings, so that it holds still while a tip is dragged a little.
  const double tall = std::max({1.0, params.v.squaredNorm(), (params.v - params.u).squaredNorm()});
  const double top = std::exp2(std::ceil(std::log2(1.3 * tall)));
  view.x = {QStringLiteral("t"), leastT, greatestT};
  view.y = {QStringLiteral("\\lVert\\mathbf{v} - t\\mathbf{u}\\rVert^2"), -0.14 * top, top};
  const auto squared = [&params](double t) { return Eigen::Vector2d(params.v - t * params.u).squaredNorm(); };

  const double least = result.residual.squaredNorm();
  view.marks.push_back(scene::Line{{0, least},
                                   {1, 0},
                                   Stroke{Role::ResponseSecond, 1.4, Dash::Dashed, 0.9},
                                   Words::tr("Least squared distance")});
  scene::Curve curve;
  curve.stroke = {Role::Reference, 2.4, Dash::Solid, 1};
  curve.name = Words::tr("Squared distance of tu from v");
  constexpr int chords = 120;
  // Beyond the view on both sides, for a reader who pans.
  for (int i = 0; i <= chords; ++i) {
    const double t = -3 + 6.0 * i / chords;
    curve.points.emplace_back(t, squared(t));
  }
  view.marks.push_back(std::move(curve));
  if (std::abs(result.coefficient) <= 3) {
    view.marks.push_back(
        scene::Segments{{{QPointF(result.coefficient, 0), QPointF(result.coefficient, least)}},
                        Stroke{Role::Response, 1.6, Dash::Dotted, 1}});
    view.marks.push_back(scene::Points{
        {{result.coefficient, least}}, Role::Response, 5, 1, Words::tr("The least: t is the coefficient")});
    view.marks.push_back(scene::Label{{result.coefficient, least},
                                      QStringLiteral("t = c = %1").arg(tex::number(result.coefficient)),
                                      Role::Response,
                                      {params.t <= result.coefficient ? 50.0 : -50.0, 16},
                                      true});
  }
  const QPointF tried(params.t, result.error * result.error);
  view.marks.push_back(
      scene::Segments{{{QPointF(params.t, 0), tried}}, Stroke{Role::Warning, 2, Dash::Dashed, 1}});
  view.marks.push_back(
      scene::Points{{tried}, Role::Drag, 4, 1, Words::tr("Squared distance at the t that is tried")});
  view.handles.push_back({QStringLiteral("t"), Words::tr("The t to try"), tried, Role::Drag, [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("t"), to.x()}};
                          }});
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("plane");
  view.title = titleOf(params, result);
  view.x = {axisLabel(params, 1), -halfWidth, halfWidth};
  view.y = {axisLabel(params, 2), -halfHeight, halfHeight};
  switch (result.subject) {
  case Subject::Shadow:
    addShadow(view, params, result);
    addVectors(view, params, result);
    break;
  case Subject::Hyperplane:
    addHyperplane(view, params, result);
    addVectors(view, params, result);
    break;
  case Subject::GramSchmidt:
    // What the process has made lies over what it began with.
    addVectors(view, params, result);
    addGramSchmidt(view, params, result);
    break;
  }
  scene::Scene scene{{std::move(view)}};
  if (result.subject == Subject::Shadow && params.candidate)
    scene.views.push_back(errorView(params, result));
  return scene;
}

} // namespace eigenboard::panels::linear_algebra::projection_panel
