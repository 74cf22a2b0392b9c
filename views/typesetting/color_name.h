#pragma once

#include <QtCore/QString>
#include <QtGui/QRgb>

namespace eigenboard::typesetting {

/// The colour that a style sheet means by a word or by #rrggbb. 0, the surrounding ink, for transparent and
/// for a word that names no colour: KaTeX lets any word pass, and a browser ignores one it does not know.
QRgb colorNamed(const QString& name);

} // namespace eigenboard::typesetting
