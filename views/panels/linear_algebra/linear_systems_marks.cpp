#include "views/panels/linear_algebra/linear_systems_marks.h"

#include "views/panels/support/tex.h"

#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

using scene::Role;

namespace {

/// "0.5", "2": two decimals without zeros at their end.
QString shortNumber(double value) {
  QString written = tex::number(value);
  if (!written.contains(QLatin1Char('.')) || written.contains(QLatin1Char('\\')))
    return written;
  while (written.endsWith(QLatin1Char('0')))
    written.chop(1);
  if (written.endsWith(QLatin1Char('.')))
    written.chop(1);
  return written;
}

QString term(double coefficient, const QString& unknown, bool isFirst) {
  const QString size = shortNumber(std::abs(coefficient));
  const QString sign = coefficient < 0 ? QStringLiteral("-") : isFirst ? QString() : QStringLiteral("+");
  return sign + (size == QLatin1String("1") ? QString() : size) + unknown;
}

} // namespace

Role equationRole(Eigen::Index index) {
  constexpr std::array roles{Role::Drag, Role::DragSecond, Role::Series3};
  return roles.at(static_cast<std::size_t>(index));
}

Role columnRole(Eigen::Index index) {
  constexpr std::array roles{Role::Series2, Role::Series6, Role::Series9};
  return roles.at(static_cast<std::size_t>(index));
}

QString equationTex(const Eigen::Ref<const Eigen::RowVectorXd>& row) {
  const std::array unknowns{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
  QString left;
  for (Eigen::Index column = 0; column + 1 < row.size(); ++column)
    if (row(column) != 0)
      left += term(row(column), unknowns.at(static_cast<std::size_t>(column)), left.isEmpty());
  if (left.isEmpty())
    left = QStringLiteral("0");
  return left + QStringLiteral(" = ") + shortNumber(row(row.size() - 1));
}

QString equationName(Eigen::Index index) {
  return Words::tr("Equation %1").arg(index + 1);
}

QString pointTex(const Eigen::Ref<const Eigen::VectorXd>& point) {
  QString tex = QStringLiteral("(");
  for (Eigen::Index i = 0; i < point.size(); ++i)
    tex += (i > 0 ? QStringLiteral(",\\, ") : QString()) + tex::number(point(i));
  return tex + QLatin1Char(')');
}

QString solutionTex(const Result& result) {
  const QString point = pointTex(result.system.solution);
  switch (result.system.kind) {
  case eigenboard::linear_algebra::SolutionKind::Unique:
    return point;
  case eigenboard::linear_algebra::SolutionKind::Infinite:
    return QStringLiteral("%1\\ %2").arg(tex::text(Words::tr("shortest:")), point);
  case eigenboard::linear_algebra::SolutionKind::None:
    return QStringLiteral("%1\\ %2").arg(tex::text(Words::tr("least squares:")), point);
  }
  return point;
}

QString coefficientKey(Eigen::Index row, Eigen::Index column) {
  return QStringLiteral("a%1%2").arg(row + 1).arg(column + 1);
}

QString constantKey(Eigen::Index row) {
  return QStringLiteral("b%1").arg(row + 1);
}

std::vector<EmptyRow> emptyRows(const Result& result) {
  const Eigen::MatrixXd& rows = result.current().rows;
  std::vector<EmptyRow> list;
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    if (!rows.row(i).head(result.A.cols()).isZero(0))
      continue;
    const bool isContradiction = rows(i, result.A.cols()) != 0;
    const QString words = isContradiction ? Words::tr("no point does that") : Words::tr("says nothing");
    list.push_back(
        {QStringLiteral("%1\\ %2\\ %3")
             .arg(tex::text(Words::tr("Row %1:").arg(i + 1)), equationTex(rows.row(i)), tex::text(words)),
         isContradiction});
  }
  return list;
}

Eigen::VectorXd footOf(const Eigen::Ref<const Eigen::VectorXd>& normal, double constant) {
  const double length = normal.stableNorm();
  if (length == 0)
    return Eigen::VectorXd::Constant(normal.size(), std::numeric_limits<double>::quiet_NaN());
  return constant / length * normal.stableNormalized();
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
