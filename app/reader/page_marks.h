#pragma once

#include "app/reader/flat_text.h"

#include <QtCore/QHash>

namespace eigenboard::reader {

struct PlacedText;

/// Something laid over the text without changing it: a passage with a note, or a match of a search.
struct PageMark {
  enum class Kind : std::uint8_t { Note, Match, CurrentMatch };
  Kind kind = Kind::Match;
  Span span;
  qint64 note = 0;
};
using PageMarks = QHash<const Paragraph*, std::vector<PageMark>>;

/// Paints the marks of one text, to lie behind its words. origin as that of the text.
void paintMarks(QPainter& painter, const PlacedText& text, const PageMarks& marks,
                const render::Theme& theme);

/// The note on whose words the point of the page lies, or 0.
qint64 noteAt(const PlacedText& text, const PageMarks& marks, QPointF point);

} // namespace eigenboard::reader
