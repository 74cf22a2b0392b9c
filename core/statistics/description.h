#pragma once

#include <span>
#include <vector>

namespace eigenboard::statistics {

// What describes values on the line. All in the unit of the values but for variance, which has its square.
// Values come in any order. Without any, or where the text says so, a number is NaN. Source: chapter 8.1.

/// Σ x / n. Cost: n additions.
double mean(std::span<const double> values);

/// Σ (x − mean)²/(n − ddof) in two passes, so that a large mean costs no digits. ddof: the degrees of freedom
/// taken away, 1 for a sample whose own mean is used. NaN for n ≤ ddof.
double variance(std::span<const double> values, int ddof = 1);

/// Whether there are two values that differ. What divides by a spread asks this and not whether a rounded sum
/// of squares is 0.
bool varies(std::span<const double> values);

/// The value below which a share p of the values lies, in [0, 1]: on the line through the sorted values at
/// the places 0, 1/(n − 1), …, 1 (type 7 of Hyndman and Fan, "Sample quantiles in statistical packages",
/// 1996; NumPy's method "linear"). NaN outside [0, 1]. Cost: sorting.
double quantile(std::span<const double> values, double p);
double median(std::span<const double> values);

/// The mean without the int(share · n) least and as many greatest values. share in [0, 0.5).
double trimmedMean(std::span<const double> values, double share);

/// The median of |x − median|: a spread that half of the values may lie about.
double medianAbsoluteDeviation(std::span<const double> values);

/// Tukey's box plot. Whiskers reach to the last values within 1.5 interquartile ranges of the quartiles, the
/// fences; those beyond are outliers by that rule. Source: Tukey, Exploratory Data Analysis, 1977.
struct Box {
  double lowerQuartile = 0;
  double median = 0;
  double upperQuartile = 0;
  double lowerFence = 0;
  double upperFence = 0;
  double lowerWhisker = 0;
  double upperWhisker = 0;
  std::vector<int> outliers; ///< their places among the values

  double interquartileRange() const { return upperQuartile - lowerQuartile; }
};
/// All NaN without values. Cost: sorting.
Box boxOf(std::span<const double> values);

/// All values but one. index: 0 … n − 1.
std::vector<double> without(std::span<const double> values, int index);

} // namespace eigenboard::statistics
