#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

namespace eigenboard::typesetting {

/// 32 bytes that change with everything a layout depends on besides its TeX and style: KaTeX, its faces, our
/// own layout code, and the macros.
QByteArray layoutFingerprint(const QHash<QString, QString>& macros);

} // namespace eigenboard::typesetting
