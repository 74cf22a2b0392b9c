#include "app/export/bounded_json.h"

#include "app/export/words.h"

#include <QtCore/QJsonDocument>

namespace eigenboard::figures {
namespace {

bool isTooDeep(const QByteArray& bytes) {
  int depth = 0;
  bool isInString = false;
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const char byte = bytes[i];
    if (isInString) {
      if (byte == '\\')
        ++i;
      else if (byte == '"')
        isInString = false;
      continue;
    }
    if (byte == '"')
      isInString = true;
    else if (byte == '{' || byte == '[')
      ++depth;
    else if (byte == '}' || byte == ']')
      --depth;
    if (depth > deepestJson)
      return true;
  }
  return false;
}

} // namespace

JsonResult boundedJson(const QByteArray& bytes) {
  if (bytes.size() > largestJson)
    return {{}, tr("it is larger than a megabyte")};
  if (isTooDeep(bytes))
    return {{}, tr("it is nested more than %1 deep").arg(deepestJson)};
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (error.error != QJsonParseError::NoError)
    return {{}, tr("it is no JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset)};
  if (!document.isObject())
    return {{}, tr("it is no JSON object")};
  return {document.object(), {}};
}

} // namespace eigenboard::figures
