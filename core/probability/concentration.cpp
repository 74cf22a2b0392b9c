#include "core/probability/concentration.h"

#include <cmath>

namespace eigenboard::probability {

FiniteLaw lawOfMean(const FiniteLaw& law, int n) {
  const Eigen::Index places = law.values.size();
  Eigen::VectorXd sum = law.probabilities;
  for (int draws = 1; draws < n; ++draws) {
    Eigen::VectorXd next = Eigen::VectorXd::Zero(sum.size() + places - 1);
    for (Eigen::Index i = 0; i < places; ++i)
      next.segment(i, sum.size()) += law.probabilities(i) * sum;
    sum = std::move(next);
  }
  const double step = (law.values(places - 1) - law.values(0)) / static_cast<double>(places - 1) / n;
  Eigen::VectorXd values(sum.size());
  for (Eigen::Index i = 0; i < values.size(); ++i)
    values(i) = law.values(0) + step * static_cast<double>(i);
  return {std::move(values), std::move(sum)};
}

double tailBeyond(const FiniteLaw& law, double centre, double t) {
  constexpr double tie = 1e-9;
  double sum = 0;
  for (Eigen::Index i = 0; i < law.values.size(); ++i)
    if (std::abs(law.values(i) - centre) >= t - tie)
      sum += law.probabilities(i);
  return sum;
}

TailBounds tailBounds(const FiniteLaw& law, const FiniteLaw& meanLaw, int n, double width, double t) {
  const FiniteMoments m = moments(law);
  TailBounds bounds;
  bounds.truth = tailBeyond(meanLaw, m.mean, t);
  bounds.markov = expectation(meanLaw, [&](double x) { return std::abs(x - m.mean); }) / t;
  bounds.chebyshev = m.variance / (n * t * t);
  bounds.hoeffding = 2 * std::exp(-2 * n * (t / width) * (t / width));
  return bounds;
}

} // namespace eigenboard::probability
