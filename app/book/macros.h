#pragma once

#include "app/book/markdown.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <vector>

namespace eigenboard::book {

/// A macro of the book's own. body: TeX with #1 to #9 for its arguments.
struct Macro {
  QString name; ///< with its backslash: "\norm"
  QString body;
  int arguments = 0;
  int line = 0; ///< of the file
};

/// The macros that every formula of the book may use, in the order of their file. problems: the lines that
/// could not be taken, and why; all others are there.
struct Macros {
  QString file; ///< relative to the book's directory; empty when the book names none
  std::vector<Macro> list;
  std::vector<SourceProblem> problems;

  /// By name, as a Typesetter takes them.
  QHash<QString, QString> texts() const;
};

/// Reads one definition a line: \newcommand{\name}[arguments]{body}, \renewcommand and \providecommand
/// likewise, \DeclareMathOperator{\name}{text} and \DeclareMathOperator*. Blank lines and comments (%) may
/// stand between them. Never fails: whatever else there is becomes a problem with its line, and so does a
/// macro that leads back to itself. Linear in the source, of which at most 64 KB and 300 macros are read.
Macros parseMacros(const QString& source);

/// The same for a file of the book. A missing or unreadable file is a problem.
Macros readMacros(const QString& directory, const QString& file);

} // namespace eigenboard::book
