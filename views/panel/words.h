#pragma once

#include <QCoreApplication>

namespace eigenboard::panel {

/// What this room says to the reader, in the reader's language.
struct Text {
  Q_DECLARE_TR_FUNCTIONS(eigenboard::panel)
};

} // namespace eigenboard::panel
