#include "views/panels/probability/moments_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::moments_panel {

namespace {

QString beamFormula(const Params& p, const Result& r) {
  return QStringLiteral("E[X] = \\textstyle\\sum_i x_i p_i %1 %2, \\quad \\operatorname{Var}[X] = "
                        "\\textstyle\\sum_i (x_i - E[X])^2 p_i "
                        "\\approx %3, \\quad E[X] - f = %4")
      .arg(tex::equals({r.moments.mean}), tex::number(r.moments.mean), tex::number(r.moments.variance),
           tex::number(r.torque(p)));
}

QString pairsFormula(const Params& p, const Result& r) {
  return QStringLiteral(
             "\\operatorname{Cov} = \\tfrac1n\\textstyle\\sum_i (x_i - \\bar{x})(y_i - \\bar{y}) = "
             "\\tfrac{%1 - %2}{%3} \\approx %4, \\quad \\rho = "
             "\\tfrac{\\operatorname{Cov}}{\\sigma_x\\sigma_y} "
             "\\approx %5")
      .arg(tex::number(r.pairs.raised), tex::number(r.pairs.lowered))
      .arg(p.points.rows())
      .arg(tex::number(r.pairs.covariance), tex::number(r.pairs.correlation));
}

QString jensenFormula(const Params& p, const Result& r) {
  const QString order = std::abs(r.jensen.gap()) < 5e-4 ? QStringLiteral("=")
                        : r.jensen.gap() > 0            ? QStringLiteral("\\ge")
                                                        : QStringLiteral("\\le");
  const QString why = p.g == math::Bend::Square ? QStringLiteral("= \\operatorname{Var}[X]") : QString();
  return QStringLiteral("E[g(X)] \\approx %1 \\;%2\\; %3 \\approx g(E[X]) = g(%4), \\qquad E[g(X)] - g(E[X]) "
                        "%5 \\approx %6")
      .arg(tex::number(r.jensen.meanOfG, 3), order, tex::number(r.jensen.gOfMean, 3),
           tex::number(r.moments.mean), why, tex::number(r.jensen.gap(), 3));
}

QString boundsFormula(const Result& r) {
  return QStringLiteral("P(|\\bar{X} - \\mu| \\ge t) \\approx %1 \\;\\le\\; \\tfrac{E|\\bar{X} - \\mu|}{t} "
                        "\\approx %2, \\quad "
                        "\\tfrac{\\sigma^2}{n t^2} \\approx %3, \\quad 2e^{-2nt^2/8^2} \\approx %4")
      .arg(tex::number(r.bounds.truth, 3), tex::number(r.bounds.markov, 3),
           tex::number(r.bounds.chebyshev, 3), tex::number(r.bounds.hoeffding, 3));
}

QString adamFormula(const Params& p, const Result& r) {
  if (r.drawn() == 0)
    return QStringLiteral(
        "m_t = \\beta_1 m_{t-1} + (1 - \\beta_1)\\,g_t, \\quad \\hat{m}_t = \\tfrac{m_t}{1 - \\beta_1^t}, "
        "\\quad v_t = \\beta_2 v_{t-1} + (1 - \\beta_2)\\,g_t^2, \\quad \\hat{v}_t = \\tfrac{v_t}{1 - "
        "\\beta_2^t}");
  const math::RunningMoments& now = r.now().running;
  return QStringLiteral("\\hat{m}_{%1} = \\tfrac{%2}{%3} \\approx %4, \\quad \\hat{v}_{%1} = \\tfrac{%5}{%6} "
                        "\\approx %7, \\quad "
                        "\\tfrac{\\hat{m}}{\\sqrt{\\hat{v}}} \\approx %8")
      .arg(QString::number(now.count), tex::number(now.first, 3),
           tex::number(math::filledShare(p.beta1, now.count), 3),
           tex::number(math::correctedFirst(now, p.fading()), 3), tex::number(now.second, 3),
           tex::number(math::filledShare(p.beta2, now.count), 3),
           tex::number(math::correctedSecond(now, p.fading()), 3),
           tex::number(
               math::correctedFirst(now, p.fading()) / std::sqrt(math::correctedSecond(now, p.fading())), 3));
}

using Readouts = std::vector<panel::Readout>;

Readouts beamReadouts(const Params& p, const Result& r) {
  return {
      {"mean", Words::tr("Mean"), "E[X]", "", Words::tr("Where the beam balances."), r.moments.mean, 3},
      {"variance", Words::tr("Variance"), "\\operatorname{Var}[X]", "",
       Words::tr("The mean squared distance from the mean."), r.moments.variance, 3},
      {"spread", Words::tr("Standard deviation"), "\\sigma", "",
       Words::tr("The root of the variance, in units of x."), r.spread(), 3},
      {"skewness", Words::tr("Skewness"), "\\gamma_1", "",
       Words::tr("Above 0 with a longer tail to the right; undefined when X is certain."), r.moments.skewness,
       3},
      {"kurtosis", Words::tr("Excess kurtosis"), "\\gamma_2", "",
       Words::tr("How much of the variance comes from far out; −2 at least, 0 for a normal law, undefined "
                 "when X is "
                 "certain."),
       r.moments.excessKurtosis, 3},
      {"torque", Words::tr("Torque"), "E[X] - f", "",
       Words::tr(
           "About the fulcrum: positive when the beam tips to the right; 0 at the mean and nowhere else."),
       r.torque(p), 3},
  };
}

Readouts pairReadouts(const Result& r) {
  return {
      {"covariance", Words::tr("Covariance of the points"), "\\operatorname{Cov}", "",
       Words::tr("The mean of the signed rectangles; undefined without points."), r.pairs.covariance, 3},
      {"correlation", Words::tr("Correlation of the points"), "\\rho", "",
       Words::tr("The covariance in units of both spreads, from −1 to 1; undefined when all points share an "
                 "x or a y."),
       r.pairs.correlation, 3},
      {"mean_x", Words::tr("Mean of x"), "\\bar{x}", "",
       Words::tr("Where the upright line stands; undefined without points."), r.pairs.mean(0), 3},
      {"mean_y", Words::tr("Mean of y"), "\\bar{y}", "",
       Words::tr("Where the level line stands; undefined without points."), r.pairs.mean(1), 3},
      {"raised", Words::tr("Rectangles that raise it"), "A_+", "",
       Words::tr(
           "The area of all rectangles whose point lies to the upper right or the lower left of the mean."),
       r.pairs.raised, 2},
      {"lowered", Words::tr("Rectangles that lower it"), "A_-", "",
       Words::tr("The area of all rectangles whose point lies to the upper left or the lower right."),
       r.pairs.lowered, 2},
  };
}

Readouts jensenReadouts(const Result& r) {
  return {
      {"mean_of_g", Words::tr("Mean of g"), "E[g(X)]", "",
       Words::tr("The height of the balance point of the weights on the curve."), r.jensen.meanOfG, 3},
      {"g_of_mean", Words::tr("g of the mean"), "g(E[X])", "",
       Words::tr("The height of the curve at the mean."), r.jensen.gOfMean, 3},
      {"gap", Words::tr("Jensen's gap"), "E[g(X)] - g(E[X])", "",
       Words::tr(
           "Never below 0 for a convex g, never above for a concave one; the variance when g is the square."),
       r.jensen.gap(), 3},
  };
}

Readouts boundReadouts(const Result& r) {
  return {
      {"truth", Words::tr("Probability of the tails"), "P(|\\bar{X}-\\mu| \\ge t)", "",
       Words::tr("That the mean of n draws is at least t from the mean of X, from its whole law."),
       r.bounds.truth, 4},
      {"markov", Words::tr("Markov's bound"), "E|\\bar{X}-\\mu|/t", "",
       Words::tr("Asks for the mean distance only; above 1 it says nothing."), r.bounds.markov, 4},
      {"chebyshev", Words::tr("Chebyshev's bound"), "\\sigma^2/(nt^2)", "",
       Words::tr("Markov for the squared distance: asks for the variance only."), r.bounds.chebyshev, 4},
      {"hoeffding", Words::tr("Hoeffding's bound"), "2e^{-2nt^2/64}", "",
       Words::tr("Markov for e to the distance: asks only that X lies between −4 and 4, and falls fastest as "
                 "n grows."),
       r.bounds.hoeffding, 4},
  };
}

Readouts streamReadouts(const Params& p, const Result& r) {
  const math::RunningMoments& now = r.now().running;
  const double first = math::correctedFirst(now, p.fading());
  const double second = math::correctedSecond(now, p.fading());
  return {
      {"drawn", Words::tr("Draws"), "t", "", Words::tr("How often X was drawn."),
       static_cast<double>(r.drawn()), 0},
      {"sample_mean", Words::tr("Mean of the draws"), "\\bar{x}", "",
       Words::tr("All draws alike; undefined before the first."), r.sampleMean(), 3},
      {"m", Words::tr("Fading mean"), "m_t", "",
       Words::tr("Recent draws count more, and so does the 0 it began with."), now.first, 4},
      {"m_hat", Words::tr("Corrected"), "\\hat{m}_t", "",
       Words::tr("Divided by the share that draws make up; undefined before the first."), first, 4},
      {"v", Words::tr("Fading mean of squares"), "v_t", "",
       Words::tr("The same for the squares, with a longer memory."), now.second, 4},
      {"v_hat", Words::tr("Corrected"), "\\hat{v}_t", "",
       Words::tr("Divided by the share that draws make up; undefined before the first."), second, 4},
      {"ratio", Words::tr("Adam's step"), "\\hat{m}_t/\\sqrt{\\hat{v}_t}", "η",
       Words::tr("In units of the learning rate: near ±1 when all gradients agree, small when they cancel; "
                 "undefined "
                 "before the first draw and while all draws are 0."),
       second > 0 ? first / std::sqrt(second) : std::numeric_limits<double>::quiet_NaN(), 3},
  };
}

} // namespace

