#include "app/navigation/map_layout.h"

#include "app/navigation/map_routes.h"
#include "app/navigation/map_title.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace eigenboard::navigation {

namespace {

constexpr double margin = 20;    ///< left and right
constexpr double marginTop = 12; ///< and below
constexpr double cardPad = 6;
constexpr double leastWidth = 148; ///< of a card
constexpr double easyWidth = 208;  ///< most titles take one line
constexpr double mostWidth = 250;
constexpr double leastGap = 24;   ///< between columns
constexpr double easyGap = 32;    ///< where there is room for it
constexpr double cardSide = 4;    ///< beside the rows
constexpr double cardGap = 20;    ///< between cards of a column
constexpr double shelfGap = 20;   ///< above the appendices
constexpr double shelfItem = 128; ///< least width of an appendix
constexpr double rowHeights[] = {30, 28, 26, 24, 22};

using Column = std::vector<int>; ///< levels

class MapMaker {
 public:
  MapMaker(const book::Book& book, QSizeF space, const LinesOf& lines)
      : book_(book), space_(space), lines_(lines), graph_(levelGraph(book)) {}

  MapLayout run() {
    measureShelf();
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
    for (const double width : {easyWidth, leastWidth}) {
      setWidth(width);
      for (const double row : rowHeights) {
        row_ = row;
        columns_ = pack(room());
        if (tallest() <= room() && used(width) <= space_.width())
          return;
      }
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
  /// In a narrow card the name of a level may take two lines.
  double head() const { return row_ + (cardWidth_ < easyWidth ? 12 : 6); }
  /// Of a card; the titles are measured here and not for every height that is tried.
  void setWidth(double width) {
    cardWidth_ = width;
    isTall_.clear();
    tallRows_.assign(book_.levels.size(), 0);
    for (std::size_t level = 0; level < book_.levels.size(); ++level)
      for (const book::Chapter& chapter : book_.levels[level].chapters)
        if (lines_ && lines_(chapter, width - 2 * cardSide) > 1) {
          isTall_.insert(&chapter);
          ++tallRows_[level];
        }
  }
  double heightOf(int level) const {
    return head() + cardPad + row_ * static_cast<double>(levelAt(level).chapters.size()) +
           titleLineHeight * tallRows_[static_cast<std::size_t>(level)];
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
  /// The least width of a row in which the title is whole in two lines; infinite where there is none.
  double leastWidthOf(const book::Chapter& chapter) const {
    constexpr double step = 4;
    for (double width = shelfItem / 2; width < mostWidth; width += step)
      if (lines_(chapter, width) <= 2)
        return width;
    return std::numeric_limits<double>::infinity();
  }

  /// All appendices in one row where that leaves their titles whole, each as wide as it needs to be.
  bool fitShelfInOneRow(double inner) {
    if (!lines_)
      return false;
    std::vector<double> widths;
    double used = 0;
    for (const book::Chapter& chapter : shelf()->chapters)
      used += widths.emplace_back(leastWidthOf(chapter));
    if (used > inner)
      return false;
    for (double& width : widths)
      width = std::floor(width + (inner - used) / static_cast<double>(widths.size()));
    shelfWidths_ = widths;
    shelfRows_ = 1;
    shelfAcross_ = static_cast<int>(widths.size());
    shelfExtra_ = titleLineHeight;
    return true;
  }

  /// As many appendices side by side as leaves every title whole, and the same number in each row.
  void measureShelf() {
    if (!shelf())
      return;
    const double inner = std::max(shelfItem, space_.width() - 2 * margin) - 2 * cardSide;
    if (fitShelfInOneRow(inner))
      return;
    int most = 1; ///< lines of a title
    int across = std::max(1, static_cast<int>((space_.width() - 2 * margin) / shelfItem));
    for (;; --across) {
      most = 1;
      for (const book::Chapter& chapter : shelf()->chapters)
        most = std::max(most, lines_ ? lines_(chapter, std::floor(inner / across)) : 1);
      if (most <= 2 || across == 1)
        break;
    }
    const auto items = static_cast<int>(shelf()->chapters.size());
    shelfRows_ = (items + across - 1) / across;
    shelfAcross_ = (items + shelfRows_ - 1) / shelfRows_;
    shelfExtra_ = most > 1 ? titleLineHeight : 0;
  }
  double shelfHeight() const {
    return shelf() ? shelfGap + head() + cardPad + (row_ + shelfExtra_) * shelfRows_ : 0;
  }
  double room() const { return space_.height() - 2 * marginTop - shelfHeight(); }
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
    const auto widthWith = [&](double between) {
      return std::floor((inner - (count - 1) * between) / count);
    };
    const double easy = widthWith(easyGap);
    const double width = std::clamp(easy < easyWidth ? widthWith(leastGap) : easy, leastWidth, mostWidth);
    setWidth(width);
    const double gap = count > 1 ? std::clamp((inner - count * width) / (count - 1), leastGap, 110.) : 0;
    const double used = count * width + (count - 1) * gap;
    const double left = std::max(margin, std::floor((space_.width() - used) / 2));
    const double height = std::max(tallest(), room());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      double y = marginTop + std::floor((height - heightOf(columns_[i])) / 2);
      for (const int level : columns_[i]) {
        const QRectF rect(std::floor(left + static_cast<double>(i) * (width + gap)), y, width,
                          heightOf(level));
        layout_.cards.push_back({&levelAt(level), rect, static_cast<int>(i)});
        y += rect.height() + cardGap;
      }
    }
    layout_.size = QSizeF(std::max(space_.width(), left + used + margin),
                          std::max(space_.height(), height + 2 * marginTop + shelfHeight()));
  }

  void placeShelf() {
    if (!shelf())
      return;
    const double height = shelfHeight() - shelfGap;
    const QRectF rect(margin, layout_.size.height() - marginTop - height,
                      std::max(shelfItem, space_.width() - 2 * margin), height);
    layout_.cards.push_back({shelf(), rect, -1});
  }

  void placeStations() {
    for (const book::Level& level : book_.levels) {
      const auto card = std::find_if(layout_.cards.begin(), layout_.cards.end(),
                                     [&level](const MapCard& other) { return other.level == &level; });
      if (card == layout_.cards.end())
        continue;
      const QRectF inner = card->rect.adjusted(cardSide, head(), -cardSide, -cardPad);
      const int across = card->column < 0 ? shelfAcross_ : 1;
      const double width = std::floor(inner.width() / across);
      QPointF at = inner.topLeft();
      for (std::size_t i = 0; i < level.chapters.size(); ++i) {
        const book::Chapter& chapter = level.chapters[i];
        const double height = row_ + (card->column < 0          ? shelfExtra_
                                      : isTall_.count(&chapter) ? titleLineHeight
                                                                : 0);
        const double own = card->column < 0 && !shelfWidths_.empty() ? shelfWidths_[i] : width;
        layout_.stations.push_back(
            {&chapter, QRectF(at, QSizeF(own, height)), static_cast<int>(card - layout_.cards.begin())});
        const bool isRowFull = (static_cast<int>(i) + 1) % across == 0;
        at = isRowFull ? QPointF(inner.left(), at.y() + height) : at + QPointF(own, 0);
      }
    }
  }

  const book::Book& book_;
  QSizeF space_;
  const LinesOf& lines_;
  LevelGraph graph_;
  MapLayout layout_;
  std::vector<Column> columns_;
  double row_ = 0;
  std::set<const book::Chapter*> isTall_; ///< whose titles take two lines
  std::vector<int> tallRows_;             ///< their number by level
  double cardWidth_ = leastWidth;
  int shelfAcross_ = 1;
  std::vector<double> shelfWidths_; ///< of a single row; empty: all are alike
  int shelfRows_ = 0;
  double shelfExtra_ = 0;
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

MapLayout layOutMap(const book::Book& book, QSizeF space, const LinesOf& lines) {
  return MapMaker(book, space, lines).run();
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
