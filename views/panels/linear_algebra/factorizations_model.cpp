#include "views/panels/linear_algebra/factorizations_model.h"

#include "core/linear_algebra/determinant.h"

#include <algorithm>
#include <limits>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

namespace math = eigenboard::linear_algebra;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Eigen::MatrixXd matrixOf(const Params& params) {
  Eigen::MatrixXd A = params.A.topLeftCorner(params.rows, params.columns);
  if (params.isMirrored())
    A.triangularView<Eigen::StrictlyUpper>() = A.transpose();
  return A;
}

double withoutRounding(double value, double rounding) {
  return value <= rounding ? 0 : value;
}

} // namespace

Step start(const Params& params) {
  return math::startFactorization(params.kind, matrixOf(params), params.pivoting);
}

Step next(const Params&, const Step& step) {
  return math::factorizationStep(step);
}

bool isFinished(const Params&, const Step& step) {
  return step.isFinished();
}

Result evaluate(const Params&, std::span<const Step> history) {
  Result result;
  result.now = history.back();
  result.stepsTaken = static_cast<int>(history.size()) - 1;
  result.whole = math::wholeFactorization(history.front());
  const Eigen::MatrixXd& A = result.A();
  if (auto svd = math::singularValueDecomposition(A))
    result.svd = std::move(*svd);
  const double tolerance = math::rankTolerance(result.svd);
  result.rank = math::numericalRank(result.svd, tolerance);
  result.condition = math::conditionNumber(result.svd, tolerance);
  result.size = A.reshaped().stableNorm();
  const auto side = static_cast<double>(std::max(A.rows(), A.cols()));
  // 8 n eps ‖A‖: what a backward stable factorization and one multiplication of its factors may lose;
  // eigenvectors lose as much more as they are nearly dependent.
  result.rounding =
      8 * side * std::numeric_limits<double>::epsilon() * result.whole.basisCondition * result.size;
  result.left.resize(result.whole.done + 1);
  for (int k = 0; k <= result.whole.done; ++k)
    result.left(k) =
        withoutRounding(math::remainderAfter(result.whole, k).reshaped().stableNorm(), result.rounding);
  result.least.resize(result.whole.layers + 1);
  for (Eigen::Index k = 0; k < result.least.size(); ++k)
    result.least(k) =
        withoutRounding(result.svd.sigma.tail(result.svd.sigma.size() - k).stableNorm(), result.rounding);
  result.error = result.exists() ? result.left(result.whole.done) : notANumber;
  result.determinant = math::determinant(A);
  const double largest = A.cwiseAbs().maxCoeff();
  result.growth = result.whole.kind == FactorizationKind::Lu && result.exists() && largest > 0
                      ? result.whole.right.cwiseAbs().maxCoeff() / largest
                      : notANumber;
  result.isSymmetric = A.rows() == A.cols() && A == A.transpose();
  return result;
}

FactorNames namesOf(const Params& params, const Result& result) {
  switch (params.kind) {
  case FactorizationKind::Lu:
    return {QStringLiteral("L"), {}, QStringLiteral("U")};
  case FactorizationKind::Cholesky:
    return {QStringLiteral("L"), {}, QStringLiteral("L^{\\top}")};
  case FactorizationKind::Qr:
    return {QStringLiteral("Q"), {}, QStringLiteral("R")};
  case FactorizationKind::Eigen:
    return {QStringLiteral("V"), QStringLiteral("\\Lambda"),
            result.isSymmetric ? QStringLiteral("V^{\\top}") : QStringLiteral("V^{-1}")};
  case FactorizationKind::Svd:
    break;
  }
  return {QStringLiteral("U"), QStringLiteral("\\Sigma"), QStringLiteral("V^{\\top}")};
}

QString reason(const Result& result) {
  const int pivot = result.whole.failedAt + 1;
  switch (result.whole.failure) {
  case FactorizationFailure::None:
    return {};
  case FactorizationFailure::NotFinite:
    return Words::tr("an entry is not a finite number");
  case FactorizationFailure::NotSquare:
    return Words::tr("A is not square");
  case FactorizationFailure::NotSymmetric:
    return Words::tr("A is not symmetric");
  case FactorizationFailure::ZeroPivot:
    return Words::tr("pivot %1 is 0: rows must be exchanged").arg(pivot);
  case FactorizationFailure::NotPositive:
    return Words::tr("not positive definite at pivot %1").arg(pivot);
  case FactorizationFailure::ComplexPair:
    return Words::tr("two eigenvalues are complex");
  case FactorizationFailure::Defective:
    return Words::tr("too few eigenvectors");
  }
  return {};
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
