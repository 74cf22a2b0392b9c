#pragma once

#include "app/reader/flow.h"

#include <vector>

namespace eigenboard::print {

/// The head row of a table with its rules, and the room below them, px; empty where there is none.
struct TableHead {
  double top = 0;
  double bottom = 0;
  double room = 0;
  double height() const { return bottom - top + room; }
  bool operator==(const TableHead&) const = default;
};

/// A strip of the text that no page break may cut, in px from the top of the text. cost: of a break just
/// before it, 0 where the text ends a thought; forbidden where a break would part what belongs together.
/// head: what a page that begins with it shows above it.
struct Strip {
  double top = 0;
  double bottom = 0;
  double cost = 0;
  TableHead head = {};
};
inline constexpr double forbidden = 1e6;

/// The strips of a text, from top to bottom. A heading stays with what follows; a display formula with the
/// two lines before it and the line after it; a paragraph leaves no single line on either page; the head of
/// an exercise stays with the first two lines of it; a row of a table that fits a page, a figure and its
/// caption are whole. The rows of a table carry its head, unless that has no words.
std::vector<Strip> stripsOf(const std::vector<reader::Node>& nodes, const reader::Layout& layout,
                            double pageHeight);

} // namespace eigenboard::print
