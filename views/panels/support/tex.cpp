#include "views/panels/support/tex.h"

#include "views/panel/shown_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::tex {

namespace {

QString withoutNegativeZero(const QString& written) {
  for (const QChar character : written)
    if (character.isDigit() && character != QLatin1Char('0'))
      return written;
  return written.startsWith(QLatin1Char('-')) ? written.mid(1) : written;
}

} // namespace

QString number(double value, int decimals) {
  if (std::isnan(value))
    return QStringLiteral("\\text{undefined}");
  if (std::isinf(value))
    return value > 0 ? QStringLiteral("\\infty") : QStringLiteral("-\\infty");
  if (std::abs(value) < 1e6)
    return withoutNegativeZero(QString::number(panel::shownNumber(value), 'f', decimals));
  const QString scientific = QString::number(value, 'e', decimals);
  const qsizetype mark = scientific.indexOf(QLatin1Char('e'));
  return QStringLiteral("%1 \\times 10^{%2}")
      .arg(scientific.left(mark))
      .arg(scientific.mid(mark + 1).toInt());
}

QString factor(double value, int decimals) {
  return QLatin1Char('(') + number(value, decimals) + QLatin1Char(')');
}

QString equals(std::initializer_list<double> shown, int decimals) {
  const double scale = std::pow(10, decimals);
  const bool isExact = std::all_of(shown.begin(), shown.end(), [scale](double value) {
    const double hidden = std::abs(value * scale - std::round(value * scale));
    // Decimal cells and their products are off by some roundings of the value.
    return hidden <= 64 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(value)) * scale;
  });
  return isExact ? QStringLiteral("=") : QStringLiteral("\\approx");
}

QString matrix(const Eigen::Ref<const Eigen::MatrixXd>& entries, int decimals) {
  QString tex = QStringLiteral("\\begin{bmatrix}");
  for (Eigen::Index row = 0; row < entries.rows(); ++row) {
    if (row > 0)
      tex += QStringLiteral(" \\\\ ");
    for (Eigen::Index column = 0; column < entries.cols(); ++column) {
      if (column > 0)
        tex += QStringLiteral(" & ");
      tex += number(entries(row, column), decimals);
    }
  }
  return tex + QStringLiteral("\\end{bmatrix}");
}

QString bold(const QString& letter) {
  return QStringLiteral("\\mathbf{%1}").arg(letter);
}

QString text(const QString& words) {
  QString escaped;
  for (const QChar character : words) {
    if (QStringLiteral("#$%&_{}").contains(character))
      escaped += QLatin1Char('\\');
    escaped += character;
  }
  return QStringLiteral("\\text{%1}").arg(escaped);
}

} // namespace eigenboard::panels::tex
