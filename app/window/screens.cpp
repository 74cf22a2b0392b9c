#include "app/window/screens.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>

#include <algorithm>

namespace eigenboard::window {

namespace {

constexpr QSize frameRoom(16, 48);     ///< px that a window's frame may take
constexpr double firstShare = 0.88;    ///< of a screen
constexpr QSize usualFirst(1280, 800); ///< wherever there is room
constexpr QSize mostFirst(1840, 1160); ///< beyond it, text and panel only drift apart

} // namespace

QList<QRect> availableScreens() {
  QList<QRect> available;
  for (const QScreen* screen : QGuiApplication::screens())
    available += screen->availableGeometry();
  return available;
}

QSize firstSize(QSize available) {
  const QSize room = (available - frameRoom).expandedTo(QSize(1, 1));
  const QSize share(static_cast<int>(firstShare * available.width()),
                    static_cast<int>(firstShare * available.height()));
  return share.expandedTo(usualFirst).boundedTo(mostFirst).boundedTo(room);
}

QRect fittedToScreens(const QRect& wanted, const QList<QRect>& available) {
  if (available.isEmpty())
    return wanted;
  const auto seen = [&wanted](const QRect& screen) {
    const QRect part = screen.intersected(wanted);
    return static_cast<double>(part.width()) * part.height();
  };
  const QRect best = *std::max_element(available.begin(), available.end(),
                                       [&](const auto& a, const auto& b) { return seen(a) < seen(b); });
  const bool isSeen = best.intersects(wanted);
  const QRect screen = isSeen ? best : available.front();
  // What fits is left as it was; of what is larger than the screen the frame is to be seen as well.
  const auto fitted = [](int size, int room, int frame) {
    return size <= room ? size : std::max(1, room - frame);
  };
  QRect place(wanted.topLeft(), QSize(fitted(wanted.width(), screen.width(), frameRoom.width()),
                                      fitted(wanted.height(), screen.height(), frameRoom.height())));
  if (!isSeen)
    place.moveCenter(screen.center());
  place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() + 1 - place.width()));
  place.moveTop(std::clamp(place.top(), screen.top(), screen.bottom() + 1 - place.height()));
  return place;
}

std::optional<int> screenToPresentOn(int screens, int own) {
  if (screens <= 1)
    return 0;
  if (screens == 2)
    return own == 0 ? 1 : 0;
  return std::nullopt;
}

} // namespace eigenboard::window
