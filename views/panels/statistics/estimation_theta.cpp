#include "views/panels/statistics/estimation_views.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::estimation_panel {

using scene::Dash;
using scene::Stroke;

namespace {

// From bottom to top, in units of the picture: the log-likelihood down to 8 below its top, then densities.
constexpr double logHeight = 4.4;
constexpr double deepest = 8;
constexpr double baseOfDensities = 5.3;
constexpr double heightOfDensities = 4.4;
constexpr double lowest = -0.5;
constexpr double highestShown = 10.3;

bool isInFrame(double relative) {
  return relative >= -deepest;
}

/// The place of a log-likelihood that is so much below the top.
double logPlace(double relative) {
  return logHeight * (1 + std::max(relative, -deepest) / deepest);
}

double densityPlace(const LikelihoodResult& r, double density) {
  return baseOfDensities + heightOfDensities * density / r.densityTop;
}

double likelihoodPlace(const LikelihoodResult& r, double theta) {
  return densityPlace(r, r.scale * std::exp(relativeLog(r, theta)));
}

void addBelief(scene::PlaneView& view, const LikelihoodResult& r, const math::Belief& belief,
               const Stroke& stroke, const QString& name) {
  scene::Curve curve{{}, stroke, name};
  for (const double place : r.places)
    curve.points.emplace_back(place, densityPlace(r, std::min(belief.density(place), 3 * r.densityTop)));
  view.marks.push_back(std::move(curve));
}

void addInterval(scene::PlaneView& view, const math::Interval& interval, double y, Role role,
                 const QString& name) {
  if (std::isfinite(interval.low) && std::isfinite(interval.high))
    view.marks.push_back(
        scene::Curve{{{interval.low, y}, {interval.high, y}}, Stroke{role, 6, Dash::Solid, 0.5}, name});
}

void addDensities(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  const ThetaAxis axis = axisOf(p.show);
  view.marks.push_back(scene::Segments{{QLineF(axis.low, baseOfDensities, axis.high, baseOfDensities)},
                                       Stroke{Role::Muted, 1, Dash::Solid, 0.8}});
  scene::Curve likelihood{{}, Stroke{likelihoodRole, 2.4}, Words::tr("Likelihood, scaled to area 1")};
  for (std::size_t i = 0; i < r.places.size(); ++i)
    likelihood.points.emplace_back(r.places[i], densityPlace(r, r.scale * std::exp(r.relativeLogs[i])));
  if (r.before)
    addBelief(view, r, *r.before, Stroke{beliefBeforeRole, 2, Dash::Solid, 0.95},
              Words::tr("Prior: belief before the data"));
  if (r.after) {
    addInterval(view, r.credible, baseOfDensities, beliefAfterRole,
                Words::tr("Credible interval: the belief after the data puts that much here"));
    addBelief(view, r, *r.after, Stroke{beliefAfterRole, 2.6}, Words::tr("Posterior: belief after the data"));
  }
  view.marks.push_back(std::move(likelihood));
  if (r.product == 0 && r.observed.count() > 0) {
    const bool isRight = r.best < axis.low + 0.5 * (axis.high - axis.low);
    const double x = axis.low + (isRight ? 0.8 : 0.2) * (axis.high - axis.low);
    view.marks.push_back(scene::Label{{x, baseOfDensities + 0.75 * heightOfDensities},
                                      QStringLiteral("\\small ") + tex::text(Words::tr("as a product: 0")),
                                      Role::Warning});
  }
}

/// ℓ with the parabola that has its top and its curvature there; both cut the level of the interval.
void addLogarithm(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  const ThetaAxis axis = axisOf(p.show);
  const double z = math::twoSidedNormal(p.level);
  const double level = logPlace(-0.5 * z * z);
  view.marks.push_back(scene::Segments{{QLineF(axis.low, level, axis.high, level)},
                                       Stroke{Role::Muted, 1.2, Dash::Dotted, 0.9}});
  addInterval(view, r.range, level, likelihoodRole,
              Words::tr("Likelihood interval: where the log-likelihood is above the dotted level"));
  if (std::isfinite(r.best) && std::isfinite(r.information) && r.information > 0) {
    scene::Curve parabola{{},
                          Stroke{Role::Reference, 2, Dash::Dashed, 1},
                          Words::tr("Parabola with the Fisher information as its curvature")};
    constexpr int chords = 60;
    for (int i = 0; i <= chords; ++i) {
      const double t = std::sqrt(2 * deepest) * (2.0 * i / chords - 1);
      const double place = r.best + t * r.standardError;
      if (place >= axis.low && place <= axis.high)
        parabola.points.emplace_back(place, logPlace(-0.5 * t * t));
    }
    view.marks.push_back(std::move(parabola));
    view.marks.push_back(scene::Points{{{r.wald.low, level}, {r.wald.high, level}},
                                       Role::Reference,
                                       4,
                                       1,
                                       Words::tr("End of Wald's interval")});
  }
  scene::Curve logarithm{{}, Stroke{likelihoodRole, 2.6}, Words::tr("Log-likelihood")};
  for (std::size_t i = 0; i < r.places.size(); ++i) // it has one top, so what is in the frame hangs together
    if (isInFrame(r.relativeLogs[i]))
      logarithm.points.emplace_back(r.places[i], logPlace(r.relativeLogs[i]));
  view.marks.push_back(std::move(logarithm));
  for (const int below : {0, 2, 4, 6})
    view.marks.push_back(scene::Label{
        {axis.low, logPlace(-below)}, QStringLiteral("\\scriptsize %1").arg(-below), Role::Muted, {-14, 0}});
}

/// Without any success: the chance at which that would have probability 1 − level.
void addRuleOfThree(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  if (p.show != Show::Bernoulli || p.usedSuccesses() > 0)
    return;
  const QPointF at(math::exactUpperLimit(0, p.trials, p.level), logPlace(std::log(1 - p.level)));
  view.marks.push_back(scene::Points{{at}, Role::Highlight, 5, 1, Words::tr("Exact upper limit")});
  if (r.observed.count() > 2 && p.level == 0.95)
    view.marks.push_back(scene::Label{at, QStringLiteral("\\approx 3/n"), Role::Highlight, {34, 2}, true});
}

/// The slope at θ is the score.
void addTangent(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  if (!isInFrame(relativeLog(r, r.theta)))
    return;
  const double height = logPlace(relativeLog(r, r.theta));
  const ThetaAxis axis = axisOf(p.show);
  const double slope = r.score * logHeight / deepest;
  const double width = 0.12 * (axis.high - axis.low);
  const double half = width / std::hypot(1, slope * (axis.high - axis.low) / 10);
  view.marks.push_back(
      scene::Curve{{{r.theta - half, height - slope * half}, {r.theta + half, height + slope * half}},
                   Stroke{thetaRole, 2, Dash::Solid, 0.9},
                   Words::tr("Tangent: its slope is the score")});
}

void addGuides(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  const ThetaAxis axis = axisOf(p.show);
  view.marks.push_back(scene::Curve{{{r.theta, 0}, {r.theta, highestShown - 0.9}},
                                    Stroke{thetaRole, 1.3, Dash::Dotted, 0.9},
                                    Words::tr("Value tried")});
  if (r.best >= axis.low && r.best <= axis.high) {
    view.marks.push_back(scene::Curve{{{r.best, 0}, {r.best, highestShown - 0.5}},
                                      Stroke{likelihoodRole, 1.3, Dash::Dashed, 0.8},
                                      Words::tr("Maximum of the likelihood")});
    view.marks.push_back(scene::Label{{r.best, highestShown - 0.5},
                                      QStringLiteral("\\hat{%1}").arg(QString::fromLatin1(axis.symbol)),
                                      likelihoodRole,
                                      {0, -8}});
  }
}

/// How far from its guess a prior of such strength spreads, and the strength that spreads so far.
double reachOf(const Params& p, double strength) {
  const double guess = p.priorGuess();
  switch (p.show) {
  case Show::NormalMean:
    return p.sigma / std::sqrt(strength);
  case Show::NormalSpread:
    return guess / std::sqrt(2 * strength);
  case Show::Bernoulli:
    return std::sqrt(guess * (1 - guess) / (strength + 1));
  case Show::Poisson:
    return std::sqrt(guess / strength);
  default:
    return guess / std::sqrt(strength);
  }
}

double strengthOf(const Params& p, double reach) {
  const double guess = p.priorGuess();
  const double squared = std::max(reach * reach, 1e-9);
  switch (p.show) {
  case Show::NormalMean:
    return p.sigma * p.sigma / squared;
  case Show::NormalSpread:
    return guess * guess / (2 * squared);
  case Show::Bernoulli:
    return guess * (1 - guess) / squared - 1;
  case Show::Poisson:
    return guess / squared;
  default:
    return guess * guess / squared;
  }
}

void addPriorHandles(scene::PlaneView& view, const Params& p, const LikelihoodResult& r) {
  if (!r.before)
    return;
  const double guess = p.priorGuess();
  const double reach = reachOf(p, p.strength);
  const auto height = [&](double theta) {
    const double density = r.before->density(theta);
    return densityPlace(r, std::isfinite(density) ? std::min(density, r.densityTop) : 0);
  };
  const QString key =
      p.show == Show::Bernoulli ? QStringLiteral("prior_chance") : QStringLiteral("prior_mean");
  view.handles.push_back({QStringLiteral("prior"),
                          Words::tr("Guess of the prior"),
                          {guess, height(guess)},
                          beliefBeforeRole,
                          [key](QPointF to) {
                            return scene::Assignments{{key, to.x()}};
                          }});
  view.handles.push_back({QStringLiteral("strength"),
                          Words::tr("Spread of the prior, which its strength decides"),
                          {guess + reach, height(guess + reach)},
                          beliefBeforeRole,
                          [p, guess](QPointF to) {
                            return scene::Assignments{{QStringLiteral("strength"),
                                                       std::max(weakest, strengthOf(p, to.x() - guess))}};
                          }});
}

} // namespace

