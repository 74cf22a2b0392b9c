#pragma once

#include "app/reader/page_marks.h"
#include "app/reader/selection.h"

namespace eigenboard::reader {

/// What of the page is more than its layout at this moment. Targets are indices into layout.targets, −1:
/// none.
struct PageState {
  Selection selection;
  int focused = -1;
  bool isByKeyboard =
      false; ///< the focus came by keys: it is shown on links and buttons too, not only on numbers
  int hovered = -1;
  const Node* copied = nullptr; ///< the code that was copied a moment ago
  PageMarks marks;
  QString stagePanel; ///< the panel whose card was last shown on the stage
};

/// Paints the part of the page inside clip, in page coordinates.
void paintPage(QPainter& painter, const Layout& layout, const Typography& type, const render::Theme& theme,
               const PageState& state, const QRectF& clip);

} // namespace eigenboard::reader
