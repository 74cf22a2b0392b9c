#include "core/linear_algebra/factorization.h"

#include "core/linear_algebra/singular_values.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace eigenboard::linear_algebra {

namespace {

constexpr double mostDependent = 1e7;

/// The largest entry of each column becomes positive; the matching row of the partner turns along.
void fixSigns(Eigen::MatrixXd& columns, Eigen::MatrixXd& rows) {
  for (Eigen::Index i = 0; i < columns.cols(); ++i) {
    Eigen::Index largest = 0;
    columns.col(i).cwiseAbs().maxCoeff(&largest);
    if (columns(largest, i) >= 0)
      continue;
    columns.col(i) *= -1;
    rows.row(i) *= -1;
  }
}

void findSymmetricLayers(Factorization& state) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(state.A);
  state.allMiddle = solver.eigenvalues().reverse();
  state.allLeft = solver.eigenvectors().rowwise().reverse();
  state.allRight = state.allLeft.transpose();
}

void findGeneralLayers(Factorization& state) {
  const Eigen::EigenSolver<Eigen::MatrixXd> solver(state.A);
  const double size = state.A.stableNorm();
  const double largestImaginary = solver.eigenvalues().imag().cwiseAbs().maxCoeff();
  if (largestImaginary > std::pow(std::numeric_limits<double>::epsilon(), 0.25) * size) {
    state.failure = FactorizationFailure::ComplexPair;
    return;
  }
  const Eigen::MatrixXd& vectors = solver.pseudoEigenvectors();
  const auto svd = singularValueDecomposition(vectors);
  state.basisCondition = svd ? conditionNumber(*svd, 0) : std::numeric_limits<double>::infinity();
  if (largestImaginary > 0 || !(state.basisCondition <= mostDependent)) {
    state.failure = FactorizationFailure::Defective;
    return;
  }
  std::vector<Eigen::Index> falling(static_cast<std::size_t>(state.layers));
  std::iota(falling.begin(), falling.end(), 0);
  const Eigen::VectorXd values = solver.eigenvalues().real();
  std::sort(falling.begin(), falling.end(),
            [&values](Eigen::Index i, Eigen::Index j) { return values(i) > values(j); });
  state.allMiddle.resize(state.layers);
  state.allLeft.resize(state.layers, state.layers);
  for (Eigen::Index i = 0; i < state.layers; ++i) {
    state.allMiddle(i) = values(falling[static_cast<std::size_t>(i)]);
    state.allLeft.col(i) = vectors.col(falling[static_cast<std::size_t>(i)]).stableNormalized();
  }
  state.allRight = state.allLeft.inverse();
}

void findSingularLayers(Factorization& state) {
  const auto svd = singularValueDecomposition(state.A);
  if (!svd)
    return;
  state.allMiddle = svd->sigma;
  state.allLeft = svd->U.leftCols(state.layers);
  state.allRight = svd->V.leftCols(state.layers).transpose();
}

/// The row of the pivot, from k down: the largest entry of the column where rows may be exchanged.
Eigen::Index rowOfPivot(const Factorization& s, Eigen::Index k) {
  if (!s.pivoting)
    return k;
  Eigen::Index below = 0;
  const double largest = s.work.col(k).tail(s.work.rows() - k).cwiseAbs().maxCoeff(&below);
  return largest > s.zero ? k + below : k;
}

void luStep(Factorization& s) {
  const Eigen::Index k = s.done;
  const Eigen::Index row = rowOfPivot(s, k);
  s.swapped = -1;
  if (row != k) {
    s.work.row(k).swap(s.work.row(row));
    s.target.row(k).swap(s.target.row(row));
    s.left.row(k).swap(s.left.row(row));
    std::swap(s.order[static_cast<std::size_t>(k)], s.order[static_cast<std::size_t>(row)]);
    ++s.swaps;
    s.swapped = static_cast<int>(row);
  }
  // What rounding has left of a column of zeros would become multipliers.
  if (s.pivoting && std::abs(s.work(k, k)) <= s.zero)
    s.work.col(k).tail(s.work.rows() - k).setZero();
  s.pivot = s.work(k, k);
  const Eigen::Index below = s.work.rows() - k - 1;
  if (s.pivot == 0 && !s.work.col(k).tail(below).isZero(0)) {
    s.failure = FactorizationFailure::ZeroPivot;
    s.failedAt = s.done;
    return;
  }
  s.left(k, k) = 1;
  if (s.pivot != 0)
    s.left.col(k).tail(below) = s.work.col(k).tail(below) / s.pivot;
  s.right.row(k) = s.work.row(k);
  for (Eigen::Index target = k + 1; target < s.work.rows(); ++target)
    s.work.row(target) -= s.left(target, k) * s.right.row(k);
  s.work.row(k).setZero();
  s.work.col(k).setZero();
  ++s.done;
}

void choleskyStep(Factorization& s) {
  const Eigen::Index k = s.done;
  const Eigen::Index rest = s.work.rows() - k;
  s.pivot = s.work(k, k);
  // Of a matrix that is only semidefinite the pivot is 0 up to rounding.
  if (!(s.pivot > s.zero)) {
    s.failure = FactorizationFailure::NotPositive;
    s.failedAt = s.done;
    return;
  }
  s.left.col(k).tail(rest) = s.work.col(k).tail(rest) / std::sqrt(s.pivot);
  s.right.row(k) = s.left.col(k).transpose();
  for (Eigen::Index row = k; row < s.work.rows(); ++row)
    s.work.row(row) -= s.left(row, k) * s.right.row(k);
  s.work.row(k).setZero();
  s.work.col(k).setZero();
  ++s.done;
}

