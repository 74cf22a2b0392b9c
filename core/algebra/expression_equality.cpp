#include "core/algebra/expression_equality.h"

#include "core/numerics/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::algebra {

namespace {

struct Range {
  double low;
  double high;
};

constexpr std::array<Range, 8> ranges = {
    {{-1, 1}, {0, 1}, {-5, 5}, {0, 5}, {-0.01, 0.01}, {-100, 100}, {0, 100}, {-1e4, 1e4}}};
constexpr int pointsPerRange = 32;

/// The bounds are of first order and those of the standard library's functions are customary, not proved.
constexpr double boundSlack = 8;

/// Above this a bound is too coarse to tell right from wrong.
constexpr double coarsest = 1e-3;

/// Fewer points than this would be an accident, not a function.
constexpr int fewestPoints = 6;

enum class Judgement : std::uint8_t { Skip, Same, Differ, OtherDomain };

Judgement judge(const BoundedValue& a, const BoundedValue& b, double relativeTolerance) {
  if (a.standing == Standing::Unsure || b.standing == Standing::Unsure)
    return Judgement::Skip;
  if (a.standing != b.standing)
    return Judgement::OtherDomain;
  if (a.standing == Standing::Undefined)
    return Judgement::Skip;
  const double size = std::max(std::abs(a.value), std::abs(b.value));
  const double bound = boundSlack * (a.error + b.error);
  const double difference = std::abs(a.value - b.value);
  if (difference > bound + relativeTolerance * size)
    return Judgement::Differ;
  return bound > coarsest * size && size > 0 && difference > 0 ? Judgement::Skip : Judgement::Same;
}

} // namespace

Comparison compareAtRandomPoints(const Expression& first, const Expression& second,
                                 const std::vector<Variable>& variables, std::uint64_t seed,
                                 double relativeTolerance) {
  Comparison comparison;
  numerics::Random random(seed);
  std::vector<double> point(variables.size());
  std::vector<double> otherDomain;
  for (const Range& range : ranges)
    for (int trial = 0; trial < pointsPerRange; ++trial) {
      for (std::size_t i = 0; i < variables.size(); ++i) {
        const double drawn = random.uniform(range.low, range.high);
        const Variable& variable = variables[i];
        const auto lower = static_cast<std::size_t>(variable.above);
        if (variable.above >= 0 && lower < i)
          point[i] = point[lower] + std::abs(drawn);
        else
          point[i] = variable.isPositive ? std::abs(drawn) : drawn;
      }
      const Judgement judgement =
          judge(evaluateWithError(first, point), evaluateWithError(second, point), relativeTolerance);
      if (judgement == Judgement::Differ)
        return {Equality::Different, point, comparison.comparedPoints + 1};
      if (judgement == Judgement::OtherDomain && otherDomain.empty())
        otherDomain = point;
      comparison.comparedPoints += judgement == Judgement::Same ? 1 : 0;
    }
  if (!otherDomain.empty()) {
    comparison.verdict = Equality::OtherDomain;
    comparison.witness = std::move(otherDomain);
  } else if (comparison.comparedPoints >= fewestPoints) {
    comparison.verdict = Equality::Equal;
  }
  return comparison;
}

} // namespace eigenboard::algebra
