#pragma once

#include <QtCore/QStringList>

namespace eigenboard::window {

/// The words by which an action of the window is looked for beside its own name, in the reader's language;
/// those of "theme" are also those of "theme.dark". Each is found whole before any page of the book that has
/// it, so they are words of the program, not of mathematics.
QStringList keywordsOf(const QString& action);

} // namespace eigenboard::window
