#pragma once

#include "app/navigation/level_graph.h"

#include <QtCore/QRectF>
#include <QtGui/QPainterPath>

#include <functional>

namespace eigenboard::navigation {

/// A chapter's row on the map.
struct MapStation {
  const book::Chapter* chapter = nullptr;
  QRectF rect;
  int card = 0;
};

/// A level's card. The appendices are one too, with their rows side by side below all others.
struct MapCard {
  const book::Level* level = nullptr;
  QRectF rect;
  int column = 0; ///< −1: the appendices
};

/// A curve from what is needed to what needs it.
struct MapRoute {
  int from = 0; ///< cards
  int to = 0;
  QPainterPath path;
};

struct MapLayout {
  std::vector<MapCard> cards;
  std::vector<MapStation> stations; ///< in the order of the book
  std::vector<MapRoute> routes;
  QSizeF size; ///< at least the space
  double rowHeight = 0;
  double headHeight = 0;

  /// −1: the book has no such chapter.
  int stationOf(const QString& chapter) const;
};

/// Lines that a chapter's title takes in a row of a width: 1 or 2; 3 where even two are cut.
using LinesOf = std::function<int(const book::Chapter& chapter, double rowWidth)>;

/// Layers go from left to right; layers of one level each share a column where they fit below each other. The
/// map fills the space where it can, and is larger where it must. Rows of two lines are taller. lines: null,
/// every title takes one.
MapLayout layOutMap(const book::Book& book, QSizeF space, const LinesOf& lines = {});

/// A curve from one station to another, round the rows between them.
QPainterPath stationRoute(const MapStation& from, const MapStation& to);

enum class MapStep : std::uint8_t { Left, Right, Up, Down };
/// The station that an arrow key leads to: up and down along the column; left to what the chapter builds on
/// and right to what builds on it, the nearest of them; where there is none, the nearest row of the next
/// column. The station itself when there is nothing in that direction.
int neighbour(const MapLayout& layout, int station, MapStep step);

} // namespace eigenboard::navigation
