#pragma once

#include <QCoreApplication>

namespace eigenboard::window {

/// What this room says to the reader, in the reader's language, where no class says it.
inline QString translated(const char* source) {
  return QCoreApplication::translate("Window", source);
}

} // namespace eigenboard::window
