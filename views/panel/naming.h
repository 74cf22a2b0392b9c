#pragma once

#include "views/panel/parameter.h"

namespace eigenboard::panel {

/// Words about a field, the same for every kind of field.
struct Naming {
  QString key;
  QString label;
  QString symbol = {};
  QString help = {};
  QString unit = {};
};

struct Range {
  double minimum = 0;
  double maximum = 1;
  double step = 0.01;
  Spacing spacing = Spacing::Linear;
};

inline constexpr int largestSeed = 999'999; ///< six digits, which can be said on the telephone

/// A parameter of this name, kind and range, without options and default.
Parameter described(const Naming& naming, Kind kind, const Range& range);
/// "Matrix A, row 1, column 2"; "Vector v, first coordinate".
QString partLabel(const QString& label, GroupKind kind, int row, int column);
/// "a_{12}" for the matrix symbol "A" or "\\mathbf{A}"; "v_{1}" for a point, "x_{0,1}" where
/// its symbol "\\mathbf{x}_0" has a subscript.
QString partSymbol(const QString& symbol, GroupKind kind, int row, int column);

} // namespace eigenboard::panel
