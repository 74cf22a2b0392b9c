#pragma once

#include <cstdint>

class QColor;
class QPainter;
class QRectF;

namespace eigenboard::controls {

enum class Icon : std::uint8_t {
  None,
  Play,
  Pause,
  StepForward,
  StepBack,
  ToStart,
  Undo,
  Redo,
  Reset,
  Copy,
  Export,
  ChevronDown,
  Check,
  Cross,
  Pin,
};

/// Line icons of a 16-pixel grid, centred in the box at their own size.
void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color);

} // namespace eigenboard::controls
