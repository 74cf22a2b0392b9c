#include "app/export/parameter_line.h"

#include "app/export/words.h"
#include "views/panel/shown_number.h"
#include "views/panel/table.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::figures {

namespace {

using panel::Kind;

constexpr int longestItemText = 60;

/// Text in a formula: what TeX would take as its own is said with a backslash.
QString texText(const QString& words) {
  QString tex;
  for (const QChar character : words.simplified().left(longestItemText)) {
    if (character == QLatin1Char('\\'))
      tex += QStringLiteral("\\textbackslash{}");
    else if (character == QLatin1Char('^'))
      tex += QStringLiteral("\\textasciicircum{}");
    else if (character == QLatin1Char('~'))
      tex += QStringLiteral("\\textasciitilde{}");
    else if (QStringLiteral("{}$&#_%").contains(character))
      tex += QLatin1Char('\\') + QString(character);
    else
      tex += character;
  }
  return QStringLiteral("\\text{%1}").arg(tex);
}

QString texNumber(double value) {
  const double shown = panel::shownNumber(value);
  if (!std::isfinite(shown))
    return shown > 0 ? QStringLiteral("\\infty") : QStringLiteral("-\\infty");
  const double size = std::abs(shown);
  if (shown == 0 || (size >= 1e-3 && size < 1e6)) {
    QString fixed = QString::number(shown, 'f', 4);
    while (fixed.endsWith(QLatin1Char('0')))
      fixed.chop(1);
    if (fixed.endsWith(QLatin1Char('.')))
      fixed.chop(1);
    return fixed == QStringLiteral("-0") ? QStringLiteral("0") : fixed;
  }
  const QString scientific = QString::number(shown, 'g', 4);
  const qsizetype mark = scientific.indexOf(QLatin1Char('e'));
  if (mark < 0)
    return scientific;
  return QStringLiteral("%1 \\times 10^{%2}")
      .arg(scientific.left(mark))
      .arg(scientific.mid(mark + 1).toInt());
}

QString nameOf(const QString& symbol, const QString& label) {
  return symbol.isEmpty() ? texText(label) : symbol;
}

class Line {
 public:
  Line(const panel::Description& description, const panel::State& state)
      : description_(description), state_(state) {}

  QStringList items() {
    for (std::size_t i = 0; i < description_.parameters.size(); ++i)
      if (panel::hasEffect(description_, state_.values, description_.parameters[i]))
        add(description_.parameters[i], state_.values[i]);
    if (description_.isProcess())
      items_.append(texText(tr("step")) + QStringLiteral("\\;%1").arg(state_.steps));
    return items_;
  }

 private:
  double number(const QString& key) const {
    const int index = panel::parameterIndex(description_, key);
    const double* value =
        index < 0 ? nullptr : std::get_if<double>(&state_.values[static_cast<std::size_t>(index)]);
    return value ? *value : 0;
  }

  const panel::Group* groupOf(const panel::Parameter& parameter) const {
    const auto found = std::find_if(description_.groups.begin(), description_.groups.end(),
                                    [&](const panel::Group& group) { return group.key == parameter.group; });
    return found == description_.groups.end() ? nullptr : &*found;
  }

  void add(const panel::Parameter& parameter, const panel::Value& value) {
    if (const panel::Group* group = groupOf(parameter)) {
      if (group->keys.front() == parameter.key)
        items_.append(nameOf(group->symbol, group->label) + QStringLiteral(" = ") + cells(*group));
      return;
    }
    const QString name = nameOf(parameter.symbol, parameter.label);
    const bool isDefault = value == parameter.defaultValue;
    if (parameter.kind == Kind::Seed)
      items_.append(texText(tr("seed")) + QStringLiteral("\\;") + texNumber(std::get<double>(value)));
    else if (parameter.kind == Kind::Number || parameter.kind == Kind::Integer)
      items_.append(name + QStringLiteral(" = ") + texNumber(std::get<double>(value)));
    else if (isDefault)
      return;
    else if (parameter.kind == Kind::Toggle)
      items_.append(name + texText(std::get<double>(value) != 0 ? tr(": on") : tr(": off")));
    else if (parameter.kind == Kind::Choice)
      items_.append(name + QStringLiteral("\\text{: }") +
                    texText(optionLabel(parameter, std::get<double>(value))));
    else if (parameter.kind == Kind::Table)
      items_.append(name + texText(tr(": %1 rows").arg(panel::tableOf(parameter, value).rows())));
    else
      items_.append(name + QStringLiteral(" = ") + texText(std::get<QString>(value)));
  }

  static QString optionLabel(const panel::Parameter& parameter, double value) {
    const auto index = static_cast<std::size_t>(std::max(0.0, value));
    return index < parameter.options.size() ? parameter.options[index].label : QString();
  }

  /// "[[1, 1], [0, 1]]" for a matrix, "(1, 0.5)" for a point.
  QString cells(const panel::Group& group) const {
    const bool isMatrix = group.kind == panel::GroupKind::Matrix;
    QStringList rows;
    QStringList row;
    for (const QString& key : group.keys) {
      row.append(texNumber(number(key)));
      if (isMatrix && row.size() == group.columns) {
        rows.append(QLatin1Char('[') + row.join(QStringLiteral(",\\ ")) + QLatin1Char(']'));
        row.clear();
      }
    }
    return isMatrix ? QLatin1Char('[') + rows.join(QStringLiteral(",\\ ")) + QLatin1Char(']')
                    : QLatin1Char('(') + row.join(QStringLiteral(",\\ ")) + QLatin1Char(')');
  }

  const panel::Description& description_;
  const panel::State& state_;
  QStringList items_;
};

} // namespace

QStringList parameterLine(const panel::Description& description, const panel::State& state) {
  return Line(description, state).items();
}

} // namespace eigenboard::figures
