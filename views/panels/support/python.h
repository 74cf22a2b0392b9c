#pragma once

#include <Eigen/Core>
#include <QtCore/QString>

namespace eigenboard::panels::python {

/// A float literal that reads back exactly: "0.1", "-2.0", "1e-12"; "np.nan" and "np.inf" for what has none.
QString literal(double value);
QString literal(bool value);

/// "np.array([[1.0, 0.5], [0.0, 1.0]])"; for a vector "np.array([1.0, 0.5])".
QString array(const Eigen::Ref<const Eigen::MatrixXd>& entries);

/// The two imports every script starts with.
QString imports();

/// Defines the numbers of numerics::Random in NumPy, all at once: random_bits(count, seed), and what
/// makes numbers of these bits, open_unit(bits) in (0, 1) and half_open_unit(bits) in [0, 1). Ends with an
/// empty line.
QString generator();

/// Prints the dictionary `readouts` as one JSON object, with None, "inf" and "-inf" for what JSON cannot say.
QString printReadouts();

} // namespace eigenboard::panels::python
