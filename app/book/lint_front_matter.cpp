#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book::lint {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("lint", text); }

QString listed(const QStringList& list) { return u'[' + list.join(QStringLiteral(", ")) + u']'; }

bool isPlaced(const Blocks& blocks, const QString& panel) {
  const std::vector<const Block*> all = inOrder(blocks);
  return std::any_of(all.begin(), all.end(), [&panel](const Block* block) {
    const auto* card = std::get_if<PanelCard>(&block->content);
    return card && card->link.panel == panel;
  });
}

} // namespace

void checkFrontMatter(const Subject& subject, const Report& report) {
  const FrontMatter& matter = subject.read.matter;
  const Chapter& chapter = subject.chapter;
  for (const QString& problem : matter.problems)
    report(1, problem);
  if (!matter.present) {
    if (matter.problems.isEmpty())
      report(1, translated("the front matter is missing: lines id, title, level, needs, panels and minutes between two "
                           "lines of ---"));
    return;
  }
  const auto agree = [&report](const QString& key, const QString& here, const QString& there) {
    if (here != there)
      report(1, translated("%1 is '%2' in the front matter and '%3' in book.json").arg(key, here, there));
  };
  agree(QStringLiteral("id"), matter.id, chapter.id);
  agree(QStringLiteral("title"), matter.title, chapter.title);
  agree(QStringLiteral("needs"), listed(matter.needs), listed(chapter.needs));
  agree(QStringLiteral("panels"), listed(matter.panels), listed(chapter.panels));
  if (!subject.isAppendix())
    agree(QStringLiteral("level"), QString::number(matter.level), QString::number(subject.level.number));
  if (matter.minutes <= 0)
    report(1, translated("minutes is missing in the front matter: a whole number of at least 1"));

  for (const QString& panel : matter.panels) {
    if (!subject.registry.find(panel))
      report(1, translated("the front matter names the unknown panel '%1'").arg(panel) +
                    panel::didYouMean(panel, subject.registry.ids()));
    else if (!isPlaced(subject.read.page.blocks, panel))
      report(1, translated("the front matter names the panel %1, and no link [words](panel:%1) alone in a paragraph places it")
                    .arg(panel));
  }
}

} // namespace eigenboard::book::lint
