#include "views/panel/table.h"

#include "views/panel/words.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

double clampedCell(const Column& column, double number) {
  const double wanted = std::isnan(number) ? 0 : number;
  const double inside = std::max(column.minimum, std::min(column.maximum, wanted));
  const double cell = column.isWhole ? std::round(inside) : inside;
  return cell == 0 ? 0.0 : cell; // a negative zero is zero to the reader
}

QString cellText(double number) {
  return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QStringList rowsOf(const QString& text) {
  QString even = text;
  even.replace(u'\n', u';');
  QStringList rows;
  for (const QString& row : even.split(u';'))
    if (!row.trimmed().isEmpty())
      rows += row;
  return rows;
}

/// Cells that a row is to have beyond those it has; empty where it has too many, or lacks one that it must
/// have.
std::optional<std::vector<double>> absentCells(const Parameter& parameter, qsizetype given) {
  const auto columns = static_cast<qsizetype>(parameter.columns.size());
  if (given > columns)
    return std::nullopt;
  std::vector<double> cells;
  for (qsizetype column = given; column < columns; ++column) {
    const std::optional<double>& absent = parameter.columns[static_cast<std::size_t>(column)].absent;
    if (!absent)
      return std::nullopt;
    cells.push_back(*absent);
  }
  return cells;
}

QString tableShape(const Parameter& parameter) {
  QStringList names;
  for (const Column& column : parameter.columns)
    names += column.key;
  return Text::tr("%1 takes rows of %2, with ; between rows").arg(parameter.key, names.join(u','));
}

} // namespace

QString tableText(const Parameter& parameter, const Eigen::MatrixXd& rows) {
  QString text;
  const auto columns = static_cast<Eigen::Index>(parameter.columns.size());
  const auto count = std::min<Eigen::Index>(rows.rows(), parameter.mostRows);
  if (rows.cols() != columns)
    return text;
  for (Eigen::Index row = 0; row < count; ++row)
    for (Eigen::Index column = 0; column < columns; ++column) {
      if (column > 0)
        text += u',';
      else if (row > 0)
        text += u';';
      text += cellText(clampedCell(parameter.columns[static_cast<std::size_t>(column)], rows(row, column)));
    }
  return text;
}

Eigen::MatrixXd tableOf(const Parameter& parameter, const Value& value) {
  const auto columns = static_cast<Eigen::Index>(parameter.columns.size());
  Eigen::MatrixXd table(0, columns);
  const QString* text = std::get_if<QString>(&value);
  if (!text || columns == 0)
    return table;
  const QStringList rows = rowsOf(*text);
  table.resize(std::min<Eigen::Index>(rows.size(), parameter.mostRows), columns);
  Eigen::Index count = 0;
  for (const QString& row : rows) {
    if (count == table.rows())
      break;
    const QStringList cells = row.split(u',');
    const auto absent = absentCells(parameter, cells.size());
    if (!absent)
      continue;
    bool isSound = true;
    for (std::size_t i = 0; i < absent->size(); ++i)
      table(count, cells.size() + static_cast<Eigen::Index>(i)) = (*absent)[i];
    for (Eigen::Index column = 0; column < cells.size() && isSound; ++column) {
      const double number = cells[column].trimmed().toDouble(&isSound);
      isSound = isSound || std::isinf(number); // too large is a number still
      table(count, column) = clampedCell(parameter.columns[static_cast<std::size_t>(column)], number);
    }
    count += isSound ? 1 : 0;
  }
  table.conservativeResize(count, columns);
  return table;
}

