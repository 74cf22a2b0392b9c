#include "views/panels/linear_algebra/matrix_product_model.h"

#include <algorithm>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

namespace math = eigenboard::linear_algebra;

Step start(const Params& params) {
  const Eigen::MatrixXd A = params.A.topLeftCorner(params.rowsOfA, params.columnsOfA);
  if (!params.isLayer())
    return math::startProduct(A, params.B.topLeftCorner(params.rowsOfB, params.columnsOfB),
                              Eigen::RowVectorXd(), params.order);
  const Eigen::MatrixXd transposed = params.B.topLeftCorner(params.columnsOfB, params.rowsOfB).transpose();
  return math::startProduct(A, transposed, params.bias.head(params.columnsOfB).transpose(), params.order);
}

Step next(const Params&, const Step& step) {
  return math::productStep(step);
}

bool isFinished(const Params&, const Step& step) {
  return step.isFinished();
}

namespace {

/// What the reader looks at while nothing runs.
ProductPlace chosen(const Params& params, const Result& result) {
  const Eigen::Index row = std::min<Eigen::Index>(params.row, result.m()) - 1;
  const Eigen::Index column = std::min<Eigen::Index>(params.column, result.n()) - 1;
  switch (params.order) {
  case ProductOrder::Entries:
    return {row, column, -1};
  case ProductOrder::Rows:
    return {row, -1, -1};
  case ProductOrder::Columns:
    return {-1, column, -1};
  case ProductOrder::Outer:
    break;
  }
  return {-1, -1, std::min<Eigen::Index>(params.inner, result.inner()) - 1};
}

} // namespace

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  result.now = history.back();
  if (params.isLayer())
    result.bias = params.bias.head(params.columnsOfB).transpose();
  result.whole = math::wholeProduct(history.front()).C;
  result.shown = result.isRunning() ? result.now.C : result.whole;
  result.place =
      result.isRunning() ? math::productPlace(result.now, result.now.step - 1) : chosen(params, result);
  result.row = result.place.row >= 0 ? result.place.row : std::min<Eigen::Index>(params.row, result.m()) - 1;
  result.column =
      result.place.column >= 0 ? result.place.column : std::min<Eigen::Index>(params.column, result.n()) - 1;
  result.commutator = math::commutatorNorm(result.A(), result.B());
  return result;
}

QString leftName(const Params& params) {
  return params.isLayer() ? QStringLiteral("X") : QStringLiteral("A");
}

QString rightName(const Params& params) {
  return params.isLayer() ? QStringLiteral("W^{\\top}") : QStringLiteral("B");
}

QString productName(const Params& params) {
  return params.isLayer() ? QStringLiteral("Y") : QStringLiteral("C");
}

QString rightKey(const Params& params, Eigen::Index row, Eigen::Index column) {
  if (params.isLayer())
    std::swap(row, column);
  return QStringLiteral("b%1%2").arg(row + 1).arg(column + 1);
}

QString leftKey(Eigen::Index row, Eigen::Index column) {
  return QStringLiteral("a%1%2").arg(row + 1).arg(column + 1);
}

QString biasKey(Eigen::Index column) {
  return QStringLiteral("bias%1").arg(column + 1);
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
