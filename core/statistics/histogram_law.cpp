#include "core/statistics/histogram_law.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace eigenboard::statistics {

namespace {

double middleOf(const HistogramLaw& law, std::size_t bar) {
  return law.lower + law.width * (static_cast<double>(bar) + 0.5);
}

} // namespace

HistogramLaw histogramLaw(double lower, double width, std::span<const double> weights) {
  constexpr double least = 1e-6;
  HistogramLaw law{lower, width, std::vector<double>(weights.begin(), weights.end())};
  for (double& weight : law.shares)
    weight = weight < least ? 0 : weight;
  double sum = std::accumulate(law.shares.begin(), law.shares.end(), 0.0);
  if (sum == 0) {
    std::fill(law.shares.begin(), law.shares.end(), 1.0);
    sum = static_cast<double>(law.shares.size());
  }
  for (double& weight : law.shares)
    weight /= sum;
  return law;
}

double densityOf(const HistogramLaw& law, double x) {
  if (!(x >= law.lower && x < law.upper()))
    return 0;
  const auto bar = static_cast<std::size_t>((x - law.lower) / law.width);
  return law.shares[std::min(bar, law.shares.size() - 1)] / law.width;
}

double quantileOf(const HistogramLaw& law, double p) {
  double before = 0;
  std::size_t last = 0;
  for (std::size_t bar = 0; bar < law.shares.size(); ++bar) {
    const double share = law.shares[bar];
    if (share == 0)
      continue;
    last = bar;
    if (p <= before + share)
      return law.lower + law.width * (static_cast<double>(bar) + (p - before) / share);
    before += share;
  }
  return law.lower + law.width * static_cast<double>(last + 1); // p above the rounded sum of all shares
}

LawMoments momentsOf(const HistogramLaw& law) {
  LawMoments moments;
  for (std::size_t bar = 0; bar < law.shares.size(); ++bar)
    moments.mean += law.shares[bar] * middleOf(law, bar);
  const double within = law.width * law.width / 12;
  double third = 0;
  for (std::size_t bar = 0; bar < law.shares.size(); ++bar) {
    const double off = middleOf(law, bar) - moments.mean;
    moments.variance += law.shares[bar] * (off * off + within);
    third += law.shares[bar] * off * (off * off + 3 * within);
  }
  moments.skewness = third / (moments.variance * std::sqrt(moments.variance));
  return moments;
}

} // namespace eigenboard::statistics
