#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QPainterPath>

namespace eigenboard::render::svg {

/// A coordinate with at most the given decimals, without trailing zeros; 0 when it is not finite.
QByteArray number(double value, int decimals = 2);

/// Text for an element or an attribute: markup characters escaped, characters that XML 1.0 forbids replaced
/// by U+FFFD.
QByteArray escaped(const QString& text);

/// "#rrggbb"; opacity is written beside it.
QByteArray color(const QColor& color);

/// The d attribute of a path.
QByteArray pathData(const QPainterPath& path);

/// name="value" with a blank before it.
QByteArray attribute(const char* name, const QByteArray& value);

} // namespace eigenboard::render::svg
