#pragma once

#include "app/reader/flow.h"

class QPainter;

namespace eigenboard::reader {

// What becomes of code and tables that are wider than their room: a window onto them that is scrolled
// sideways by a bar below it, as a wide formula is (wide_formula.h).

/// Room for the bar below a window, px.
inline constexpr double stripBarRoom = 12;

/// Puts the texts of the layout from first on behind a window, as far to the left as node->scrolled says
/// (kept within its bounds), and makes the bar a target. contentWidth: of what lies behind the window.
void addStrip(Layout& layout, Node& node, const QRectF& window, double contentWidth, std::size_t first);

/// The strip whose window or bar lies at that place of the page, or null.
const Strip* stripAt(const Layout& layout, QPointF point);
/// The strip that a target is the bar of, or null.
const Strip* stripOf(const Layout& layout, const Target& target);
/// The strip with that text, or null.
const Strip* stripWith(const Layout& layout, int text);

/// Moves what lies behind the window by so many px to the left, at most to an end. Whether it moved.
bool moveStrip(Layout& layout, const Strip& strip, double pixels);

/// How many px of the content one px of the bar's handle stands for.
double stripPace(const Strip& strip);

/// How many px the content has to go so that the handle stands under x; 0 when it lies under it already.
double stripJump(const Strip& strip, double x);

/// Brings a place of the page (a match, a link) that lies behind a window into sight. The px by which it has
/// gone to the left.
double showSideways(Layout& layout, const QRectF& pageRect);

/// Fades the edges where it goes on into ground, and paints the bar.
void paintStrip(QPainter& painter, const Strip& strip, const QColor& ground, const render::Theme& theme,
                Attention attention);

} // namespace eigenboard::reader
