#include "views/panels/linear_algebra/projection_marks.h"

#include "core/linear_algebra/geometry.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::projection_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Fill;
using scene::Role;
using scene::Stroke;

namespace {

/// Shorter than this, in units of the plane, and a mark would hide what it belongs to.
constexpr double smallest = 0.3;

/// 1 when v is to the left of u, −1 to its right.
double handOf(const Eigen::Vector2d& u, const Eigen::Vector2d& v) {
  return figure::quarterTurn(u).dot(v) < 0 ? -1 : 1;
}

/// Pixels from a point of a line to the middle of a label of this half size that is to lie wholly on the side
/// where direction, at a right angle to the line, points.
QPointF beside(const Eigen::Vector2d& direction, double halfWidth, double halfHeight = 9) {
  constexpr double air = 6;
  const Eigen::Vector2d unit = direction.stableNormalized();
  const double reach = std::abs(unit.x()) * halfWidth + std::abs(unit.y()) * halfHeight + air;
  return {reach * unit.x(), -reach * unit.y()};
}

void addDropped(scene::PlaneView& view, const Eigen::Vector2d& from, const Eigen::Vector2d& foot,
                const Stroke& stroke) {
  view.marks.push_back(scene::Segments{{{figure::toPoint(from), figure::toPoint(foot)}}, stroke});
}

/// A rectangle on a shadow, away from the vector that casts it; its other side is as long as the vector that
/// catches it.
void addArea(scene::PlaneView& view, const Eigen::Vector2d& base, const Eigen::Vector2d& side, double area,
             const QString& name) {
  const Role role = area < 0 ? Role::Negative : Role::Positive;
  const figure::Outline corners{{0, 0}, base, base + side, side};
  view.marks.push_back(
      scene::Region{figure::toPoints(corners), Fill{role, 0.22}, Stroke{role, 1.5, Dash::Solid, 0.9}, name});
  if (base.norm() > 2 * smallest && side.norm() > 2 * smallest)
    view.marks.push_back(scene::Label{figure::toPoint((base + side) / 2), tex::number(area), Role::Ink});
}

void addAreas(scene::PlaneView& view, const Params& params, const Result& result) {
  const double hand = handOf(params.u, params.v);
  addArea(view, result.shadow, -hand * figure::quarterTurn(params.u), result.dot,
          Words::tr("Rectangle of the shadow on u and the length of u: u·v"));
  addArea(view, result.otherShadow, hand * figure::quarterTurn(params.v), result.dot,
          Words::tr("Rectangle of the shadow on v and the length of v: u·v"));
  addDropped(view, params.u, result.otherShadow, Stroke{Role::Reference, 1.5, Dash::Dotted, 1});
  addRightAngle(view, result.otherShadow, -result.otherShadow, params.u - result.otherShadow);
}

void addCandidate(scene::PlaneView& view, const Params& params) {
  const Eigen::Vector2d tried = params.t * params.u;
  view.marks.push_back(scene::Arrow{figure::toPoint(tried),
                                    figure::toPoint(params.v),
                                    Stroke{Role::Warning, 2, Dash::Dashed, 1},
                                    {},
                                    Words::tr("What the multiple that is tried leaves of v")});
  view.marks.push_back(scene::Label{figure::toPoint(tried), QStringLiteral("t\\,\\mathbf{u}"), Role::Drag,
                                    beside(-handOf(params.u, params.v) * figure::quarterTurn(params.u), 9),
                                    true});
  view.marks.push_back(scene::Points{
      {figure::toPoint(tried)}, Role::Drag, 4, 1, Words::tr("The multiple of u that is tried")});
  view.handles.push_back({QStringLiteral("t"), Words::tr("The multiple t u to try"), figure::toPoint(tried),
                          Role::Drag, [u = params.u](QPointF to) {
                            const double t = u.stableNormalized().dot(figure::toVector(to)) / u.stableNorm();
                            return scene::Assignments{{QStringLiteral("t"), t}};
                          }});
}

void addRival(scene::PlaneView& view, const Params& params, const Result& result) {
  addDropped(view, params.w, result.rivalShadow, Stroke{Role::Ink, 1.4, Dash::Dotted, 0.9});
  view.marks.push_back(scene::Points{
      {figure::toPoint(result.rivalShadow)}, Role::Ink, 4, 1, Words::tr("End of the shadow of w on u")});
  addAngle(view, params.u, params.w, 1.05, Role::Ink, Words::tr("Angle between u and w"));
  view.marks.push_back(figure::arrow(params.w, Stroke{Role::Ink, 2.5, Dash::Solid, 1},
                                     QStringLiteral("\\mathbf{w}"), Words::tr("Vector w, the rival of v")));
  view.handles.push_back(figure::handle(QStringLiteral("w"), Words::tr("Tip of w"), params.w, Role::Ink,
                                        QStringLiteral("wx"), QStringLiteral("wy")));
}

/// The shadow as a multiple of u; beside a rival the dot products, which rank by the length of the shadow.
void addShadowLabels(scene::PlaneView& view, const Params& params, const Result& result) {
  const Eigen::Vector2d away = -handOf(params.u, params.v) * figure::quarterTurn(params.u);
  const auto label = [&view, &away](const Eigen::Vector2d& at, const QString& tex, Role role,
                                    double halfWidth) {
    view.marks.push_back(scene::Label{figure::toPoint(at), tex, role, beside(away, halfWidth), true});
  };
  if (params.rival) {
    label(result.shadow * 0.6,
          QStringLiteral("\\mathbf{u}\\cdot\\mathbf{v} = %1").arg(tex::number(result.dot)), Role::Response,
          42);
    const Eigen::Vector2d beyond = 0.9 * params.u.stableNormalized();
    label(result.rivalShadow + (result.dotOfRival < 0 ? Eigen::Vector2d(-beyond) : beyond),
          QStringLiteral("\\mathbf{u}\\cdot\\mathbf{w} = %1").arg(tex::number(result.dotOfRival)), Role::Ink,
          42);
  } else if (params.candidate) {
    label(result.shadow, QStringLiteral("%1\\,\\mathbf{u}").arg(tex::number(result.coefficient)),
          Role::Response, 24);
  } else if (!params.areas) {
    label(result.shadow / 2,
          QStringLiteral("\\operatorname{proj}_{\\mathbf{u}}\\mathbf{v} = %1\\,\\mathbf{u}")
              .arg(tex::number(result.coefficient)),
          Role::Response, 64);
  }
  const Eigen::Vector2d outwards = result.component < 0 ? Eigen::Vector2d(-params.u) : params.u;
  if (result.residual.norm() > 2 * smallest)
    view.marks.push_back(scene::Label{figure::toPoint(result.shadow + 0.6 * result.residual),
                                      QStringLiteral("\\mathbf{r}"), Role::ResponseSecond,
                                      beside(outwards, 6), true});
}

} // namespace

