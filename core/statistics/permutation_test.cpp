#include "core/statistics/permutation_test.h"

#include "core/statistics/description.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace eigenboard::statistics {

double differenceOfMeans(std::span<const double> values, int firstCount) {
  const auto first = static_cast<std::size_t>(firstCount);
  return mean(values.subspan(first)) - mean(values.first(first));
}

std::vector<double> dealtAnew(std::span<const double> values, int firstCount, numerics::Random& random) {
  std::vector<double> dealt(values.begin(), values.end());
  for (std::size_t i = 0; i < static_cast<std::size_t>(firstCount) && i < dealt.size(); ++i) {
    const std::size_t left = dealt.size() - i;
    const auto chosen = static_cast<std::size_t>(random.uniform(0, 1) * static_cast<double>(left));
    std::swap(dealt[i], dealt[i + std::min(chosen, left - 1)]);
  }
  return dealt;
}

bool isAsExtreme(double difference, double observed, Side side) {
  // The same values summed in another order differ by some roundings.
  const double slack = 1e-12 * (std::abs(observed) + 1);
  switch (side) {
  case Side::Both:
    return std::abs(difference) >= std::abs(observed) - slack;
  case Side::Greater:
    return difference >= observed - slack;
  case Side::Less:
    return difference <= observed + slack;
  }
  return false;
}

double permutationP(int asExtreme, int dealt) {
  return (1.0 + asExtreme) / (1.0 + dealt);
}

double exactPermutationP(std::span<const double> values, int firstCount, Side side) {
  constexpr std::size_t most = 20;
  const std::size_t count = values.size();
  if (count > most || firstCount < 1 || static_cast<std::size_t>(firstCount) >= count)
    return std::numeric_limits<double>::quiet_NaN();
  const double observed = differenceOfMeans(values, firstCount);
  const double rest = static_cast<double>(count) - firstCount;
  int ways = 0;
  int extreme = 0;
  for (std::uint32_t chosen = 0; chosen < (1U << count); ++chosen) {
    if (std::popcount(chosen) != firstCount)
      continue;
    double first = 0;
    double second = 0;
    for (std::size_t i = 0; i < count; ++i)
      ((chosen >> i & 1U) != 0 ? first : second) += values[i];
    ++ways;
    extreme += isAsExtreme(second / rest - first / firstCount, observed, side) ? 1 : 0;
  }
  return static_cast<double>(extreme) / ways;
}

} // namespace eigenboard::statistics
