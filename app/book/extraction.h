#pragma once

#include "app/book/footnotes.h"

#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace eigenboard::book {

enum class ExtractKind : std::uint8_t { InlineMath, DisplayMath, Message, Note };

/// What was taken out of the source: TeX without its dollars, a message that stands for content beyond a
/// limit, or the number of the footnote that the text names.
struct Extract {
  ExtractKind kind = ExtractKind::InlineMath;
  QString text;
  int line = 1; ///< in the file, from 1
};

/// A Markdown source whose formulas have become placeholders that a Markdown parser copies as ordinary
/// letters.
struct Extraction {
  QString text;
  std::vector<Extract> extracts;
  std::vector<int> lines; ///< for each line of text, its line in the file
};

/// Takes formulas out of a source before the Markdown parser can misread them: a `|` in a table cell, a blank
/// line inside
/// `$$`, `_` and `\\`. `$` opens when a non-blank follows, and closes when a non-blank precedes, no digit
/// follows and all braces are closed (if they ever are), so that "$5 and $10" stays text. Code, link targets
/// and `\$` are left alone. Lines that open more containers, and tables that have more columns, than the
/// limits allow become messages. firstLine: of the source in its file. Cost: linear in the source, whatever
/// it holds.
Extraction extract(const QString& source, int firstLine = 1);

/// The same with the footnotes of a page: their definitions go into notes unless the source is itself one of
/// them, and what names them becomes a placeholder.
Extraction extract(const QString& source, int firstLine, Footnotes& notes, bool isNote = false);

/// A placeholder at the start of text: which extract it is, and how many characters it takes.
struct Placeholder {
  std::size_t index = 0;
  qsizetype length = 0;
};
std::optional<Placeholder> placeholderAt(QStringView text);

/// True for the character every placeholder starts with.
bool startsPlaceholder(QChar character);

} // namespace eigenboard::book