void addRightAngle(scene::PlaneView& view, const Eigen::Vector2d& corner, const Eigen::Vector2d& along,
                   const Eigen::Vector2d& across) {
  if (across.norm() < smallest || along.isZero(0))
    return;
  constexpr double side = 0.17;
  const Eigen::Vector2d first = side * along.normalized();
  const Eigen::Vector2d second = side * across.normalized();
  const QPointF outer = figure::toPoint(corner + first + second);
  view.marks.push_back(
      scene::Segments{{{figure::toPoint(corner + first), outer}, {figure::toPoint(corner + second), outer}},
                      Stroke{Role::Ink, 1.4, Dash::Solid, 0.9}});
}

void addAngle(scene::PlaneView& view, const Eigen::Vector2d& from, const Eigen::Vector2d& to, double radius,
              Role role, const QString& name) {
  const double turn = math::signedAngle(from, to);
  if (std::isnan(turn))
    return;
  const double fitting = std::min({radius, 0.8 * from.norm(), 0.8 * to.norm()});
  view.marks.push_back(scene::Curve{figure::arc(from, to, fitting), Stroke{role, 1.8, Dash::Solid, 1}, name});
  const double degrees = std::abs(math::degrees(turn));
  // Between shorter or closer arrows there is no room for a number.
  if (degrees < 20 || fitting < smallest)
    return;
  const Eigen::Vector2d middle = math::rotation(turn / 2) * from.stableNormalized();
  view.marks.push_back(scene::Label{figure::toPoint(fitting * middle),
                                    QStringLiteral("%1^{\\circ}").arg(tex::number(degrees, 0)),
                                    role,
                                    {18 * middle.x(), -15 * middle.y()},
                                    true});
}

