#include "core/probability/finite_law.h"

#include <cmath>
#include <limits>

namespace eigenboard::probability {

FiniteLaw finiteLaw(const Eigen::VectorXd& values, const Eigen::VectorXd& weights) {
  const double total = weights.sum();
  if (total > 0)
    return {values, weights / total};
  return {values, Eigen::VectorXd::Constant(values.size(), 1 / static_cast<double>(values.size()))};
}

double cumulative(const FiniteLaw& law, double x) {
  double sum = 0;
  for (Eigen::Index i = 0; i < law.values.size() && law.values(i) <= x; ++i)
    sum += law.probabilities(i);
  return sum;
}

double massAt(const FiniteLaw& law, double x) {
  for (Eigen::Index i = 0; i < law.values.size(); ++i)
    if (law.values(i) == x)
      return law.probabilities(i);
  return 0;
}

double quantile(const FiniteLaw& law, double p) {
  if (!(p >= 0 && p <= 1))
    return std::numeric_limits<double>::quiet_NaN();
  constexpr double allowance = 1e-12;
  double sum = 0;
  Eigen::Index last = 0;
  for (Eigen::Index i = 0; i < law.values.size(); ++i) {
    sum += law.probabilities(i);
    if (law.probabilities(i) > 0) {
      last = i;
      if (sum >= p - allowance)
        break;
    }
  }
  return law.values(last);
}

FiniteMoments moments(const FiniteLaw& law) {
  FiniteMoments m;
  m.mean = expectation(law, [](double x) { return x; });
  const auto central = [&](int power) {
    return expectation(law, [&](double x) { return std::pow(x - m.mean, power); });
  };
  m.variance = central(2);
  m.skewness = m.excessKurtosis = std::numeric_limits<double>::quiet_NaN();
  if (m.variance > 0) {
    m.skewness = central(3) / (m.variance * std::sqrt(m.variance));
    m.excessKurtosis = central(4) / (m.variance * m.variance) - 3;
  }
  return m;
}

} // namespace eigenboard::probability
