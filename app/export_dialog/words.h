#pragma once

#include <QCoreApplication>

namespace eigenboard::export_dialog {

/// What this room says to the reader, in the reader's language, where no class says it.
inline QString translated(const char* source) {
  return QCoreApplication::translate("ExportDialog", source);
}

} // namespace eigenboard::export_dialog
