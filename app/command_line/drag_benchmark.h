#pragma once

#include <QtCore/QString>

#include <vector>

namespace eigenboard::window {
class MainWindow;
struct Services;
} // namespace eigenboard::window

namespace eigenboard::command_line {

/// Milliseconds from a mouse move to the end of the paint that shows it, for each move.
struct DragTimes {
  std::vector<double> milliseconds;
  int withoutPaint = 0; ///< moves that changed nothing to be painted
  QString error;        ///< empty, or why nothing was measured

  /// The p-th percentile, 0 ≤ p ≤ 100, by the nearest rank; 0 when there are no times.
  double percentile(double p) const;
};

/// Drags the first handle of the panel's first view that has one, of whatever kind, along a circle by
/// synthetic mouse events sent through the event system to the real window, which must be shown. Each time
/// covers the event, model, scene, readouts and paint.
DragTimes measureDrag(window::MainWindow& window, window::Services& services, const QString& panelId,
                      int moves);

} // namespace eigenboard::command_line
