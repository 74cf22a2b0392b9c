#include "views/panel/kept_runs.h"

#include "views/panel/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKeptReadouts = 200; ///< more than any panel has

QJsonValue readoutJson(double value) {
  if (std::isnan(value))
    return QJsonValue::Null;
  if (std::isinf(value))
    return value > 0 ? u"inf"_s : u"-inf"_s;
  return value;
}

/// Nothing for what is no number.
std::optional<double> readoutFrom(const QJsonValue& value) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (value.isNull())
    return std::numeric_limits<double>::quiet_NaN();
  if (value.isDouble())
    return value.toDouble();
  if (value == u"inf"_s)
    return infinity;
  if (value == u"-inf"_s)
    return -infinity;
  return std::nullopt;
}

} // namespace

bool hasRuns(const Description& description) {
  return description.isProcess() || seedIndex(description) >= 0 || description.comparesStates;
}

int seedIndex(const Description& description) {
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    if (description.parameters[i].kind == Kind::Seed)
      return static_cast<int>(i);
  return -1;
}

double readoutOf(const KeptRun& run, const QString& key) {
  const auto found = std::find_if(run.readouts.begin(), run.readouts.end(),
                                  [&key](const auto& readout) { return readout.first == key; });
  return found == run.readouts.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

QString asRunName(const QString& typed) {
  QString name = typed.simplified();
  name.removeIf([](QChar character) { return !character.isPrint(); });
  return name.left(name.size() > longestRunName && name.at(longestRunName - 1).isHighSurrogate()
                       ? longestRunName - 1
                       : longestRunName);
}

QJsonArray toJson(const Description& description, const KeptRuns& runs) {
  QJsonArray json;
  for (const KeptRun& run : runs) {
    QJsonObject one = toJson(description, run.state);
    QJsonObject readouts;
    for (const auto& [key, value] : run.readouts)
      readouts.insert(key, readoutJson(value));
    one.insert(u"readouts"_s, readouts);
    one.insert(u"ghost"_s, run.isGhost);
    if (!run.name.isEmpty())
      one.insert(u"name"_s, run.name);
    json.append(one);
  }
  return json;
}

KeptRunsResult keptRunsFromJson(const Description& description, const QJsonValue& json) {
  KeptRunsResult result;
  if (json.isUndefined())
    return result;
  const QString& id = description.identity.id;
  if (!json.isArray())
    return {{}, Text::tr("the kept runs of %1 are no list").arg(id)};
  QStringList errors;
  const QJsonArray entries = json.toArray();
  for (const QJsonValue entry : entries) {
    if (result.runs.size() == mostKeptRuns) {
      errors += Text::tr("%1 keeps %2 runs at most, and these are %3")
                    .arg(id)
                    .arg(mostKeptRuns)
                    .arg(entries.size());
      break;
    }
    if (!entry.isObject()) {
      errors += Text::tr("a kept run of %1 is no run").arg(id);
      continue;
    }
    StateResult state = fromJson(description, entry.toObject());
    if (!state.ok())
      errors += Text::tr("a kept run: %1").arg(state.error);
    KeptRun run;
    run.state = std::move(state.state);
    run.name = asRunName(run.state.unknown.take(u"name"_s).toString());
    run.isGhost = run.state.unknown.take(u"ghost"_s).toBool();
    const QJsonObject readouts = run.state.unknown.take(u"readouts"_s).toObject();
    for (auto readout = readouts.begin(); readout != readouts.end(); ++readout)
      if (const std::optional<double> value = readoutFrom(readout.value());
          value && static_cast<qsizetype>(run.readouts.size()) < mostKeptReadouts)
        run.readouts.emplace_back(readout.key(), *value);
    result.runs.push_back(std::move(run));
  }
  result.error = errors.join(u"; "_s);
  return result;
}

} // namespace eigenboard::panel
