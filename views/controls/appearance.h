#pragma once

#include "views/render/theme.h"

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPalette>

class QPainter;
class QRectF;

namespace eigenboard::controls {

/// Every distance of the interface is a multiple of half a unit, in pixels.
inline constexpr int unit = 8;
inline constexpr int smallType = 12; ///< captions and section names, in pixels
inline constexpr int bodyType = 13;
inline constexpr int rowHeight = 28; ///< of a control, a button, a chip

/// Inter, with what comes closest to it where it is not installed.
QFont interfaceFont(int pixels, QFont::Weight weight = QFont::Normal);

QPalette palette(const render::Theme& theme);

/// For what Qt draws itself: scroll bars, menus, combo boxes, line edits and tooltips. All other widgets
/// paint themselves.
QString styleSheet(const render::Theme& theme);

/// amount 0 gives the first colour, 1 the second.
QColor mixed(const QColor& first, const QColor& second, double amount);

/// What lies behind something that can be clicked, while the pointer is on it, while it is pressed, or not at
/// all.
QColor buttonFill(const render::Theme& theme, bool isHovered, bool isPressed);

void drawFocusRing(QPainter& painter, const QRectF& around, const render::Theme& theme);

} // namespace eigenboard::controls
