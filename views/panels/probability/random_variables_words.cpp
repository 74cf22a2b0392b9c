#include "views/panels/probability/random_variables_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::random_variables_panel {

namespace {

QString quantileTex(const Params& p) {
  const QString location = tex::number(p.location);
  const QString scale = tex::number(p.scale);
  const QString u = tex::number(p.u);
  switch (p.law) {
  case Law::Exponential:
    return QStringLiteral("-s\\,\\ln(1 - u) = -%1\\cdot\\ln(1 - %2)").arg(scale, u);
  case Law::Normal:
    return QStringLiteral("\\mu + \\sigma\\,\\Phi^{-1}(u) = %1 + %2\\cdot\\Phi^{-1}(%3)")
        .arg(location, scale, u);
  case Law::Uniform:
    return QStringLiteral("m + s\\,(2u - 1) = %1 + %2\\cdot(2\\cdot%3 - 1)").arg(location, scale, u);
  case Law::Cauchy:
    return QStringLiteral("m + s\\tan\\pi(u - \\tfrac12) = %1 + %2\\cdot\\tan\\pi(%3 - 0.5)")
        .arg(location, scale, u);
  case Law::Geometric:
    return QStringLiteral(
               "\\Big\\lceil\\tfrac{\\ln(1-u)}{\\ln(1-p)}\\Big\\rceil = \\Big\\lceil\\tfrac{\\ln(1-%2)}"
               "{\\ln(1-%1)}\\Big\\rceil")
        .arg(tex::number(p.chance), u);
  case Law::Stars:
    break;
  }
  return QStringLiteral("\\min\\{x : F(x) \\ge %1\\}").arg(u);
}

QString inversionFormula(const Params& p, const Result& r) {
  if (r.variable.isDiscrete)
    return QStringLiteral("x = F^{-1}(u) = %1 = %2, \\quad F(%3) = %4 < u \\le %5 = F(%2)")
        .arg(quantileTex(p), tex::number(r.x, 0), tex::number(r.x - 1, 0),
             tex::number(r.variable.below(r.x), 3), tex::number(r.reached, 3));
  return QStringLiteral("x = F^{-1}(u) = %1 \\approx %2, \\quad F(%2) \\approx %3")
      .arg(quantileTex(p), tex::number(r.x, 3), tex::number(r.reached, 3));
}

QString transformFormula(const Params& p, const Result& r) {
  if (std::isnan(r.y))
    return QStringLiteral("y = \\ln x \\quad %1").arg(tex::text(Words::tr("has no value at or below 0")));
  const double height = r.variable.densityOfMapped(r.y);
  if (r.variable.isDiscrete)
    return QStringLiteral("P(Y = y) = \\textstyle\\sum_{x:\\,g(x)=y} P(X = x), \\quad y = g(%1) = %2, \\quad "
                          "P(Y = %2) = %3")
        .arg(tex::number(r.x, 0), tex::number(r.y), tex::number(height, 3));
  if (p.g == math::Map::Affine && p.factor == 0)
    return QStringLiteral("Y = %1 \\quad %2")
        .arg(tex::number(p.shift), tex::text(Words::tr("for certain: no density")));
  QStringList terms;
  for (const double x : math::preimages(r.variable.g, r.variable.law, r.y))
    terms.append(QStringLiteral("\\tfrac{%1}{%2}")
                     .arg(tex::number(r.variable.density(x), 3),
                          tex::number(p.g == math::Map::Absolute ? 1 : r.variable.stretch(x))));
  return QStringLiteral("f_Y(y) = \\textstyle\\sum_{x:\\,g(x)=y} \\tfrac{f_X(x)}{|g'(x)|}, \\quad f_Y(%1) = "
                        "%2 \\approx %3")
      .arg(tex::number(r.y), terms.join(QStringLiteral(" + ")), tex::number(height, 3));
}

QString pairFormula(const Params& p, const Result& r) {
  const double margin = math::marginOfY(r.joint)(p.given - 1);
  if (!(margin > 0))
    return QStringLiteral("P(Y = %1) = 0 \\quad %2")
        .arg(p.given)
        .arg(tex::text(Words::tr("nothing can be known where Y never is")));
  const auto row = [](const Eigen::VectorXd& numbers) {
    QStringList list;
    for (const double number : numbers)
      list.append(tex::number(number));
    return list.join(QStringLiteral(",\\,"));
  };
  return QStringLiteral("P(X = x \\mid Y = %1) = \\tfrac{P(X = x,\\, Y = %1)}{P(Y = %1)} = \\tfrac{(%2)}{%3} "
                        "\\approx (%4), "
                        "\\quad E[X \\mid Y = %1] \\approx %5")
      .arg(QString::number(p.given), row(r.joint.row(p.given - 1).transpose()), tex::number(margin),
           row(r.conditional), tex::number(r.conditionalMean));
}

double slopeError(const Params& p, const Result& r) {
  const double h = 1e-5 * p.scale;
  return (r.variable.upTo(r.x + h) - r.variable.upTo(r.x - h)) / (2 * h) - r.variable.density(r.x);
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (p.pair)
    return pairFormula(p, r);
  return p.transform ? transformFormula(p, r) : inversionFormula(p, r);
}

std::vector<panel::Readout> readouts(const Params& p, const Result& r) {
  return {
      {"x", Words::tr("Value at u"), "F^{-1}(u)", "",
       Words::tr("The least value with at least u of the probability at or below it."), r.x, 3},
      {"cdf", Words::tr("Back to u"), "F(F^{-1}(u))", "",
       Words::tr("Equal to u where F is continuous; at a jump the top of the jump, which is more."),
       r.reached, 4},
      {"density", Words::tr("Density or probability at x"), "f(x)", "",
       Words::tr("The slope of F at x, or the height of its jump."), r.variable.density(r.x), 4},
      {"mean", Words::tr("Mean of X"), "E[X]", "",
       Words::tr("The long-run average; undefined for a Cauchy law, whose tails outweigh any average."),
       r.mean, 3},
      {"drawn", Words::tr("Samples"), "n", "", Words::tr("How many uniform numbers went through F⁻¹."),
       static_cast<double>(r.drawn()), 0},
      {"sample_mean", Words::tr("Mean of the samples"), "\\bar{x}", "",
       Words::tr("Settles on the mean of X where there is one; undefined before there are samples."),
       r.sampleMean, 3},
      {"ks", Words::tr("Kolmogorov–Smirnov distance"), "D_n", "",
       Words::tr(
           "The greatest gap between F and the share of the samples up to x; undefined before there are "
           "samples."),
       r.gap.distance, 4},
      {"ks_critical", Words::tr("Its 95 % value"), "1.358/\\sqrt{n}", "",
       Words::tr("Samples of F itself stay below it 95 times in 100, of a law with jumps still more often; "
                 "undefined "
                 "before there are samples."),
       math::criticalGap(r.drawn()), 4},
      {"y", Words::tr("Value of Y"), "g(x)", "",
       Words::tr(
           "Where g sends x; undefined for the logarithm at or below 0, infinite where e^x is too large."),
       r.y, 3},
      {"stretch", Words::tr("Stretch"), "|g'(x)|", "",
       Words::tr("How much longer a short piece at x becomes; undefined at the kink of |x|, where ln x has "
                 "no value, "
                 "and for a law with jumps; infinite where e^x is too large."),
       r.variable.stretch(r.x), 3},
      {"density_y", Words::tr("Density or probability at y"), "f_Y(y)", "",
       Words::tr(
           "The densities at all x that g sends to y, each divided by its stretch; infinite where g is flat, "
           "undefined where Y has no value."),
       r.variable.densityOfMapped(r.y), 4},
      {"mean_y", Words::tr("Mean of Y"), "E[Y]", "",
       Words::tr("Not g of the mean unless g is a line; infinite where large values outweigh their rarity, "
                 "undefined "
                 "where ln X has no value or the tails cancel."),
       r.meanOfY, 3},
      {"sample_mean_y", Words::tr("Mean of the samples of Y"), "\\bar{y}", "",
       Words::tr(
           "What g makes of the samples; undefined before there are any and where one has no logarithm, "
           "infinite where e^x is too large."),
       r.sampleMeanOfY, 3},
      {"pair_margin", Words::tr("Probability of the row"), "P(Y = y)", "",
       Words::tr("Of the pair: the sum of the row that is known."), math::marginOfY(r.joint)(p.given - 1), 4},
      {"pair_mean", Words::tr("Mean of X in the pair"), "E[X]", "",
       Words::tr("From the sums of the columns."), r.meanOfPair, 3},
      {"pair_conditional", Words::tr("Mean of X on the row"), "E[X \\mid Y = y]", "",
       Words::tr("From the row over its sum; undefined when the row cannot occur."), r.conditionalMean, 3},
      {"dependence", Words::tr("Dependence of the pair"), "\\max|p_{xy} - p_x p_y|", "",
       Words::tr("How far the table is from the product of its margins; 0 when X and Y are independent."),
       math::dependence(r.joint), 4},
  };
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  std::vector<panel::Invariant> list;
  // F is as steep as the density, and x is rounded, as is its distance from where the law stands.
  const double rounding =
      16 * epsilon * (1 + r.variable.density(r.x) * (std::abs(r.x) + std::abs(p.location) + p.scale));
  if (r.variable.isDiscrete) {
    // A sum of probabilities that misses u by 1e-12 counts as u.
    list.push_back({"inverse", "F(F^{-1}(u)) \\ge u > F(F^{-1}(u) - 1)",
                    Words::tr("x is the first value at which F reaches u."),
                    std::max({0.0, p.u - r.reached, r.variable.below(r.x) - p.u}), 1e-12 + rounding});
    list.push_back({"jump", "F(x) - F(x^-) = P(X = x)",
                    Words::tr("The jump of F is the probability of its place."),
                    r.reached - r.variable.below(r.x) - r.variable.density(r.x), 16 * epsilon});
  } else {
    list.push_back({"inverse", "F(F^{-1}(u)) = u", Words::tr("Across and down, up and back: the same u."),
                    r.reached - p.u, rounding});
    // The central difference of a step h = 1e-5 σ: h² times a third derivative, below 10/σ³, and rounding
    // over h.
    list.push_back({"slope", "F'(x) = f(x)", Words::tr("The density is the slope of F."), slopeError(p, r),
                    2e-9 / p.scale + rounding / (1e-5 * p.scale)});
  }
  double byRows = 0;
  for (int row = 0; row < pairCount; ++row)
    if (const double margin = math::marginOfY(r.joint)(row); margin > 0)
      byRows += margin * math::conditionalOnY(r.joint, row).dot(Eigen::Vector3d(1, 2, 3));
  list.push_back({"tower", "E[X] = \\textstyle\\sum_y P(Y = y)\\,E[X \\mid Y = y]",
                  Words::tr("The mean is the mean of the means on the rows."), byRows - r.meanOfPair,
                  64 * epsilon});
  if (r.drawn() > 0)
    list.push_back({"range", "0 \\le D_n \\le 1",
                    Words::tr("Two distribution functions are at most 1 apart."),
                    std::max({0.0, -r.gap.distance, r.gap.distance - 1}), 0});
  if (p.transform && !r.variable.isDiscrete && std::isfinite(r.y) &&
      std::isfinite(r.variable.densityOfMapped(r.y)) && p.g != math::Map::OwnFunction &&
      r.variable.stretch(r.x) > 0) {
    double sum = 0;
    for (const double x : math::preimages(r.variable.g, r.variable.law, r.y))
      sum += r.variable.density(x);
    const double carried = r.variable.densityOfMapped(r.y) * r.variable.stretch(r.x);
    // x comes back from y rounded, where g is flat by its root.
    list.push_back({"mass", "f_Y(y)\\,|dy| = \\sum f_X(x)\\,|dx|",
                    Words::tr("The piece of Y has the probability of all the pieces of X that it came from."),
                    carried - sum, 1e-7 * (1 + sum)});
  }
  return list;
}

QString spoken(const Params& p, const Result& r) {
  if (p.pair)
    return Words::tr("A table of X and Y. Y = %1 has the probability %2; there the mean of X is %3, and over "
                     "all rows %4.")
        .arg(p.given)
        .arg(speech::number(math::marginOfY(r.joint)(p.given - 1)), speech::number(r.conditionalMean),
             speech::number(r.meanOfPair));
  QString words = Words::tr("u is %1; across to F and down it becomes x = %2.")
                      .arg(speech::number(p.u, 3), speech::number(r.x, r.variable.isDiscrete ? 0 : 2));
  if (r.variable.isDiscrete)
    words += QLatin1Char(' ') + Words::tr("F jumps there from %1 to %2.")
                                    .arg(speech::number(r.variable.below(r.x)), speech::number(r.reached));
  if (r.drawn() > 0)
    words += QLatin1Char(' ') + Words::tr("%1 samples: their distribution function is at most %2 from F.")
                                    .arg(r.drawn())
                                    .arg(speech::number(r.gap.distance, 3));
  if (p.transform)
    words +=
        QLatin1Char(' ') + Words::tr("Y is %1, with the density or probability %2.")
                               .arg(speech::number(r.y), speech::number(r.variable.densityOfMapped(r.y), 3));
  return words;
}

} // namespace eigenboard::panels::probability::random_variables_panel
