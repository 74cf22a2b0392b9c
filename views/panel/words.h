#pragma once

#include <QCoreApplication>

namespace eigenboard::panel {

/// What this room says to the reader, in the reader's language.
struct Text {
  Q_DECLARE_TR_FUNCTIONS(eigenboard::panel)
};

/// What was given, short enough for a message that repeats it.
inline QString quotable(const QString& given) {
  constexpr qsizetype longest = 60;
  const QString text = given.trimmed();
  return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

} // namespace eigenboard::panel
