#pragma once

#include <QCoreApplication>

namespace eigenboard::store {

/// What this room says to the reader, in the reader's language.
inline QString translated(const char* source) {
  return QCoreApplication::translate("Store", source);
}

} // namespace eigenboard::store
