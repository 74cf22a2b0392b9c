#include "app/window/search_desk.h"

#include "app/navigation/palette.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/search/service.h"
#include "app/stage/stage_widget.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>

namespace eigenboard::window {

namespace {

/// The index is looked after when the first page has long been painted: the start belongs to the reader.
constexpr int startMilliseconds = 4000;

search::Result placeOf(const book::Chapter& chapter) {
  search::Result place;
  place.kind = search::Kind::Chapter;
  place.title = chapter.id + u' ' + chapter.title;
  place.target.kind = search::Kind::Chapter;
  place.target.chapter = chapter.id;
  return place;
}

} // namespace

SearchDesk::SearchDesk(MainWindow& window, Services& services)
    : QObject(&window), window_(window), services_(services),
      service_(new search::Service(services.book, services.registry, searchFolder(), this)),
      palette_(new navigation::Palette(*service_, window.stage().theme(), &window)) {
  palette_->setActions(window.actions());
  connect(palette_, &navigation::Palette::chosen, this, &SearchDesk::goTo);
  connect(&window.reader(), &reader::Reader::chapterShown, this, [this](const QString& id) {
    if (const book::Chapter* chapter = services_.book.find(id))
      palette_->addRecent(placeOf(*chapter));
    palette_->setCurrentChapter(id);
  });
  QTimer::singleShot(startMilliseconds, service_, &search::Service::start);
}

SearchDesk::~SearchDesk() = default;

void SearchDesk::goTo(const search::Target& target) {
  if (target.kind == search::Kind::Command) {
    if (QAction* action = palette_->action(target.command))
      action->trigger();
    return;
  }
  window_.showMap(false);
  if (target.kind == search::Kind::Panel)
    return showPanel(target);
  reader::Reader& reader = window_.reader();
  // A page that is open already keeps its answers and folds.
  if (reader.currentChapter() != target.chapter)
    reader.openChapter(target.chapter, target.anchor);
  else if (target.anchor.isEmpty())
    reader.setPosition(0);
  else
    reader.places().goTo(target.anchor);
  reader.setFocus(Qt::OtherFocusReason);
  if (!target.passage.isEmpty())
    reader.places().showPassage(target.passage);
}

void SearchDesk::showPanel(const search::Target& target) {
  Place place;
  place.panel = target.panel;
  // Beside a chapter that does not speak of the panel its own chapter is opened.
  const book::Chapter* here = services_.book.find(window_.reader().currentChapter());
  if (!here || !here->panels.contains(target.panel))
    place.chapter = target.chapter;
  if (!services_.book.find(place.chapter))
    place.chapter.clear();
  if (!target.preset.isEmpty())
    place.settings = {{QStringLiteral("preset"), target.preset}};
  window_.open(place);
  window_.stage().focusPicture();
  window_.stage().flash();
}

} // namespace eigenboard::window
