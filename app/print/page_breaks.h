#pragma once

#include "app/reader/flow.h"

#include <vector>

namespace eigenboard::print {

/// A strip of the text that no page break may cut, in px from the top of the text. cost: of a break just
/// before it, 0 where the text ends a thought; forbidden where a break would part what belongs together.
struct Strip {
  double top = 0;
  double bottom = 0;
  double cost = 0;
};
inline constexpr double forbidden = 1e6;

/// The strips of a text, from top to bottom. A heading stays with what follows; a display formula with the
/// two lines before it and the line after it; a paragraph leaves no single line on either page; the head of
/// an exercise stays with the first two lines of it; a row of a table that fits a page, a figure and its
/// caption are whole.
std::vector<Strip> stripsOf(const std::vector<reader::Node>& nodes, const reader::Layout& layout,
                            double pageHeight);

/// From where to where the text stands on a page, px.
struct PageRange {
  double top = 0;
  double bottom = 0;
  bool operator==(const PageRange&) const = default;
};

/// The breaks whose costs, with that of the room left empty, are least together; a forbidden one is taken
/// only where a page could not be filled otherwise. A strip higher than a page is cut. Cost: linear in the
/// strips times those of a page.
std::vector<PageRange> breakPages(const std::vector<Strip>& strips, double pageHeight);

} // namespace eigenboard::print
