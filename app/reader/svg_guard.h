#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSizeF>
#include <QtCore/QString>

namespace eigenboard::reader {

/// Why an SVG is not given to the painter: it is not well-formed, reaches for other files or the network,
/// embeds pixels, or repeats its own parts (by <use>, in circles or beyond 100,000 elements). Empty: it may
/// be painted. Linear.
QString svgProblem(const QByteArray& source);

/// The size that the outermost element gives, in px; empty when it gives none.
QSizeF svgSize(const QByteArray& source);

} // namespace eigenboard::reader
