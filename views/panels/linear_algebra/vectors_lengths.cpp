#include "views/panels/linear_algebra/vectors_views.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <array>
#include <cmath>

namespace eigenboard::panels::linear_algebra::vectors_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Fill;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double reach = 8; ///< of the lines of equal scores, beyond any view

/// Between lines of equal scores: 1, 2 or 5 times a power of ten, at least half a unit of the plane apart.
double scoreStep(double length) {
  const double least = 0.55 * length;
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= least)
      return factor * power;
  return 10 * power;
}

const QString& normTex(math::Norm norm) {
  static const std::array<QString, 3> names{QStringLiteral("\\lVert\\mathbf{x}\\rVert_1"),
                                            QStringLiteral("\\lVert\\mathbf{x}\\rVert_2"),
                                            QStringLiteral("\\lVert\\mathbf{x}\\rVert_\\infty")};
  return names.at(static_cast<std::size_t>(norm));
}

/// The way along the axes, whose length is the sum norm; or the longest part.
void addWay(scene::PlaneView& view, const Params& params) {
  const QPointF tip = figure::toPoint(params.u);
  const QPointF corner(params.u.x(), 0);
  const Stroke stroke{Role::Response, 2.4, Dash::Dashed, 1};
  const bool isWide = std::abs(params.u.x()) >= std::abs(params.u.y());
  const bool isSum = params.norm == math::Norm::Sum;
  const auto part = [&view](QPointF at, double value, QPointF offset) {
    if (std::abs(value) >= 0.4)
      view.marks.push_back(scene::Label{at, tex::number(std::abs(value)), Role::Response, offset, true});
  };
  if (isSum || isWide) {
    view.marks.push_back(scene::Segments{{QLineF({0, 0}, corner)}, stroke});
    part({corner.x() / 2, 0}, params.u.x(), {0, params.u.y() < 0 ? -12.0 : 14.0});
  }
  if (isSum || !isWide) {
    view.marks.push_back(scene::Segments{{QLineF(corner, tip)}, stroke});
    part({corner.x(), tip.y() / 2}, params.u.y(), {params.u.x() < 0 ? -24.0 : 24.0, 0});
  }
}

} // namespace

void addScores(scene::PlaneView& view, const Params& params, const Result& result) {
  if (params.u.stableNorm() < 1e-6) {
    view.marks.push_back(scene::Label{
        {0, 0}, tex::text(Words::tr("u is 0: every x has the score 0")), Role::Warning, {0, 34}});
    return;
  }
  const Eigen::Vector2d unit = params.u.stableNormalized();
  const double length = result.euclideanNorm;
  const double step = scoreStep(length);
  const Eigen::Vector2d turned = figure::quarterTurn(unit);
  scene::Segments lines{{}, Stroke{Role::Muted, 1, Dash::Solid, 0.45}};
  // Numbers stand along the line of u, where v seldom is.
  const double aside = Eigen::Vector2d(params.v).dot(turned) > 0 ? -1 : 1;
  const int last = static_cast<int>(std::floor(reach * length / step));
  for (int i = -last; i <= last; ++i) {
    const double score = i * step;
    const Eigen::Vector2d foot = score / length * unit;
    lines.lines.emplace_back(figure::toPoint(foot - 2 * reach * turned),
                             figure::toPoint(foot + 2 * reach * turned));
    if (std::abs(score - result.dot) > 0.4 * step && foot.norm() <= 5)
      view.marks.push_back(scene::Label{
          figure::toPoint(foot + 1.5 * aside * turned), cells::written(score, 2), Role::Muted, {}, true});
  }
  view.marks.push_back(std::move(lines));
  view.marks.push_back(scene::Line{{0, 0},
                                   figure::toPoint(turned),
                                   Stroke{Role::Reference, 2, Dash::Dashed, 1},
                                   Words::tr("u·x = 0: all x at a right angle to u")});
  const Eigen::Vector2d foot = unit.dot(params.v) * unit;
  view.marks.push_back(scene::Line{figure::toPoint(foot), figure::toPoint(turned),
                                   Stroke{Role::Response, 3, Dash::Solid, 1},
                                   Words::tr("All x with the same dot product as v")});
  view.marks.push_back(
      scene::Label{figure::toPoint(foot + 2.4 * aside * turned),
                   QStringLiteral("\\mathbf{u}\\cdot\\mathbf{x} = %1").arg(tex::number(result.dot)),
                   Role::Response,
                   {unit.x() < 0 ? -46.0 : 46.0, 0},
                   true});
}

void addBalls(scene::PlaneView& view, const Params& params, const Result& result) {
  constexpr std::array<math::Norm, 3> norms{math::Norm::Sum, math::Norm::Euclidean, math::Norm::Largest};
  for (std::size_t i = 0; i < norms.size(); ++i) {
    const Role role = scene::seriesRole(static_cast<int>(i));
    const bool isChosen = norms[i] == params.norm;
    view.marks.push_back(
        scene::Curve{figure::toPoints(math::ballOutline(norms[i], 1)),
                     Stroke{role, isChosen ? 3.0 : 1.6, isChosen ? Dash::Solid : Dash::Dotted, 1},
                     i == 0   ? Words::tr("Unit ball of the sum norm")
                     : i == 1 ? Words::tr("Unit ball of the Euclidean norm")
                              : Words::tr("Unit ball of the largest part")});
    view.legend.push_back({i == 0   ? Words::tr("sum of parts is 1")
                           : i == 1 ? Words::tr("length is 1")
                                    : Words::tr("largest part is 1"),
                           role});
  }
  if (result.euclideanNorm == 0) {
    view.marks.push_back(scene::Label{
        {0, 0}, tex::text(Words::tr("u is 0: no direction, every norm is 0")), Role::Warning, {0, 40}});
    return;
  }
  const double radius = math::norm(params.u, params.norm);
  const Role role = scene::seriesRole(static_cast<int>(params.norm));
  view.marks.push_back(scene::Region{figure::toPoints(math::ballOutline(params.norm, radius)),
                                     Fill{role, 0.1}, Stroke{role, 2.4, Dash::Solid, 0.9},
                                     Words::tr("All vectors with the norm of u")});
  // On top, or beside the ball where the tip of u is near the top; the legend stands below.
  const bool isTipOnTop = params.u.y() > std::abs(params.u.x());
  const double side = params.u.x() > 0 ? -1 : 1;
  view.marks.push_back(scene::Label{isTipOnTop ? QPointF(side * radius, 0) : QPointF(0, radius),
                                    QStringLiteral("%1 = %2").arg(normTex(params.norm), tex::number(radius)),
                                    role, isTipOnTop ? QPointF(side * 40, -12) : QPointF(0, -14), true});
  if (params.norm != math::Norm::Euclidean)
    addWay(view, params);
  view.marks.push_back(figure::arrow(Eigen::Vector2d(result.unit), Stroke{Role::Highlight, 5, Dash::Solid, 1},
                                     QStringLiteral("\\hat{\\mathbf{u}}"),
                                     Words::tr("The unit vector of u, on the unit ball")));
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
