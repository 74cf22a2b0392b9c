#include "views/panels/support/python.h"

#include <QtCore/QLocale>

#include <cmath>

namespace eigenboard::panels::python {

QString literal(double value) {
  if (std::isnan(value))
    return QStringLiteral("np.nan");
  if (std::isinf(value))
    return value > 0 ? QStringLiteral("np.inf") : QStringLiteral("-np.inf");
  if (value == 0)
    return QStringLiteral("0.0");
  const QString written = QString::number(value, 'g', QLocale::FloatingPointShortest);
  return written.contains(QLatin1Char('.')) || written.contains(QLatin1Char('e'))
             ? written
             : written + QStringLiteral(".0");
}

QString literal(bool value) {
  return value ? QStringLiteral("True") : QStringLiteral("False");
}

QString array(const Eigen::Ref<const Eigen::MatrixXd>& entries) {
  const bool isVector = entries.cols() == 1;
  QStringList rows;
  for (Eigen::Index row = 0; row < entries.rows(); ++row) {
    QStringList cells;
    for (Eigen::Index column = 0; column < entries.cols(); ++column)
      cells.append(literal(entries(row, column)));
    rows.append(isVector ? cells.join(QString())
                         : QLatin1Char('[') + cells.join(QStringLiteral(", ")) + QLatin1Char(']'));
  }
  return QStringLiteral("np.array([") + rows.join(QStringLiteral(", ")) + QStringLiteral("])");
}

QString imports() {
  return QStringLiteral("import json\n\nimport numpy as np\n");
}

QString generator() {
  return QStringLiteral(R"(

def random_bits(count, seed):
    """The first numbers of SplitMix64 (Steele, Lea and Flood 2014), 64 bits each."""
    z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def open_unit(bits):
    """The middle of one of 2^52 equal parts: in (0, 1), never an end."""
    return ((bits >> np.uint64(12)) + 0.5) * 2.0**-52


def half_open_unit(bits):
    """One of 2^53 equal steps: in [0, 1)."""
    return (bits >> np.uint64(11)) * 2.0**-53

)");
}

QString printReadouts() {
  return QStringLiteral(R"(

def jsonable(value):
    """JSON knows no NaN and no infinity: None, "inf" and "-inf" stand for them."""
    value = float(value)
    if np.isnan(value):
        return None
    if np.isinf(value):
        return "inf" if value > 0 else "-inf"
    return value


print(json.dumps({name: jsonable(value) for name, value in readouts.items()}, indent=2))
)");
}

} // namespace eigenboard::panels::python
