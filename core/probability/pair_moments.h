#pragma once

#include <Eigen/Core>

namespace eigenboard::probability {

/// Of points that are all as likely: moments of the law that they are, divided by n and not by n − 1. NaN
/// without points; a correlation is NaN where all points share an x or a y.
struct PairMoments {
  Eigen::Vector2d mean;
  Eigen::Vector2d variance;
  double covariance = 0;
  double correlation = 0;
  double raised = 0;  ///< Σ of the positive products (x − x̄)(y − ȳ)
  double lowered = 0; ///< Σ of the sizes of the negative ones
};

/// points: n rows of x and y. Cost: O(n). Spreads below 1e-12 of the largest coordinate count as 0.
PairMoments pairMoments(const Eigen::MatrixX2d& points);

} // namespace eigenboard::probability
