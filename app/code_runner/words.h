#pragma once

#include <QCoreApplication>

namespace eigenboard::code_runner {

/// What this room says to the reader, in the reader's language.
inline QString text(const char* source) {
  return QCoreApplication::translate("CodeRunner", source);
}

} // namespace eigenboard::code_runner
