#include "views/controls/run_columns.h"

#include "views/controls/number_text.h"
#include "views/panel/run_shelf.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

struct ColumnWords {
  Q_DECLARE_TR_FUNCTIONS(eigenboard::controls::RunTable)
};

std::optional<double> seedOf(const panel::Description& description, const panel::State& state) {
  const int index = panel::seedIndex(description);
  const double* seed =
      index < 0 ? nullptr : std::get_if<double>(&state.values[static_cast<std::size_t>(index)]);
  return seed ? std::optional<double>(*seed) : std::nullopt;
}

/// Nothing where the list has no readout of that key.
std::optional<double> readoutIn(const std::vector<std::pair<QString, double>>& readouts, const QString& key) {
  const auto found = std::find_if(readouts.begin(), readouts.end(),
                                  [&key](const auto& readout) { return readout.first == key; });
  return found == readouts.end() ? std::nullopt : std::optional<double>(found->second);
}

std::vector<std::optional<double>> valuesOf(const panel::Description& description, const panel::KeptRun& run,
                                            const std::vector<RunColumn>& columns) {
  std::vector<std::optional<double>> values;
  for (const RunColumn& column : columns) {
    if (column.kind == RunColumn::Kind::Seed)
      values.push_back(seedOf(description, run.state));
    else if (column.kind == RunColumn::Kind::Steps)
      values.emplace_back(run.state.steps);
    else
      values.push_back(readoutIn(run.readouts, column.key));
  }
  return values;
}

} // namespace

std::vector<RunColumn> runColumns(const panel::Description& description,
                                  const std::vector<panel::Readout>& readouts) {
  std::vector<RunColumn> columns;
  if (panel::seedIndex(description) >= 0)
    columns.push_back({RunColumn::Kind::Seed, u"seed"_s, ColumnWords::tr("Seed"), {}, 0});
  if (description.isProcess())
    columns.push_back({RunColumn::Kind::Steps, u"steps"_s, ColumnWords::tr("Steps"), {}, 0});
  for (const panel::Readout& readout : readouts)
    columns.push_back({RunColumn::Kind::Readout, readout.key, readout.label, readout.symbol, readout.digits});
  return columns;
}

std::vector<RunRow> runRows(panel::Session& session, const std::vector<RunColumn>& columns) {
  const panel::Description& description = session.description();
  const QStringList names = session.runs().names();
  panel::KeptRun present;
  for (const panel::Readout& readout : session.evaluation().readouts)
    present.readouts.emplace_back(readout.key, readout.value);
  present.state = session.state();
  std::vector<RunRow> rows{{names.front(), valuesOf(description, present, columns), false}};
  const panel::KeptRuns& runs = session.runs().runs();
  for (std::size_t i = 0; i < runs.size(); ++i)
    rows.push_back(
        {names[static_cast<qsizetype>(i) + 1], valuesOf(description, runs[i], columns), runs[i].isGhost});
  return rows;
}

QString cellText(const RunColumn& column, const std::optional<double>& value,
                 const std::optional<double>& differenceFrom) {
  if (!value)
    return QString(QChar(0x2013));
  if (!differenceFrom)
    return numberText(*value, column.digits);
  const double difference = *value - *differenceFrom;
  const QString text = numberText(difference, column.digits);
  return difference > 0 && std::isfinite(difference) ? u'+' + text : text;
}

} // namespace eigenboard::controls
