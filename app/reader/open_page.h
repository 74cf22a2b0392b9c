#pragma once

#include "app/reader/page_painter.h"
#include "app/reader/page_source.h"

#include <QtCore/QSet>

namespace eigenboard::reader {

/// The page that is open, from the blocks of its file to where everything is, and how it is shown.
struct OpenPage {
  QString chapter;
  QString file; ///< of the chapter, relative to the book
  QString path; ///< the reading path whose next chapter the end of the page names
  PageSource source;
  std::vector<Node> nodes;
  Layout layout;
  PageState state;
  double place = 0;        ///< at the top of the window; see placeAt
  QSet<QString> goalsDone; ///< "panel/goal"
};

} // namespace eigenboard::reader
