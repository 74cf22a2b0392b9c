#pragma once

#include <Eigen/Core>
#include <QtCore/QJsonArray>

namespace eigenboard::tests {

/// Numbers in their order, for the Python of a test. Not for infinities and NaN, which JSON does not have.
template <typename Numbers>
QJsonArray listJson(const Numbers& numbers) {
  QJsonArray list;
  for (const auto number : numbers)
    list.append(static_cast<double>(number));
  return list;
}

/// A matrix row by row; a column vector as rows of one number each.
template <typename Derived>
QJsonArray rowsJson(const Eigen::MatrixBase<Derived>& matrix) {
  QJsonArray rows;
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    QJsonArray cells;
    for (Eigen::Index column = 0; column < matrix.cols(); ++column)
      cells.append(static_cast<double>(matrix(row, column)));
    rows.append(cells);
  }
  return rows;
}

} // namespace eigenboard::tests
