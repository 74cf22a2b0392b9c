#include "core/linear_algebra/elimination.h"

#include <cmath>
#include <limits>
#include <utility>

namespace eigenboard::linear_algebra {

namespace {

using Kind = RowOperation::Kind;

/// The row at or below first with the largest entry of the column; -1 where all are 0.
int pivotRow(const Elimination& e, int first, int column) {
  int best = -1;
  double largest = 0;
  for (int row = first; row < e.rows.rows(); ++row)
    if (const double size = std::abs(e.rows(row, column)); size > largest) {
      largest = size;
      best = row;
    }
  return best;
}

/// The operation that brings a column to its place below a pivot; empty where it is there.
std::optional<RowOperation> forwardOperation(const Elimination& e, int row, int column, int best) {
  if (best != row)
    return RowOperation{Kind::Swap, row, best, 1};
  for (int below = row + 1; below < e.rows.rows(); ++below)
    if (e.rows(below, column) != 0)
      return RowOperation{Kind::Add, below, row, -e.rows(below, column) / e.rows(row, column)};
  return std::nullopt;
}

/// Goes on over pivots that need nothing, to the next operation or the end of the forward part.
std::optional<RowOperation> goForward(const Elimination& e, std::vector<int>& pivots) {
  int row = 0;
  pivots.clear();
  for (int column = 0; column < e.unknowns() && row < e.rows.rows(); ++column) {
    const int best = pivotRow(e, row, column);
    if (best < 0)
      continue;
    if (const auto operation = forwardOperation(e, row, column, best))
      return operation;
    pivots.push_back(column);
    ++row;
  }
  return std::nullopt;
}

std::optional<RowOperation> goBack(const Elimination& e, const std::vector<int>& pivots) {
  for (int row = static_cast<int>(pivots.size()) - 1; row >= 0; --row) {
    const int column = pivots[static_cast<std::size_t>(row)];
    if (e.rows(row, column) != 1)
      return RowOperation{Kind::Scale, row, row, 1 / e.rows(row, column)};
    for (int above = row - 1; above >= 0; --above)
      if (e.rows(above, column) != 0)
        return RowOperation{Kind::Add, above, row, -e.rows(above, column)};
  }
  return std::nullopt;
}

struct Ahead {
  std::optional<RowOperation> operation;
  std::vector<int> pivots;
  bool isForwardDone = false;
};

Ahead ahead(const Elimination& e) {
  Ahead found{std::nullopt, e.pivotColumns, e.isForwardDone};
  if (!found.isForwardDone) {
    found.operation = goForward(e, found.pivots);
    found.isForwardDone = !found.operation;
  }
  if (found.isForwardDone)
    found.operation = goBack(e, found.pivots);
  return found;
}

/// What is left of a 0 by rounding would become a pivot.
void clean(Elimination& e, int row) {
  const Eigen::Index n = e.unknowns();
  for (Eigen::Index column = 0; column < n; ++column)
    if (std::abs(e.rows(row, column)) <= e.coefficientRounding)
      e.rows(row, column) = 0;
  if (e.rows.row(row).head(n).isZero(0) && std::abs(e.rows(row, n)) <= e.constantRounding)
    e.rows(row, n) = 0;
}

void apply(Elimination& e, const RowOperation& operation) {
  const int target = operation.target;
  const int source = operation.source;
  switch (operation.kind) {
  case Kind::Swap:
    e.rows.row(target).swap(e.rows.row(source));
    break;
  case Kind::Add: {
    e.rows.row(target) += operation.factor * e.rows.row(source);
    Eigen::Index pivot = 0;
    while (e.rows(source, pivot) == 0)
      ++pivot;
    e.rows(target, pivot) = 0;
    if (!e.isForwardDone)
      clean(e, target);
    break;
  }
  case Kind::Scale: {
    const int pivot = e.pivotColumns[static_cast<std::size_t>(target)];
    // Divided: the inverse of a tiny pivot may overflow where the quotients do not.
    const double divisor = e.rows(target, pivot);
    e.rows.row(target) /= divisor;
    e.rows(target, pivot) = 1;
    break;
  }
  }
}

} // namespace

Elimination startElimination(const Eigen::Ref<const Eigen::MatrixXd>& A,
                             const Eigen::Ref<const Eigen::VectorXd>& b) {
  Elimination start;
  start.rows.resize(A.rows(), A.cols() + 1);
  start.rows << A, b;
  const double unit = 8 * static_cast<double>(A.cols() + 1) * std::numeric_limits<double>::epsilon();
  start.coefficientRounding = unit * A.cwiseAbs().maxCoeff();
  start.constantRounding = unit * b.cwiseAbs().maxCoeff();
  return start;
}

std::optional<RowOperation> nextOperation(const Elimination& elimination) {
  return ahead(elimination).operation;
}

Elimination eliminated(const Elimination& elimination) {
  Ahead found = ahead(elimination);
  Elimination after = elimination;
  after.pivotColumns = std::move(found.pivots);
  after.isForwardDone = found.isForwardDone;
  if (!found.operation)
    return after;
  after.last = found.operation;
  apply(after, *found.operation);
  return after;
}

} // namespace eigenboard::linear_algebra
