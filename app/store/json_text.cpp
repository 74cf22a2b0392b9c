#include "app/store/json_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace eigenboard::store {

QByteArray jsonText(const QJsonValue& value) {
  const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  return list.mid(1, list.size() - 2);
}

std::optional<QJsonValue> jsonValue(const QByteArray& text) {
  const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']');
  if (!document.isArray() || document.array().size() != 1)
    return std::nullopt;
  return document.array().first();
}

} // namespace eigenboard::store