QString formula(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Covariance:
    return pairsFormula(p, r);
  case Mode::Jensen:
    return jensenFormula(p, r);
  case Mode::Bounds:
    return boundsFormula(r);
  case Mode::Adam:
    return adamFormula(p, r);
  case Mode::Beam:
    break;
  }
  return beamFormula(p, r);
}

/// Always the same ones; those of the picture come first.
std::vector<panel::Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readouts> groups{beamReadouts(p, r), pairReadouts(r), jensenReadouts(r), boundReadouts(r),
                               streamReadouts(p, r)};
  std::rotate(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(p.mode),
              groups.begin() + static_cast<std::ptrdiff_t>(p.mode) + 1);
  std::vector<panel::Readout> list;
  for (const Readouts& group : groups)
    list.insert(list.end(), group.begin(), group.end());
  return list;
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  // Sums of nine products of numbers up to 4⁴.
  constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();
  const double mean = r.moments.mean;
  const auto expected = [&](auto g) { return math::expectation(r.law, g); };
  std::vector<panel::Invariant> list{
      {"balance", "\\textstyle\\sum_i (x_i - E[X])\\,p_i = 0",
       Words::tr("About the mean the weights on both sides pull alike."),
       expected([&](double x) { return x - mean; }), rounding * 4},
      {"variance", "\\operatorname{Var}[X] = E[X^2] - E[X]^2",
       Words::tr("The mean squared distance is the mean square less the squared mean."),
       r.moments.variance - (expected([](double x) { return x * x; }) - mean * mean), rounding * 16},
      {"tails", "P(|\\bar{X} - \\mu| \\ge t) \\le \\text{every bound}",
       Words::tr("No bound is below the truth."),
       std::max({0.0, r.bounds.truth - r.bounds.markov, r.bounds.truth - r.bounds.chebyshev,
                 r.bounds.truth - r.bounds.hoeffding}),
       // A tie within 1e-9 counts as a tie.
       1e-7 * std::max(1.0, r.bounds.chebyshev)},
      {"jensen", p.g == math::Bend::Logarithm ? "E[g(X)] \\le g(E[X])" : "E[g(X)] \\ge g(E[X])",
       Words::tr("Jensen's inequality."),
       std::max(0.0, p.g == math::Bend::Logarithm ? r.jensen.gap() : -r.jensen.gap()), rounding * 16},
  };
  if (r.moments.variance > 0)
    list.push_back({"pearson", "\\gamma_2 + 3 \\ge \\gamma_1^2 + 1",
                    Words::tr("A skewed law has heavy tails: Pearson's inequality."),
                    std::max(0.0, r.moments.skewness * r.moments.skewness - 2 - r.moments.excessKurtosis),
                    // Fourth powers over the squared variance.
                    rounding * 256 / std::min(1.0, r.moments.variance * r.moments.variance)});
  if (p.points.rows() > 0) {
    const Eigen::VectorXd sums = p.points.rowwise().sum();
    const double ofSum = (sums.array() - sums.mean()).square().mean();
    list.push_back(
        {"sum",
         "\\operatorname{Var}[X+Y] = \\operatorname{Var}X + \\operatorname{Var}Y + 2\\operatorname{Cov}",
         Words::tr("Covariance is what the variance of a sum has besides the two variances."),
         ofSum - r.pairs.variance.sum() - 2 * r.pairs.covariance, rounding * 200});
  }
  if (r.drawn() > 0) {
    double sum = 0;
    for (const Stream& stream : r.history.subspan(1))
      sum += (1 - p.beta1) *
             std::pow(p.beta1, static_cast<double>(r.drawn()) - static_cast<double>(stream.running.count)) *
             stream.number;
    list.push_back({"fading", "m_t = (1 - \\beta_1)\\textstyle\\sum_i \\beta_1^{t-i} g_i",
                    Words::tr("The fading mean is a weighted sum of all draws."), sum - r.now().running.first,
                    rounding * 4 * (1 + r.drawn())});
  }
  return list;
}

