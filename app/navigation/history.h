#pragma once

#include "app/book/book.h"

#include <QtCore/QJsonObject>

namespace eigenboard::navigation {

/// Where one is: a chapter, a place in it (as Reader::position says it), and the panel on the stage.
struct Spot {
  QString chapter;
  double position = 0;
  QString panel;
  bool operator==(const Spot&) const = default;
};

/// The way one came, like a browser's: spots[here] is where one is, those after it are ahead after going
/// back. Empty before the first visit.
struct History {
  std::vector<Spot> spots;
  std::size_t here = 0;
};

/// Older spots are forgotten.
inline constexpr std::size_t mostSpots = 100;

/// A jump to another place: what was ahead is forgotten. A spot equal to the present one adds nothing.
void visit(History& history, const Spot& spot);
/// Says exactly where one is before leaving, so that coming back lands there: scrolling adds no spot.
void settle(History& history, const Spot& spot);

bool canGoBack(const History& history);
bool canGoForward(const History& history);
/// Moves and gives the spot to show; the present one when there is nowhere to go. Of an empty history an
/// empty spot.
Spot goBack(History& history);
Spot goForward(History& history);

/// Whether going from one spot to the other is far enough to be remembered: another chapter, or several
/// blocks of the page.
bool isFar(const Spot& from, const Spot& to);

QJsonObject toJson(const History& history);
/// What the book does not have, or what is no spot at all, is left out.
History historyFromJson(const QJsonObject& json, const book::Book& book);

} // namespace eigenboard::navigation
