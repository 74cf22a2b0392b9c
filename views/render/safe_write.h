#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace eigenboard::render {

/// Writes the file whole or not at all: to a temporary file beside it, flushed to the disk, size compared,
/// then put in its place. Gives empty text, or the reason in one line; then what was there before is still
/// there, untouched. A device or pipe (/dev/stdout, /dev/full) is written directly, and a short write is an
/// error.
QString writeWhole(const QString& fileName, const QByteArray& bytes);

} // namespace eigenboard::render
