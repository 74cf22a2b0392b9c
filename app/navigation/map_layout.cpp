#include "app/navigation/map_layout.h"

#include "app/navigation/map_routes.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

constexpr double margin = 20;
constexpr double cardPad = 6;
constexpr double leastWidth = 148; ///< of a card
constexpr double easyWidth = 196;  ///< most titles are shown whole
constexpr double mostWidth = 250;
constexpr double leastGap = 26;   ///< between columns
constexpr double cardGap = 20;    ///< between cards of a column
constexpr double shelfGap = 20;   ///< above the appendices
constexpr double shelfItem = 128; ///< least width of an appendix
constexpr double rowHeights[] = {30, 28, 26, 24, 22};

using Column = std::vector<int>; ///< levels

class MapMaker {
 public:
  MapMaker(const book::Book& book, QSizeF space) : book_(book), space_(space), graph_(levelGraph(book)) {}

  MapLayout run() {
    choose();
    layout_.rowHeight = row_;
    layout_.headHeight = head();
    placeCards();
    placeShelf();
    placeStations();
    std::vector<std::pair<const book::Level*, const book::Level*>> edges;
    for (const auto& [needed, needing] : graph_.edges)
      edges.emplace_back(&levelAt(needed), &levelAt(needing));
    layout_.routes = cardRoutes(layout_.cards, edges);
    return std::move(layout_);
  }

 private:
  /// The tallest rows with which all fits, better in wide cards than in narrow ones; where nothing does, the
  /// map grows downwards before it grows wide.
  void choose() {
    for (const double width : {easyWidth, leastWidth})
      for (const double row : rowHeights) {
        row_ = row;
        columns_ = pack(room());
        if (tallest() <= room() && used(width) <= space_.width())
          return;
      }
    for (const double share : {1.15, 1.3, 1.5, 1.75, 2.}) {
      columns_ = pack(share * std::max(room(), 300.));
      if (used(leastWidth) <= space_.width())
        return;
    }
  }
  double used(double cardWidth) const {
    const auto count = static_cast<double>(columns_.size());
    return count * cardWidth + (count - 1) * leastGap + 2 * margin;
  }
  double head() const { return row_ + 6; }
  double heightOf(int level) const {
    return head() + cardPad + row_ * static_cast<double>(levelAt(level).chapters.size());
  }
  const book::Level& levelAt(int level) const { return book_.levels[static_cast<std::size_t>(level)]; }
  double heightOf(const Column& column) const {
    double height = cardGap * static_cast<double>(column.size() - 1);
    for (const int level : column)
      height += heightOf(level);
    return height;
  }
  double tallest() const {
    double height = 0;
    for (const Column& column : columns_)
      height = std::max(height, heightOf(column));
    return height;
  }
  int shelfRows() const {
    const auto items = static_cast<int>(shelf() ? shelf()->chapters.size() : 0);
    const int across = std::max(1, static_cast<int>((space_.width() - 2 * margin) / shelfItem));
    return (items + across - 1) / across;
  }
  double shelfHeight() const { return shelf() ? shelfGap + head() + cardPad + row_ * shelfRows() : 0; }
  double room() const { return space_.height() - 2 * margin - shelfHeight(); }
  const book::Level* shelf() const {
    const auto found = std::find_if(book_.levels.begin(), book_.levels.end(), [](const book::Level& level) {
      return level.number < 0 && !level.chapters.empty();
    });
    return found == book_.levels.end() ? nullptr : &*found;
  }

  /// A chain of single levels runs down a column before it goes on in the next one.
  std::vector<Column> pack(double most) const {
    std::vector<Column> columns;
    bool isChain = false;
    for (const std::vector<int>& layer : graph_.layers) {
      const bool isSingle = layer.size() == 1;
      if (isSingle && isChain && heightOf(columns.back()) + cardGap + heightOf(layer.front()) <= most)
        columns.back().push_back(layer.front());
      else
        columns.push_back(layer);
      isChain = isSingle;
    }
    return columns;
  }

