#include "views/panels/linear_algebra/vectors_views.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::vectors_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Fill;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double halfWidth = 4.4;
constexpr double halfHeight = 3.4;

QString titleOf(const Params& params, const Result& result) {
  switch (params.show) {
  case Show::Sum:
    return Words::tr("Addition: one arrow after the other");
  case Show::Dot:
    return Words::tr("Dot product: the line that v is on");
  case Show::Norms:
    return params.norm == math::Norm::Sum         ? Words::tr("All vectors with the same sum norm as u")
           : params.norm == math::Norm::Euclidean ? Words::tr("All vectors as long as u")
                                                  : Words::tr("All vectors with the same largest part as u");
  default:
    return result.span.rank == 2   ? Words::tr("Span: the whole plane")
           : result.span.rank == 1 ? Words::tr("Span: no more than a line")
                                   : Words::tr("Span: the origin alone");
  }
}

void addVector(scene::PlaneView& view, Eigen::Index index, const Eigen::Vector2d& vector,
               const QString& name) {
  const QString tex = vector.isZero(0) ? nameTex(index) + QStringLiteral(" = \\mathbf{0}") : nameTex(index);
  view.marks.push_back(figure::arrow(vector, Stroke{roleOf(index), 3, Dash::Solid, 1}, tex, name));
}

void addVectorHandles(scene::PlaneView& view, const Params& params) {
  view.handles.push_back(figure::handle(QStringLiteral("u"), Words::tr("Tip of u"), params.u, Role::Drag,
                                        QStringLiteral("ux"), QStringLiteral("uy")));
  if (params.show != Show::Norms)
    view.handles.push_back(figure::handle(QStringLiteral("v"), Words::tr("Tip of v"), params.v,
                                          Role::DragSecond, QStringLiteral("vx"), QStringLiteral("vy")));
}

/// The tip of the combination: dragging it solves for α and β. On a line one coefficient is enough.
void addTipHandle(scene::PlaneView& view, const Params& params, const Result& result) {
  const QString alpha = QStringLiteral("alpha");
  const QString beta = QStringLiteral("beta");
  scene::Handle handle{QStringLiteral("tip"), Words::tr("Tip of the combination: solves for α and β"),
                       figure::toPoint(Eigen::Vector2d(result.combination)), Role::Response};
  if (result.isIndependent())
    handle.drag = [columns = Eigen::Matrix2d(result.vectors), alpha, beta](QPointF to) {
      const Eigen::VectorXd c = math::coefficientsFor(columns, figure::toVector(to));
      return scene::Assignments{{alpha, c(0)}, {beta, c(1)}};
    };
  else if (!params.u.isZero(0))
    handle.drag = [u = params.u, rest = Eigen::Vector2d(params.beta * params.v), alpha](QPointF to) {
      return scene::Assignments{{alpha, math::coefficientsFor(u, figure::toVector(to) - rest)(0)}};
    };
  else if (!params.v.isZero(0))
    handle.drag = [v = params.v, beta](QPointF to) {
      return scene::Assignments{{beta, math::coefficientsFor(v, figure::toVector(to))(0)}};
    };
  else
    return;
  view.handles.push_back(std::move(handle));
}

} // namespace

Role roleOf(Eigen::Index index) {
  return index == 0 ? Role::Drag : index == 1 ? Role::DragSecond : Role::Ink;
}

QString nameTex(Eigen::Index index) {
  return tex::bold(index == 0 ? QStringLiteral("u") : index == 1 ? QStringLiteral("v") : QStringLiteral("w"));
}

