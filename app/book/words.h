#pragma once

#include <QCoreApplication>

namespace eigenboard::book {

/// What this room says to the reader, in the reader's language.
inline QString translated(const char* source) {
  return QCoreApplication::translate("Book", source);
}

} // namespace eigenboard::book
