#include "core/linear_algebra/matrix_product.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace eigenboard::linear_algebra {

namespace {

Eigen::Index stepCount(ProductOrder order, Eigen::Index m, Eigen::Index k, Eigen::Index n) {
  switch (order) {
  case ProductOrder::Entries:
    return m * n * k;
  case ProductOrder::Rows:
    return m * k;
  case ProductOrder::Columns:
    return n * k;
  case ProductOrder::Outer:
    return k;
  }
  return 0;
}

} // namespace

MatrixProduct startProduct(const Eigen::Ref<const Eigen::MatrixXd>& A,
                           const Eigen::Ref<const Eigen::MatrixXd>& B,
                           const Eigen::Ref<const Eigen::RowVectorXd>& bias, ProductOrder order) {
  MatrixProduct product{order, A, B, {}, 0, 0};
  if (!product.fits())
    return product;
  product.C = bias.size() == B.cols() ? Eigen::MatrixXd(bias.replicate(A.rows(), 1))
                                      : Eigen::MatrixXd::Zero(A.rows(), B.cols());
  product.steps = static_cast<int>(stepCount(order, A.rows(), A.cols(), B.cols()));
  return product;
}

ProductPlace productPlace(const MatrixProduct& product, int step) {
  const Eigen::Index k = product.A.cols();
  const Eigen::Index n = product.B.cols();
  switch (product.order) {
  case ProductOrder::Entries:
    return {step / (n * k), step / k % n, step % k};
  case ProductOrder::Rows:
    return {step / k, -1, step % k};
  case ProductOrder::Columns:
    return {-1, step / k, step % k};
  case ProductOrder::Outer:
    break;
  }
  return {-1, -1, step};
}

Eigen::Index productsIn(const MatrixProduct& product, Eigen::Index row, Eigen::Index column) {
  const Eigen::Index k = product.A.cols();
  Eigen::Index before = 0; // steps before the first one that touches the entry
  switch (product.order) {
  case ProductOrder::Entries:
    before = (row * product.B.cols() + column) * k;
    break;
  case ProductOrder::Rows:
    before = row * k;
    break;
  case ProductOrder::Columns:
    before = column * k;
    break;
  case ProductOrder::Outer:
    break;
  }
  return std::clamp<Eigen::Index>(product.step - before, 0, k);
}

MatrixProduct productStep(MatrixProduct product) {
  if (product.isFinished())
    return product;
  const ProductPlace place = productPlace(product, product.step);
  const auto left = product.A.col(place.inner);
  const auto right = product.B.row(place.inner);
  if (place.row >= 0 && place.column >= 0)
    product.C(place.row, place.column) += left(place.row) * right(place.column);
  else if (place.row >= 0)
    product.C.row(place.row) += left(place.row) * right;
  else if (place.column >= 0)
    product.C.col(place.column) += left * right(place.column);
  else
    product.C += left * right;
  ++product.step;
  return product;
}

MatrixProduct wholeProduct(MatrixProduct product) {
  while (!product.isFinished())
    product = productStep(std::move(product));
  return product;
}

ProductCost productCost(Eigen::Index m, Eigen::Index k, Eigen::Index n, bool hasBias) {
  const auto entries = static_cast<double>(m * n);
  const auto inner = static_cast<double>(k);
  return {entries * inner, entries * (hasBias ? inner : inner - 1)};
}

double commutatorNorm(const Eigen::Ref<const Eigen::MatrixXd>& A,
                      const Eigen::Ref<const Eigen::MatrixXd>& B) {
  if (A.rows() != A.cols() || B.rows() != B.cols() || A.rows() != B.rows())
    return std::numeric_limits<double>::quiet_NaN();
  const Eigen::MatrixXd difference = A * B - B * A;
  return difference.allFinite() ? difference.reshaped().stableNorm()
                                : std::numeric_limits<double>::quiet_NaN();
}

} // namespace eigenboard::linear_algebra
