#pragma once

#include <QtCore/QRectF>

#include <vector>

namespace eigenboard::render {

inline constexpr double gapBetweenViews = 12;

/// A place for each view in the room: in one row, or in as many rows as make the views clearly larger; in
/// reading order, all of one size.
std::vector<QRectF> arrangedViews(const QRectF& room, int views);

} // namespace eigenboard::render