void addShadow(scene::PlaneView& view, const Params& params, const Result& result) {
  if (params.u.isZero(0)) {
    view.marks.push_back(
        scene::Label{{0, 0},
                     tex::text(Words::tr("u = 0 spans no line: nothing to cast a shadow on")),
                     Role::Warning,
                     {0, 34}});
    if (params.rival)
      addRival(view, params, result);
    return;
  }
  if (params.areas)
    addAreas(view, params, result);
  view.marks.push_back(figure::lineThroughOrigin(params.u, Stroke{Role::Reference, 1.2, Dash::Dashed, 0.9},
                                                 Words::tr("Line of u: all its multiples")));
  addDropped(view, params.v, result.shadow, Stroke{Role::ResponseSecond, 2.6, Dash::Solid, 1});
  // Towards the origin along the line, so that the square stands inside the triangle.
  addRightAngle(view, result.shadow,
                result.shadow.norm() > smallest ? Eigen::Vector2d(-result.shadow) : params.u,
                result.residual);
  // Where distances or areas are the subject, the arc would stand in their way.
  if (!params.v.isZero(0) && !params.candidate && !params.areas)
    addAngle(view, params.u, params.v, 0.6, Role::Reference, Words::tr("Angle between u and v"));
  if (params.rival)
    addRival(view, params, result);
  if (params.candidate)
    addCandidate(view, params);
  addShadowLabels(view, params, result);
}

void addHyperplane(scene::PlaneView& view, const Params& params, const Result& result) {
  if (params.u.isZero(0)) {
    view.marks.push_back(scene::Label{
        {0, 0}, tex::text(Words::tr("u = 0 is normal to no hyperplane")), Role::Warning, {0, 34}});
    return;
  }
  // A half-plane is drawn as a rectangle that reaches far out of any view; the point of the hyperplane
  // nearest to the origin may itself be out there.
  constexpr double far = 60;
  const Eigen::Vector2d unit = params.u.stableNormalized();
  const double from = std::clamp(-params.b / result.lengthOfU, -far, far);
  const auto halfPlane = [&](double low, double high, Role role, const QString& name) {
    const Eigen::Vector2d side = far * figure::quarterTurn(unit);
    const figure::Outline corners{low * unit - side, low * unit + side, high * unit + side,
                                  high * unit - side};
    view.marks.push_back(scene::Region{figure::toPoints(corners), Fill{role, 0.13}, std::nullopt, name});
  };
  halfPlane(from, 2 * far, Role::Positive, Words::tr("Half-plane with u·x + b > 0"));
  halfPlane(-2 * far, from, Role::Negative, Words::tr("Half-plane with u·x + b < 0"));
  const Eigen::Vector2d nearest = from * unit;
  view.marks.push_back(scene::Line{figure::toPoint(nearest), figure::toPoint(figure::quarterTurn(unit)),
                                   Stroke{Role::Reference, 2.4, Dash::Solid, 1},
                                   Words::tr("Hyperplane u·x + b = 0")});
  const Eigen::Vector2d foot = params.v - result.distance * unit;
  const Role role = result.distance < 0 ? Role::Negative : Role::Positive;
  addDropped(view, params.v, foot, Stroke{role, 2.6, Dash::Solid, 1});
  addRightAngle(view, foot, nearest - foot, params.v - foot);
  if (std::abs(result.distance) > smallest)
    view.marks.push_back(
        scene::Label{figure::toPoint((params.v + foot) / 2), tex::number(result.distance), role,
                     beside(handOf(params.u, params.v) * figure::quarterTurn(unit), 20), true});
  // The handle stands aside of u, whose tip may be on the hyperplane, and below, where v seldom is.
  const Eigen::Vector2d turned = figure::quarterTurn(unit);
  const bool up = turned.y() > 0 || (turned.y() == 0 && turned.x() < 0);
  const Eigen::Vector2d down = up ? Eigen::Vector2d(-turned) : turned;
  const Eigen::Vector2d grip = -params.b / result.lengthOfU * unit + 1.2 * down;
  if (!grip.allFinite())
    return;
  view.marks.push_back(scene::Label{figure::toPoint(grip + 1.3 * down),
                                    QStringLiteral("\\mathbf{u}\\cdot\\mathbf{x} + b = 0"), Role::Reference,
                                    beside(unit, 44), true});
  // Each verdict stands well inside its half-plane, where no other label pushes it to the wrong one.
  constexpr double inside = 0.9;
  view.marks.push_back(
      scene::Label{figure::toPoint(grip + inside * unit), QStringLiteral("+1"), Role::Positive, {}, true});
  view.marks.push_back(
      scene::Label{figure::toPoint(grip - inside * unit), QStringLiteral("-1"), Role::Negative, {}, true});
  view.handles.push_back({QStringLiteral("b"), Words::tr("The hyperplane, to be shifted"),
                          figure::toPoint(grip), Role::Drag, [u = params.u](QPointF to) {
                            return scene::Assignments{{QStringLiteral("b"), -u.dot(figure::toVector(to))}};
                          }});
}

