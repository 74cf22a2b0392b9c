#include "app/navigation/history.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

/// In blocks of the page: a paragraph or two away is still the same place to a reader.
constexpr double nearBlocks = 1.5;

const QString chapterKey = QStringLiteral("chapter");
const QString positionKey = QStringLiteral("position");
const QString panelKey = QStringLiteral("panel");
const QString spotsKey = QStringLiteral("spots");
const QString hereKey = QStringLiteral("here");

void forgetOldest(History& history) {
  if (history.spots.size() <= mostSpots)
    return;
  const std::size_t excess = history.spots.size() - mostSpots;
  history.spots.erase(history.spots.begin(), history.spots.begin() + static_cast<std::ptrdiff_t>(excess));
  history.here -= std::min(history.here, excess);
}

} // namespace

void visit(History& history, const Spot& spot) {
  if (history.spots.empty()) {
    history.spots.push_back(spot);
    history.here = 0;
    return;
  }
  if (history.spots[history.here] == spot)
    return;
  history.spots.resize(history.here + 1);
  history.spots.push_back(spot);
  history.here = history.spots.size() - 1;
  forgetOldest(history);
}

void settle(History& history, const Spot& spot) {
  if (history.spots.empty())
    visit(history, spot);
  else
    history.spots[history.here] = spot;
}

bool canGoBack(const History& history) {
  return history.here > 0;
}

bool canGoForward(const History& history) {
  return history.here + 1 < history.spots.size();
}

Spot goBack(History& history) {
  if (canGoBack(history))
    --history.here;
  return history.spots.empty() ? Spot() : history.spots[history.here];
}

Spot goForward(History& history) {
  if (canGoForward(history))
    ++history.here;
  return history.spots.empty() ? Spot() : history.spots[history.here];
}

bool isFar(const Spot& from, const Spot& to) {
  return from.chapter != to.chapter || std::abs(from.position - to.position) > nearBlocks;
}

QJsonObject toJson(const History& history) {
  QJsonArray spots;
  for (const Spot& spot : history.spots)
    spots.append(
        QJsonObject{{chapterKey, spot.chapter}, {positionKey, spot.position}, {panelKey, spot.panel}});
  return {{spotsKey, spots}, {hereKey, static_cast<int>(history.here)}};
}

History historyFromJson(const QJsonObject& json, const book::Book& book) {
  History history;
  const int here = json[hereKey].toInt(-1);
  int index = 0;
  for (const QJsonValue value : json[spotsKey].toArray()) {
    const QJsonObject object = value.toObject();
    Spot spot{object[chapterKey].toString(), object[positionKey].toDouble(), object[panelKey].toString()};
    const bool isPlace = book.find(spot.chapter) && std::isfinite(spot.position) && spot.position >= 0;
    if (isPlace)
      history.spots.push_back(std::move(spot));
    if (index++ <= here && !history.spots.empty())
      history.here = history.spots.size() - 1;
  }
  forgetOldest(history);
  return history;
}

} // namespace eigenboard::navigation
