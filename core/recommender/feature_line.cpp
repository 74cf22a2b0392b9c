#include "core/recommender/feature_line.h"

#include <limits>

namespace eigenboard::recommender {

FeatureLine leastSquaresLine(const Eigen::Ref<const Eigen::VectorXd>& features,
                             const Eigen::Ref<const Eigen::VectorXd>& values) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  if (values.size() == 0)
    return {undefined, undefined};
  const double middle = features.mean();
  const double mean = values.mean();
  const Eigen::ArrayXd away = features.array() - middle;
  const double spread = away.square().sum();
  const double weight = spread > 0 ? (away * (values.array() - mean)).sum() / spread : 0;
  return {mean - weight * middle, weight};
}

double meanSquaredError(const FeatureLine& line, const Eigen::Ref<const Eigen::VectorXd>& features,
                        const Eigen::Ref<const Eigen::VectorXd>& values) {
  if (values.size() == 0)
    return std::numeric_limits<double>::quiet_NaN();
  return (values.array() - line.bias - line.weight * features.array()).square().mean();
}

} // namespace eigenboard::recommender