void addGramSchmidt(scene::PlaneView& view, const Params& params, const Result& result) {
  const Step& now = result.current();
  view.marks.push_back(scene::Curve{figure::toPoints(figure::unitCircle()),
                                    Stroke{Role::Muted, 1.2, Dash::Dotted, 0.9}, Words::tr("Unit circle")});
  if (now.column == 0) {
    view.marks.push_back(scene::Label{
        {0, 0}, tex::text(Words::tr("u = 0 has no direction: the process ends")), Role::Warning, {0, 34}});
    return;
  }
  const Eigen::Vector2d q1 = now.Q.col(0);
  view.marks.push_back(
      figure::lineThroughOrigin(q1, Stroke{Role::Reference, 1.2, Dash::Dashed, 0.9}, Words::tr("Line of u")));
  if (result.step() >= 2) {
    // What is subtracted, drawn from the tip of v back to what is left.
    view.marks.push_back(scene::Arrow{figure::toPoint(params.v),
                                      figure::toPoint(result.residual),
                                      Stroke{Role::Reference, 1.8, Dash::Dashed, 1},
                                      {},
                                      Words::tr("Minus the shadow of v on q1")});
    const Eigen::Vector2d above = result.residual.isZero(0) ? figure::quarterTurn(q1) : result.residual;
    view.marks.push_back(scene::Label{figure::toPoint((params.v + result.residual) / 2),
                                      QStringLiteral("-(\\mathbf{q}_1\\cdot\\mathbf{v})\\,\\mathbf{q}_1"),
                                      Role::Reference, beside(above, 46), true});
    addDropped(view, params.v, result.shadow, Stroke{Role::Reference, 1.2, Dash::Dotted, 1});
    const bool done = now.column == 2;
    if (!result.residual.isZero(0))
      view.marks.push_back(figure::arrow(
          result.residual, Stroke{Role::ResponseSecond, done ? 1.6 : 3, Dash::Solid, done ? 0.5 : 1},
          done ? QString() : QStringLiteral("\\mathbf{r}"), Words::tr("What is left of v")));
    else
      view.marks.push_back(scene::Label{
          {0, -1}, tex::text(Words::tr("nothing is left of v: it depends on u")), Role::Warning, {0, 22}});
    if (done) {
      const Eigen::Vector2d q2 = now.Q.col(1);
      view.marks.push_back(scene::Region{figure::toPoints({{0, 0}, q1, q1 + q2, q2}),
                                         Fill{Role::Highlight, 0.15}, std::nullopt,
                                         Words::tr("The unit square of the new basis")});
      view.marks.push_back(figure::arrow(q2, Stroke{Role::ResponseSecond, 4, Dash::Solid, 1},
                                         QStringLiteral("\\mathbf{q}_2"), Words::tr("Second direction, q2")));
    }
    addRightAngle(view, {0, 0}, q1, result.residual);
  }
  view.marks.push_back(figure::arrow(q1, Stroke{Role::Response, 4, Dash::Solid, 1},
                                     QStringLiteral("\\mathbf{q}_1"), Words::tr("First direction, q1")));
}

} // namespace eigenboard::panels::linear_algebra::projection_panel
