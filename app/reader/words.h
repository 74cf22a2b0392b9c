#pragma once

#include <QCoreApplication>

namespace eigenboard::reader {

/// What this room says to the reader, in the reader's language.
inline QString translated(const char* source) {
  return QCoreApplication::translate("Reader", source);
}

} // namespace eigenboard::reader
