#include "views/panels/statistics/describe_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

namespace {

QString lineFormula(const Result& r) {
  if (r.n == 0)
    return tex::text(Words::tr("no values: click the picture to add one"));
  const double sum = r.line.mean * r.n;
  QString tex =
      QStringLiteral("\\bar x = \\tfrac{1}{n}\\textstyle\\sum_i x_i = \\tfrac{%1}{%2} %3 %4, \\quad "
                     "\\operatorname{median} %5 %6")
          .arg(tex::number(sum), QString::number(r.n), tex::equals({sum, r.line.mean}),
               tex::number(r.line.mean), tex::equals({r.line.box.median}), tex::number(r.line.box.median));
  if (r.n > 1)
    tex += QStringLiteral(", \\quad s = \\sqrt{\\tfrac{1}{n-1}\\textstyle\\sum_i (x_i - \\bar x)^2} %1 %2")
               .arg(tex::equals({r.line.spread()}), tex::number(r.line.spread()));
  return tex;
}

/// "1.12 + 0.75\,x".
QString lineTex(const math::LineFit& fit) {
  return QStringLiteral("%1 %2 %3\\,x")
      .arg(tex::number(fit.intercept), fit.slope < 0 ? QStringLiteral("-") : QStringLiteral("+"),
           tex::number(std::abs(fit.slope)));
}

QString covarianceFormula(const Result& r) {
  const double covariance = r.plane.covariance(0, 1);
  const double sum = covariance * (r.n - 1);
  return QStringLiteral("s_{xy} = \\tfrac{1}{n-1}\\textstyle\\sum_i (x_i - \\bar x)(y_i - \\bar y) = "
                        "\\tfrac{%1}{%2} %3 %4, "
                        "\\quad r %5 %6")
      .arg(tex::number(sum), QString::number(r.n - 1), tex::equals({sum, covariance}),
           tex::number(covariance), tex::equals({r.plane.pearson}), tex::number(r.plane.pearson));
}

QString groupFormula(const Result& r) {
  QString tex =
      QStringLiteral("b %1 %2").arg(tex::equals({r.plane.fit.slope}), tex::number(r.plane.fit.slope));
  for (int group = 0; group < groupCount; ++group) {
    const double slope = r.plane.groupFits[static_cast<std::size_t>(group)].slope;
    if (std::isfinite(slope))
      tex += QStringLiteral(", \\quad b_%1 %2 %3")
                 .arg(QString::number(group), tex::equals({slope}), tex::number(slope));
  }
  const double within = r.plane.grouped.slopeWithin();
  return tex + QStringLiteral(", \\quad b_{\\text{%1}} %2 %3")
                   .arg(Words::tr("within"), tex::equals({within}), tex::number(within));
}

QString planeFormula(const Params& p, const Result& r) {
  if (r.n < 2)
    return tex::text(Words::tr("two points at least: click the plane to add one"));
  if (p.ranks)
    return QStringLiteral("r %1 %2, \\qquad \\rho = r(\\text{%3}) %4 %5, \\qquad \\tau %6 %7")
        .arg(tex::equals({r.plane.pearson}), tex::number(r.plane.pearson), Words::tr("ranks"),
             tex::equals({r.plane.spearman}), tex::number(r.plane.spearman), tex::equals({r.plane.kendall}),
             tex::number(r.plane.kendall));
  if (p.areas)
    return covarianceFormula(r);
  if (p.groups)
    return groupFormula(r);
  const double sx = std::sqrt(r.plane.covariance(0, 0));
  const double sy = std::sqrt(r.plane.covariance(1, 1));
  if (std::isnan(r.plane.pearson))
    return QStringLiteral("s_x %1 %2, \\quad s_y %3 %4 \\quad %5")
        .arg(tex::equals({sx}), tex::number(sx), tex::equals({sy}), tex::number(sy),
             tex::text(Words::tr("what does not vary is correlated with nothing")));
  return QStringLiteral("r = \\frac{s_{xy}}{s_x s_y} = \\frac{%1}{%2 \\cdot %3} \\approx %4, \\qquad "
                        "\\hat y = a + b\\,x \\approx %5")
      .arg(tex::number(r.plane.covariance(0, 1)), tex::number(sx), tex::number(sy),
           tex::number(r.plane.pearson), lineTex(r.plane.fit));
}

QString spokenLine(const Result& r) {
  if (r.n == 0)
    return Words::tr("There are no values.");
  QString words =
      Words::tr("%1 values with mean %2 and median %3. The middle half lies between %4 and %5.")
          .arg(QString::number(r.n), speech::number(r.line.mean), speech::number(r.line.box.median),
               speech::number(r.line.box.lowerQuartile), speech::number(r.line.box.upperQuartile));
  const auto peaks = static_cast<int>(r.line.peaks.places.size());
  words +=
      QLatin1Char(' ') +
      (peaks == 1 ? Words::tr("The smooth estimate has one peak, at %1.").arg(speech::number(r.line.mode))
                  : Words::tr("The smooth estimate has %1 peaks, the highest at %2.")
                        .arg(QString::number(peaks), speech::number(r.line.mode)));
  if (!r.line.box.outliers.empty())
    words +=
        QLatin1Char(' ') + Words::tr("Beyond the fences lie %1 of them.").arg(r.line.box.outliers.size());
  if (r.n > 1)
    words +=
        QLatin1Char(' ') + Words::tr("Without the chosen value the mean would be %1 and the median %2.")
                               .arg(speech::number(r.line.meanWithout), speech::number(r.line.medianWithout));
  return words;
}

QString spokenPlane(const Params& p, const Result& r) {
  if (std::isnan(r.plane.pearson))
    return Words::tr("Points: %1, too few or too much alike for a correlation.").arg(r.n);
  QString words =
      Words::tr("%1 points with a Pearson correlation of %2, Spearman %3, Kendall %4. The line has slope %5.")
          .arg(QString::number(r.n), speech::number(r.plane.pearson), speech::number(r.plane.spearman),
               speech::number(r.plane.kendall), speech::number(r.plane.fit.slope));
  if (p.groups)
    words += QLatin1Char(' ') +
             (r.plane.isSimpson()
                  ? Words::tr("Within every group the slope has the other sign: Simpson's paradox.")
                  : Words::tr("Within the groups the common slope is %1.")
                        .arg(speech::number(r.plane.grouped.slopeWithin())));
  return words;
}

} // namespace

QString formula(const Params& p, const Result& r) {
  return p.mode == Mode::Line ? lineFormula(r) : planeFormula(p, r);
}

QString spoken(const Params& p, const Result& r) {
  return p.mode == Mode::Line ? spokenLine(r) : spokenPlane(p, r);
}

} // namespace eigenboard::panels::statistics::describe_panel
