#include "views/panels/optimization/momentum_pad_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::optimization::momentum_pad_panel {

using panel::Readout;

namespace {

/// The mode that is the last to arrive.
const Mode& slowestMode(const Result& r) {
  return *std::max_element(r.modes.begin(), r.modes.end(), [](const Mode& one, const Mode& other) {
    return one.rate.factor < other.rate.factor;
  });
}

/// Steps for one swing: infinite where it comes in without one, 2 where its double root is negative.
double periodOf(const math::ModeRate& rate) {
  if (rate.gap <= sameRoots && rate.trace < 0)
    return 2;
  return rate.gap <= sameRoots || rate.angle == 0 ? std::numeric_limits<double>::infinity()
                                                  : 2 * std::numbers::pi / rate.angle;
}

QString bestFactor(math::MomentumMethod method) {
  switch (method) {
  case math::MomentumMethod::GradientDescent:
    return QStringLiteral("(\\kappa - 1)/(\\kappa + 1)");
  case math::MomentumMethod::HeavyBall:
    return QStringLiteral("(\\sqrt{\\kappa} - 1)/(\\sqrt{\\kappa} + 1)");
  case math::MomentumMethod::Nesterov:
    return QStringLiteral("1 - 2/\\sqrt{3\\kappa + 1}");
  }
  return {};
}

double countOf(const Result& r, math::ModeRegime regime) {
  return static_cast<double>(std::count_if(
      r.modes.begin(), r.modes.end(), [regime](const Mode& mode) { return mode.rate.regime == regime; }));
}

void addModes(std::vector<Readout>& list, const Result& r) {
  for (std::size_t i = 0; i < r.modes.size(); ++i) {
    const Mode& mode = r.modes[i];
    const QString number = QString::number(i + 1);
    const QString curvature = shortNumber(mode.curvature);
    list.push_back(
        {QStringLiteral("rate_") + number, Words::tr("Factor of λ = %1").arg(curvature),
         QStringLiteral("\\rho_{%1}").arg(number), "",
         Words::tr("The spectral radius of the mode's iteration matrix: by so much its distance is "
                   "multiplied a step, in the long run."),
         mode.rate.factor, 4});
    list.push_back(
        {QStringLiteral("period_") + number, Words::tr("Steps a swing of λ = %1").arg(curvature), "", "",
         Words::tr("How many steps it takes to swing there and back; 2 when it changes sides at every "
                   "step, infinite when it comes in, or goes out, without a swing."),
         periodOf(mode.rate), 1});
  }
}

} // namespace

QString nameOf(math::ModeRegime regime) {
  switch (regime) {
  case math::ModeRegime::Monotone:
    return Words::tr("monotone");
  case math::ModeRegime::Critical:
    return Words::tr("critically damped");
  case math::ModeRegime::Ripples:
    return Words::tr("ripples");
  case math::ModeRegime::Alternates:
    return Words::tr("changes sides");
  case math::ModeRegime::Stays:
    return Words::tr("comes no nearer");
  case math::ModeRegime::Diverges:
    return Words::tr("diverges");
  }
  return {};
}

QString shortNumber(double value) {
  return QString::number(value, 'g', 3);
}

QString formula(const Params& p, const Result& r) {
  const Mode& slowest = slowestMode(r);
  const math::ModeRate& rate = slowest.rate;
  const QString roots =
      QStringLiteral("\\lambda = %1:\\; z^2 %2 %3\\,z %4 %5 = 0,\\; \\lvert z\\rvert = %6")
          .arg(tex::number(slowest.curvature, 3), rate.trace < 0 ? QStringLiteral("+") : QStringLiteral("-"),
               tex::number(std::abs(rate.trace), 3),
               rate.determinant < 0 ? QStringLiteral("-") : QStringLiteral("+"),
               tex::number(std::abs(rate.determinant), 3), tex::number(rate.factor, 3));
  return roots + QStringLiteral(" \\qquad \\text{%1:}\\; %2 = %3")
                     .arg(Words::tr("at best"), bestFactor(p.method), tex::number(r.best.factor, 3));
}

