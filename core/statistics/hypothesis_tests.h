#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <limits>
#include <span>

namespace eigenboard::statistics {

/// Which outcomes count as at least as extreme as the one seen.
enum class Side : std::uint8_t {
  Both,    ///< as far from the null value, either way
  Greater, ///< as far above it
  Less,    ///< as far below it
};

/// p: the probability of data at least this extreme if the null hypothesis holds; it is not the probability
/// of the null hypothesis. degrees: of freedom, infinite for a normal statistic. NaN where the data leave no
/// spread to measure with.
struct TestResult {
  double statistic = std::numeric_limits<double>::quiet_NaN();
  double degrees = std::numeric_limits<double>::infinity();
  double p = std::numeric_limits<double>::quiet_NaN();
};

/// P(Z at least as extreme as z) for a standard normal Z.
double normalTail(double z, Side side);
/// The z beyond which a test at level alpha in (0, 1) rejects: positive, also for Less.
double criticalZ(double alpha, Side side);

/// z = estimate/standardError, the error being known.
TestResult zTest(double estimate, double standardError, Side side);
/// Student's t of the mean of one sample (at least two values) against a value.
TestResult oneSampleT(std::span<const double> values, double nullMean, Side side);
/// Student's t of mean(second) − mean(first), one variance for both: n₁ + n₂ − 2 degrees of freedom.
TestResult pooledT(std::span<const double> first, std::span<const double> second, Side side);
/// The same without that assumption: Welch 1947, with Satterthwaite's degrees of freedom.
TestResult welchT(std::span<const double> first, std::span<const double> second, Side side);
/// z of the difference of two shares, second less first, with the pooled share in the error.
TestResult twoProportions(int firstHits, int firstTries, int secondHits, int secondTries, Side side);
/// Pearson's χ² of counts against expected ones (each above 0); lost: degrees of freedom less, 1 for the
/// total.
TestResult chiSquared(std::span<const double> observed, std::span<const double> expected, int lost = 1);
/// Pearson's χ² of independence of the rows and columns of a table of counts, without Yates's correction.
TestResult chiSquaredIndependence(const Eigen::MatrixXd& counts);

} // namespace eigenboard::statistics
