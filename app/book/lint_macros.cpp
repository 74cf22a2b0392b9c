#include "app/book/lint_rules.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::book::lint {

std::vector<Finding> macroFindings(const Macros& macros, const TexProblem& texProblem) {
  std::vector<Finding> findings;
  for (const SourceProblem& problem : macros.problems)
    findings.push_back({macros.file, problem.line, problem.text});
  for (const Macro& macro : macros.list) {
    const QString use = macro.name + QStringLiteral("{x}").repeated(macro.arguments);
    if (const QString problem = texProblem(use, true); !problem.isEmpty())
      findings.push_back(
          {macros.file, macro.line,
           QCoreApplication::translate("lint", "the formula '%1' cannot be typeset: %2").arg(use, problem)});
  }
  return findings;
}

} // namespace eigenboard::book::lint