std::vector<Readout> readouts(const Params&, const Result& r) {
  std::vector<Readout> list{
      {"step", Words::tr("Step"), "k", "", Words::tr("How many steps have been taken."),
       static_cast<double>(r.step()), 0},
      {"rate", Words::tr("Factor of the slowest mode"), "\\rho", "",
       Words::tr("In the long run the whole error shrinks by this factor a step, that of its slowest mode; "
                 "above 1 it grows."),
       r.factor, 4},
      {"steps_per_digit", Words::tr("Steps for one digit"), "", "",
       Words::tr(
           "How many steps make the error ten times smaller, which is what the map shows; infinite where "
           "it does not shrink."),
       stepsPerDigit(r.factor), 1},
      {"eta_best", Words::tr("Best learning rate"), "\\eta^*", "",
       Words::tr("In closed form, for this method and condition number."), r.best.rate, 4},
      {"beta_best", Words::tr("Best momentum"), "\\beta^*", "",
       Words::tr("In closed form; for the heavy ball ((√κ − 1)/(√κ + 1))²."), r.best.momentum, 4},
      {"rate_best", Words::tr("Factor at the best setting"), "\\rho^*", "",
       Words::tr("No setting of this method is faster on all modes."), r.best.factor, 4},
      {"digit_best", Words::tr("Steps for one digit at best"), "", "",
       Words::tr("With the best setting; it grows like κ without momentum and like √κ with it."),
       stepsPerDigit(r.best.factor), 1},
      {"rippling", Words::tr("Modes that ripple"), "", "",
       Words::tr("How many have complex roots and swing about the minimum."),
       countOf(r, math::ModeRegime::Ripples), 0},
      {"diverging", Words::tr("Modes that diverge"), "", "",
       Words::tr("How many grow without bound: a root outside the unit circle, or −1 twice."),
       countOf(r, math::ModeRegime::Diverges), 0},
      {"distance", Words::tr("Distance now"), "\\lVert\\mathbf{x}_k\\rVert", "",
       Words::tr("From the minimum, over all modes."), r.distance, 4},
      {"measured", Words::tr("Measured factor"), "", "",
       Words::tr("What a step did to distance and push together, on average over the second half of the run; "
                 "undefined before the first step and when nothing is left."),
       r.measured, 4},
      {"steps_to_tolerance", Words::tr("Steps to tolerance"), "", "",
       Words::tr("Until the distance first is within the tolerance times that at the start; infinite when it "
                 "never is, undefined when it takes more than 10000."),
       r.arrival, 0},
  };
  addModes(list, r);
  return list;
}

QString spoken(const Params& p, const Result& r) {
  QStringList sentences;
  sentences << (p.method == math::MomentumMethod::GradientDescent
                    ? Words::tr("Learning rate %1.").arg(speech::number(p.rate))
                    : Words::tr("Learning rate %1, momentum %2.")
                          .arg(speech::number(p.rate), speech::number(p.momentum, 3)));
  for (const Mode& mode : r.modes)
    sentences << Words::tr("The mode of curvature %1: %2, factor %3 a step.")
                     .arg(shortNumber(mode.curvature), nameOf(mode.rate.regime),
                          speech::number(mode.rate.factor, 3));
  sentences << Words::tr("One digit takes %1 steps; with the best setting, learning rate %2 and momentum %3, "
                         "it takes %4.")
                   .arg(std::isinf(stepsPerDigit(r.factor)) ? Words::tr("infinitely many")
                                                            : speech::number(stepsPerDigit(r.factor), 1),
                        speech::number(r.best.rate), speech::number(r.best.momentum),
                        speech::number(stepsPerDigit(r.best.factor), 1));
  if (r.step() > 0)
    sentences
        << Words::tr("After %1 steps the distance is %2.").arg(r.step()).arg(speech::number(r.distance, 3));
  return sentences.join(QLatin1Char(' '));
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
