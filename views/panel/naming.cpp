#include "views/panel/naming.h"

#include "views/panel/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <utility>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

/// The letter inside a face command: "\mathbf{A}" gives "A". Bold is for the whole object, not for its parts.
QString withoutFace(const QString& symbol) {
  static const QRegularExpression face(
      u"^\\\\(?:mathbf|mathbb|mathrm|mathcal|boldsymbol|bm|vec)\\s*\\{([^{}]*)\\}$"_s);
  const QRegularExpressionMatch match = face.match(symbol.trimmed());
  return match.hasMatch() ? match.captured(1) : symbol.trimmed();
}

/// "x_0" as "x" and "0", "x" as "x" and "".
std::pair<QString, QString> lettersOf(const QString& symbol) {
  static const QRegularExpression subscript(u"^(.*)_(?:\\{([^{}]*)\\}|([^{}\\\\]))$"_s);
  const QRegularExpressionMatch match = subscript.match(symbol.trimmed());
  if (!match.hasMatch())
    return {withoutFace(symbol), {}};
  return {withoutFace(match.captured(1)), match.captured(2) + match.captured(3)};
}

} // namespace

Parameter described(const Naming& naming, Kind kind, const Range& range) {
  Parameter parameter;
  parameter.key = naming.key;
  parameter.label = naming.label;
  parameter.symbol = naming.symbol;
  parameter.unit = naming.unit;
  parameter.help = naming.help;
  parameter.kind = kind;
  parameter.spacing = range.spacing;
  parameter.minimum = range.minimum;
  parameter.maximum = range.maximum;
  parameter.step = range.step;
  return parameter;
}

QString partLabel(const QString& label, GroupKind kind, int row, int column) {
  if (kind == GroupKind::Matrix)
    return Text::tr("%1, row %2, column %3").arg(label).arg(row + 1).arg(column + 1);
  switch (row) {
  case 0:
    return Text::tr("%1, first coordinate").arg(label);
  case 1:
    return Text::tr("%1, second coordinate").arg(label);
  case 2:
    return Text::tr("%1, third coordinate").arg(label);
  default:
    return Text::tr("%1, coordinate %2").arg(label).arg(row + 1);
  }
}

QString partSymbol(const QString& symbol, GroupKind kind, int row, int column) {
  auto [letter, subscript] = lettersOf(symbol);
  if (letter.isEmpty())
    return {};
  // "x_{0,1}" for a part of what has a subscript itself.
  if (!subscript.isEmpty())
    subscript += u',';
  if (kind == GroupKind::Point)
    return u"%1_{%2%3}"_s.arg(letter, subscript).arg(row + 1);
  if (!letter.startsWith(u'\\'))
    letter = letter.toLower();
  // "a_{1,12}", because "a_{112}" could be read two ways.
  const QString separator = row >= 9 || column >= 9 ? u","_s : QString();
  return u"%1_{%2%3%4%5}"_s.arg(letter, subscript).arg(row + 1).arg(separator).arg(column + 1);
}

} // namespace eigenboard::panel
