#pragma once

#include <QtCore/QString>

namespace eigenboard::book {

/// Follows the lines of a Markdown source and tells code from text, for the passes that run before the
/// Markdown parser.
class FenceTracker {
 public:
  /// Takes the next line (without its line break); true if it belongs to a fenced code block, its two fences
  /// included.
  bool isCode(QStringView line);

 private:
  QChar mark_;
  qsizetype length_ = 0; ///< of the opening fence; 0: outside
  int quoteDepth_ = 0;
};

/// Characters that place a line in its containers: spaces and quote marks at its start.
qsizetype containerPrefix(QStringView line);

/// Containers that one line opens by itself: quote marks and list markers at its start.
int containersOpened(QStringView line);

} // namespace eigenboard::book
