#include "core/probability/discrete.h"

#include "core/numerics/normal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::probability {

namespace {

/// Tails carry some roundings, so that P(X ≤ k) may fall just short of a p that it equals.
constexpr double tailRounding = 64 * std::numeric_limits<double>::epsilon();

/// The least whole number of the support that is far enough; start: a guess.
double leastWhole(const Support& support, double start, const std::function<bool(double)>& isBeyond) {
  const auto isFarEnough = [&](double k) { return k >= support.most || isBeyond(k); };
  double high = std::clamp(std::floor(start), support.least, std::min(support.most, 0x1p53));
  double stride = 1;
  double low = support.least - 1; // not far enough
  if (isFarEnough(high)) {
    while (high - stride > low) {
      if (!isFarEnough(high - stride)) {
        low = high - stride;
        break;
      }
      high -= stride;
      stride *= 2;
    }
  } else {
    do {
      low = high;
      high = std::min(high + stride, support.most);
      stride *= 2;
    } while (std::isfinite(high) && !isFarEnough(high));
  }
  while (high - low > 1) {
    const double middle = std::floor(0.5 * (low + high));
    if (middle == low || middle == high)
      break;
    (isFarEnough(middle) ? high : low) = middle;
  }
  return high;
}

double normalGuess(const Law& law, const Parameters& parameters, double z) {
  const Moments m = law.moments(parameters);
  return m.mean.value + std::sqrt(m.variance.value) * z;
}

/// Gauss and Legendre's eight nodes, on [−1, 1]: those above 0 and their weights (DLMF table 3.5.2).
constexpr std::array<double, 4> nodes = {0.18343464249564980494, 0.52553240991632898582,
                                         0.79666647741362673959, 0.96028985649753623168};
constexpr std::array<double, 4> weights = {0.36268378337836198297, 0.31370664587788728734,
                                           0.22238103445337447054, 0.10122853629037625915};

double panelIntegral(const std::function<double(double)>& f, double from, double to) {
  const double middle = 0.5 * (from + to);
  const double half = 0.5 * (to - from);
  double sum = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    sum += weights[i] * (f(middle - half * nodes[i]) + f(middle + half * nodes[i]));
  return half * sum;
}

} // namespace

double searchedQuantile(const Law& law, const Parameters& parameters, double p) {
  return leastWhole(law.support(parameters), normalGuess(law, parameters, numerics::normalQuantile(p)),
                    [&](double k) { return law.tails(parameters, k).lower >= p * (1 - tailRounding); });
}

double searchedUpperQuantile(const Law& law, const Parameters& parameters, double q) {
  return leastWhole(law.support(parameters), normalGuess(law, parameters, -numerics::normalQuantile(q)),
                    [&](double k) { return law.tails(parameters, k).upper <= q * (1 + tailRounding); });
}

double expectationOfLog(const Law& law, const Parameters& parameters,
                        const std::function<double(double)>& g) {
  constexpr double negligible = 1e-20;
  constexpr double mostTerms = 20000;
  constexpr double firstTerms = 1000;
  const double least = searchedQuantile(law, parameters, negligible);
  const double most = searchedUpperQuantile(law, parameters, negligible);
  const auto term = [&](double k) {
    const double logarithm = law.logDensity(parameters, k);
    return std::isinf(logarithm) ? 0 : std::exp(logarithm) * g(logarithm);
  };
  const bool isLong = most - least > mostTerms;
  const double last = isLong ? least + firstTerms - 1 : most;
  double sum = 0;
  for (double k = least; k <= last; ++k)
    sum += term(k);
  if (!isLong)
    return sum;
  // Near the beginning f may go like a power of k, so that panels grow with k, up to a part of what matters:
  // some twenty to fifty spreads.
  const double widest = (most - least) / 200;
  double from = last + 0.5;
  sum += (term(last + 1) - term(last)) / 24;
  while (from < most) {
    const double to = from + std::min(widest, 0.5 * (from - least));
    sum += panelIntegral(term, from, to);
    from = to;
  }
  return sum;
}

} // namespace eigenboard::probability
