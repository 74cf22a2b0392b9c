#include "core/linear_algebra/gram_schmidt.h"

#include "core/linear_algebra/projection.h"

#include <limits>

namespace eigenboard::linear_algebra {

GramSchmidt gramSchmidtStart(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  GramSchmidt state;
  state.Q = A;
  state.R = Eigen::MatrixXd::Zero(A.cols(), A.cols());
  state.lengths = Eigen::VectorXd(A.cols());
  for (Eigen::Index j = 0; j < A.cols(); ++j)
    state.lengths(j) = A.col(j).stableNorm();
  return state;
}

GramSchmidt gramSchmidtStep(GramSchmidt state) {
  if (state.isFinished())
    return state;
  const Eigen::Index j = state.column;
  if (state.against < j) {
    const Eigen::VectorXd direction = state.Q.col(state.against);
    state.R(state.against, j) = componentAlong(direction, state.Q.col(j));
    state.Q.col(j) = projectOntoLine(state.Q.col(j), direction).residual;
    ++state.against;
    state.last = GramSchmidtAction::Subtracted;
    return state;
  }
  const double left = state.Q.col(j).stableNorm();
  if (left <= 8 * std::numeric_limits<double>::epsilon() * state.lengths(j)) {
    state.last = GramSchmidtAction::FoundDependent;
    return state;
  }
  state.R(j, j) = left;
  state.Q.col(j) = state.Q.col(j).stableNormalized();
  ++state.column;
  state.against = 0;
  state.last = GramSchmidtAction::Normalized;
  return state;
}

} // namespace eigenboard::linear_algebra
