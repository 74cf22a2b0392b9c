#include "views/panel/parameter.h"

#include "views/panel/state.h"
#include "views/panel/table.h"
#include "views/panel/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4096;

QString numberText(double number) {
  if (number == 0)
    return u"0"_s; // a negative zero is zero to the reader
  return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// A number, "pi", or a number times pi ("2pi", "2*pi").
std::optional<double> factor(QString text) {
  text = text.trimmed();
  const bool timesPi = text.endsWith(u"pi"_s, Qt::CaseInsensitive);
  if (timesPi) {
    text = text.chopped(2).trimmed();
    if (text.endsWith(u'*'))
      text = text.chopped(1).trimmed();
    if (text.isEmpty() || text == u"+"_s)
      return std::numbers::pi;
    if (text == u"-"_s)
      return -std::numbers::pi;
  }
  bool ok = false;
  const double number = text.toDouble(&ok);
  if (!ok && !std::isinf(number)) // too large is a number still, and the reader is told of its size
    return std::nullopt;
  return timesPi ? number * std::numbers::pi : number;
}

std::optional<double> quotient(const QString& text) {
  const QStringList parts = text.split(u'/');
  if (parts.size() > 2)
    return std::nullopt;
  const std::optional<double> numerator = factor(parts.first());
  if (parts.size() == 1 || !numerator)
    return numerator;
  const std::optional<double> denominator = factor(parts.last());
  if (!denominator)
    return std::nullopt;
  return *numerator / *denominator;
}

QString rangeText(const Parameter& parameter) {
  return Text::tr("%1 is between %2 and %3")
      .arg(parameter.key, numberText(parameter.minimum), numberText(parameter.maximum));
}

Parsed failure(const QString& reason) {
  return {0.0, reason};
}

Parsed parsedNumber(const Parameter& parameter, const QString& given) {
  QString text = given.trimmed();
  text.replace(QChar(0x2212), u'-').replace(QChar(0x03c0), u"pi"_s);
  const std::optional<double> number = quotient(text);
  if (!number) {
    QString withPoint = text;
    withPoint.replace(u',', u'.');
    const bool decimalComma = text.count(u',') == 1 && quotient(withPoint);
    return failure(decimalComma
                       ? Text::tr("'%1' is not a number; write %2").arg(quotable(given), quotable(withPoint))
                       : Text::tr("'%1' is not a number; %2").arg(quotable(given), rangeText(parameter)));
  }
  if (!std::isfinite(*number))
    return failure(Text::tr("'%1' is not a finite number; %2").arg(quotable(given), rangeText(parameter)));
  if (*number < parameter.minimum || *number > parameter.maximum)
    return failure(Text::tr("'%1' is out of range; %2").arg(quotable(given), rangeText(parameter)));
  if (isWhole(parameter) && *number != std::round(*number))
    return failure(Text::tr("'%1' is not a whole number; %2").arg(quotable(given), rangeText(parameter)));
  return {*number == 0 ? 0.0 : *number, {}};
}

Parsed parsedToggle(const Parameter& parameter, const QString& given) {
  const QString text = given.trimmed().toLower();
  if (text == u"true"_s || text == u"on"_s || text == u"yes"_s || text == u"1"_s)
    return {1.0, {}};
  if (text == u"false"_s || text == u"off"_s || text == u"no"_s || text == u"0"_s)
    return {0.0, {}};
  return failure(
      Text::tr("'%1' is neither true nor false, and %2 is one of them").arg(given.trimmed(), parameter.key));
}

Parsed parsedChoice(const Parameter& parameter, const QString& given) {
  const QString text = given.trimmed();
  std::vector<QString> keys;
  for (std::size_t i = 0; i < parameter.options.size(); ++i) {
    keys.push_back(parameter.options[i].key);
    if (keys.back().compare(text, Qt::CaseInsensitive) == 0)
      return {static_cast<double>(i), {}};
  }
  const QString suggestion = didYouMean(text, keys);
  if (!suggestion.isEmpty())
    return failure(Text::tr("'%1' is no option of %2").arg(text, parameter.key) + suggestion);
  return failure(Text::tr("'%1' is no option of %2; it takes %3")
                     .arg(text, parameter.key, QStringList(keys.begin(), keys.end()).join(u", "_s)));
}

QString shortened(QString text) {
  if (text.size() <= longestText)
    return text;
  // Half of a surrogate pair would not survive a file.
  const qsizetype size = text.at(longestText - 1).isHighSurrogate() ? longestText - 1 : longestText;
  text.truncate(size);
  return text;
}

} // namespace

Value clamped(const Parameter& parameter, const Value& wanted, const Value& fallback) {
  if (parameter.kind == Kind::Text) {
    const QString* text = std::get_if<QString>(&wanted);
    return text ? Value(shortened(*text)) : fallback;
  }
  if (parameter.kind == Kind::Table)
    return std::holds_alternative<QString>(wanted) ? Value(tableText(parameter, tableOf(parameter, wanted)))
                                                   : fallback;
  const double* number = std::get_if<double>(&wanted);
  if (!number || std::isnan(*number))
    return fallback;
  // Not std::clamp: a parameter whose range is empty by mistake must not be undefined behaviour.
  double value = std::max(parameter.minimum, std::min(parameter.maximum, *number));
  if (parameter.kind != Kind::Number)
    value = std::round(value);
  return value == 0 ? 0.0 : value;
}

double stepped(const Parameter& parameter, double value, double steps) {
  double next = value + steps * parameter.step;
  double resolution = parameter.step / 100;
  if (parameter.spacing == Spacing::Logarithmic && value > 0) {
    next = value * std::pow(10, steps * parameter.step);
    resolution = next / 1000;
  }
  if (resolution > 0 && std::isfinite(next)) {
    // A power of ten divides to the double nearest the decimal; multiplying by 0.001 would not.
    const double scale = std::pow(10, std::ceil(-std::log10(resolution)));
    next = scale >= 1 ? std::round(next * scale) / scale
                      : std::round(next / std::round(1 / scale)) * std::round(1 / scale);
  }
  return std::get<double>(clamped(parameter, next, value));
}

QString toText(const Parameter& parameter, const Value& value) {
  if (const QString* text = std::get_if<QString>(&value))
    return *text;
  const double number = std::get<double>(value);
  if (parameter.kind == Kind::Toggle)
    return number != 0 ? u"true"_s : u"false"_s;
  if (parameter.kind == Kind::Choice && number >= 0 && number < static_cast<double>(parameter.options.size()))
    return parameter.options[static_cast<std::size_t>(number)].key;
  return numberText(number);
}

Parsed fromText(const Parameter& parameter, const QString& text) {
  switch (parameter.kind) {
  case Kind::Toggle:
    return parsedToggle(parameter, text);
  case Kind::Choice:
    return parsedChoice(parameter, text);
  case Kind::Text:
    if (text.size() > longestText)
      return failure(Text::tr("%1 takes at most %2 characters, and this has %3")
                         .arg(parameter.key)
                         .arg(longestText)
                         .arg(text.size()));
    return {text, {}};
  case Kind::Table:
    return tableFromText(parameter, text);
  case Kind::Number:
  case Kind::Integer:
  case Kind::Seed:
    break;
  }
  return parsedNumber(parameter, text);
}

} // namespace eigenboard::panel
