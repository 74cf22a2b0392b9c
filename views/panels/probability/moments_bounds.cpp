#include "views/panels/probability/moments_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::probability::moments_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role truthRole = Role::Response;
constexpr std::array boundRoles{Role::Series2, Role::Series3, Role::Series4};
constexpr double mostT = 5;
constexpr double ceiling = 1.25;

std::array<double, 3> valuesOf(const math::TailBounds& bounds) {
  return {bounds.markov, bounds.chebyshev, bounds.hoeffding};
}

std::array<QString, 3> namesOfBounds() {
  return {Words::tr("Markov, of the distance"), Words::tr("Chebyshev, of its square"),
          Words::tr("Hoeffding, of its exponential")};
}

} // namespace

scene::PlaneView tailsView(const Params& p, const Result& r) {
  const double mean = r.moments.mean;
  const double highest = r.lawOfMean.probabilities.maxCoeff();
  scene::PlaneView view;
  view.key = QStringLiteral("tails");
  view.title =
      p.n == 1 ? Words::tr("X and its tails") : Words::tr("The mean of %1 draws and its tails").arg(p.n);
  view.x = {p.n == 1 ? QStringLiteral("x") : QStringLiteral("\\bar{x}"), -farthest - 0.6, farthest + 0.6};
  view.y = {p.n == 1 ? QStringLiteral("P(X = x)") : QStringLiteral("P(\\bar{X} = \\bar{x})"), -0.08 * highest,
            1.15 * highest};
  view.equalAspect = false;
  const double width = std::clamp(24.0 / p.n, 2.0, 12.0);
  scene::Segments inside{{}, Stroke{Role::Muted, width, Dash::Solid, 0.7}};
  scene::Segments beyond{{}, Stroke{truthRole, width, Dash::Solid, 1}};
  for (Eigen::Index i = 0; i < r.lawOfMean.values.size(); ++i) {
    const double x = r.lawOfMean.values(i);
    if (r.lawOfMean.probabilities(i) > 1e-6 * highest)
      (std::abs(x - mean) >= p.t - 1e-9 ? beyond : inside)
          .lines.emplace_back(x, 0, x, r.lawOfMean.probabilities(i));
  }
  view.marks.push_back(std::move(inside));
  view.marks.push_back(std::move(beyond));
  for (const double x : {mean - p.t, mean + p.t})
    view.marks.push_back(scene::Line{{x, 0},
                                     {0, 1},
                                     Stroke{Role::Drag, 2, Dash::Dashed, 1},
                                     Words::tr("At the distance t from the mean")});
  view.marks.push_back(
      scene::Line{{mean, 0}, {0, 1}, Stroke{Role::Reference, 1.6, Dash::Dotted, 1}, Words::tr("Mean")});
  view.marks.push_back(
      scene::Label{{mean, 1.15 * highest}, QStringLiteral("\\mu"), Role::Reference, {10, 12}});
  view.marks.push_back(
      scene::Label{{mean + p.t, 1.15 * highest}, QStringLiteral("\\mu + t"), Role::Drag, {24, 12}, true});
  view.legend = {{Words::tr("At least t from the mean"), truthRole}, {Words::tr("Nearer"), Role::Muted}};
  view.handles.push_back({QStringLiteral("t"),
                          Words::tr("Distance t from the mean"),
                          {mean + p.t, 0.6 * highest},
                          Role::Drag,
                          [mean](QPointF to) {
                            return scene::Assignments{{QStringLiteral("t"), to.x() - mean}};
                          }});
  return view;
}

scene::PlaneView boundsView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("bounds");
  view.title = Words::tr("Truth and bounds over t");
  view.x = {QStringLiteral("t"), 0, mostT};
  view.y = {QStringLiteral("P(|\\bar{X} - \\mu| \\ge t)"), -0.05, ceiling};
  view.equalAspect = false;
  constexpr int pieces = 200;
  const std::array names = namesOfBounds();
  std::array<scene::Curve, 3> curves;
  for (std::size_t k = 0; k < curves.size(); ++k) {
    curves[k].stroke = {boundRoles[k], 2.4, Dash::Solid, 1};
    curves[k].name = names[k];
  }
  scene::Curve truth{{}, Stroke{truthRole, 3.4, Dash::Solid, 1}, Words::tr("The true probability")};
  const double markovFactor = r.bounds.markov * p.t;
  for (int i = 1; i <= pieces; ++i) {
    const double t = mostT * i / pieces;
    const double share = t / p.t;
    const std::array values{markovFactor / t, r.bounds.chebyshev / (share * share),
                            2 * std::exp(std::log(r.bounds.hoeffding / 2) * share * share)};
    for (std::size_t k = 0; k < curves.size(); ++k)
      if (values[k] <= 2 * ceiling && std::isfinite(values[k]))
        curves[k].points.emplace_back(t, values[k]);
    truth.points.emplace_back(t, math::tailBeyond(r.lawOfMean, r.moments.mean, t));
  }
  for (scene::Curve& curve : curves)
    if (curve.points.size() > 1)
      view.marks.push_back(std::move(curve));
  view.marks.push_back(std::move(truth));
  view.marks.push_back(scene::Segments{{QLineF(0, 1, mostT, 1)}, Stroke{Role::Muted, 1.2, Dash::Dotted, 1}});
  view.marks.push_back(
      scene::Line{{p.t, 0}, {0, 1}, Stroke{Role::Drag, 1.8, Dash::Dashed, 1}, Words::tr("The distance t")});
  const std::array values = valuesOf(r.bounds);
  for (std::size_t k = 0; k < values.size(); ++k)
    if (values[k] <= ceiling)
      view.marks.push_back(scene::Points{{{p.t, values[k]}}, boundRoles[k], 4.5, 1, names[k]});
  view.marks.push_back(scene::Label{{p.t, r.bounds.truth},
                                    QStringLiteral("%1").arg(tex::number(r.bounds.truth, 3)),
                                    truthRole,
                                    {p.t > 0.8 * mostT ? -28.0 : 28.0, -10},
                                    true});
  view.legend.push_back({Words::tr("The true probability"), truthRole});
  for (std::size_t k = 0; k < names.size(); ++k)
    view.legend.push_back({names[k], boundRoles[k]});
  view.handles.push_back({QStringLiteral("t"),
                          Words::tr("Distance t from the mean"),
                          {p.t, r.bounds.truth},
                          Role::Drag,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("t"), to.x()}};
                          }});
  return view;
}

} // namespace eigenboard::panels::probability::moments_panel
