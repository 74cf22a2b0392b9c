#pragma once

#include <QCoreApplication>

namespace eigenboard::render {

/// What this room says to the reader, in the reader's language.
inline QString tr(const char* source) {
  return QCoreApplication::translate("Figure", source);
}

} // namespace eigenboard::render
