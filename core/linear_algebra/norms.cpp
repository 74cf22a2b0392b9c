#include "core/linear_algebra/norms.h"

#include "core/linear_algebra/scaling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::linear_algebra {

double norm(const Eigen::Ref<const Eigen::VectorXd>& x, Norm which) {
  if (x.size() == 0)
    return 0;
  if (x.hasNaN())
    return std::numeric_limits<double>::quiet_NaN();
  switch (which) {
  case Norm::Sum:
    return x.cwiseAbs().sum();
  case Norm::Euclidean:
    return x.allFinite() ? x.stableNorm() : std::numeric_limits<double>::infinity();
  case Norm::Largest:
    return x.cwiseAbs().maxCoeff();
  }
  return 0;
}

Eigen::VectorXd unitVector(const Eigen::Ref<const Eigen::VectorXd>& x, Norm which) {
  if (x.size() == 0 || !x.allFinite() || x.isZero(0))
    return Eigen::VectorXd::Constant(x.size(), std::numeric_limits<double>::quiet_NaN());
  // At a size near 1 the norm can neither overflow nor lose digits to underflow.
  const Eigen::VectorXd scaled = scaledByPowerOfTwo(x, -binaryExponent(x));
  return scaled / norm(scaled, which);
}

std::vector<Eigen::Vector2d> ballOutline(Norm which, double radius, int chords) {
  std::vector<Eigen::Vector2d> outline;
  switch (which) {
  case Norm::Sum:
    outline = {{radius, 0}, {0, radius}, {-radius, 0}, {0, -radius}, {radius, 0}};
    break;
  case Norm::Largest:
    outline = {{radius, 0},        {radius, radius},  {-radius, radius},
               {-radius, -radius}, {radius, -radius}, {radius, 0}};
    break;
  case Norm::Euclidean: {
    const int count = std::max(3, chords);
    for (int i = 0; i <= count; ++i) {
      const double angle = 2 * std::numbers::pi * (i % count) / count;
      outline.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    break;
  }
  }
  return outline;
}

} // namespace eigenboard::linear_algebra
