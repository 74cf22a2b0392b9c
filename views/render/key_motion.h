#pragma once

#include <QtCore/QPointF>
#include <QtCore/Qt>

namespace eigenboard::render {

/// The arrow key's direction, y up; null for another key.
inline QPointF arrowDirection(int key) {
  switch (key) {
  case Qt::Key_Left:
    return {-1, 0};
  case Qt::Key_Right:
    return {1, 0};
  case Qt::Key_Up:
    return {0, 1};
  case Qt::Key_Down:
    return {0, -1};
  default:
    return {};
  }
}

/// How many steps one press is worth.
inline double keyPace(Qt::KeyboardModifiers modifiers) {
  return modifiers.testFlag(Qt::ShiftModifier) ? 10 : modifiers.testFlag(Qt::AltModifier) ? 0.1 : 1;
}

} // namespace eigenboard::render
