#pragma once

#include <span>
#include <vector>

namespace eigenboard::statistics {

/// Counts of values in bins [start + k width, start + (k + 1) width), k whole. A value within a billionth of
/// a width below an edge counts as on it, so that 0.3 lies on the third edge of bins 0.1 wide.
struct Histogram {
  double start = 0;
  double width = 1;
  int first = 0;           ///< k of the first bin
  std::vector<int> counts; ///< from there on, as many as to the last value; empty without values

  double left(int index) const { return start + (first + index) * width; }
};
/// width > 0. Cost: n plus the number of bins.
Histogram histogram(std::span<const double> values, double start, double width);

/// The mean of normal densities of spread h about the values, at x: it integrates to 1. h > 0. NaN without
/// values. Cost: n exponentials. Source: Rosenblatt 1956, Parzen 1962; chapter 8.1.
double kernelDensity(std::span<const double> values, double h, double x);

/// Its derivative at x.
double kernelSlope(std::span<const double> values, double h, double x);

struct KernelPeaks {
  std::vector<double> places; ///< of all maxima, rising
  double mode =
      0; ///< of the highest; of several as high, to 1e-9 of their height, the least; NaN without values
};
/// Maxima that a grid of h/8 tells apart, each by bisection of the derivative to the last digit that its
/// rounding leaves. Cost: n (8 range/h + 60 maxima) exponentials.
KernelPeaks kernelPeaks(std::span<const double> values, double h);

// Rules for h from the spread s (ddof 1) and the count of the values. NaN for fewer than two, 0 where none
// differ.

/// s n^(−1/5). Source: Scott, Multivariate Density Estimation, 1992.
double scottBandwidth(std::span<const double> values);
/// s (4/(3 n))^(1/5), best for normal data. Source: Silverman, Density Estimation, 1986, equation 3.28.
double silvermanBandwidth(std::span<const double> values);
/// 0.9 min(s, IQR/1.34) n^(−1/5), where an interquartile range of 0 is left out of the minimum: it does not
/// follow outliers and smooths two peaks less. Source: Silverman 1986, equation 3.31.
double robustBandwidth(std::span<const double> values);

} // namespace eigenboard::statistics
