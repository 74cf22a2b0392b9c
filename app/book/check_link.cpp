#include "app/book/check_link.h"

#include "app/book/answer.h"
#include "app/book/words.h"
#include "views/panel/expression_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace eigenboard::book {

namespace {

constexpr std::size_t mostVariables = 8;

Link broken(const QString& reason) {
  return BrokenLink{reason};
}

/// "x,y>0,z>y"; nothing where a name is none, or where a bound is neither 0 nor an earlier name.
std::optional<std::vector<algebra::Variable>> variablesOf(const QString& text) {
  std::vector<algebra::Variable> variables;
  for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
    const QString name = part.section(u'>', 0, 0).trimmed();
    const QString bound = part.section(u'>', 1).trimmed();
    const auto earlier = std::find_if(variables.begin(), variables.end(), [&](const algebra::Variable& v) {
      return v.name == bound.toStdString();
    });
    const bool isFree = !part.contains(u'>');
    const bool isPositive = bound == u"0";
    if (!isFree && !isPositive && earlier == variables.end())
      return std::nullopt;
    // A name is what the parser reads as one variable.
    const std::string plain = name.toStdString();
    const algebra::ParsedExpression read = algebra::parseExpression(plain, {plain});
    const bool isName = read.ok() && read.expression.program.size() == 1 &&
                        read.expression.program.front().operation == algebra::Operation::Variable;
    if (!isName || variables.size() == mostVariables)
      return std::nullopt;
    const int above = isFree || isPositive ? -1 : static_cast<int>(earlier - variables.begin());
    variables.push_back({plain, isPositive, above});
  }
  return variables;
}

Link number(CheckLink link, const QString& tolerance) {
  const std::optional<double> value = readNumber(link.answer).value;
  const std::optional<double> allowed = tolerance.isEmpty() ? 0.0 : readNumber(tolerance).value;
  if (!value || !std::isfinite(*value))
    return broken(translated("'%1' is not a number").arg(link.answer));
  if (!allowed || !(*allowed >= 0) || !std::isfinite(*allowed))
    return broken(translated("tol=%1: a number of at least 0 is needed").arg(tolerance));
  link.value = *value;
  link.tolerance = *allowed;
  return link;
}

Link matrix(CheckLink link, const QString& tolerance) {
  const ReadMatrix read = readMatrix(link.answer);
  const std::optional<double> allowed = tolerance.isEmpty() ? 0.0 : readNumber(tolerance).value;
  if (!read.entries)
    return broken(translated("'%1' is not a matrix: %2").arg(link.answer, read.problem));
  if (!allowed || !(*allowed >= 0) || !std::isfinite(*allowed))
    return broken(translated("tol=%1: a number of at least 0 is needed").arg(tolerance));
  link.kind = CheckLink::Kind::Matrix;
  link.entries = *read.entries;
  link.tolerance = *allowed;
  return link;
}

Link code(CheckLink link) {
  static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
  if (!name.match(link.answer).hasMatch())
    return broken(translated("'%1' is no name of a function").arg(link.answer));
  link.kind = CheckLink::Kind::Code;
  return link;
}

Link expression(CheckLink link, const QString& variables, const QString& tolerance) {
  const auto names = variablesOf(variables);
  if (!names)
    return broken(translated("vars=%1: names such as x,y>0,z>y are needed: any x, a positive y, a z above y")
                      .arg(variables));
  link.variables = *names;
  const algebra::ParsedExpression parsed =
      algebra::parseExpression(link.answer.toStdString(), variableNames(link));
  if (!parsed.ok())
    return broken(translated("the answer '%1' cannot be read: %2")
                      .arg(link.answer, panel::expressionProblem(parsed, variableNames(link))));
  const std::optional<double> allowed = tolerance.isEmpty() ? 0.0 : readNumber(tolerance).value;
  if (!allowed || !(*allowed >= 0 && *allowed < 1))
    return broken(translated("tol=%1: a number from 0 to 1 is needed").arg(tolerance));
  link.tolerance = *allowed;
  return link;
}

} // namespace

QStringList optionsOf(const QString& text) {
  QStringList options;
  QString option;
  bool isFormula = false;
  for (qsizetype at = 0; at < text.size(); ++at) {
    const QChar character = text[at];
    if (character == u'$')
      // A dollar without its fellow is money.
      isFormula = !isFormula && text.indexOf(u'$', at + 1) > 0;
    if (character == u'|' && !isFormula) {
      options.push_back(option.trimmed());
      option.clear();
    } else {
      option += character;
    }
  }
  options.push_back(option.trimmed());
  options.removeAll(QString());
  return options;
}

Link checkLink(const QString& kind, const panel::Settings& settings) {
  CheckLink link;
  QString tolerance;
  QString variables;
  for (const auto& [key, value] : settings) {
    if (kind == u"code" ? key == u"function" : key == u"value" || key == u"answer")
      link.answer = value.trimmed();
    else if (key == u"tol" && kind != u"choice" && kind != u"code")
      tolerance = value;
    else if (key == u"options" && kind == u"choice")
      link.options = optionsOf(value);
    else if (key == u"vars" && kind == u"expression")
      variables = value;
    else
      return broken(translated("check:%1 does not know '%2'").arg(kind, key));
  }
  if (kind != u"number" && kind != u"choice" && kind != u"expression" && kind != u"matrix" && kind != u"code")
    return broken(translated("check:%1 is none of number, choice, expression, matrix and code").arg(kind));
  if (link.answer.isEmpty())
    return broken(kind == u"choice" ? translated("check: needs answer=…")
                  : kind == u"code" ? translated("check: needs function=…")
                                    : translated("check: needs value=…"));
  if (kind == u"matrix")
    return matrix(std::move(link), tolerance);
  if (kind == u"code")
    return code(std::move(link));
  if (kind == u"number")
    return number(std::move(link), tolerance);
  if (kind == u"expression") {
    link.kind = CheckLink::Kind::Expression;
    return expression(std::move(link), variables, tolerance);
  }
  link.kind = CheckLink::Kind::Choice;
  return link;
}

QString checkProblem(const CheckLink& link) {
  if (link.kind == CheckLink::Kind::Choice) {
    if (link.options.size() < 2)
      return translated("check:choice: needs options=A|B|…, at least two");
    if (QSet<QString>(link.options.begin(), link.options.end()).size() != link.options.size())
      return translated("check:choice: two of the options are the same");
    if (!link.options.contains(link.answer))
      return translated("check:choice: the answer '%1' is none of the options").arg(link.answer);
  }
  if (link.kind == CheckLink::Kind::Expression && judgeAnswer(link, link.answer).verdict != Verdict::Right)
    return translated("check:expression: the answer '%1' has no value at most points").arg(link.answer);
  return {};
}

} // namespace eigenboard::book
