#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>

#include <optional>

namespace eigenboard::window {

/// What of each screen windows may cover, the primary one first.
QList<QRect> availableScreens();

/// How large the window is at its first start, of so much room: with most of it, and with room for the frame.
QSize firstSize(QSize available);

/// A window's place of an earlier day, put where it is seen whole on the screens that there are now: it stays
/// on the screen that shows most of it; where none shows any, it goes to the middle of the first. Of no
/// screens it stays.
QRect fittedToScreens(const QRect& wanted, const QList<QRect>& available);

/// The screen of a presentation, of so many, when the window is on one of them: the other of two, the only
/// one of one; none: the reader has to choose.
std::optional<int> screenToPresentOn(int screens, int own);

} // namespace eigenboard::window
