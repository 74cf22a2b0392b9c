#pragma once

#include <Eigen/Core>

namespace eigenboard::probability {

/// P(X = i, Y = j) as a table with X along the columns and Y down the rows, in proportion to weights that are
/// 0 or more; equal ones where all weights are 0. At least one cell.
Eigen::MatrixXd jointLaw(const Eigen::MatrixXd& weights);

/// The sums of the columns, and those of the rows: the laws of X alone and of Y alone.
Eigen::VectorXd marginOfX(const Eigen::MatrixXd& joint);
Eigen::VectorXd marginOfY(const Eigen::MatrixXd& joint);

/// P(X = i | Y = row), a row over its sum; NaN where the row cannot occur.
Eigen::VectorXd conditionalOnY(const Eigen::MatrixXd& joint, Eigen::Index row);

/// The largest |P(X = i, Y = j) − P(X = i) P(Y = j)|: 0 when and only when X and Y are independent.
double dependence(const Eigen::MatrixXd& joint);

} // namespace eigenboard::probability
