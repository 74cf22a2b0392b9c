#pragma once

#include <QtCore/QPointF>

namespace eigenboard::reader {

/// What the left mouse button went down on, and what has become of it since.
struct Press {
  int target = -1;
  QPointF at; ///< page coordinates
  bool isDragging = false;
  bool isSelecting = false;
  double startValue = 0;
};

} // namespace eigenboard::reader
