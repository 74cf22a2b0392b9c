#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::book::lint {

namespace {

bool isFence(const Blocks& blocks, std::size_t index, const QString& language) {
  const auto* code = index < blocks.size() ? std::get_if<Code>(&blocks[index].content) : nullptr;
  return code && code->language == language;
}

} // namespace

void checkCode(const Subject& subject, const Report& report) {
  const QString python = QStringLiteral("python");
  const QString output = QStringLiteral("output");
  visitLists(subject.read.page.blocks, [&](const Blocks& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (isFence(blocks, i, python) && !isFence(blocks, i + 1, output))
        report(blocks[i].line, translated("no output fence follows this python fence"));
      if (isFence(blocks, i, output) && !(i > 0 && isFence(blocks, i - 1, python)))
        report(blocks[i].line, translated("this output fence does not follow a python fence"));
    }
  });
}

} // namespace eigenboard::book::lint
