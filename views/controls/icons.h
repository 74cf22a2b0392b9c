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
  Stop,
  StepForward,
  StepBack,
  ToStart,
  Undo,
  Redo,
  Reset,
  Copy,
  Export,
  PopOut,
  Magnet,
  ChevronDown,
  Check,
  Cross,
  ChevronUp,
  ChevronLeft,
  ChevronRight,
  ArrowLeft,
  ArrowRight,
  Contents,
  FindInPage,
  Search,
  Map,
  Bookmark,
  BookmarkSet,
  TextSize,
  Contrast,
  More,
  Pin,
  Note,
  Die,
  Lock,
  LockOpen,
  Eye,
  EyeClosed,
  Difference,
  Flag,
  Keyframe,
};

/// Line icons of a 16-pixel grid, centred in the box at their own size.
void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color);

} // namespace eigenboard::controls
