#include "app/book/answer.h"

#include "app/book/number_text.h"
#include "app/book/words.h"
#include "views/panel/expression_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

namespace eigenboard::book {

namespace {

/// Slack for answers that are exact in decimals but not in binary.
constexpr double decimalSlack = 1e-9;

constexpr qsizetype mostMatrixRows = 20;

/// The points are the same for every reader, so that two readers with one answer hear one verdict.
constexpr std::uint64_t seedOfPoints = 4;

Judgement right() {
  return {Verdict::Right, translated("Right")};
}

Judgement notYet() {
  return {Verdict::NotYet, translated("Not yet")};
}

Judgement judgeNumber(const CheckLink& wanted, const QString& given) {
  const ReadNumber read = readNumber(given);
  if (!read.value)
    return {Verdict::Unreadable, read.problem};
  const double slack = decimalSlack * (1 + std::abs(wanted.value));
  return std::abs(*read.value - wanted.value) <= wanted.tolerance + slack ? right() : notYet();
}

Judgement judgeMatrix(const CheckLink& wanted, const QString& given) {
  const ReadMatrix read = readMatrix(given);
  if (!read.entries)
    return {Verdict::Unreadable, read.problem};
  Eigen::MatrixXd entries = *read.entries;
  const auto isOfSize = [&wanted](const Eigen::MatrixXd& m) {
    return m.rows() == wanted.entries.rows() && m.cols() == wanted.entries.cols();
  };
  const bool isVector = std::min(entries.rows(), entries.cols()) == 1;
  if (!isOfSize(entries) && isVector)
    entries.transposeInPlace();
  if (!isOfSize(entries))
    return {Verdict::NotYet, translated("Not yet: a matrix with another number of rows or columns")};
  const Eigen::ArrayXXd slack = wanted.tolerance + decimalSlack * (1 + wanted.entries.array().abs());
  return ((entries - wanted.entries).array().abs() <= slack).all() ? right() : notYet();
}

Judgement judgeExpression(const CheckLink& wanted, const QString& given) {
  const std::vector<std::string> names = variableNames(wanted);
  const algebra::ParsedExpression answer = algebra::parseExpression(wanted.answer.toStdString(), names);
  const algebra::ParsedExpression read = algebra::parseExpression(given.toStdString(), names);
  if (!read.ok())
    return {Verdict::Unreadable, panel::expressionProblem(read, names)};
  const algebra::Comparison comparison = algebra::compareAtRandomPoints(
      answer.expression, read.expression, wanted.variables, seedOfPoints, wanted.tolerance);
  switch (comparison.verdict) {
  case algebra::Equality::Equal:
    return right();
  case algebra::Equality::Different:
    return notYet();
  case algebra::Equality::OtherDomain:
    return {Verdict::NotYet,
            translated("Not yet: right where it has a value, but there are points where only one of the two "
                       "expressions has one")};
  case algebra::Equality::Undecided:
    return {Verdict::NotYet, translated("Not yet: this has no value at the points that were tried")};
  }
  return notYet();
}

} // namespace

ReadMatrix readMatrix(const QString& text) {
  static const QRegularExpression betweenRows(QStringLiteral("\\]\\s*,\\s*\\["));
  QString plain = text;
  plain.replace(betweenRows, QStringLiteral(";"));
  plain.remove(u'[').remove(u']');
  const QStringList rows = plain.split(u';', Qt::SkipEmptyParts);
  if (plain.trimmed().isEmpty() || rows.isEmpty())
    return {std::nullopt, translated("A matrix is needed, such as 1, 2; 3, 4: rows divided by semicolons")};
  const qsizetype columns = rows.front().count(u',') + 1;
  if (rows.size() > mostMatrixRows || columns > mostMatrixRows)
    return {std::nullopt, translated("This matrix has more than %1 rows or columns").arg(mostMatrixRows)};
  Eigen::MatrixXd entries(rows.size(), columns);
  for (qsizetype i = 0; i < rows.size(); ++i) {
    const QStringList cells = rows[i].split(u',');
    if (cells.size() != columns)
      return {std::nullopt, translated("The rows have different numbers of entries")};
    for (qsizetype j = 0; j < columns; ++j) {
      const ReadNumber cell = readNumber(cells[j].trimmed());
      if (!cell.value || !std::isfinite(*cell.value))
        return {std::nullopt, translated("Row %1, entry %2: %3")
                                  .arg(i + 1)
                                  .arg(j + 1)
                                  .arg(cell.value ? translated("a finite number is needed") : cell.problem)};
      entries(i, j) = *cell.value;
    }
  }
  return {entries, {}};
}

ReadNumber readNumber(const QString& text) {
  if (const std::optional<double> plain = numberFromText(text))
    return {plain, {}};
  const algebra::ParsedExpression parsed = algebra::parseExpression(text.toStdString(), {});
  using algebra::ExpressionFault;
  if (parsed.fault == ExpressionFault::UnknownName || parsed.fault == ExpressionFault::Empty ||
      parsed.fault == ExpressionFault::UnknownSign)
    return {std::nullopt, translated("A number is needed, such as 0.5, −3, 1/3 or sqrt(2)/2")};
  if (!parsed.ok())
    return {std::nullopt, panel::expressionProblem(parsed, {})};
  const double value = algebra::evaluate(parsed.expression, {});
  if (!std::isfinite(value))
    return {std::nullopt, translated("'%1' has no value in the real numbers").arg(text.trimmed())};
  return {value, {}};
}

Judgement judgeAnswer(const CheckLink& wanted, const QString& given) {
  switch (wanted.kind) {
  case CheckLink::Kind::Number:
    return judgeNumber(wanted, given);
  case CheckLink::Kind::Choice:
    return given == wanted.answer ? right() : notYet();
  case CheckLink::Kind::Expression:
    return judgeExpression(wanted, given);
  case CheckLink::Kind::Matrix:
    return judgeMatrix(wanted, given);
  case CheckLink::Kind::Code:
    break; // by running it: code_check
  }
  return notYet();
}

std::vector<std::string> variableNames(const CheckLink& check) {
  std::vector<std::string> names;
  for (const algebra::Variable& variable : check.variables)
    names.push_back(variable.name);
  return names;
}

} // namespace eigenboard::book
