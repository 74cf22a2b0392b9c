#pragma once

#include <QtCore/QCoreApplication>

namespace eigenboard::figures {

/// What this room says to the reader, in the reader's language.
inline QString tr(const char* source) {
  return QCoreApplication::translate("Export", source);
}

} // namespace eigenboard::figures
