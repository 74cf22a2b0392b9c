#include "core/statistics/hypothesis_tests.h"

#include "core/numerics/normal.h"
#include "core/probability/distribution.h"
#include "core/statistics/description.h"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace eigenboard::statistics {

namespace {

constexpr double noTest = std::numeric_limits<double>::quiet_NaN();

double tailOf(const numerics::Tails& tails, Side side) {
  switch (side) {
  case Side::Both:
    return std::min(1.0, 2 * std::min(tails.lower, tails.upper));
  case Side::Greater:
    return tails.upper;
  case Side::Less:
    return tails.lower;
  }
  return noTest;
}

TestResult studentResult(double difference, double error, double degrees, Side side) {
  if (!(error > 0) || !(degrees > 0))
    return {noTest, degrees, noTest};
  const double t = difference / error;
  return {t, degrees, tailOf(probability::tails({probability::Family::StudentT, {degrees, 0, 1}}, t), side)};
}

TestResult chiSquaredResult(double statistic, double degrees) {
  if (!(degrees > 0))
    return {statistic, degrees, noTest};
  return {statistic, degrees,
          probability::tails({probability::Family::ChiSquared, {degrees}}, statistic).upper};
}

double sizeOf(std::span<const double> values) {
  return static_cast<double>(values.size());
}

} // namespace

double normalTail(double z, Side side) {
  const double scale = 1 / std::numbers::sqrt2;
  switch (side) {
  case Side::Both:
    return std::erfc(std::abs(z) * scale);
  case Side::Greater:
    return 0.5 * std::erfc(z * scale);
  case Side::Less:
    return 0.5 * std::erfc(-z * scale);
  }
  return noTest;
}

double criticalZ(double alpha, Side side) {
  return -numerics::normalQuantile(side == Side::Both ? alpha / 2 : alpha);
}

TestResult zTest(double estimate, double standardError, Side side) {
  TestResult result;
  if (!(standardError > 0))
    return result;
  result.statistic = estimate / standardError;
  result.p = normalTail(result.statistic, side);
  return result;
}

TestResult oneSampleT(std::span<const double> values, double nullMean, Side side) {
  return studentResult(mean(values) - nullMean, std::sqrt(variance(values, 1)) / std::sqrt(sizeOf(values)),
                       sizeOf(values) - 1, side);
}

TestResult pooledT(std::span<const double> first, std::span<const double> second, Side side) {
  const double degrees = sizeOf(first) + sizeOf(second) - 2;
  const double squares = variance(first, 0) * sizeOf(first) + variance(second, 0) * sizeOf(second);
  const double error = std::sqrt(squares / degrees * (1 / sizeOf(first) + 1 / sizeOf(second)));
  return studentResult(mean(second) - mean(first), error, degrees, side);
}

TestResult welchT(std::span<const double> first, std::span<const double> second, Side side) {
  const double one = variance(first, 1) / sizeOf(first);
  const double other = variance(second, 1) / sizeOf(second);
  const double sum = one + other;
  const double degrees = sum * sum / (one * one / (sizeOf(first) - 1) + other * other / (sizeOf(second) - 1));
  return studentResult(mean(second) - mean(first), std::sqrt(sum), degrees, side);
}

TestResult twoProportions(int firstHits, int firstTries, int secondHits, int secondTries, Side side) {
  const double pooled = static_cast<double>(firstHits + secondHits) / (firstTries + secondTries);
  const double error = std::sqrt(pooled * (1 - pooled) * (1.0 / firstTries + 1.0 / secondTries));
  return zTest(static_cast<double>(secondHits) / secondTries - static_cast<double>(firstHits) / firstTries,
               error, side);
}

TestResult chiSquared(std::span<const double> observed, std::span<const double> expected, int lost) {
  double statistic = 0;
  for (std::size_t i = 0; i < observed.size(); ++i)
    statistic += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
  return chiSquaredResult(statistic, sizeOf(observed) - lost);
}

TestResult chiSquaredIndependence(const Eigen::MatrixXd& counts) {
  const Eigen::VectorXd rows = counts.rowwise().sum();
  const Eigen::RowVectorXd columns = counts.colwise().sum();
  const Eigen::MatrixXd expected = rows * columns / counts.sum();
  const double statistic = ((counts - expected).array().square() / expected.array()).sum();
  return chiSquaredResult(statistic, static_cast<double>((counts.rows() - 1) * (counts.cols() - 1)));
}

} // namespace eigenboard::statistics
