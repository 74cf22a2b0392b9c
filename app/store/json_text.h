#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>

#include <optional>

namespace eigenboard::store {

/// Any JSON value as compact text; QJsonDocument by itself writes objects and arrays only.
QByteArray jsonText(const QJsonValue& value);
/// Nothing when the text is no JSON value.
std::optional<QJsonValue> jsonValue(const QByteArray& text);

} // namespace eigenboard::store
