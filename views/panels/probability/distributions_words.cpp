#include "views/panels/probability/distributions_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::probability::distributions_panel {

namespace {

/// f(x) or P(X = x) of each family, in the order of math::Family.
const char* densityTex(math::Family family) {
  constexpr const char* table[math::familyCount] = {
      R"(p^x (1-p)^{1-x})",
      R"(\binom{n}{x} p^x (1-p)^{n-x})",
      R"(p\,(1-p)^{x-1})",
      R"(\binom{x+r-1}{x} p^r (1-p)^x)",
      R"(\frac{\lambda^x e^{-\lambda}}{x!})",
      R"(\binom{K}{x}\binom{N-K}{n-x} \big/ \binom{N}{n})",
      R"(\frac{1}{b-a+1})",
      R"(\frac{1}{b-a})",
      R"(\lambda e^{-\lambda x})",
      R"(\frac{1}{\sigma\sqrt{2\pi}}\, e^{-(x-\mu)^2/2\sigma^2})",
      R"(\frac{1}{x\sigma\sqrt{2\pi}}\, e^{-(\ln x-\mu)^2/2\sigma^2})",
      R"(\frac{\beta^\alpha}{\Gamma(\alpha)}\, x^{\alpha-1} e^{-\beta x})",
      R"(\frac{x^{\alpha-1}(1-x)^{\beta-1}}{B(\alpha,\beta)})",
      R"(\frac{x^{\nu/2-1} e^{-x/2}}{2^{\nu/2}\,\Gamma(\nu/2)})",
      R"(\frac{\Gamma(\frac{\nu+1}{2})}{\sigma\sqrt{\nu\pi}\,\Gamma(\frac{\nu}{2})} \Big(1+\frac{(x-\mu)^2}{\nu\sigma^2}\Big)^{-\frac{\nu+1}{2}})",
      R"(\frac{(d_1/d_2)^{d_1/2}\, x^{d_1/2-1}}{B(d_1/2,\, d_2/2)} \Big(1+\frac{d_1}{d_2}x\Big)^{-\frac{d_1+d_2}{2}})",
      R"(\frac{1}{\pi s}\, \frac{1}{1+(x-m)^2/s^2})",
      R"(\frac{1}{2b}\, e^{-|x-\mu|/b})",
      R"(\frac{e^{-(x-\mu)/s}}{s\,(1+e^{-(x-\mu)/s})^2})",
      R"(\frac{k}{\lambda}\Big(\frac{x}{\lambda}\Big)^{k-1} e^{-(x/\lambda)^k})",
      R"(\frac{\alpha\, m^\alpha}{x^{\alpha+1}})",
      R"(\frac{1}{\beta}\, e^{-z-e^{-z}},\ z=\frac{x-\mu}{\beta})",
  };
  return table[static_cast<std::size_t>(family)];
}

QString namedLawTex(const math::Distribution& law) {
  const math::FamilyDescription& family = math::describe(law.family);
  QStringList parameters;
  for (std::size_t i = 0; i < family.used().size(); ++i) {
    const double value = law.parameters[i];
    parameters.append(QStringLiteral("%1 %2 %3")
                          .arg(QString::fromUtf8(family.parameters[i].symbol), tex::equals({value}),
                               tex::number(value, value == std::round(value) ? 0 : 2)));
  }
  return QString::fromUtf8(family.symbol) + QStringLiteral("(") + parameters.join(QStringLiteral(",\\ ")) +
         QStringLiteral(")");
}

QString lawName(const math::Distribution& law) {
  return Words::tr(math::describe(law.family).name);
}

double numberOr(const math::Quantity& quantity) {
  return quantity.value; // infinite and NaN are what a readout shows as such
}

double probabilityError(double level, const Result& r) {
  if (!r.isDiscrete)
    return math::cumulative(r.law, r.quantile) - level;
  const double missing = level - math::cumulative(r.law, r.quantile);
  const double over = math::cumulative(r.law, r.quantile - 1) - level;
  return std::max({0.0, missing, over});
}

} // namespace

QString lawTex(const math::Distribution& law) {
  const math::FamilyDescription& family = math::describe(law.family);
  QStringList numbers;
  for (std::size_t i = 0; i < family.used().size(); ++i) {
    const double value = law.parameters[i];
    numbers.append(tex::number(value, value == std::round(value) ? 0 : 2));
  }
  return QString::fromUtf8(family.symbol) + QStringLiteral("(") + numbers.join(QStringLiteral(",\\ ")) +
         QStringLiteral(")");
}

