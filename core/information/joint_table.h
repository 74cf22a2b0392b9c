#pragma once

#include <Eigen/Core>

namespace eigenboard::information {

/// What a table of P(X = i, Y = j), X down the m rows and Y along the n columns, says of X and Y. All in
/// bits.
struct JointInformation {
  Eigen::VectorXd x;    ///< P(X = i), m numbers: the sums of the rows
  Eigen::VectorXd y;    ///< P(Y = j), n numbers: the sums of the columns
  double ofX = 0;       ///< H(X)
  double ofY = 0;       ///< H(Y)
  double ofBoth = 0;    ///< H(X, Y) = H(X) + H(Y | X)
  double ofXGivenY = 0; ///< H(X | Y), the mean over y of the entropy of X in column y
  double ofYGivenX = 0; ///< H(Y | X)
  double mutual = 0;    ///< I(X; Y) = D(P(X, Y) ‖ P(X) P(Y)) = H(X) − H(X | Y); 0 where independent
};

/// Each number from its own definition, so that the identities between them (the chain rule) can be seen to
/// hold. When the entries are no distribution (isDistribution) the sums are those of the table as it stands
/// and the rest is NaN. Cost: some 3 m n logarithms. Source: Cover and Thomas, sections 2.2 to 2.4.
JointInformation jointInformation(const Eigen::Ref<const Eigen::MatrixXd>& table);

} // namespace eigenboard::information
