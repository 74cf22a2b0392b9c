#pragma once

#include <span>
#include <vector>

namespace eigenboard::statistics {

/// A law on the line with a density that is constant on each of several intervals of one width: a population
/// drawn as bars. shares: the probability of each bar, from the left; they sum to 1.
struct HistogramLaw {
  double lower = 0;
  double width = 1;
  std::vector<double> shares;

  double upper() const { return lower + width * static_cast<double>(shares.size()); }
};

/// Weights (each ≥ 0, at least one bar) as shares. Weights below 1e-6 are 0; when none is left all bars are
/// alike.
HistogramLaw histogramLaw(double lower, double width, std::span<const double> weights);

double densityOf(const HistogramLaw& law, double x);
/// The x below which lies the probability p in (0, 1); the first where a gap leaves a choice.
double quantileOf(const HistogramLaw& law, double p);

/// Mean, variance and skewness E((X − μ)/σ)³; the variance is at least width²/12.
struct LawMoments {
  double mean = 0;
  double variance = 0;
  double skewness = 0;
};
LawMoments momentsOf(const HistogramLaw& law);

} // namespace eigenboard::statistics
