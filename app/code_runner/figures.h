#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace eigenboard::code_runner {

/// Whether the code may show figures of Matplotlib: it names that library.
bool mayDraw(const QString& code);

/// Python that takes the path of a script and of a folder, runs the script, and writes each figure it shows,
/// or leaves open at its end, into the folder: an SVG of outlines without clip paths and pixels. An error of
/// the script is told as if it had run alone.
QByteArray figureScript();

/// The figures in the folder, in the order in which they were shown: at most 8 of at most 1.5 MB each.
std::vector<QByteArray> figuresIn(const QString& folder);

} // namespace eigenboard::code_runner