void householderStep(Factorization& s) {
  const Eigen::Index k = s.done;
  const Eigen::Index rest = s.work.rows() - k;
  const Eigen::VectorXd x = s.work.col(k).tail(rest);
  const double length = x.stableNorm();
  if (length <= s.zero) {
    s.work.col(k).tail(rest).setZero();
  } else if (x.tail(rest - 1).stableNorm() > s.zero) {
    Eigen::VectorXd v = x / length;
    v(0) += v(0) < 0 ? -1 : 1;
    v.normalize();
    for (Eigen::Index column = k; column < s.work.cols(); ++column)
      s.work.col(column).tail(rest) -= 2 * v.dot(s.work.col(column).tail(rest)) * v;
    for (Eigen::Index row = 0; row < s.basis.rows(); ++row)
      s.basis.row(row).tail(rest) -= 2 * s.basis.row(row).tail(rest).dot(v) * v.transpose();
  }
  s.work.col(k).tail(rest - 1).setZero();
  if (s.work(k, k) < 0) {
    s.work.row(k) *= -1;
    s.basis.col(k) *= -1;
  }
  s.pivot = s.work(k, k);
  s.left.col(k) = s.basis.col(k);
  s.right.row(k) = s.work.row(k);
  ++s.done;
}

void knownStep(Factorization& s) {
  const Eigen::Index k = s.done;
  s.left.col(k) = s.allLeft.col(k);
  s.middle(k) = s.allMiddle(k);
  s.right.row(k) = s.allRight.row(k);
  s.pivot = s.middle(k);
  s.work -= s.middle(k) * s.left.col(k) * s.right.row(k);
  ++s.done;
}

bool isSpectral(FactorizationKind kind) {
  return kind == FactorizationKind::Eigen || kind == FactorizationKind::Svd;
}

} // namespace

Factorization startFactorization(FactorizationKind kind, const Eigen::Ref<const Eigen::MatrixXd>& A,
                                 bool pivoting) {
  Factorization state;
  state.kind = kind;
  state.pivoting = pivoting;
  state.A = state.target = state.work = A;
  state.layers = static_cast<int>(std::min(A.rows(), A.cols()));
  state.left = Eigen::MatrixXd::Zero(A.rows(), state.layers);
  state.right = Eigen::MatrixXd::Zero(state.layers, A.cols());
  state.middle = isSpectral(kind) ? Eigen::VectorXd::Zero(state.layers) : Eigen::VectorXd::Ones(state.layers);
  state.basis = Eigen::MatrixXd::Identity(A.rows(), A.rows());
  state.order.resize(static_cast<std::size_t>(A.rows()));
  std::iota(state.order.begin(), state.order.end(), 0);
  const bool isSquare = A.rows() == A.cols();
  if (!A.allFinite()) {
    state.failure = FactorizationFailure::NotFinite;
    return state;
  }
  const auto side = static_cast<double>(std::max(A.rows(), A.cols()));
  state.zero = A.size() > 0 ? 4 * side * std::numeric_limits<double>::epsilon() * A.cwiseAbs().maxCoeff() : 0;
  if (kind == FactorizationKind::Cholesky || kind == FactorizationKind::Eigen) {
    if (!isSquare)
      state.failure = FactorizationFailure::NotSquare;
    else if (kind == FactorizationKind::Cholesky && A != A.transpose())
      state.failure = FactorizationFailure::NotSymmetric;
  }
  if (state.hasFailed() || A.size() == 0)
    return state;
  if (kind == FactorizationKind::Eigen && A == A.transpose())
    findSymmetricLayers(state);
  else if (kind == FactorizationKind::Eigen)
    findGeneralLayers(state);
  else if (kind == FactorizationKind::Svd)
    findSingularLayers(state);
  if (isSpectral(kind) && !state.hasFailed())
    fixSigns(state.allLeft, state.allRight);
  return state;
}

Factorization factorizationStep(Factorization state) {
  if (state.isFinished())
    return state;
  switch (state.kind) {
  case FactorizationKind::Lu:
    luStep(state);
    break;
  case FactorizationKind::Cholesky:
    choleskyStep(state);
    break;
  case FactorizationKind::Qr:
    householderStep(state);
    break;
  case FactorizationKind::Eigen:
  case FactorizationKind::Svd:
    knownStep(state);
    break;
  }
  return state;
}

Factorization wholeFactorization(Factorization state) {
  while (!state.isFinished())
    state = factorizationStep(std::move(state));
  return state;
}

Eigen::MatrixXd remainderAfter(const Factorization& state, int layers) {
  // Taken off one by one, layers would hide what rounding has lost of A: they lose the same again.
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(state.target.rows(), state.target.cols());
  for (Eigen::Index i = 0; i < std::min(layers, state.done); ++i)
    sum += state.left.col(i) * (state.middle(i) * state.right.row(i));
  return state.target - sum;
}

double layersSize(const Factorization& state) {
  return (state.left.cwiseAbs() * state.middle.cwiseAbs().asDiagonal() * state.right.cwiseAbs())
      .reshaped()
      .stableNorm();
}

double factorizationFlops(FactorizationKind kind, Eigen::Index rows, Eigen::Index columns, bool isSymmetric) {
  const auto m = static_cast<double>(std::max(rows, columns));
  const auto n = static_cast<double>(std::min(rows, columns));
  switch (kind) {
  case FactorizationKind::Lu:
    return m * n * n - n * n * n / 3;
  case FactorizationKind::Cholesky:
    return n * n * n / 3;
  case FactorizationKind::Qr:
    return 2 * m * n * n - 2 * n * n * n / 3;
  case FactorizationKind::Eigen:
    return (isSymmetric ? 9 : 25) * n * n * n;
  case FactorizationKind::Svd:
    break;
  }
  return 4 * m * m * n + 8 * m * n * n + 9 * n * n * n;
}

} // namespace eigenboard::linear_algebra
