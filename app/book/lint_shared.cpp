#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"
#include "views/panel/shared_object.h"

namespace eigenboard::book::lint {

namespace {

/// A key that a link binds to an object.
struct SharedUse {
  QString panel;
  QString key;
  QString name;
  panel::SharedObject shape;
};

std::vector<SharedUse> sharedUses(const Link& link, const panel::Registry& registry) {
  const auto* place = std::get_if<PanelLink>(&link);
  const auto* set = std::get_if<SetLink>(&link);
  const panel::Panel* panel = place || set ? registry.find(panelOf(link)) : nullptr;
  if (!panel)
    return {};
  const panel::Description& description = panel->description();
  std::vector<SharedUse> uses;
  for (const auto& [key, text] : place ? place->settings : set->settings)
    if (panel::isSharedSetting(text) && panel::sharedSettingProblem(description, key, text).isEmpty())
      uses.push_back({description.identity.id, key, text.mid(1),
                      panel::objectAt(description, panel::defaultState(description), key)});
  return uses;
}

/// Of the whole book, in its order: how each object is named first.
std::map<QString, SharedUse> firstUses(const Subject& subject) {
  std::map<QString, SharedUse> first;
  for (const Chapter* chapter : subject.book.chapters())
    if (const auto page = subject.pages.find(chapter->file); page != subject.pages.end())
      visitInlines(page->second.read.page.blocks, [&](const Inline& piece, int) {
        if (piece.kind == InlineKind::Link)
          for (const SharedUse& use : sharedUses(piece.link, subject.registry))
            first.try_emplace(use.name, use);
      });
  return first;
}

} // namespace

void checkSharedObjects(const Subject& subject, const Report& report) {
  std::map<QString, SharedUse> first; // looked for only where the chapter shares something
  visitInlines(subject.read.page.blocks, [&](const Inline& piece, int line) {
    if (piece.kind != InlineKind::Link)
      return;
    for (const SharedUse& use : sharedUses(piece.link, subject.registry)) {
      if (first.empty())
        first = firstUses(subject);
      const auto known = first.find(use.name);
      if (known != first.end() && !panel::haveSameShape(known->second.shape, use.shape))
        report(line, translated("%1 of %2 is %3, and @%4 is %5: %6 of %7 names it first")
                         .arg(use.key, use.panel, panel::shapeName(use.shape), use.name,
                              panel::shapeName(known->second.shape), known->second.key, known->second.panel));
    }
  });
}

} // namespace eigenboard::book::lint