void addCombination(scene::PlaneView& view, const Params& params, const Result& result) {
  const Eigen::Vector2d tip = result.combination;
  const Eigen::Vector2d first = params.alpha * params.u;
  const Eigen::Vector2d second = params.beta * params.v;
  Eigen::Matrix2d columns;
  columns << params.u, params.v;
  view.marks.push_back(figure::lattice(
      columns, Stroke{Role::Response, 1.1, Dash::Solid, std::clamp(0.16 + result.area / 8, 0.16, 0.42)}));
  if (result.span.rank == 1) {
    const Eigen::Vector2d along = result.span.directions.col(0);
    view.marks.push_back(figure::lineThroughOrigin(along, Stroke{Role::Warning, 5, Dash::Solid, 0.35},
                                                   Words::tr("The span: a line")));
    const Eigen::Vector2d end = figure::farPoint(along, 0.72 * halfWidth, 0.72 * halfHeight);
    const Eigen::Vector2d at = tip.dot(end) > 0 ? Eigen::Vector2d(-end) : end;
    view.marks.push_back(scene::Label{figure::toPoint(at),
                                      tex::text(Words::tr("dependent, det = 0: all of it lies on this line")),
                                      Role::Warning,
                                      {0, along.x() * along.y() > 0 ? 26.0 : -26.0},
                                      true});
  }
  // Head to tail, and by the other way round.
  view.marks.push_back(scene::Segments{
      {QLineF(figure::toPoint(second), figure::toPoint(tip)), QLineF({0, 0}, figure::toPoint(second))},
      Stroke{Role::Muted, 1.4, Dash::Dotted, 1}});
  view.marks.push_back(
      figure::arrow(first, Stroke{Role::Drag, 7, Dash::Solid, 0.38}, {}, Words::tr("α times u")));
  view.marks.push_back(scene::Arrow{figure::toPoint(first),
                                    figure::toPoint(tip),
                                    Stroke{Role::DragSecond, 7, Dash::Solid, 0.38},
                                    {},
                                    Words::tr("β times v, from where α times u ends")});
  addVector(view, 0, params.u, Words::tr("Vector u"));
  addVector(view, 1, params.v, Words::tr("Vector v"));
  view.marks.push_back(figure::arrow(tip, Stroke{Role::Response, 4, Dash::Solid, 1},
                                     QStringLiteral("%1\\,\\mathbf{u} %2 %3\\,\\mathbf{v}")
                                         .arg(cells::written(params.alpha, 2),
                                              params.beta < 0 ? QStringLiteral("-") : QStringLiteral("+"),
                                              cells::written(std::abs(params.beta), 2)),
                                     Words::tr("The combination αu + βv")));
  addTipHandle(view, params, result);
}

void addSum(scene::PlaneView& view, const Params& params, const Result& result) {
  const figure::Outline corners{{0, 0}, params.u, result.sum, params.v};
  view.marks.push_back(scene::Region{figure::toPoints(corners), Fill{Role::Response, 0.1}, std::nullopt,
                                     Words::tr("The parallelogram of u and v")});
  view.marks.push_back(scene::Arrow{figure::toPoint(params.u),
                                    figure::toPoint(Eigen::Vector2d(result.sum)),
                                    Stroke{Role::DragSecond, 2.4, Dash::Dashed, 0.8},
                                    {},
                                    Words::tr("v, from where u ends")});
  view.marks.push_back(scene::Arrow{figure::toPoint(params.v),
                                    figure::toPoint(Eigen::Vector2d(result.sum)),
                                    Stroke{Role::Drag, 2.4, Dash::Dashed, 0.8},
                                    {},
                                    Words::tr("u, from where v ends")});
  view.marks.push_back(scene::Arrow{figure::toPoint(params.u),
                                    figure::toPoint(params.v),
                                    Stroke{Role::ResponseSecond, 2.2, Dash::Dotted, 1},
                                    {},
                                    Words::tr("The difference v − u, from the tip of u to the tip of v")});
  const Eigen::Vector2d middle = params.u + 0.3 * (params.v - params.u);
  view.marks.push_back(scene::Label{figure::toPoint(middle),
                                    QStringLiteral("\\mathbf{v}-\\mathbf{u}"),
                                    Role::ResponseSecond,
                                    {34, 16},
                                    true});
  addVector(view, 0, params.u, Words::tr("Vector u"));
  addVector(view, 1, params.v, Words::tr("Vector v"));
  view.marks.push_back(figure::arrow(Eigen::Vector2d(result.sum), Stroke{Role::Response, 4, Dash::Solid, 1},
                                     QStringLiteral("\\mathbf{u}+\\mathbf{v}"), Words::tr("The sum u + v")));
}

scene::Scene drawn(const Params& params, const Result& result) {
  if (params.isInSpace())
    return {{spaceView(params, result), arrayView(params, result)}};
  scene::PlaneView view;
  view.key = QStringLiteral("plane");
  view.title = titleOf(params, result);
  // Stars begin at 0.
  view.x = {axisTex(params, 1), params.films ? -0.8 : -halfWidth, params.films ? 6.2 : halfWidth};
  view.y = {axisTex(params, 2), params.films ? -0.8 : -halfHeight, params.films ? 5.6 : halfHeight};
  switch (params.show) {
  case Show::Sum:
    addSum(view, params, result);
    break;
  case Show::Dot:
    addScores(view, params, result);
    addVector(view, 0, params.u, Words::tr("Vector u, at a right angle to its lines"));
    addVector(view, 1, params.v, Words::tr("Vector v"));
    break;
  case Show::Norms:
    addBalls(view, params, result);
    addVector(view, 0, params.u, Words::tr("Vector u"));
    break;
  default:
    addCombination(view, params, result);
  }
  addVectorHandles(view, params);
  return {{std::move(view), arrayView(params, result)}};
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
