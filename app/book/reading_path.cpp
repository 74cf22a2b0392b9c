#include "app/book/reading_path.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book {

namespace {

std::vector<const Chapter*> chaptersOf(const Book& book, const ReadingPath& path) {
  std::vector<const Chapter*> chapters;
  for (const QString& id : path.chapters)
    if (const Chapter* chapter = book.find(id))
      chapters.push_back(chapter);
  return chapters;
}

using Position = std::vector<const Chapter*>::const_iterator;

Position positionOf(const std::vector<const Chapter*>& chapters, const QString& id) {
  return std::find_if(chapters.begin(), chapters.end(),
                      [&id](const Chapter* chapter) { return chapter->id == id; });
}

} // namespace

const ReadingPath* pathOf(const Book& book, const QString& id) {
  for (const ReadingPath& path : book.paths)
    if (path.id == id)
      return &path;
  return book.paths.empty() ? nullptr : &book.paths.front();
}

PathPlace placeOnPath(const Book& book, const QString& pathId, const QString& chapter) {
  PathPlace place;
  std::vector<const Chapter*> order;
  if (const ReadingPath* path = pathOf(book, pathId)) {
    order = chaptersOf(book, *path);
    place.path = path->title;
    place.count = static_cast<int>(order.size());
    const auto here = positionOf(order, chapter);
    place.index = here == order.end() ? 0 : static_cast<int>(here - order.begin()) + 1;
  }
  if (place.index == 0)
    order = book.chapters();
  const auto here = positionOf(order, chapter);
  if (here == order.end())
    return place;
  if (here != order.begin())
    place.previous = *std::prev(here);
  if (std::next(here) != order.end())
    place.next = *std::next(here);
  const auto written =
      std::find_if(std::next(here), order.cend(), [](const Chapter* c) { return c->written; });
  if (written != order.end())
    place.nextWritten = *written;
  return place;
}

QString pathLine(const PathPlace& place) {
  if (place.path.isEmpty())
    return {};
  if (place.index == 0)
    return translated("Not on the %1").arg(place.path);
  return translated("%1, %2 of %3").arg(place.path).arg(place.index).arg(place.count);
}

} // namespace eigenboard::book
