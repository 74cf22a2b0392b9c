#include "views/panels/statistics/sampling_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::sampling_panel {

namespace chance = eigenboard::probability;

namespace {

std::vector<double> drawSample(const Params& p, int size, numerics::Random& random) {
  std::vector<double> values(static_cast<std::size_t>(size));
  const auto family = familyOf(p);
  const math::HistogramLaw law = drawnLaw(p);
  for (double& value : values) {
    const double u = math::unitNumber(random);
    value = family ? chance::quantile(*family, u) : math::quantileOf(law, u);
  }
  return values;
}

void judge(Result& r, const Params& p) {
  if (r.means.empty())
    return;
  std::sort(r.means.begin(), r.means.end());
  r.meanOfMeans = math::mean(r.means);
  r.measuredError = std::sqrt(math::variance(r.means, 1));
  if (p.mode == Mode::Bootstrap) {
    r.interval = math::percentileInterval(r.means, p.confidence);
  } else if (std::isfinite(r.standardError)) {
    r.distance = math::kolmogorovDistance(
        r.means, [&r](double x) { return math::normalCumulative(x, r.law.mean, r.standardError); });
  }
}

} // namespace

math::HistogramLaw drawnLaw(const Params& params) {
  return math::histogramLaw(0, 1, std::span(params.bars.data(), barCount));
}

std::optional<chance::Distribution> familyOf(const Params& params) {
  switch (params.population) {
  case Population::Exponential:
    return chance::Distribution{chance::Family::Exponential, {0.5}};
  case Population::Pareto:
    return chance::Distribution{chance::Family::Pareto, {1.5, 1}};
  case Population::Cauchy:
    return chance::Distribution{chance::Family::Cauchy, {5, 1}};
  case Population::Drawn:
    break;
  }
  return std::nullopt;
}

Law lawOf(const Params& params) {
  if (const auto family = familyOf(params)) {
    const chance::Moments moments = chance::moments(*family);
    return {moments.mean.value, std::sqrt(moments.variance.value), moments.skewness.value};
  }
  const math::LawMoments moments = math::momentsOf(drawnLaw(params));
  return {moments.mean, std::sqrt(moments.variance), moments.skewness};
}

Draw startOfDraws(const Params& params) {
  Draw draw;
  draw.random = numerics::Random(static_cast<std::uint64_t>(params.seed));
  if (params.mode == Mode::Bootstrap)
    draw.base = drawSample(params, params.n, draw.random);
  return draw;
}

Draw nextOfDraws(const Params& params, const Draw& draw) {
  Draw next;
  next.random = draw.random;
  next.step = draw.step + 1;
  next.base = draw.base;
  if (params.mode == Mode::Path) {
    next.latest = drawSample(params, drawsOfPath, next.random);
    return next;
  }
  for (int i = 0; i < samplesInStep(next.step); ++i) {
    next.latest = params.mode == Mode::Bootstrap ? math::resample(next.base, next.random)
                                                 : drawSample(params, params.n, next.random);
    next.means.push_back(math::mean(next.latest));
  }
  return next;
}

Result evaluate(const Params& params, std::span<const Draw> history) {
  Result r;
  r.law = lawOf(params);
  r.standardError = r.law.spread / std::sqrt(params.n);
  r.base = history.back().base;
  r.latest = history.back().latest;
  double sum = 0;
  for (const Draw& draw : history) {
    r.means.insert(r.means.end(), draw.means.begin(), draw.means.end());
    if (params.mode == Mode::Path)
      for (const double value : draw.latest) {
        sum += value;
        r.path.push_back(sum / static_cast<double>(r.path.size() + 1));
      }
  }
  if (params.mode == Mode::Bootstrap) {
    r.sampleMean = math::mean(r.base);
    r.plugInError = std::sqrt(math::variance(r.base, 0)) / std::sqrt(params.n);
  }
  judge(r, params);
  return r;
}

QString barKey(int bar) {
  return QStringLiteral("bar_%1").arg(bar);
}

} // namespace eigenboard::panels::statistics::sampling_panel
