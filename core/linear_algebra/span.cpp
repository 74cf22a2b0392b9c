#include "core/linear_algebra/span.h"

#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/linear_system.h"
#include "core/linear_algebra/norms.h"
#include "core/linear_algebra/singular_values.h"

#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

Span spanOf(const Eigen::Ref<const Eigen::MatrixXd>& columns) {
  Span span;
  span.directions.resize(columns.rows(), 0);
  if (const auto svd = singularValueDecomposition(columns)) {
    const double tolerance = rankTolerance(*svd);
    span.rank = numericalRank(*svd, tolerance);
    span.directions = columnSpace(*svd, tolerance);
  }
  span.isIndependent = span.rank == columns.cols();
  return span;
}

Eigen::VectorXd coefficientsFor(const Eigen::Ref<const Eigen::MatrixXd>& columns,
                                const Eigen::Ref<const Eigen::VectorXd>& target) {
  const auto system = solveLinearSystem(columns, target);
  return system ? system->solution : Eigen::VectorXd::Zero(columns.cols());
}

double parallelogramArea(const Eigen::Ref<const Eigen::VectorXd>& u,
                         const Eigen::Ref<const Eigen::VectorXd>& v) {
  if (u.size() != v.size() || !u.allFinite() || !v.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  // The height over the longer of the two: the foot is then no longer than what is projected.
  const bool isFirstLonger = u.stableNorm() >= v.stableNorm();
  const Eigen::VectorXd base = isFirstLonger ? u : v;
  const Eigen::VectorXd side = isFirstLonger ? v : u;
  const double length = base.stableNorm();
  if (length == 0)
    return 0;
  const Eigen::VectorXd unit = base.stableNormalized();
  Eigen::VectorXd height = side - unit.dot(side) * unit;
  height -= unit.dot(height) * unit; // once more: what the first foot was off by
  return length * height.stableNorm();
}

double angleBetween(const Eigen::Ref<const Eigen::VectorXd>& u, const Eigen::Ref<const Eigen::VectorXd>& v) {
  const Eigen::VectorXd along = unitVector(u, Norm::Euclidean);
  const Eigen::VectorXd other = unitVector(v, Norm::Euclidean);
  if (u.size() != v.size() || along.hasNaN() || other.hasNaN())
    return std::numeric_limits<double>::quiet_NaN();
  return degrees(std::atan2(parallelogramArea(along, other), along.dot(other)));
}

} // namespace eigenboard::linear_algebra
