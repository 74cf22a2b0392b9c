#pragma once

#include <QCoreApplication>

namespace eigenboard::stage {

/// What this room says to the reader, in the reader's language.
inline QString translated(const char* source) {
  return QCoreApplication::translate("Stage", source);
}

} // namespace eigenboard::stage