  void placeCards() {
    if (columns_.empty()) {
      layout_.size = space_;
      return;
    }
    const auto count = static_cast<double>(columns_.size());
    const double inner = space_.width() - 2 * margin;
    const double width =
        std::clamp(std::floor((inner - (count - 1) * 2 * leastGap) / count), leastWidth, mostWidth);
    const double gap = count > 1 ? std::clamp((inner - count * width) / (count - 1), leastGap, 110.) : 0;
    const double used = count * width + (count - 1) * gap;
    const double left = std::max(margin, std::floor((space_.width() - used) / 2));
    const double height = std::max(tallest(), room());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      double y = margin + std::floor((height - heightOf(columns_[i])) / 2);
      for (const int level : columns_[i]) {
        const QRectF rect(std::floor(left + static_cast<double>(i) * (width + gap)), y, width,
                          heightOf(level));
        layout_.cards.push_back({&levelAt(level), rect, static_cast<int>(i)});
        y += rect.height() + cardGap;
      }
    }
    layout_.size = QSizeF(std::max(space_.width(), left + used + margin),
                          std::max(space_.height(), height + 2 * margin + shelfHeight()));
  }

  void placeShelf() {
    if (!shelf())
      return;
    const double height = shelfHeight() - shelfGap;
    const QRectF rect(margin, layout_.size.height() - margin - height,
                      std::max(shelfItem, space_.width() - 2 * margin), height);
    layout_.cards.push_back({shelf(), rect, -1});
  }

  void placeStations() {
    for (const book::Level& level : book_.levels) {
      const auto card = std::find_if(layout_.cards.begin(), layout_.cards.end(),
                                     [&level](const MapCard& other) { return other.level == &level; });
      if (card == layout_.cards.end())
        continue;
      const auto items = static_cast<int>(level.chapters.size());
      const int across = card->column < 0 ? (items + shelfRows() - 1) / shelfRows() : 1;
      const QRectF inner = card->rect.adjusted(4, head(), -4, -cardPad);
      const double width = std::floor(inner.width() / across);
      for (int i = 0; i < items; ++i)
        layout_.stations.push_back(
            {&level.chapters[static_cast<std::size_t>(i)],
             QRectF(inner.left() + width * (i % across), inner.top() + row_ * (i / across), width, row_),
             static_cast<int>(card - layout_.cards.begin())});
    }
  }

  const book::Book& book_;
  QSizeF space_;
  LevelGraph graph_;
  MapLayout layout_;
  std::vector<Column> columns_;
  double row_ = 0;
};

/// How far a station is in a direction; negative: not there at all.
double distance(const MapStation& from, const MapStation& to, MapStep step) {
  const QPointF way = to.rect.center() - from.rect.center();
  switch (step) {
  case MapStep::Left:
    return way.x() < -1 ? -way.x() + 0.7 * std::abs(way.y()) : -1;
  case MapStep::Right:
    return way.x() > 1 ? way.x() + 0.7 * std::abs(way.y()) : -1;
  case MapStep::Up:
    return way.y() < -1 ? -way.y() + 20 * std::abs(way.x()) : -1;
  case MapStep::Down:
    return way.y() > 1 ? way.y() + 20 * std::abs(way.x()) : -1;
  }
  return -1;
}

} // namespace

int MapLayout::stationOf(const QString& chapter) const {
  for (std::size_t i = 0; i < stations.size(); ++i)
    if (stations[i].chapter->id == chapter)
      return static_cast<int>(i);
  return -1;
}

MapLayout layOutMap(const book::Book& book, QSizeF space) {
  return MapMaker(book, space).run();
}

int neighbour(const MapLayout& layout, int station, MapStep step) {
  if (station < 0 || station >= static_cast<int>(layout.stations.size()))
    return station;
  const MapStation& from = layout.stations[static_cast<std::size_t>(station)];
  const auto isLinked = [&](const MapStation& other) {
    return (step == MapStep::Left && from.chapter->needs.contains(other.chapter->id)) ||
           (step == MapStep::Right && other.chapter->needs.contains(from.chapter->id));
  };
  int best = station;
  double least = 0;
  bool bestLinked = false;
  for (std::size_t i = 0; i < layout.stations.size(); ++i) {
    const double far = distance(from, layout.stations[i], step);
    const bool linked = far >= 0 && isLinked(layout.stations[i]);
    if (far < 0 || (bestLinked && !linked))
      continue;
    if (best == station || (linked && !bestLinked) || far < least) {
      best = static_cast<int>(i);
      least = far;
      bestLinked = linked;
    }
  }
  return best;
}

} // namespace eigenboard::navigation
