#include "views/panels/statistics/sampling_words.h"

#include "core/probability/distribution.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::sampling_panel {

using panel::Readout;

namespace {

QString errorTex(const Params& p, const Result& r) {
  if (std::isnan(r.law.spread))
    return QStringLiteral("\\sigma/\\sqrt{n} \\;\\text{%1}")
        .arg(Words::tr("undefined: this population has no mean"));
  if (std::isinf(r.law.spread))
    return QStringLiteral("\\sigma/\\sqrt{n} = \\infty \\;\\text{%1}")
        .arg(Words::tr("a mean, but no variance"));
  return QStringLiteral("\\sigma/\\sqrt{n} = %1/\\sqrt{%2} \\approx %3")
      .arg(tex::number(r.law.spread, 3))
      .arg(p.n)
      .arg(tex::number(r.standardError, 3));
}

QString bootstrapFormula(const Params& p, const Result& r) {
  QString text = QStringLiteral("s/\\sqrt{n} \\approx %1").arg(tex::number(r.plugInError, 3));
  if (r.means.size() > 1)
    text += QStringLiteral(", \\qquad \\text{SE}^* \\approx %1, \\qquad [%2,\\, %3] \\;\\text{%4}\\; %5\\%")
                .arg(tex::number(r.measuredError, 3), tex::number(r.interval.low),
                     tex::number(r.interval.high), Words::tr("at"), tex::number(100 * p.confidence, 0));
  return text;
}

std::vector<Readout> populationReadouts(const Result& r) {
  return {
      {"mu", Words::tr("Population mean"), "\\mu", "",
       Words::tr("Where the population would balance; undefined where the tails are too heavy for a mean."),
       r.law.mean, 3},
      {"sigma", Words::tr("Population spread"), "\\sigma", "",
       Words::tr("The standard deviation; infinite or undefined where the tails are too heavy."),
       r.law.spread, 3},
      {"se", Words::tr("Standard error"), "\\sigma/\\sqrt{n}", "",
       Words::tr(
           "How far the mean of n values usually strays from μ; infinite or undefined with the spread."),
       r.standardError, 3},
  };
}

std::vector<Readout> meansReadouts(const Params& p, const Result& r) {
  const bool counts = p.mode == Mode::Means;
  const double root = std::sqrt(static_cast<double>(p.n));
  return {
      {"samples", Words::tr("Samples"), "", "", Words::tr("How many samples, or resamples, have been drawn."),
       static_cast<double>(r.means.size()), 0},
      {"mean_of_means", Words::tr("Mean of the means"), "", "",
       Words::tr("Near μ, for the mean is unbiased; of resamples near the mean of the one sample. It is "
                 "undefined before the first."),
       r.meanOfMeans, 3},
      {"measured_se", Words::tr("Measured standard error"), "", "",
       Words::tr("The standard deviation of the means drawn so far; undefined before the second."),
       r.measuredError, 3},
      {"skewness", Words::tr("Skewness of a mean"), "\\gamma/\\sqrt{n}", "",
       Words::tr(
           "How lopsided the mean of n values still is: 0 for a normal law; infinite or undefined where "
           "the tails are too heavy."),
       r.law.skewness / root, 3},
      {"ks", Words::tr("Distance from normal"), "D", "",
       Words::tr(
           "The greatest gap between the share of means below x and what N(μ, σ²/n) says; chance alone "
           "makes it some 0.9/√samples. It is undefined without a standard error, without samples, and of "
           "resamples."),
       counts ? r.distance : undefined, 3},
  };
}

std::vector<Readout> pathReadouts(const Result& r) {
  return {
      {"drawn", Words::tr("Values drawn"), "", "", Words::tr("How many values the running mean is of."),
       static_cast<double>(r.path.size()), 0},
      {"running_mean", Words::tr("Running mean"), "\\bar{x}", "",
       Words::tr("The mean of all values so far; undefined before the first."),
       r.path.empty() ? undefined : r.path.back(), 3},
  };
}

std::vector<Readout> bootstrapReadouts(const Result& r) {
  const bool covers = r.interval.low <= r.law.mean && r.law.mean <= r.interval.high;
  return {
      {"sample_mean", Words::tr("Mean of the sample"), "", "",
       Words::tr("Of the one sample that is resampled; undefined in the other modes."), r.sampleMean, 3},
      {"plug_in_se", Words::tr("s/√n of the sample"), "s/\\sqrt{n}", "",
       Words::tr("What the bootstrap's standard error comes to with many resamples; undefined in the other "
                 "modes."),
       r.plugInError, 3},
      {"low", Words::tr("Interval, lower end"), "", "",
       Words::tr("The percentile of the resampled means; undefined before the first resample."),
       r.interval.low, 3},
      {"high", Words::tr("Interval, upper end"), "", "",
       Words::tr("The percentile of the resampled means; undefined before the first resample."),
       r.interval.high, 3},
      {"covers", Words::tr("The interval holds μ"), "", "",
       Words::tr("1 if the population mean lies in it, otherwise 0: in a program one can look. It is "
                 "undefined without an interval or a mean."),
       std::isnan(r.interval.low) || std::isnan(r.law.mean) ? undefined
       : covers                                             ? 1.0
                                                            : 0.0,
       0},
  };
}

} // namespace

