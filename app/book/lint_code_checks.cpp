#include "app/book/code_check.h"
#include "app/book/groups.h"
#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <iterator>

namespace eigenboard::book::lint {

namespace {

/// Calls each with every check:code among the blocks.
void visitCodeChecks(const Blocks& blocks, const std::function<void(const CheckLink&, int line)>& each) {
  visitInlines(blocks, [&each](const Inline& piece, int line) {
    const auto* check = piece.kind == InlineKind::Link ? std::get_if<CheckLink>(&piece.link) : nullptr;
    if (check && check->kind == CheckLink::Kind::Code)
      each(*check, line);
  });
}

} // namespace

void checkCodeChecks(const Subject& subject, const Report& report) {
  const Blocks& blocks = subject.read.page.blocks;
  for (const BlockGroup& group : groupsOf(blocks)) {
    const Blocks part(std::next(blocks.begin(), static_cast<std::ptrdiff_t>(group.begin)),
                      std::next(blocks.begin(), static_cast<std::ptrdiff_t>(group.end)));
    const bool isExercise = group.kind == GroupKind::Exercise;
    const CodeCheck found = isExercise ? codeCheck(part) : CodeCheck();
    visitCodeChecks(part, [&](const CheckLink& check, int line) {
      const QString problem = isExercise ? codeCheckProblem(found, check.answer)
                                         : translated("check:code: it stands in no exercise");
      if (!problem.isEmpty())
        report(line, problem);
    });
  }
}

} // namespace eigenboard::book::lint
