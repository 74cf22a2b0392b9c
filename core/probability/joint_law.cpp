#include "core/probability/joint_law.h"

#include <limits>

namespace eigenboard::probability {

Eigen::MatrixXd jointLaw(const Eigen::MatrixXd& weights) {
  const double total = weights.sum();
  if (total > 0)
    return weights / total;
  return Eigen::MatrixXd::Constant(weights.rows(), weights.cols(), 1 / static_cast<double>(weights.size()));
}

Eigen::VectorXd marginOfX(const Eigen::MatrixXd& joint) {
  return joint.colwise().sum().transpose();
}

Eigen::VectorXd marginOfY(const Eigen::MatrixXd& joint) {
  return joint.rowwise().sum();
}

Eigen::VectorXd conditionalOnY(const Eigen::MatrixXd& joint, Eigen::Index row) {
  const Eigen::VectorXd cells = joint.row(row).transpose();
  const double total = cells.sum();
  if (!(total > 0))
    return Eigen::VectorXd::Constant(cells.size(), std::numeric_limits<double>::quiet_NaN());
  return cells / total;
}

double dependence(const Eigen::MatrixXd& joint) {
  return (joint - marginOfY(joint) * marginOfX(joint).transpose()).cwiseAbs().maxCoeff();
}

} // namespace eigenboard::probability
