#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace eigenboard::window {

/// Where the reader was: chapter, place in it, theme, text size, panel states. One JSON file.
struct StoredSession {
  QJsonObject content;
  QString message; ///< empty, or what the reader should know: a damaged file was set aside, say
  bool mayBeWritten =
      true; ///< false: what lies there could not be read or set aside, and must not be overwritten
};

/// A missing file gives an empty session. A damaged or newer one is renamed beside itself, never deleted.
StoredSession readSession(const QString& fileName);

/// Empty, or the reason why nothing was written; then the old file is still whole.
QString writeSession(const QString& fileName, QJsonObject content);

} // namespace eigenboard::window
