#include "views/typesetting/layout_fingerprint.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMap>

namespace eigenboard::typesetting {

// To be raised with every change of our code that moves ink or changes how a layout is stored.
static constexpr char layoutVersion[] = "layout 7";

QByteArray layoutFingerprint(const QHash<QString, QString>& macros) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(EIGENBOARD_KATEX_FINGERPRINT);
  hash.addData(layoutVersion);
  QMap<QString, QString> sorted; // a hash's order changes from run to run
  for (auto macro = macros.cbegin(); macro != macros.cend(); ++macro)
    sorted.insert(macro.key(), macro.value());
  for (auto macro = sorted.cbegin(); macro != sorted.cend(); ++macro) {
    hash.addData(QByteArray::number(macro.key().size()) + macro.key().toUtf8());
    hash.addData(QByteArray::number(macro.value().size()) + macro.value().toUtf8());
  }
  return hash.result();
}

} // namespace eigenboard::typesetting
