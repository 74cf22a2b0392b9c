#pragma once

#include "app/book/source_problem.h"

#include <QtCore/QHash>

#include <vector>

namespace eigenboard::book {

/// A line of the source before the Markdown parser sees it.
struct SourceLine {
  QString text;
  int number = 1; ///< in the file
  bool code = false;
};

/// "[^name]: text" with the lines that continue it, as a source of its own.
struct Footnote {
  QString name;
  QString text;
  int line = 1;
  int number = 0; ///< by the order in which the text names the notes, from 1; 0: not named so far
};

/// The footnotes of one page. The Markdown parser does not know them: definitions are taken out before it,
/// and each is parsed as a small page of its own.
class Footnotes {
 public:
  /// Takes the definitions out of the lines, leaving blank ones. A line that is indented by four or more
  /// blanks, or follows without a blank line, continues a note. Linear.
  void take(std::vector<SourceLine>& lines);

  /// The number of the note of that name, which it gets when it is first asked for; 0, and a problem, when
  /// there is no such note or the note being read names itself.
  int number(const QString& name, int line);

  /// How many notes have a number; asking for more while they are read makes it grow.
  int count() const { return static_cast<int>(order_.size()); }
  /// The note of a number from 1 to count(); from now on it is the note being read.
  const Footnote& read(int number);

  /// Reports the notes that nothing names.
  void finish();
  std::vector<SourceProblem> problems;

 private:
  std::vector<Footnote> notes_;
  QHash<QString, std::size_t> byName_;
  std::vector<std::size_t> order_;
  QString reading_;
};

/// The name in "[^name]" at the start of text; empty for anything else.
QString footnoteName(QStringView text);

} // namespace eigenboard::book
