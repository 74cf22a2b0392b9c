#include "core/probability/pair_moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::probability {

PairMoments pairMoments(const Eigen::MatrixX2d& points) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  PairMoments m;
  if (points.rows() == 0) {
    m.mean.setConstant(unknown);
    m.variance.setConstant(unknown);
    m.covariance = m.correlation = unknown;
    return m;
  }
  const auto count = static_cast<double>(points.rows());
  m.mean = points.colwise().mean().transpose();
  Eigen::MatrixX2d centred = points.rowwise() - m.mean.transpose();
  for (int k = 0; k < 2; ++k)
    if (centred.col(k).cwiseAbs().maxCoeff() <= 1e-12 * points.col(k).cwiseAbs().maxCoeff())
      centred.col(k).setZero(); // the rounding of the mean
  m.variance = centred.colwise().squaredNorm().transpose() / count;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    const double product = centred(i, 0) * centred(i, 1);
    (product > 0 ? m.raised : m.lowered) += std::abs(product);
  }
  m.covariance = centred.col(0).dot(centred.col(1)) / count;
  const double spreads = std::sqrt(m.variance(0)) * std::sqrt(m.variance(1));
  m.correlation = spreads > 0 ? std::clamp(m.covariance / spreads, -1.0, 1.0) : unknown;
  return m;
}

} // namespace eigenboard::probability
