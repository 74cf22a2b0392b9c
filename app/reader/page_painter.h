#pragma once

#include "app/reader/page_marks.h"
#include "app/reader/selection.h"

#include <QtGui/QImage>

#include <functional>

namespace eigenboard::reader {

/// What of the page is more than its layout at this moment. Targets are indices into layout.targets, −1:
/// none.
struct PageState {
  Selection selection;
  int focused = -1;
  bool isByKeyboard =
      false; ///< the focus came by keys: it is shown on links and buttons too, not only on numbers
  int hovered = -1;
  const Node* copied = nullptr;      ///< the code that was copied a moment ago
  const Node* hoveredCode = nullptr; ///< the code under the mouse: its buttons show
  PageMarks marks;
  QString stagePanel; ///< the panel whose card was last shown on the stage
  /// The picture of a card or an image node at that size in px; null while it is not there.
  std::function<QImage(const Node&, QSize)> picture;
  /// Why an image cannot be shown after all; empty while that is not known.
  std::function<QString(const Node&)> pictureProblem;
};

/// Paints the part of the page inside clip, in page coordinates.
void paintPage(QPainter& painter, const Layout& layout, const Typography& type, const render::Theme& theme,
               const PageState& state, const QRectF& clip);

} // namespace eigenboard::reader
