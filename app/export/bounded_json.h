#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace eigenboard::figures {

inline constexpr qsizetype largestJson = 1024 * 1024;
inline constexpr int deepestJson = 32;

/// A JSON object from bytes that anyone may have written, or why there is none.
struct JsonResult {
  QJsonObject object;
  QString error;
};

/// Refuses more than largestJson bytes and deeper nesting than deepestJson before anything is parsed.
JsonResult boundedJson(const QByteArray& bytes);

} // namespace eigenboard::figures
