#pragma once

#include <Eigen/Core>

namespace eigenboard::recommender {

/// A rating as bias + weight · feature: the simplest model of one person.
struct FeatureLine {
  double bias = 0;
  double weight = 0;

  double at(double feature) const { return bias + weight * feature; }
};

/// The line with the least mean squared error; horizontal through the mean where the features do not differ,
/// NaN for no values. features and values are of one size. Cost: linear. Source: least squares in closed
/// form, the weight being covariance over variance.
FeatureLine leastSquaresLine(const Eigen::Ref<const Eigen::VectorXd>& features,
                             const Eigen::Ref<const Eigen::VectorXd>& values);

/// Mean of (value − line)²; NaN for no values.
double meanSquaredError(const FeatureLine& line, const Eigen::Ref<const Eigen::VectorXd>& features,
                        const Eigen::Ref<const Eigen::VectorXd>& values);

} // namespace eigenboard::recommender