scene::PlaneView thetaView(const Params& p, const Result& result) {
  const LikelihoodResult& r = result.likelihood;
  const ThetaAxis axis = axisOf(p.show);
  scene::PlaneView view;
  view.key = QStringLiteral("theta");
  view.title = Words::tr("Likelihood, and below it its logarithm");
  view.equalAspect = false;
  view.backgroundGrid = false;
  const double margin = 0.05 * (axis.high - axis.low);
  view.x = {QString::fromLatin1(axis.symbol), axis.low - margin, axis.high + margin};
  view.y = {QStringLiteral("L,\\ \\ell - \\ell_{\\max}"), lowest, highestShown, false};
  addGuides(view, p, r);
  addDensities(view, p, r);
  addLogarithm(view, p, r);
  addRuleOfThree(view, p, r);
  addTangent(view, p, r);
  view.legend = {{Words::tr("likelihood"), likelihoodRole},
                 {Words::tr("parabola"), Role::Reference},
                 {Words::tr("value tried"), thetaRole}};
  if (r.before) {
    view.legend.push_back({Words::tr("prior"), beliefBeforeRole});
    view.legend.push_back({Words::tr("posterior"), beliefAfterRole});
  }
  const QString key = QString::fromLatin1(axis.key);
  const auto toTheta = [key](QPointF to) { return scene::Assignments{{key, to.x()}}; };
  view.handles.push_back({QStringLiteral("log_likelihood"),
                          Words::tr("Value tried, on the log-likelihood"),
                          {r.theta, logPlace(relativeLog(r, r.theta))},
                          thetaRole,
                          toTheta});
  view.handles.push_back({QStringLiteral("likelihood"),
                          Words::tr("Value tried, on the likelihood"),
                          {r.theta, likelihoodPlace(r, r.theta)},
                          thetaRole,
                          toTheta});
  addPriorHandles(view, p, r);
  return view;
}

} // namespace eigenboard::panels::statistics::estimation_panel
