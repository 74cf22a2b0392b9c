#pragma once

#include <Eigen/Core>
#include <QtCore/QString>

#include <initializer_list>

namespace eigenboard::panels::tex {

/// "-0.25" with the given number of decimals, never "-0.00"; "2.50 \times 10^{7}" from a million on;
/// "\infty";
/// "\text{undefined}" for NaN.
QString number(double value, int decimals = 2);

/// "(1.50)": a factor of a product.
QString factor(double value, int decimals = 2);

/// The sign between numbers as they are shown: "=" when the decimals of each are its whole value (up to its
/// rounding), otherwise "\approx".
QString equals(std::initializer_list<double> shown, int decimals = 2);

/// A bmatrix; a vector is a matrix of one column.
QString matrix(const Eigen::Ref<const Eigen::MatrixXd>& entries, int decimals = 2);

/// "\mathbf{v}".
QString bold(const QString& letter);

/// Text inside a formula: its TeX specials are escaped.
QString text(const QString& words);

} // namespace eigenboard::panels::tex
