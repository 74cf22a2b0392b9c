#include "app/book/answer.h"

#include "app/book/number_text.h"
#include "app/book/words.h"
#include "views/panel/expression_words.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::book {

namespace {

/// Slack for answers that are exact in decimals but not in binary.
constexpr double decimalSlack = 1e-9;

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
