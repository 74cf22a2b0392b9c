#pragma once

#include "app/store/store.h"

namespace eigenboard::window {

/// Earlier versions kept place, panels and goals in session.json of this folder. Puts into the store what it
/// does not have yet; once that is on the disk the file is renamed beside itself, never deleted, as is a
/// damaged one. Empty, or what the reader should be told.
QString takeOverEarlierSession(store::Store& store, const QString& folder);

} // namespace eigenboard::window
