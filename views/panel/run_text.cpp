#include "views/panel/run_text.h"

#include "views/panel/run_shelf.h"
#include "views/panel/session.h"
#include "views/panel/words.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

QString exactNumber(double value) {
  if (std::isnan(value))
    return {};
  if (std::isinf(value))
    return value > 0 ? u"inf"_s : u"-inf"_s;
  return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Which parameters belong in a column: the seed, and those in which not all runs agree.
std::vector<std::size_t> toldParameters(const Description& description, const KeptRuns& runs) {
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    if (static_cast<int>(i) == seedIndex(description) ||
        std::any_of(runs.begin(), runs.end(),
                    [&](const KeptRun& run) { return run.state.values[i] != runs.front().state.values[i]; }))
      told.push_back(i);
  return told;
}

QString cellForm(QString cell, TableForm form) {
  if (form == TableForm::Csv) {
    const bool isPlain = std::none_of(cell.begin(), cell.end(), [](QChar character) {
      return character == u',' || character == u'"' || character == u'\n' || character == u'\r';
    });
    return isPlain ? cell : u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
  }
  cell = cell.simplified(); // tabs and new lines would end a cell
  return form == TableForm::Markdown ? cell.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s) : cell;
}

QString lineForm(const QStringList& cells, TableForm form) {
  QStringList formed;
  for (const QString& cell : cells)
    formed += cellForm(cell, form);
  if (form == TableForm::Markdown)
    return u"| "_s + formed.join(u" | "_s) + u" |\n"_s;
  return formed.join(form == TableForm::Csv ? u',' : u'\t') + (form == TableForm::Csv ? u"\r\n"_s : u"\n"_s);
}

} // namespace

QString runsAsText(Session& session, TableForm form) {
  const Description& description = session.description();
  const std::vector<Readout>& readouts = session.evaluation().readouts;
  KeptRun present;
  for (const Readout& readout : readouts)
    present.readouts.emplace_back(readout.key, readout.value);
  present.state = session.state();
  KeptRuns runs{present};
  runs.insert(runs.end(), session.runs().runs().begin(), session.runs().runs().end());
  const QStringList names = session.runs().names();
  const std::vector<std::size_t> parameters = toldParameters(description, runs);

  const bool isForReaders = form == TableForm::Markdown;
  QStringList head{isForReaders ? Text::tr("Run") : u"run"_s};
  for (const std::size_t i : parameters)
    head += isForReaders ? description.parameters[i].label : description.parameters[i].key;
  if (description.isProcess())
    head += isForReaders ? Text::tr("Steps") : u"steps"_s;
  for (const Readout& readout : readouts)
    head += isForReaders ? readout.label : readout.key;
  QString text = lineForm(head, form);
  if (isForReaders)
    text += u"|"_s + u"---|"_s.repeated(head.size()) + u'\n';
  for (std::size_t row = 0; row < runs.size(); ++row) {
    QStringList cells{row == 0 ? Text::tr("Now: %1").arg(names.front()) : names[static_cast<qsizetype>(row)]};
    for (const std::size_t i : parameters)
      cells += toText(description.parameters[i], runs[row].state.values[i]);
    if (description.isProcess())
      cells += QString::number(runs[row].state.steps);
    for (const Readout& readout : readouts)
      cells += exactNumber(readoutOf(runs[row], readout.key));
    text += lineForm(cells, form);
  }
  return text;
}

} // namespace eigenboard::panel
