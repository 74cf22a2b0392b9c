#pragma once

#include <Eigen/Core>

namespace eigenboard::probability {

/// A law on finitely many values: rising values, and as many probabilities, 0 or more, that add up to 1.
/// Every function costs O(n). Source: the definitions.
struct FiniteLaw {
  Eigen::VectorXd values;
  Eigen::VectorXd probabilities;
};

/// Probabilities in proportion to weights that are 0 or more; equal ones where all weights are 0. values: at
/// least one, rising; as many weights.
FiniteLaw finiteLaw(const Eigen::VectorXd& values, const Eigen::VectorXd& weights);

/// P(X ≤ x).
double cumulative(const FiniteLaw& law, double x);

/// P(X = x).
double massAt(const FiniteLaw& law, double x);

/// The least value with P(X ≤ x) ≥ p, where 1e-12 less counts as equal, for that is what sums of decimals
/// miss; the last value where rounding leaves none. NaN outside [0, 1].
double quantile(const FiniteLaw& law, double p);

/// E g(X) with g a function of a double.
template <typename Function>
double expectation(const FiniteLaw& law, Function g) {
  double sum = 0;
  for (Eigen::Index i = 0; i < law.values.size(); ++i)
    if (law.probabilities(i) > 0) // g need not be finite where X never is
      sum += law.probabilities(i) * g(law.values(i));
  return sum;
}

/// Skewness and excess kurtosis are NaN where the variance is 0.
struct FiniteMoments {
  double mean = 0;
  double variance = 0;
  double skewness = 0;
  double excessKurtosis = 0;
};
/// From deviations from the mean, without the cancellation of E X² − (E X)².
FiniteMoments moments(const FiniteLaw& law);

} // namespace eigenboard::probability
