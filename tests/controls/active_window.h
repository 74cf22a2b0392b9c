#pragma once

#include <QtTest/QTest>
#include <QtWidgets/QWidget>

namespace eigenboard::tests {

/// Shows the window and gives it the keyboard; false when that does not come about. A display without a
/// window manager gives the keyboard to nobody unless it is asked.
inline bool showActive(QWidget& window) {
  window.show();
  if (!QTest::qWaitForWindowExposed(&window))
    return false;
  window.activateWindow();
  return QTest::qWaitForWindowActive(&window);
}

} // namespace eigenboard::tests
