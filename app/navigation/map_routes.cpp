#include "app/navigation/map_routes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace eigenboard::navigation {

namespace {

void curveTo(QPainterPath& path, QPointF end) {
  const QPointF start = path.currentPosition();
  const double half = (end.x() - start.x()) / 2;
  path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end);
}

class Router {
 public:
  explicit Router(const std::vector<MapCard>& cards) : cards_(cards) {}

  QPainterPath route(int from, int to, double startShare, double endShare) {
    const QRectF& first = rect(from);
    const QRectF& last = rect(to);
    if (column(from) == column(to)) {
      const bool down = first.bottom() <= last.top();
      QPainterPath path(QPointF(first.center().x(), down ? first.bottom() : first.top()));
      path.lineTo(last.center().x(), down ? last.top() : last.bottom());
      return path;
    }
    const bool forward = column(from) < column(to);
    QPainterPath path(QPointF(forward ? first.right() : first.left(), heightAt(first, startShare)));
    const QPointF end(forward ? last.left() : last.right(), heightAt(last, endShare));
    const int step = forward ? 1 : -1;
    for (int between = column(from) + step; between != column(to); between += step) {
      const double lane = laneOf(between, path.currentPosition(), end);
      const auto [left, right] = sides(between);
      curveTo(path, QPointF(forward ? left : right, lane));
      path.lineTo(forward ? right : left, lane);
    }
    curveTo(path, end);
    return path;
  }

  int column(int card) const { return cards_[static_cast<std::size_t>(card)].column; }
  const QRectF& rect(int card) const { return cards_[static_cast<std::size_t>(card)].rect; }

 private:
  static double heightAt(const QRectF& card, double share) { return card.top() + share * card.height(); }

  std::pair<double, double> sides(int column) const {
    for (const MapCard& card : cards_)
      if (card.column == column)
        return {card.rect.left(), card.rect.right()};
    return {0, 0};
  }

  /// The gap between cards of the column that is nearest to the straight way.
  double laneOf(int column, QPointF start, QPointF end) {
    constexpr double outside = 12; // above the first card and below the last
    std::vector<double> lanes;
    double below = 0;
    for (const MapCard& card : cards_) {
      if (card.column != column)
        continue;
      lanes.push_back(lanes.empty() ? card.rect.top() - outside : (below + card.rect.top()) / 2);
      below = card.rect.bottom();
    }
    lanes.push_back(below + outside);
    const auto [left, right] = sides(column);
    const double across = end.x() - start.x();
    const double share = std::abs(across) > 1 ? ((left + right) / 2 - start.x()) / across : 0.5;
    const double wanted = std::lerp(start.y(), end.y(), std::clamp(share, 0., 1.));
    const auto lane = std::min_element(lanes.begin(), lanes.end(), [wanted](double a, double b) {
      return std::abs(a - wanted) < std::abs(b - wanted);
    });
    // Curves that share a gap run side by side.
    const int before = taken_[{column, static_cast<int>(lane - lanes.begin())}]++;
    return *lane + std::min(8., spacing * ((before + 1) / 2)) * (before % 2 == 0 ? 1 : -1);
  }

  static constexpr double spacing = 5;
  const std::vector<MapCard>& cards_;
  std::map<std::pair<int, int>, int> taken_; ///< curves so far by column and gap
};

} // namespace

std::vector<MapRoute>
cardRoutes(const std::vector<MapCard>& cards,
           const std::vector<std::pair<const book::Level*, const book::Level*>>& edges) {
  Router router(cards);
  const auto cardOf = [&cards](const book::Level* level) {
    const auto found = std::find_if(cards.begin(), cards.end(),
                                    [level](const MapCard& card) { return card.level == level; });
    return found == cards.end() ? -1 : static_cast<int>(found - cards.begin());
  };
  std::vector<MapRoute> routes;
  for (const auto& [from, to] : edges)
    if (cardOf(from) >= 0 && cardOf(to) >= 0)
      routes.push_back({cardOf(from), cardOf(to), {}});
  // The ends at one side of a card, from top to bottom in the order of where they lead.
  const auto shareOf = [&](const MapRoute& route, bool atStart) {
    const int card = atStart ? route.from : route.to;
    const auto otherHeight = [&](const MapRoute& other) {
      return router.rect(atStart ? other.to : other.from).center().y();
    };
    int above = 0;
    int count = 0;
    for (const MapRoute& other : routes) {
      const bool isSameSide =
          (atStart ? other.from : other.to) == card && router.column(other.from) != router.column(other.to);
      count += isSameSide;
      above += isSameSide && otherHeight(other) < otherHeight(route);
    }
    return (above + 1.) / (count + 1.);
  };
  for (MapRoute& route : routes)
    route.path = router.route(route.from, route.to, shareOf(route, true), shareOf(route, false));
  return routes;
}

QPainterPath stationRoute(const MapStation& from, const MapStation& to) {
  const bool isSameColumn = std::abs(from.rect.center().x() - to.rect.center().x()) < 1;
  if (isSameColumn) {
    // Out at the left side and in again.
    const double reach = 10 + std::min(14., std::abs(to.rect.center().y() - from.rect.center().y()) / 12);
    const QPointF start(from.rect.left(), from.rect.center().y());
    const QPointF end(to.rect.left(), to.rect.center().y());
    QPainterPath path(start);
    path.cubicTo(start - QPointF(reach, 0), end - QPointF(reach, 0), end);
    return path;
  }
  const bool forward = from.rect.center().x() < to.rect.center().x();
  QPainterPath path(QPointF(forward ? from.rect.right() : from.rect.left(), from.rect.center().y()));
  curveTo(path, QPointF(forward ? to.rect.left() : to.rect.right(), to.rect.center().y()));
  return path;
}

} // namespace eigenboard::navigation
