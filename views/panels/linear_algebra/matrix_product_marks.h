#pragma once

#include "views/panels/linear_algebra/matrix_product_model.h"
#include "views/panels/support/cells.h"

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

/// Between the tables. C begins at the origin, A ends to its left, B ends above it: so a row of A runs into
/// the same row of C, and a column of B into the same column.
inline constexpr double gap = 0.6;

struct Tables {
  cells::Table left;
  cells::Table right;
  cells::Table product;
};

inline double count(Eigen::Index index) {
  return static_cast<double>(index);
}

/// The largest entry, at least 1.
double fullOf(const Eigen::MatrixXd& values);
/// "A: 2 × 3"
QString shapeTex(const QString& name, Eigen::Index rows, Eigen::Index columns);

/// Knobs in the cells, edges that change the shapes, and markers that choose what is looked at.
void addHandles(scene::PlaneView& view, const Params& params, const Result& result, const Tables& tables);
/// BA, or BᵀAᵀ, to be held beside the product.
scene::PlaneView besideView(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