QString formula(const Params& p, const Result& r) {
  const QString density = (r.isDiscrete ? QStringLiteral("P(X = x) = ") : QStringLiteral("f(x) = ")) +
                          QString::fromUtf8(densityTex(r.law.family));
  const double low = r.isDiscrete ? std::ceil(r.low(p)) - 1 : r.low(p);
  const QString between = QStringLiteral("P(%1 \\le X \\le %2) = F(%2) - F(%3) %4 %5")
                              .arg(tex::number(r.low(p)), tex::number(r.high(p)), tex::number(low),
                                   tex::equals({r.inside}, 4), tex::number(r.inside, 4));
  // One line: two would leave the controls below the picture short.
  return QStringLiteral("X \\sim %1, \\quad %2, \\quad %3").arg(namedLawTex(r.law), density, between);
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  const double share = r.rain.drawn > 0 ? static_cast<double>(r.rain.inside) / r.rain.drawn
                                        : std::numeric_limits<double>::quiet_NaN();
  return {
      {"mean", Words::tr("Mean"), "E[X]", "",
       Words::tr("Where the picture would balance; undefined or infinite where the tails are too heavy."),
       numberOr(r.moments.mean), 3},
      {"variance", Words::tr("Variance"), "\\operatorname{Var}[X]", "",
       Words::tr(
           "The mean squared distance from the mean; undefined or infinite where the tails are too heavy."),
       numberOr(r.moments.variance), 3},
      {"skewness", Words::tr("Skewness"), "\\gamma_1", "",
       Words::tr(
           "Above 0 with a longer tail to the right, 0 when both sides are alike; undefined or infinite "
           "where the tails are too heavy, undefined too where X is certain."),
       numberOr(r.moments.skewness), 3},
      {"kurtosis", Words::tr("Excess kurtosis"), "\\gamma_2", "",
       Words::tr(
           "0 for a normal law, above with heavier tails; undefined or infinite where they are too heavy, "
           "undefined too where X is certain."),
       numberOr(r.moments.excessKurtosis), 3},
      {"entropy", Words::tr("Entropy"), "H", "nats",
       Words::tr("How uncertain X is; of a density it may be negative."), numberOr(r.entropy), 3},
      {"mode", Words::tr("Mode"), "", "",
       Words::tr("Where f is highest; undefined where that is no single place."), numberOr(r.mode), 3},
      {"inside", Words::tr("Between the limits"), "P(a \\le X \\le b)", "",
       Words::tr("The probability that X lies between a and b, both included."), r.inside, 4},
      {"quantile", Words::tr("Quantile"), "F^{-1}(q)", "",
       Words::tr("The least x that X does not exceed with probability q or more."), r.quantile, 3},
      {"drawn", Words::tr("Samples"), "n", "", Words::tr("How many numbers have been drawn."),
       static_cast<double>(r.rain.drawn), 0},
      {"share", Words::tr("Samples between the limits"), "", "",
       Words::tr("Which share of the samples fell between a and b; undefined before the first."), share, 4},
  };
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  // Simpson's rule with 256 parts of smooth functions; sums of a thousand terms.
  constexpr double ruleError = 1e-8;
  constexpr double rounding = 1e-11;
  return {
      {"total", r.isDiscrete ? QStringLiteral("\\sum_x P(X = x) = 1") : QStringLiteral("\\int f(x)\\,dx = 1"),
       r.isDiscrete
           ? Words::tr("All probabilities together are 1.")
           : Words::tr("The area under the density is 1: summed between the quantiles of 1/8 and 7/8 it "
                       "is the probability between them."),
       r.total - 1, r.isDiscrete ? rounding : ruleError},
      {"inverse",
       r.isDiscrete ? QStringLiteral("F(F^{-1}(q) - 1) < q \\le F(F^{-1}(q))")
                    : QStringLiteral("F(F^{-1}(q)) = q"),
       Words::tr("The quantile undoes the distribution function."), probabilityError(p.level, r), rounding},
  };
}

QString spoken(const Params& p, const Result& r) {
  QStringList parameters;
  const math::FamilyDescription& family = math::describe(r.law.family);
  for (std::size_t i = 0; i < family.used().size(); ++i)
    parameters.append(
        Words::tr("%1 %2").arg(Words::tr(family.parameters[i].name), speech::number(r.law.parameters[i])));
  QString text =
      Words::tr("The %1 law with %2. Its mean is %3 and its variance %4. Between %5 and %6 lies a "
                "probability of %7.")
          .arg(lawName(r.law), parameters.join(QStringLiteral(", ")),
               speech::number(numberOr(r.moments.mean)), speech::number(numberOr(r.moments.variance)),
               speech::number(r.low(p)), speech::number(r.high(p)), speech::number(r.inside, 4));
  if (r.companion)
    text += QLatin1Char(' ') + Words::tr("It is compared with a %1 law; where it was looked at, their "
                                         "distribution functions differ by at most %2.")
                                   .arg(lawName(*r.companion), speech::number(r.distance, 3));
  if (r.rain.drawn > 0)
    text += QLatin1Char(' ') + Words::tr("Of %1 samples %2 fell between the limits.")
                                   .arg(QString::number(r.rain.drawn), QString::number(r.rain.inside));
  return text;
}

} // namespace eigenboard::panels::probability::distributions_panel
