#include "app/book/components.h"
#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::book::lint {

namespace {

std::vector<QString> componentList() {
  const QStringList names = componentNames();
  return {names.begin(), names.end()};
}

void checkTitle(const Subject& subject, const std::vector<const Block*>& blocks, const Report& report) {
  const QString title = subject.chapter.id + u' ' + subject.chapter.title;
  const QString right = translated("the chapter begins with the heading '# %1'").arg(title);
  bool found = false;
  for (const Block* block : blocks) {
    const auto* heading = std::get_if<Heading>(&block->content);
    if (!heading || heading->level != 1)
      continue;
    const QString text = plainText(heading->text);
    if (found || text != title)
      report(block->line, translated("'# %1': %2, and has no other of level 1").arg(text, right));
    found = true;
  }
  if (!found)
    report(blocks.empty() ? 1 : lineOf(*blocks.front()), translated("the title is missing: %1").arg(right));
}

} // namespace

void checkComponents(const Subject& subject, const Report& report) {
  if (subject.isAppendix())
    return;
  const std::vector<const Block*> blocks = inOrder(subject.read.page.blocks);
  checkTitle(subject, blocks, report);
  QStringList missing = componentNames();
  for (const Block* block : blocks) {
    const auto* heading = std::get_if<Heading>(&block->content);
    if (!heading || heading->level != 2)
      continue;
    const std::optional<Component> component = componentOf(*heading);
    if (!component) {
      const QString text = plainText(heading->text);
      report(block->line, translated("'## %1' is none of the nine components").arg(text) +
                              panel::didYouMean(text.section(u':', 0, 0).trimmed(), componentList()));
    } else if (missing.removeAll(component->name) == 0 &&
               component->name != QStringLiteral("The mathematics")) {
      // The mathematics alone may be told in several sections.
      report(block->line, translated("'## %1' is there twice").arg(component->name));
    }
  }
  for (const QString& name : missing)
    report(1, translated("a component is missing: '## %1'").arg(name));
}

} // namespace eigenboard::book::lint