QString formula(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Bootstrap:
    return bootstrapFormula(p, r);
  case Mode::Path: {
    const QString mean =
        r.path.empty() ? tex::text(Words::tr("nothing drawn yet")) : tex::number(r.path.back(), 3);
    const QString goal =
        std::isnan(r.law.mean)
            ? tex::text(Words::tr("no mean to converge to"))
            : QStringLiteral("\\mu %1 %2").arg(tex::equals({r.law.mean}, 3), tex::number(r.law.mean, 3));
    return QStringLiteral("\\bar{x}_{%1} = %2, \\qquad %3").arg(r.path.size()).arg(mean, goal);
  }
  case Mode::Means:
    break;
  }
  QString text = errorTex(p, r);
  if (r.means.size() > 1)
    text += QStringLiteral(", \\qquad \\text{%1}\\;\\; %2")
                .arg(Words::tr("measured"), tex::number(r.measuredError, 3));
  return text;
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readout> list = populationReadouts(r);
  const auto append = [&list](const std::vector<Readout>& more) {
    list.insert(list.end(), more.begin(), more.end());
  };
  if (p.mode == Mode::Path)
    append(pathReadouts(r));
  if (p.mode == Mode::Bootstrap)
    append(bootstrapReadouts(r));
  append(meansReadouts(p, r));
  if (p.mode != Mode::Path)
    append(pathReadouts(r));
  if (p.mode != Mode::Bootstrap)
    append(bootstrapReadouts(r));
  return list;
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  double total = 0;
  for (const double share : drawnLaw(p).shares)
    total += share;
  std::vector<panel::Invariant> list{{"total", QStringLiteral("\\sum p_i = 1"),
                                      Words::tr("The bars of a drawn population are shares of all of it."),
                                      total - 1, 16 * epsilon}};
  if (std::isfinite(r.standardError))
    list.push_back({"root_n", QStringLiteral("n \\cdot \\operatorname{SE}^2 = \\sigma^2"),
                    Words::tr("Four times the sample halves the error."),
                    p.n * r.standardError * r.standardError / (r.law.spread * r.law.spread) - 1,
                    16 * epsilon});
  if (!r.means.empty()) {
    const double scale = std::max(std::abs(r.means.front()), std::abs(r.means.back()));
    double sum = 0;
    for (const double mean : r.means)
      sum += mean - r.meanOfMeans;
    // A thousand differences, each known to eps of the greatest mean.
    list.push_back({"balance", QStringLiteral("\\sum (\\bar{x}_i - \\bar{\\bar{x}}) = 0"),
                    Words::tr("The means balance at their mean."), sum / static_cast<double>(r.means.size()),
                    1000 * epsilon * std::max(1.0, scale)});
  }
  if (p.mode == Mode::Bootstrap && std::isfinite(r.interval.low))
    list.push_back(
        {"inside",
         QStringLiteral("\\min \\bar{x}^* \\le \\text{%1} \\le \\max \\bar{x}^*").arg(Words::tr("interval")),
         Words::tr("The percentile interval lies among the resampled means."),
         std::max({0.0, r.means.front() - r.interval.low, r.interval.high - r.means.back()}), 0});
  return list;
}

QString spoken(const Params& p, const Result& r) {
  QString text = std::isnan(r.law.mean)
                     ? Words::tr("The population has no mean and no variance.")
                     : Words::tr("The population has mean %1 and standard deviation %2.")
                           .arg(speech::number(r.law.mean, 3), speech::number(r.law.spread, 3));
  text += QLatin1Char(' ');
  switch (p.mode) {
  case Mode::Means:
    text += Words::tr("The mean of %1 values has standard error %2; %3 samples have been drawn, their means "
                      "spread by %4.")
                .arg(p.n)
                .arg(speech::number(r.standardError, 3))
                .arg(r.means.size())
                .arg(speech::number(r.measuredError, 3));
    break;
  case Mode::Path:
    text += r.path.empty() ? Words::tr("Nothing has been drawn yet.")
                           : Words::tr("The mean of the first %1 values is %2.")
                                 .arg(r.path.size())
                                 .arg(speech::number(r.path.back(), 3));
    break;
  case Mode::Bootstrap:
    text += Words::tr("A sample of %1 values has mean %2. ").arg(p.n).arg(speech::number(r.sampleMean, 3));
    text += r.means.empty() ? Words::tr("It has not been resampled yet.")
                            : Words::tr("After %1 resamples the interval goes from %2 to %3.")
                                  .arg(r.means.size())
                                  .arg(speech::number(r.interval.low, 3), speech::number(r.interval.high, 3));
    break;
  }
  return text;
}

} // namespace eigenboard::panels::statistics::sampling_panel