Parsed tableFromText(const Parameter& parameter, const QString& text) {
  const QStringList rows = rowsOf(text);
  if (rows.size() > parameter.mostRows)
    return {QString(), Text::tr("%1 takes at most %2 rows, and this has %3")
                           .arg(parameter.key)
                           .arg(parameter.mostRows)
                           .arg(rows.size())};
  const auto columns = static_cast<qsizetype>(parameter.columns.size());
  Eigen::MatrixXd table(rows.size(), columns);
  for (qsizetype row = 0; row < rows.size(); ++row) {
    const QStringList cells = rows[row].split(u',');
    const auto absent = absentCells(parameter, cells.size());
    if (!absent)
      return {QString(), Text::tr("'%1' is no row of %2 numbers; %3")
                             .arg(quotable(rows[row]), QString::number(columns), tableShape(parameter))};
    for (std::size_t i = 0; i < absent->size(); ++i)
      table(row, cells.size() + static_cast<Eigen::Index>(i)) = (*absent)[i];
    for (qsizetype column = 0; column < cells.size(); ++column) {
      const QString key = u"%1.%2.%3"_s.arg(parameter.key)
                              .arg(row)
                              .arg(parameter.columns[static_cast<std::size_t>(column)].key);
      const Parsed cell = fromText(cellParameter(parameter, static_cast<int>(column), key), cells[column]);
      if (!cell.ok())
        return {QString(), cell.error};
      table(row, column) = std::get<double>(cell.value);
    }
  }
  return {tableText(parameter, table), {}};
}

QString tableFromOther(const Parameter& parameter, const Value& own, const QString& other) {
  const auto columns = static_cast<Eigen::Index>(parameter.columns.size());
  const QStringList rows = rowsOf(other);
  const Eigen::MatrixXd before = tableOf(parameter, own);
  const bool isSameCount = before.rows() == rows.size();
  Eigen::MatrixXd table(rows.size(), columns);
  for (qsizetype row = 0; row < rows.size(); ++row) {
    const QStringList cells = rows[row].split(u',');
    for (Eigen::Index column = 0; column < columns; ++column) {
      const std::optional<double>& absent = parameter.columns[static_cast<std::size_t>(column)].absent;
      table(row, column) = column < cells.size() ? cells[column].trimmed().toDouble()
                           : isSameCount         ? before(row, column)
                                                 : absent.value_or(0);
    }
  }
  return tableText(parameter, table);
}

std::optional<TableCell> tableCellAt(const Description& description, const QString& key) {
  const QStringList parts = key.split(u'.');
  if (parts.size() != 3)
    return std::nullopt;
  TableCell cell;
  cell.parameter = parameterIndex(description, parts[0]);
  if (cell.parameter < 0)
    return std::nullopt;
  const Parameter& parameter = description.parameters[static_cast<std::size_t>(cell.parameter)];
  const auto column = std::find_if(parameter.columns.begin(), parameter.columns.end(),
                                   [&parts](const Column& one) { return one.key == parts[2]; });
  bool isNumber = false;
  cell.row = parts[1].toInt(&isNumber);
  cell.column = static_cast<int>(column - parameter.columns.begin());
  if (parameter.kind != Kind::Table || !isNumber || cell.row < 0 || column == parameter.columns.end())
    return std::nullopt;
  return cell;
}

Parameter cellParameter(const Parameter& table, int column, const QString& key) {
  const Column& described = table.columns[static_cast<std::size_t>(column)];
  Parameter cell;
  cell.key = key;
  cell.label = described.label;
  cell.kind = described.isWhole ? Kind::Integer : Kind::Number;
  cell.minimum = described.minimum;
  cell.maximum = described.maximum;
  cell.step = described.step;
  return cell;
}

StateResult withTableCell(const Description& description, State state, const TableCell& cell,
                          const Value& value) {
  const auto at = static_cast<std::size_t>(cell.parameter);
  const Parameter& parameter = description.parameters[at];
  const double* number = std::get_if<double>(&value);
  if (!number || std::isnan(*number))
    return {state, Text::tr("%1 takes numbers").arg(parameter.label)};
  Eigen::MatrixXd table = tableOf(parameter, state.values[at]);
  if (cell.row >= table.rows())
    return {state, Text::tr("%1 has no row %2; it has %3, from 0 on")
                       .arg(parameter.key)
                       .arg(cell.row)
                       .arg(table.rows())};
  table(cell.row, cell.column) = *number;
  state.values[at] = tableText(parameter, table);
  return {state, {}};
}

} // namespace eigenboard::panel
