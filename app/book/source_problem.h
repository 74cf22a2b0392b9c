#pragma once

#include <QtCore/QString>

namespace eigenboard::book {

/// What a reader should be told about the source of a page, by line of the file.
struct SourceProblem {
  int line = 0;
  QString text;
};

} // namespace eigenboard::book
