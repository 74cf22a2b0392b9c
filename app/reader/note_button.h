#pragma once

#include "views/controls/button.h"

#include <QtCore/QRectF>

#include <optional>
#include <vector>

namespace eigenboard::reader {

/// Where something of that size lies beside the end of a selection without covering any of it: below its last
/// line, or above its first when the selection was made upwards. lines: the selected parts of lines, from the
/// top down. Nothing when the room has no such place.
std::optional<QRect> besideSelection(const std::vector<QRectF>& lines, bool endsAtLast, QSize size,
                                     const QRect& room);

/// The small button beside selected words that begins a note on them.
class NoteButton : public controls::Button {
  Q_OBJECT

 public:
  NoteButton(const render::Theme& theme, QWidget* viewport);

  /// lines: as above, in page coordinates; none: it goes.
  void offer(std::vector<QRectF> lines, bool endsAtLast, double scrolled);
  /// The page is scrolled by so much; the button stays with the words, and goes when they leave the view.
  void follow(double scrolled);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::vector<QRectF> lines_;
  bool endsAtLast_ = true;
};

} // namespace eigenboard::reader
