#pragma once

#include <QtCore/QStringList>

namespace eigenboard::window {

/// Opens the book where the reader left it, or at the place the words name (a chapter id, or a panel with
/// settings: "linear_algebra.eigen?preset=shear"), and runs until the window closes. Gives the exit status; a
/// word that names nothing is one line on standard error and status 2. Needs a QApplication. With the word
/// --report-first-paint the program prints milliseconds and memory once the first page is painted, and ends.
int openWindow(QStringList words);

} // namespace eigenboard::window
