#pragma once

#include <QtCore/QString>

namespace eigenboard::panel {

/// Why a computation broke off, in words for the reader. To be called where an exception has been caught.
QString wordsOfFailure();

} // namespace eigenboard::panel
