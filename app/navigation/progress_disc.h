#pragma once

#include <QtGui/QIcon>

#include <cstdint>

namespace eigenboard::navigation {

enum class DiscSize : std::uint8_t { Small, Usual };

/// A ring that fills clockwise: the state without colour alone. fraction 0 to 1.
QIcon progressDisc(double fraction, const QColor& color, DiscSize size);

} // namespace eigenboard::navigation
