#include "views/panel/expression_words.h"

#include "core/algebra/expression_names.h"
#include "views/panel/state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace eigenboard::panel {

namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("expression", text);
}

QString unknownName(const QString& name, const std::vector<std::string>& variables) {
  std::vector<QString> known;
  QStringList listed;
  for (const std::string& variable : variables)
    listed.push_back(QString::fromStdString(variable));
  known.assign(listed.begin(), listed.end());
  for (const std::string& other : algebra::knownNames())
    known.push_back(QString::fromStdString(other));
  QString text = translated("'%1' is no name known here").arg(name);
  const QString guess = name.size() > 1 ? didYouMean(name, known) : QString();
  if (!guess.isEmpty())
    return text + guess;
  return listed.isEmpty() ? translated("'%1' is no name known here; a number is asked for").arg(name)
                          : translated("'%1' is no name known here; write it in %2")
                                .arg(name, listed.join(QStringLiteral(", ")));
}

} // namespace

QString expressionProblem(const algebra::ParsedExpression& parsed,
                          const std::vector<std::string>& variables) {
  using algebra::ExpressionFault;
  const QString detail = QString::fromStdString(parsed.detail);
  switch (parsed.fault) {
  case ExpressionFault::None:
    return {};
  case ExpressionFault::Empty:
    return translated("Nothing is written yet");
  case ExpressionFault::TooLong:
    return translated("This is longer than %1 characters").arg(algebra::longestExpression);
  case ExpressionFault::TooDeep:
    return translated("Brackets and powers are nested too deeply");
  case ExpressionFault::UnknownName:
    return unknownName(detail, variables);
  case ExpressionFault::UnknownSign:
    return detail == u"|" ? translated("'|' cannot be read; write abs(x) for the absolute value")
                          : translated("The sign '%1' cannot be read").arg(detail);
  case ExpressionFault::MissingOperand:
    return detail.isEmpty() ? translated("Something is missing at the end")
                            : translated("A number or a name is missing before '%1'").arg(detail);
  case ExpressionFault::UnclosedBracket:
    return translated("The bracket '%1' is not closed").arg(detail);
  case ExpressionFault::UnopenedBracket:
    return translated("The bracket '%1' was never opened").arg(detail);
  case ExpressionFault::NeedsBrackets:
    return translated("%1 needs brackets right after it, as in %1(x)").arg(detail);
  case ExpressionFault::WrongCount:
    return detail == u"min" || detail == u"max" ? translated("%1 takes two values: %1(a, b)").arg(detail)
                                                : translated("%1 takes one value: %1(x)").arg(detail);
  case ExpressionFault::StrayComma:
    return translated("A comma cannot be read here; decimals have a point, as in 0.5");
  case ExpressionFault::AmbiguousProduct:
    return translated("1/2x can be read in two ways; write 1/(2x) or (1/2)x");
  case ExpressionFault::BadNumber:
    return translated("'%1' is no number that can be read").arg(detail);
  case ExpressionFault::Equation:
    return translated("Write the expression alone, without '='");
  }
  return {};
}

} // namespace eigenboard::panel
