#include "app/window/place.h"

#include "app/book/link.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::window {

namespace {

QString text(const char* source) {
  return QCoreApplication::translate("Place", source);
}

Place nowhere(const QString& word, const book::Book& book, const panel::Registry& registry) {
  std::vector<QString> names = registry.ids();
  for (const book::Chapter* chapter : book.chapters())
    names.push_back(chapter->id);
  const QString suggestion = panel::didYouMean(word, names);
  Place place;
  place.error =
      text("there is no chapter or panel '%1'").arg(word) +
      (suggestion.isEmpty() ? text("; 'eigenboard list chapters' and 'list panels' name them") : suggestion);
  return place;
}

} // namespace

Place findPlace(const QString& word, const book::Book& book, const panel::Registry& registry) {
  Place place;
  if (book.find(word)) {
    place.chapter = word;
    return place;
  }
  const book::Link link = book::parseLink(QStringLiteral("panel:") + word);
  const auto* target = std::get_if<book::PanelLink>(&link);
  const panel::Panel* panel = target ? registry.find(target->panel) : nullptr;
  if (!panel)
    return nowhere(target ? target->panel : word, book, registry);
  const panel::Description& description = panel->description();
  const panel::StateResult state =
      panel::withSettings(description, panel::defaultState(description), target->settings);
  place.panel = target->panel;
  place.settings = target->settings;
  place.error = state.error;
  if (const book::Chapter* chapter = book.find(description.identity.section))
    place.chapter = chapter->id;
  return place;
}

} // namespace eigenboard::window
