#include "core/calculus/central_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::calculus {

CentralDifference centralDifference(const std::function<double(const Eigen::Vector2d&)>& function,
                                    const Eigen::Vector2d& point) {
  CentralDifference result;
  const double middle = function(point);
  result.largestValue = std::abs(middle);
  for (int i = 0; i < 2; ++i) {
    const double wanted =
        std::cbrt(std::numeric_limits<double>::epsilon()) * std::max(1.0, std::abs(point(i)));
    const double h = std::exp2(std::round(std::log2(wanted))); // a power of two: no rounding in x ± h
    double values[4];                                          // at x − 2h, x − h, x + h, x + 2h
    constexpr double places[4] = {-2, -1, 1, 2};
    for (int k = 0; k < 4; ++k) {
      Eigen::Vector2d at = point;
      at(i) += places[k] * h;
      values[k] = function(at);
      // Written so that the first value that is none stays.
      if (std::isfinite(result.largestValue) && !(std::abs(values[k]) <= result.largestValue))
        result.largestValue = std::abs(values[k]);
    }
    result.step(i) = h;
    result.gradient(i) = (values[2] - values[1]) / (2 * h);
    result.truncation(i) = std::abs((values[3] - values[0]) / (4 * h) - result.gradient(i));
    result.bend(i) = std::abs((values[2] - middle) - (middle - values[1])) / h;
  }
  return result;
}

} // namespace eigenboard::calculus
