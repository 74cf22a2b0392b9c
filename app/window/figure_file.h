#pragma once

#include "app/export/figure_state.h"

#include <QtCore/QStringList>

namespace eigenboard::window {

/// What the first file that holds a panel's state says, or why there is none.
struct OpenedFigure {
  QString fileName; ///< without its folder
  figures::StoredState stored;
  QString error;
};

/// Reads files until one holds a state; at most the first hundred, and of each no more than a figure may
/// have. May take long (a disk that sleeps, a network): not for the thread of the interface.
OpenedFigure openFigure(const QStringList& files);

} // namespace eigenboard::window
