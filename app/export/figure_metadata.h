#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace eigenboard::figures {

/// "0.1.0"
QString programVersion();
/// "Eigenboard 0.1.0": the program as files name their maker.
QString creator();

/// What a file keeps so that it can be opened again: {"eigenboard": version, "state": state}. state is what
/// panel::toJson gives.
QJsonObject stateMetadata(const QJsonObject& state);

/// The same for a file of many states: {"eigenboard": version, "keyframes": what keyframesToJson gives}.
QJsonObject keyframesMetadata(const QJsonObject& keyframes);

} // namespace eigenboard::figures
