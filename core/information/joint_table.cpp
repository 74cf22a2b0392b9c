#include "core/information/joint_table.h"

#include "core/information/entropy.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::information {

namespace {

/// The entropies of the columns, weighted with what each holds.
double entropyWithinColumns(const Eigen::Ref<const Eigen::MatrixXd>& table) {
  double sum = 0;
  for (const auto& column : table.colwise()) {
    const Eigen::VectorXd conditional = normalized(column);
    if (conditional.size() > 0)
      sum += column.sum() * entropy(conditional);
  }
  return sum;
}

/// D(table ‖ x yᵀ) in bits.
double mutualInformation(const Eigen::Ref<const Eigen::MatrixXd>& table, const Eigen::VectorXd& x,
                         const Eigen::VectorXd& y) {
  double sum = 0;
  for (Eigen::Index i = 0; i < table.rows(); ++i)
    for (Eigen::Index j = 0; j < table.cols(); ++j) {
      const double p = table(i, j);
      const double independent = x(i) * y(j);
      if (independent >= std::numeric_limits<double>::min())
        sum += divergenceTerm(p, independent);
      else if (p > 0) // the product has underflown, its logarithm has not
        sum += p * (std::log(p) - std::log(x(i)) - std::log(y(j)) - 1);
    }
  return std::max(0.0, sum / std::numbers::ln2);
}

} // namespace

JointInformation jointInformation(const Eigen::Ref<const Eigen::MatrixXd>& table) {
  JointInformation information;
  information.x = table.rowwise().sum();
  information.y = table.colwise().sum().transpose();
  const Eigen::VectorXd entries = table.reshaped();
  if (!isDistribution(entries)) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    information.ofX = information.ofY = information.ofBoth = none;
    information.ofXGivenY = information.ofYGivenX = information.mutual = none;
    return information;
  }
  information.ofX = entropy(information.x);
  information.ofY = entropy(information.y);
  information.ofBoth = entropy(entries);
  information.ofXGivenY = entropyWithinColumns(table);
  information.ofYGivenX = entropyWithinColumns(table.transpose());
  information.mutual = mutualInformation(table, information.x, information.y);
  return information;
}

} // namespace eigenboard::information
