#pragma once

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

/// A section of the page: a heading of the second level, with all that stands below it.
struct Section {
  QString anchor;
  QString label; ///< the component it is: "Intuition"; empty for a heading of another kind
  QString title;
  int words = 0;         ///< to be read, a formula counted as three, folded text not at all
  QStringList exercises; ///< the anchors of those that stand in it
};

/// In the order of the page. What stands before the first heading belongs to none of them.
std::vector<Section> sectionsOf(const std::vector<Node>& nodes);

} // namespace eigenboard::reader
