#pragma once

#include "core/numerics/precision.h"

#include <Eigen/Core>

namespace eigenboard::information {

/// H(p) in bits as a program computes it whose every number is of that format: the probabilities rounded to
/// it, each logarithm rounded once, products and sums rounded one by one in the order of p. NaN when p is no
/// distribution (entropy.h). For Double it is entropy(p), up to rounding.
double entropyIn(numerics::Precision precision, const Eigen::Ref<const Eigen::VectorXd>& p);

/// The two sides of the chain rule H(X, Y) = H(X) + H(Y | X), each computed in one format.
struct ChainRule {
  double ofBoth = 0;    ///< H(X, Y), from all entries, row by row
  double ofX = 0;       ///< H(X), from the sums of the rows
  double ofYGivenX = 0; ///< H(Y | X) = Σ P(x) H(Y | X = x), each row divided by its sum
  double gap = 0;       ///< H(X, Y) − (H(X) + H(Y | X)): 0 but for the rounding of the format
};

/// Of a table of P(X = i, Y = j), X down the rows. All NaN when the entries are no distribution. Cost: some
/// 2 m n logarithms.
ChainRule chainRuleIn(numerics::Precision precision, const Eigen::Ref<const Eigen::MatrixXd>& table);

} // namespace eigenboard::information
