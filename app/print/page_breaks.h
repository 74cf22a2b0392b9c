#pragma once

#include "app/print/strips.h"

namespace eigenboard::print {

/// From where to where the text stands on a page, px. head: of a table that goes on here, shown again above
/// it.
struct PageRange {
  double top = 0;
  double bottom = 0;
  TableHead head = {};
  bool operator==(const PageRange&) const = default;
};

/// The breaks whose costs, with that of the room left empty, are least together; a forbidden one is taken
/// only where a page could not be filled otherwise. A strip higher than a page is cut. A head is left out
/// where it would take more than a third of the page, or the room of the strip below it. Cost: linear in the
/// strips times those of a page.
std::vector<PageRange> breakPages(const std::vector<Strip>& strips, double pageHeight);

} // namespace eigenboard::print
