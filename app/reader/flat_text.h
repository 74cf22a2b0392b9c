#pragma once

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

/// A part of one paragraph of the page.
struct Passage {
  const Paragraph* paragraph = nullptr;
  Span span;
};

/// How formulas appear in a text that is to be searched.
enum class FormulaText : std::uint8_t {
  Opaque, ///< one character that no query contains
  Tex,    ///< $…$, as a copy has them
};

/// The text of one paragraph as it is searched: letters folded to one case, every kind of blank a blank,
/// every kind of dash and quote the plain one, live numbers as they are shown. positions[i] is where in the
/// paragraph character i of the text stands.
struct FlatText {
  const Paragraph* paragraph = nullptr;
  QString anchor; ///< of the section it stands in; empty before the first
  QString text;
  std::vector<int> positions;
};

/// Every paragraph of the page in reading order, those in closed folds too; markers of lists are left out.
std::vector<FlatText> flatten(const std::vector<Node>& nodes, FormulaText formulas);
/// Folded the same way: what a query must be before it is compared.
QString folded(const QString& text);

/// The part of the paragraph that characters [start, start + length) of its flat text stand for.
Passage passageOf(const FlatText& flat, qsizetype start, qsizetype length);

/// Opens every fold round the paragraph; true when one was closed.
bool openFoldsAround(std::vector<Node>& nodes, const Paragraph* paragraph);

} // namespace eigenboard::reader
