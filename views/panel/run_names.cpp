#include "views/panel/kept_runs.h"
#include "views/panel/words.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

QString greekLetters(const QString& tex) {
  static const QHash<QString, QChar> letters{
      {u"alpha"_s, u'α'},   {u"beta"_s, u'β'},       {u"gamma"_s, u'γ'},  {u"delta"_s, u'δ'},
      {u"epsilon"_s, u'ε'}, {u"varepsilon"_s, u'ε'}, {u"zeta"_s, u'ζ'},   {u"eta"_s, u'η'},
      {u"theta"_s, u'θ'},   {u"kappa"_s, u'κ'},      {u"lambda"_s, u'λ'}, {u"mu"_s, u'μ'},
      {u"nu"_s, u'ν'},      {u"xi"_s, u'ξ'},         {u"pi"_s, u'π'},     {u"rho"_s, u'ρ'},
      {u"sigma"_s, u'σ'},   {u"tau"_s, u'τ'},        {u"phi"_s, u'φ'},    {u"varphi"_s, u'φ'},
      {u"chi"_s, u'χ'},     {u"psi"_s, u'ψ'},        {u"omega"_s, u'ω'},  {u"Gamma"_s, u'Γ'},
      {u"Delta"_s, u'Δ'},   {u"Theta"_s, u'Θ'},      {u"Lambda"_s, u'Λ'}, {u"Sigma"_s, u'Σ'},
      {u"Phi"_s, u'Φ'},     {u"Omega"_s, u'Ω'}};
  static const QRegularExpression command(u"\\\\([A-Za-z]+)"_s);
  QString plain;
  qsizetype from = 0;
  for (auto match = command.globalMatch(tex); match.hasNext();) {
    const QRegularExpressionMatch found = match.next();
    plain += tex.mid(from, found.capturedStart() - from);
    const auto letter = letters.find(found.captured(1));
    plain += letter == letters.end() ? found.captured() : QString(*letter);
    from = found.capturedEnd();
  }
  return plain + tex.mid(from);
}

/// Digits below the line as characters of their own.
QString withSubscripts(QString plain) {
  static const QRegularExpression subscript(u"_(?:\\{([0-9]+)\\}|([0-9]))"_s);
  while (true) {
    const QRegularExpressionMatch found = subscript.match(plain);
    if (!found.hasMatch())
      return plain;
    QString low;
    for (const QChar digit : found.captured(1) + found.captured(2))
      low += QChar(0x2080 + digit.digitValue());
    plain.replace(found.capturedStart(), found.capturedLength(), low);
  }
}

/// What a reader compares as one: a parameter of its own, or all of a group.
struct Trait {
  QString symbol;
  std::vector<std::size_t> indices;
  std::size_t columns = 0; ///< of a matrix
};

std::vector<Trait> traitsOf(const Description& description) {
  std::vector<Trait> traits;
  QString lastGroup;
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (static_cast<int>(i) == seedIndex(description))
      continue;
    if (!parameter.group.isEmpty() && parameter.group == lastGroup) {
      traits.back().indices.push_back(i);
      continue;
    }
    lastGroup = parameter.group;
    Trait trait{plainSymbol(parameter.symbol, parameter.label), {i}};
    for (const Group& group : description.groups)
      if (group.key == parameter.group) {
        trait.symbol = plainSymbol(group.symbol, group.label);
        trait.columns = group.kind == GroupKind::Matrix ? static_cast<std::size_t>(group.columns) : 0;
      }
    traits.push_back(std::move(trait));
  }
  return traits;
}

bool agree(const Trait& trait, const Values& first, const Values& second) {
  return std::all_of(trait.indices.begin(), trait.indices.end(),
                     [&](std::size_t i) { return first[i] == second[i]; });
}

QString shortText(const Parameter& parameter, const Value& value) {
  const double* number = std::get_if<double>(&value);
  if (parameter.kind == Kind::Choice && number && *number < static_cast<double>(parameter.options.size()))
    return parameter.options[static_cast<std::size_t>(*number)].label;
  if (parameter.kind == Kind::Toggle && number)
    return *number != 0 ? Text::tr("on") : Text::tr("off");
  if (!number)
    return std::get<QString>(value).left(longestRunName);
  return QString::number(*number, 'g', 4).replace(u'-', QChar(0x2212));
}

QString traitText(const Description& description, const Trait& trait, const Values& values) {
  QString text;
  for (std::size_t i = 0; i < trait.indices.size(); ++i) {
    if (i > 0)
      text += trait.columns > 0 && i % trait.columns == 0 ? u"; "_s : u", "_s;
    text += shortText(description.parameters[trait.indices[i]], values[trait.indices[i]]);
  }
  return Text::tr("%1 = %2").arg(trait.symbol, trait.indices.size() == 1 ? text : u'(' + text + u')');
}

} // namespace

QString plainSymbol(const QString& tex, const QString& label) {
  static const QRegularExpression styled(u"\\\\(?:mathbf|boldsymbol|mathrm|mathit)\\{([^{}]*)\\}"_s);
  static const QRegularExpression plain(u"^[\\p{L}\\p{N}\\p{No}' ,()]{1,8}$"_s);
  QString symbol = tex;
  symbol.replace(styled, u"\\1"_s);
  symbol = withSubscripts(greekLetters(symbol)).trimmed();
  return plain.match(symbol).hasMatch() ? symbol : label;
}

QStringList namesByDifference(const Description& description, const std::vector<const State*>& states) {
  if (states.empty())
    return {};
  const std::vector<Trait> traits = traitsOf(description);
  std::vector<bool> differs;
  for (const Trait& trait : traits)
    differs.push_back(std::any_of(states.begin(), states.end(), [&](const State* state) {
      return !agree(trait, state->values, states.front()->values);
    }));
  const State defaults = defaultState(description);
  const bool allAlike = std::find(differs.begin(), differs.end(), true) == differs.end();
  QStringList names;
  for (const State* state : states) {
    QStringList parts;
    for (std::size_t i = 0; i < traits.size(); ++i)
      if (allAlike ? !agree(traits[i], state->values, defaults.values) : differs[i])
        parts += traitText(description, traits[i], state->values);
    names += parts.isEmpty() ? Text::tr("As at first") : parts.join(u", "_s);
  }
  return names;
}

} // namespace eigenboard::panel
