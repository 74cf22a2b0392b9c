#include "core/linear_algebra/low_rank.h"

#include "core/linear_algebra/scaling.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

namespace {

Eigen::Index partsKept(const SingularValueDecomposition& svd, int k) {
  return std::clamp<Eigen::Index>(k, 0, svd.sigma.size());
}

} // namespace

Eigen::MatrixXd lowRank(const SingularValueDecomposition& svd, int k) {
  const Eigen::Index kept = partsKept(svd, k);
  return svd.U.leftCols(kept) * svd.sigma.head(kept).asDiagonal() * svd.V.leftCols(kept).transpose();
}

double nextSingularValue(const SingularValueDecomposition& svd, int k) {
  const Eigen::Index kept = partsKept(svd, k);
  return kept < svd.sigma.size() ? svd.sigma(kept) : 0;
}

double discardedNorm(const SingularValueDecomposition& svd, int k) {
  const Eigen::Index left = svd.sigma.size() - partsKept(svd, k);
  return left > 0 ? svd.sigma.tail(left).stableNorm() : 0;
}

double energyKept(const SingularValueDecomposition& svd, int k) {
  const double largest = svd.sigma.maxCoeff();
  if (largest == 0)
    return std::numeric_limits<double>::quiet_NaN();
  const Eigen::ArrayXd squares = (svd.sigma.array() / largest).square();
  // What is kept and what is not add up to all, so that nothing left out is exactly 1.
  const Eigen::Index kept = partsKept(svd, k);
  const double keptSquares = squares.head(kept).sum();
  return keptSquares / (keptSquares + squares.tail(squares.size() - kept).sum());
}

double storedNumbers(const SingularValueDecomposition& svd, int k) {
  return static_cast<double>(partsKept(svd, k) * (svd.U.rows() + svd.V.rows() + 1));
}

double spectralNorm(const Eigen::Ref<const Eigen::MatrixXd>& M) {
  if (M.size() == 0)
    return 0;
  if (!M.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  const int exponent = binaryExponent(M);
  const Eigen::MatrixXd scaled = scaledByPowerOfTwo(M, -exponent);
  const bool isWide = scaled.rows() < scaled.cols();
  const Eigen::MatrixXd gram =
      isWide ? Eigen::MatrixXd(scaled * scaled.transpose()) : Eigen::MatrixXd(scaled.transpose() * scaled);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram, Eigen::EigenvaluesOnly);
  return std::ldexp(std::sqrt(std::max(0.0, solver.eigenvalues().maxCoeff())), exponent);
}

Eigen::VectorXd distancesOfLowRanks(const SingularValueDecomposition& svd,
                                    const Eigen::Ref<const Eigen::MatrixXd>& target) {
  Eigen::VectorXd distances(svd.sigma.size() + 1);
  Eigen::MatrixXd left = target;
  distances(0) = left.reshaped().stableNorm();
  for (Eigen::Index i = 0; i < svd.sigma.size(); ++i) {
    left.noalias() -= svd.U.col(i) * (svd.sigma(i) * svd.V.col(i)).transpose();
    distances(i + 1) = left.reshaped().stableNorm();
  }
  return distances;
}

} // namespace eigenboard::linear_algebra
