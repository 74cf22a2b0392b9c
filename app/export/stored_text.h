#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace eigenboard::figures {

/// The text that a figure of this program keeps in its file, found by the file's first bytes; nothing where
/// there is none. Bytes beyond the end are never read, whatever lengths the file claims. It may have any size
/// up to that of the file.
std::optional<QByteArray> storedText(const QByteArray& file);

} // namespace eigenboard::figures