QString spoken(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Covariance:
    if (p.points.rows() == 0)
      return Words::tr("There are no points.");
    return Words::tr("%1 points. Their covariance is %2, their correlation %3.")
        .arg(p.points.rows())
        .arg(speech::number(r.pairs.covariance), speech::number(r.pairs.correlation));
  case Mode::Jensen:
    return Words::tr("The mean of g is %1, g of the mean %2, the gap %3.")
        .arg(speech::number(r.jensen.meanOfG), speech::number(r.jensen.gOfMean),
             speech::number(r.jensen.gap()));
  case Mode::Bounds:
    return Words::tr("The mean of %1 draws is at least %2 from the mean with probability %3. Markov allows "
                     "%4, Chebyshev "
                     "%5, Hoeffding %6.")
        .arg(p.n)
        .arg(speech::number(p.t), speech::number(r.bounds.truth, 3), speech::number(r.bounds.markov, 3),
             speech::number(r.bounds.chebyshev, 3), speech::number(r.bounds.hoeffding, 3));
  case Mode::Adam:
    if (r.drawn() == 0)
      return Words::tr("No gradient has come in; both moments are 0.");
    return Words::tr("After %1 gradients the first moment is %2, corrected %3; the second %4, corrected %5.")
        .arg(r.drawn())
        .arg(speech::number(r.now().running.first),
             speech::number(math::correctedFirst(r.now().running, p.fading())),
             speech::number(r.now().running.second),
             speech::number(math::correctedSecond(r.now().running, p.fading())));
  case Mode::Beam:
    break;
  }
  QString words =
      Words::tr("The mean is %1, the spread %2, and the fulcrum stands at %3.")
          .arg(speech::number(r.moments.mean), speech::number(r.spread()), speech::number(p.fulcrum));
  words += QLatin1Char(' ');
  if (std::abs(r.torque(p)) <= 0.02)
    return words + Words::tr("The beam is level.");
  return words + (r.torque(p) > 0 ? Words::tr("The beam tips to the right.")
                                  : Words::tr("The beam tips to the left."));
}

} // namespace eigenboard::panels::probability::moments_panel
