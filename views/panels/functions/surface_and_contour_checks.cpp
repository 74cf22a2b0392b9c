#include "core/calculus/central_difference.h"
#include "views/panels/functions/surface_and_contour_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace eigenboard::panels::functions::surface_and_contour_panel {

namespace {

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

algebra::BoundedValue boundedAt(const Result& r, double x, double y) {
  return algebra::evaluateWithError(r.ground->f, std::array{x, y});
}

/// The slope along one axis by central differences, and how far it may be off: by rounding of f over the
/// step, and by the third derivative, which shows in the difference to twice the step. NaN where that says
/// that the step is too long for f.
struct Numeric {
  double slope = 0;
  double error = 0;
};

Numeric slopeBySteps(const Result& r, const Eigen::Vector2d& at, int axis) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  double largestError = 0;
  const auto value = [&](const Eigen::Vector2d& point) {
    const algebra::BoundedValue bounded = boundedAt(r, point.x(), point.y());
    largestError = std::max(largestError, bounded.error);
    return bounded.standing == algebra::Standing::Defined ? bounded.value : undefined;
  };
  const eigenboard::calculus::CentralDifference difference =
      eigenboard::calculus::centralDifference(value, at);
  const double slope = difference.gradient[axis];
  const double truncation = difference.truncation[axis];
  // Of the slope over the step, and of that over twice the step, which the truncation is known by.
  const double rounding = 1.5 * largestError / difference.step[axis] + epsilon * std::abs(slope);
  // Where f and its slope are 0 its own differences over a step of 1 tell how large they could be.
  const Eigen::Vector2d unit = Eigen::Vector2d::Unit(axis);
  const double size = std::abs(slope) + std::abs(r.value) + std::abs(value(at + unit) - value(at - unit)) / 2;
  const bool isFineEnough = truncation <= 1e-6 * size + rounding;
  return {slope, isFineEnough ? truncation + rounding : undefined};
}

/// Where a slice has its point at a place; NaN when f has no value there.
double heightIn(const Slice& slice, double place) {
  for (const auto& piece : slice)
    for (const Eigen::Vector2d& point : piece)
      if (point.x() == place)
        return point.y();
  return std::numeric_limits<double>::quiet_NaN();
}

/// Of the two slopes the one that is further off for what its steps allow; none where one of them cannot be
/// judged.
std::optional<Invariant> slopesBySteps(const Params& p, const Result& r) {
  const Eigen::Vector2d at(p.a, p.b);
  std::optional<Invariant> worst;
  for (const int axis : {0, 1}) {
    const Numeric numeric = slopeBySteps(r, at, axis);
    const double error = std::abs(numeric.slope - r.gradient[axis]);
    if (!std::isfinite(error) || !std::isfinite(numeric.error))
      return std::nullopt;
    if (!worst || error * worst->tolerance > worst->error * numeric.error)
      worst = {
          "slopes", "\\nabla f \\approx \\Delta f/2h",
          Words::tr("The slopes by automatic differentiation are those of central differences, up to their "
                    "step and rounding."),
          error, numeric.error};
  }
  return worst;
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const double size = std::max(std::abs(r.range().minimum), std::abs(r.range().maximum));
  const double rounding = 64 * epsilon * std::max(size, std::abs(p.level));
  std::vector<Invariant> list{{"range", "\\min f \\le f \\le \\max f",
                               Words::tr("Every contour lies between the lowest and the highest value."),
                               r.contours->empty()
                                   ? 0
                                   : std::max({0.0, r.range().minimum - r.contours->front().level,
                                               r.contours->back().level - r.range().maximum}),
                               rounding}};
  // Samples that jump from one to the next say nothing about what lies between them.
  const double interpolation = r.ground->interpolation;
  const bool isResolved = 8 * interpolation <= (r.range().maximum - r.range().minimum) / 20;
  if (isResolved)
    // f″ between two samples may be larger than at them; twice is enough where they are resolved.
    list.push_back(
        {"level", "f(x, y) = c",
         Words::tr("Everywhere on the drawn level set f has the chosen value, up to the error of linear "
                   "interpolation between the samples."),
         r.cut->worst, 2 * interpolation + rounding});
  if (std::isfinite(r.value)) {
    list.push_back(
        {"slices", "f(x, b)\\big|_{x=a} = f(a, y)\\big|_{y=b}",
         Words::tr("The two slices cross at the point: there both have its height."),
         std::max(std::abs(heightIn(r.alongX, p.a) - r.value), std::abs(heightIn(r.alongY, p.b) - r.value)),
         rounding});
    if (const auto slopes = slopesBySteps(p, r))
      list.push_back(*slopes);
  }
  return list;
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
