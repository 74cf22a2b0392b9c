#include "app/book/glossary.h"
#include "app/book/lint_rules.h"
#include "app/book/symbols.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book::lint {

namespace {

/// The keys of parameters, groups and readouts of the chapter's panels.
std::vector<QString> keysOf(const Subject& subject) {
  std::vector<QString> keys;
  for (const QString& id : subject.chapter.panels) {
    const panel::Panel* panel = subject.registry.find(id);
    if (!panel)
      continue; // a finding of another rule
    const panel::Description& description = panel->description();
    for (const panel::Parameter& parameter : description.parameters)
      keys.push_back(parameter.key);
    for (const panel::Group& group : description.groups)
      keys.push_back(group.key);
    const panel::State state = panel::defaultState(description);
    const std::unique_ptr<panel::Run> run = panel->start(state.values);
    for (const panel::Readout& readout : panel->evaluate(state.values, run.get(), 0).readouts)
      keys.push_back(readout.key);
  }
  return keys;
}

} // namespace

void checkSymbols(const Subject& subject, const Report& report) {
  const Blocks& blocks = subject.read.page.blocks;
  if (subject.chapter.id == QStringLiteral("H"))
    for (const SourceProblem& problem : readGlossary(blocks).problems)
      report(problem.line, problem.text);
  const Symbols symbols = readSymbols(blocks);
  for (const SourceProblem& problem : symbols.problems)
    report(problem.line, problem.text);
  const bool namesKeys = std::any_of(symbols.entries.begin(), symbols.entries.end(),
                                     [](const SymbolEntry& entry) { return !entry.keys.isEmpty(); });
  const std::vector<QString> known = namesKeys ? keysOf(subject) : std::vector<QString>();
  for (const SymbolEntry& entry : symbols.entries)
    for (const QString& key : entry.keys)
      if (std::find(known.begin(), known.end(), key) == known.end())
        report(entry.line, QCoreApplication::translate(
                               "lint", "the panels of this chapter have no parameter, group or readout '%1'")
                                   .arg(key) +
                               panel::didYouMean(key, known));
}

} // namespace eigenboard::book::lint
