#pragma once

#include <QtCore/QString>

namespace eigenboard::command_line {

/// Of a start of the program at a chapter: from the start of its process to the first paint of the page with
/// its panel, and the resident memory it holds once it is at rest.
struct StartFigures {
  double milliseconds = 0;
  double megabytes = 0;
  QString error; ///< empty, or why nothing was measured
};

/// The median of several starts, after one that warms the caches.
StartFigures measureStart(const QString& chapter, int starts);

} // namespace eigenboard::command_line
