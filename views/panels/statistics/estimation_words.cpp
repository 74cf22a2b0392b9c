#include "views/panels/statistics/estimation_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::statistics::estimation_panel {

namespace {

/// "3.2 \times 10^{-7}" for what two decimals would not show.
QString smallTex(double value) {
  if (!std::isfinite(value) || value == 0 || std::abs(value) >= 0.01)
    return tex::number(value, 3);
  const int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return QStringLiteral("%1 \\times 10^{%2}").arg(tex::number(value / std::pow(10, power))).arg(power);
}

QString likelihoodFormula(const Params& p, const LikelihoodResult& r) {
  const QString theta = QString::fromLatin1(axisOf(p.show).symbol);
  if (r.observed.count() == 0)
    return tex::text(Words::tr("no data: every value of the parameter is as likely; click to add one"));
  const QString product = r.product == 0
                              ? QStringLiteral("L = \\prod_i f(x_i \\mid %1) = 0\\ (\\text{%2})")
                                    .arg(theta, Words::tr("in double"))
                              : QStringLiteral("L = \\textstyle\\prod_i f(x_i \\mid %1) \\approx %2")
                                    .arg(theta, smallTex(r.product));
  const QString best =
      QStringLiteral("\\hat{%1} %2 %3").arg(theta, tex::equals({r.best}), tex::number(r.best));
  QString last;
  if (r.after)
    last = QStringLiteral("\\hat{%1}_{\\text{MAP}} %2 %3")
               .arg(theta, tex::equals({r.after->mode()}), tex::number(r.after->mode()));
  else
    last = QStringLiteral("\\text{SE} = \\tfrac{1}{\\sqrt{I}} %1 %2")
               .arg(tex::equals({r.standardError}, 3), tex::number(r.standardError, 3));
  return QStringLiteral("%1, \\quad \\ell = \\ln L %2 %3, \\quad %4, \\quad %5")
      .arg(product, tex::equals({r.logLikelihood}), tex::number(r.logLikelihood), best, last);
}

QString danceFormula(const Params& p, const Result& r) {
  const QString factor =
      p.procedure == math::MeanProcedure::Student ? QStringLiteral("t^{*}") : QStringLiteral("z^{*}");
  const QString spread =
      p.procedure == math::MeanProcedure::KnownSpread ? QStringLiteral("\\sigma") : QStringLiteral("s");
  QString tex = QStringLiteral("\\bar x \\pm %1 \\tfrac{%2}{\\sqrt{n}}").arg(factor, spread);
  if (r.repeated.samples > 0) {
    const Step& last = r.history.back();
    tex += QStringLiteral(" \\approx %1 \\pm %2, \\qquad \\tfrac{%3}{%4} \\approx %5")
               .arg(tex::number(last.sampleMean), tex::number(0.5 * last.interval.width()))
               .arg(r.repeated.samples - r.repeated.misses)
               .arg(r.repeated.samples)
               .arg(tex::number(r.repeated.coverage(), 3));
  }
  return tex + QStringLiteral(", \\qquad 1 - \\alpha = %1").arg(tex::number(p.level));
}

QString targetFormula(const Result& r) {
  const math::Risk& risk = r.repeated.risk;
  return QStringLiteral("\\text{MSE} = \\text{bias}^2 + \\text{variance} \\approx (%1)^2 + %2 \\approx %3, "
                        "\\qquad w %4 %5")
      .arg(tex::number(risk.bias, 3), tex::number(risk.variance, 3), tex::number(risk.meanSquaredError(), 3),
           tex::equals({r.repeated.weight}, 3), tex::number(r.repeated.weight, 3));
}

QString spokenLikelihood(const LikelihoodResult& r) {
  if (r.observed.count() == 0)
    return Words::tr("There are no data.");
  QString words =
      Words::tr("At %1 the log-likelihood of %2 values is %3. Its maximum is at %4, with standard error %5.")
          .arg(speech::number(r.theta), QString::number(r.observed.count()), speech::number(r.logLikelihood),
               speech::number(r.best), speech::number(r.standardError, 3));
  if (r.product == 0)
    words += QLatin1Char(' ') + Words::tr("The product of the densities is 0 in double precision.");
  if (r.after)
    words += QLatin1Char(' ') +
             Words::tr("With the prior the belief has its mode at %1 and reaches from %2 to %3.")
                 .arg(speech::number(r.after->mode()), speech::number(r.credible.low),
                      speech::number(r.credible.high));
  return words;
}

QString spokenDance(const Params& p, const Result& r) {
  if (r.repeated.samples == 0)
    return Words::tr("No sample has been drawn yet.");
  return Words::tr("Of %1 intervals %2 miss the true mean of %3. The procedure asks for a coverage of %4 and "
                   "has shown %5 so far.")
      .arg(QString::number(r.repeated.samples), QString::number(r.repeated.misses),
           speech::number(p.trueMean), speech::number(p.level), speech::number(r.repeated.coverage(), 3));
}

QString spokenTarget(const Result& r) {
  QString words =
      Words::tr("The estimator has bias %1 and variance %2, together a mean squared error of %3.")
          .arg(speech::number(r.repeated.risk.bias, 3), speech::number(r.repeated.risk.variance, 3),
               speech::number(r.repeated.risk.meanSquaredError(), 3));
  if (r.repeated.estimates > 0)
    words += QLatin1Char(' ') + Words::tr("%1 estimates have shown a mean of %2, where the truth is %3.")
                                    .arg(QString::number(r.repeated.estimates),
                                         speech::number(r.repeated.seenMean, 3),
                                         speech::number(r.repeated.truth, 3));
  return words;
}

} // namespace

QString formula(const Params& p, const Result& r) {
  switch (p.show) {
  case Show::Dance:
    return danceFormula(p, r);
  case Show::Target:
    return targetFormula(r);
  default:
    return likelihoodFormula(p, r.likelihood);
  }
}

QString spoken(const Params& p, const Result& r) {
  switch (p.show) {
  case Show::Dance:
    return spokenDance(p, r);
  case Show::Target:
    return spokenTarget(r);
  default:
    return spokenLikelihood(r.likelihood);
  }
}

} // namespace eigenboard::panels::statistics::estimation_panel
