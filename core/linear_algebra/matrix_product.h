#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace eigenboard::linear_algebra {

/// Four orders in which the same products a_il b_lj are made and added.
enum class ProductOrder : std::uint8_t {
  Entries, ///< entry by entry: one product a step
  Rows,    ///< row by row: a_il times row l of B a step
  Columns, ///< column by column: b_lj times column l of A a step
  Outer,   ///< column l of A times row l of B a step
};

/// Which products a step makes; -1 stands for all rows or columns of C.
struct ProductPlace {
  Eigen::Index row = -1;
  Eigen::Index column = -1;
  Eigen::Index inner = -1;
};

/// C = A B, each row begun with a bias, on the way.
struct MatrixProduct {
  ProductOrder order = ProductOrder::Entries;
  Eigen::MatrixXd A; ///< m×k
  Eigen::MatrixXd B; ///< k×n
  Eigen::MatrixXd C; ///< m×n: the bias, and what has been added to it; 0×0 where A and B do not fit
  int step = 0;
  int steps = 0; ///< that lead to the whole product; 0 where A and B do not fit

  bool fits() const { return A.cols() == B.rows(); }
  bool isFinished() const { return step >= steps; }
};

/// Before the first product. A and B need not fit together: then there is nothing to do. bias: n entries, a
/// row that each row of C begins with, as in a layer of a network; empty for none. Entries that are not
/// finite go into C as arithmetic has it.
MatrixProduct startProduct(const Eigen::Ref<const Eigen::MatrixXd>& A,
                           const Eigen::Ref<const Eigen::MatrixXd>& B,
                           const Eigen::Ref<const Eigen::RowVectorXd>& bias, ProductOrder order);

/// What step number `step`, from 0, of a product does.
ProductPlace productPlace(const MatrixProduct& product, int step);

/// How many products an entry of C holds so far, 0 to k.
Eigen::Index productsIn(const MatrixProduct& product, Eigen::Index row, Eigen::Index column);

/// After one step more; itself at the end. All orders add the products of an entry in the order of l, so the
/// four results are the same to the last bit. Cost: a copy, and 1, n, m or m n products.
MatrixProduct productStep(MatrixProduct product);

/// All steps. Cost: O(m k n).
MatrixProduct wholeProduct(MatrixProduct product);

/// What the whole product costs: m k n multiplications; one addition fewer for each entry, or as many where
/// it begins with a bias.
struct ProductCost {
  double multiplications = 0;
  double additions = 0;
};
ProductCost productCost(Eigen::Index m, Eigen::Index k, Eigen::Index n, bool hasBias);

/// ‖AB − BA‖_F; NaN unless both are square and of one size. 0 up to rounding: they commute.
double commutatorNorm(const Eigen::Ref<const Eigen::MatrixXd>& A, const Eigen::Ref<const Eigen::MatrixXd>& B);

} // namespace eigenboard::linear_algebra
