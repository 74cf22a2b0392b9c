#pragma once

#include <QCoreApplication>

namespace eigenboard::command_line {

/// What this room says to the reader, in the reader's language.
inline QString text(const char* source) {
  return QCoreApplication::translate("CommandLine", source);
}

} // namespace eigenboard::command_line
