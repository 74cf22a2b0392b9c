#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace eigenboard::book {

/// What a chapter says of itself between its first two `---` lines.
struct FrontMatter {
  bool present = false;
  QString id;
  QString title;
  int level = -1;
  QStringList needs;
  QStringList panels;
  int minutes = 0;
  int lines = 0;        ///< the front matter takes so many lines of the file, its `---` lines included
  QStringList problems; ///< what could not be read; the rest still counts
};

/// Reads the front matter at the start of a file: `key: value` lines, lists as `[a, b]`. Text may stand in
/// quotes.
FrontMatter readFrontMatter(const QString& source);

} // namespace eigenboard::book
