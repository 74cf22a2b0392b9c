#include "app/export/figure_metadata.h"

namespace eigenboard::figures {

using namespace Qt::StringLiterals;

QString programVersion() {
  return QStringLiteral(EIGENBOARD_VERSION);
}

QString creator() {
  return u"Eigenboard "_s + programVersion();
}

QJsonObject stateMetadata(const QJsonObject& state) {
  return {{u"eigenboard"_s, programVersion()}, {u"state"_s, state}};
}

QJsonObject keyframesMetadata(const QJsonObject& keyframes) {
  return {{u"eigenboard"_s, programVersion()}, {u"keyframes"_s, keyframes}};
}

} // namespace eigenboard::figures
