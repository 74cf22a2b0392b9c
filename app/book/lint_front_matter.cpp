#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::book::lint {

namespace {

QString listed(const QStringList& list) {
  return u'[' + list.join(QStringLiteral(", ")) + u']';
}

/// The panels that the text places are those that the front matter names.
void checkPanels(const Subject& subject, const Report& report) {
  QStringList placed;
  for (const Block* block : inOrder(subject.read.page.blocks)) {
    const auto* card = std::get_if<PanelCard>(&block->content);
    if (!card)
      continue;
    placed.push_back(card->link.panel);
    if (!subject.read.matter.panels.contains(card->link.panel) && subject.registry.find(card->link.panel))
      report(block->line, translated("the front matter does not name the panel %1").arg(card->link.panel));
  }
  for (const QString& panel : subject.read.matter.panels) {
    if (!subject.registry.find(panel))
      report(1, translated("the front matter names the unknown panel '%1'").arg(panel) +
                    panel::didYouMean(panel, subject.registry.ids()));
    else if (!placed.contains(panel))
      report(1, translated(
                    "the panel %1 of the front matter is not placed: no link [words](panel:%1) is alone in a "
                    "paragraph")
                    .arg(panel));
  }
}

} // namespace

void checkFrontMatter(const Subject& subject, const Report& report) {
  const FrontMatter& matter = subject.read.matter;
  const Chapter& chapter = subject.chapter;
  for (const QString& problem : matter.problems)
    report(1, problem);
  if (!matter.present) {
    if (matter.problems.isEmpty())
      report(1,
             translated(
                 "the front matter is missing: lines id, title, level, needs, panels and minutes between two "
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
  if (matter.minutes <= 0 &&
      matter.problems.isEmpty()) // else it may be there and unreadable, which has been said
    report(1, translated("minutes is missing in the front matter: a whole number of at least 1"));
  checkPanels(subject, report);
}

} // namespace eigenboard::book::lint
