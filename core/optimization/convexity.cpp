#include "core/optimization/convexity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::optimization {

namespace {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();
constexpr double lastPlace = std::numeric_limits<double>::epsilon();

/// Whether f bends down at a sample, beyond the rounding of its value and slope there.
bool bendsDown(const CurveSamples& samples, std::size_t i) {
  const CurvePoint& here = samples.points[i];
  if (std::isfinite(here.bend) && here.bend < -64 * lastPlace * (std::abs(here.value) + std::abs(here.slope)))
    return true;
  if (i == 0 || i + 1 == samples.points.size())
    return false;
  const double before = samples.points[i - 1].value;
  const double after = samples.points[i + 1].value;
  const double difference = before - 2 * here.value + after;
  // Each value is good to some units of its last place and moves by its slope times the rounding of x.
  const double size = std::abs(before) + 2 * std::abs(here.value) + std::abs(after);
  const double rise = std::abs(before - here.value) + std::abs(after - here.value);
  const double width = samples.places[i + 1] - samples.places[i];
  const double rounding = 64 * lastPlace * (size + rise * (1 + std::abs(samples.places[i]) / width));
  return std::isfinite(difference) && difference < -rounding;
}

/// Where f″ changes its sign between a place where it is negative and one where it is not; the first where it
/// is not finite at the other.
double turn(const Curve& curve, double down, double up) {
  if (!(curve(up).bend >= 0) || !(curve(down).bend < 0))
    return down;
  for (int i = 0; i < 80; ++i) {
    const double middle = down + (up - down) / 2;
    if (middle == down || middle == up)
      break;
    (curve(middle).bend < 0 ? down : up) = middle;
  }
  return down + (up - down) / 2;
}

} // namespace

CurveSamples sampled(const Curve& curve, double low, double high, int count) {
  CurveSamples samples;
  const int last = std::max(count, 3) - 1;
  for (int i = 0; i <= last; ++i) {
    const double place = i == last ? high : low + (high - low) * i / last;
    samples.places.push_back(place);
    samples.points.push_back(curve(place));
  }
  return samples;
}

std::vector<Interval> concaveParts(const Curve& curve, const CurveSamples& samples) {
  std::vector<Interval> parts;
  const std::size_t count = samples.places.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!bendsDown(samples, i))
      continue;
    const std::size_t first = i;
    while (i + 1 < count && bendsDown(samples, i + 1))
      ++i;
    const double low =
        first == 0 ? samples.places[0] : turn(curve, samples.places[first], samples.places[first - 1]);
    const double high =
        i + 1 == count ? samples.places[i] : turn(curve, samples.places[i], samples.places[i + 1]);
    parts.push_back({low, high});
  }
  return parts;
}

bool isDefinedOnOneStretch(const CurveSamples& samples) {
  const auto isThere = [](const CurvePoint& point) { return std::isfinite(point.value); };
  const auto first = std::find_if(samples.points.begin(), samples.points.end(), isThere);
  const auto end = std::find_if_not(first, samples.points.end(), isThere);
  return first != samples.points.end() && std::none_of(end, samples.points.end(), isThere);
}

double leastBend(const CurveSamples& samples) {
  double least = noValue;
  for (const CurvePoint& point : samples.points)
    if (std::isfinite(point.bend) && !(least <= point.bend))
      least = point.bend;
  return least;
}

double ChordTest::chord(double place) const {
  const double a = between.places.front();
  const double b = between.places.back();
  if (a == b)
    return first;
  const double weight = (place - a) / (b - a);
  return (1 - weight) * first + weight * second;
}

ChordTest chordTest(const Curve& curve, double a, double b, int count) {
  ChordTest test;
  test.between = sampled(curve, a, b, count);
  test.first = test.between.points.front().value;
  test.second = test.between.points.back().value;
  test.excess = noValue;
  test.at = noValue;
  if (!std::isfinite(test.first) || !std::isfinite(test.second))
    return test;
  test.excess = 0; // at the ends
  test.at = a;
  for (std::size_t i = 1; i + 1 < test.between.places.size(); ++i) {
    const double place = test.between.places[i];
    const double above = test.between.points[i].value - test.chord(place);
    if (std::isfinite(above) && above > test.excess) {
      test.excess = above;
      test.at = place;
    }
  }
  return test;
}

TangentTest tangentTest(const Curve& curve, double place, const CurveSamples& samples) {
  TangentTest test{curve(place), place, noValue, noValue};
  if (!std::isfinite(test.touch.value) || !std::isfinite(test.touch.slope))
    return test;
  test.deficit = 0; // where it touches
  test.at = place;
  for (std::size_t i = 0; i < samples.places.size(); ++i) {
    const double over = samples.points[i].value - test.tangent(samples.places[i]);
    if (std::isfinite(over) && over < test.deficit) {
      test.deficit = over;
      test.at = samples.places[i];
    }
  }
  return test;
}

double jensenGap(const Curve& curve, double a, double b, double weight) {
  const double mean = (1 - weight) * curve(a).value + weight * curve(b).value;
  return mean - curve((1 - weight) * a + weight * b).value;
}

} // namespace eigenboard::optimization
