#include "core/linear_algebra/power_iteration.h"

#include <limits>

namespace eigenboard::linear_algebra {

Eigen::VectorXd product(const Eigen::Ref<const Eigen::MatrixXd>& A,
                        const Eigen::Ref<const Eigen::VectorXd>& v) {
  const Eigen::VectorXd image = A * v;
  const double rounding = static_cast<double>(v.size()) * std::numeric_limits<double>::epsilon() *
                          A.stableNorm() * v.stableNorm();
  if (image.stableNorm() <= rounding)
    return Eigen::VectorXd::Zero(A.rows());
  return image;
}

std::optional<Eigen::VectorXd> powerStep(const Eigen::Ref<const Eigen::MatrixXd>& A,
                                         const Eigen::Ref<const Eigen::VectorXd>& v) {
  // A unit vector first, so that no scale of v can overflow in the product.
  const Eigen::VectorXd image = product(A, v.stableNormalized());
  if (!image.allFinite() || image.isZero(0))
    return std::nullopt;
  return image.stableNormalized();
}

double rayleighQuotient(const Eigen::Ref<const Eigen::MatrixXd>& A,
                        const Eigen::Ref<const Eigen::VectorXd>& v) {
  if (v.isZero(0))
    return std::numeric_limits<double>::quiet_NaN();
  const Eigen::VectorXd unit = v.stableNormalized();
  return unit.dot(A * unit) / unit.squaredNorm();
}

double eigenResidual(const Eigen::Ref<const Eigen::MatrixXd>& A, double lambda,
                     const Eigen::Ref<const Eigen::VectorXd>& v) {
  if (v.isZero(0))
    return std::numeric_limits<double>::quiet_NaN();
  const Eigen::VectorXd unit = v.stableNormalized();
  return (A * unit - lambda * unit).stableNorm();
}

} // namespace eigenboard::linear_algebra
