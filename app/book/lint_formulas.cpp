#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book::lint {

namespace {

bool hasWords(const Inlines& text) {
  return std::any_of(text.begin(), text.end(), [](const Inline& piece) {
    const bool letters =
        std::any_of(piece.text.begin(), piece.text.end(), [](QChar c) { return c.isLetter(); });
    return (piece.kind == InlineKind::Text && letters) || hasWords(piece.children);
  });
}

bool isTranslation(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  return paragraph && hasWords(paragraph->text);
}

} // namespace

void checkFormulas(const Subject& subject, const TexProblem& texProblem, const Report& report) {
  const auto typeset = [&](const QString& tex, bool display, int line) {
    if (const QString problem = texProblem(tex, display); !problem.isEmpty())
      report(line,
             translated("the formula '%1' cannot be typeset: %2").arg(tex.simplified().left(60), problem));
  };
  visitInlines(subject.read.page.blocks, [&](const Inline& piece, int line) {
    if (piece.kind == InlineKind::Math)
      typeset(piece.text, false, line);
  });
  visitLists(subject.read.page.blocks, [&](const Blocks& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const auto* formula = std::get_if<DisplayMath>(&blocks[i].content);
      if (!formula)
        continue;
      typeset(formula->tex, true, blocks[i].line);
      // An appendix lists formulas for looking up; a chapter teaches them.
      if (!subject.isAppendix() && !(i + 1 < blocks.size() && isTranslation(blocks[i + 1])))
        report(blocks[i].line, translated("no paragraph of words follows this display formula"));
    }
  });
}

} // namespace eigenboard::book::lint
