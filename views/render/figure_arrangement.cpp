#include "views/render/figure_arrangement.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

QSizeF cellSize(QSizeF room, int columns, int rows) {
  return {(room.width() - gapBetweenViews * (columns - 1)) / columns,
          (room.height() - gapBetweenViews * (rows - 1)) / rows};
}

} // namespace

std::vector<QRectF> arrangedViews(const QRectF& room, int views) {
  // A little larger is not worth the loss of "beside".
  constexpr double worthIt = 1.2;
  const auto rowsFor = [views](int columns) { return (views + columns - 1) / columns; };
  const auto side = [&](int columns) {
    const QSizeF cell = cellSize(room.size(), columns, rowsFor(columns));
    return std::min(cell.width(), cell.height());
  };
  int columns = std::max(1, views);
  for (int fewer = columns - 1; fewer >= 1; --fewer)
    if (side(fewer) > worthIt * side(columns))
      columns = fewer;
  const QSizeF cell = cellSize(room.size(), columns, rowsFor(columns));
  std::vector<QRectF> places;
  for (int i = 0; i < views; ++i)
    places.emplace_back(
        QPointF(std::round(room.left() + (i % columns) * (cell.width() + gapBetweenViews)),
                std::round(room.top() + std::floor(i / columns) * (cell.height() + gapBetweenViews))),
        cell);
  return places;
}

} // namespace eigenboard::render
