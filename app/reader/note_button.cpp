#include "app/reader/note_button.h"

#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {
constexpr int noteButtonGap = 4; ///< px between the selected words and the button
}

std::optional<QRect> besideSelection(const std::vector<QRectF>& lines, bool endsAtLast, QSize size,
                                     const QRect& room) {
  if (lines.empty())
    return {};
  const QRect first = lines.front().toAlignedRect();
  const QRect last = lines.back().toAlignedRect();
  if (!(endsAtLast ? last : first).intersects(room))
    return {}; // the end is out of sight
  const QPoint below(last.right() + noteButtonGap, last.bottom() + 1 + noteButtonGap);
  const QPoint above(first.left() - noteButtonGap - size.width(),
                     first.top() - noteButtonGap - size.height());
  const QPoint after(last.right() + 2 * noteButtonGap, last.center().y() - size.height() / 2);
  const QPoint before(first.left() - 2 * noteButtonGap - size.width(),
                      first.center().y() - size.height() / 2);
  const QPoint places[] = {endsAtLast ? below : above, endsAtLast ? after : before,
                           endsAtLast ? above : below};
  for (QPoint place : places) {
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() + 1 - size.width())));
    const QRect taken(place, size);
    const bool covers = std::any_of(lines.begin(), lines.end(), [&taken](const QRectF& line) {
      return line.toAlignedRect().intersects(taken);
    });
    if (!covers && room.contains(taken))
      return taken;
  }
  return {};
}

NoteButton::NoteButton(const render::Theme& theme, QWidget* viewport)
    : Button(theme, controls::Icon::Note, tr("Note"), tr("Write a note on the selected words (Ctrl+Shift+N)"),
             viewport) {
  setAccessibleName(tr("Note on the selected words"));
  setObjectName(QStringLiteral("noteButton"));
  hide();
}

void NoteButton::offer(std::vector<QRectF> lines, bool endsAtLast, double scrolled) {
  lines_ = std::move(lines);
  endsAtLast_ = endsAtLast;
  follow(scrolled);
}

void NoteButton::follow(double scrolled) {
  std::vector<QRectF> shown = lines_;
  for (QRectF& line : shown)
    line.translate(0, -scrolled);
  const QRect room =
      parentWidget()->rect().adjusted(noteButtonGap, noteButtonGap, -noteButtonGap, -noteButtonGap);
  const std::optional<QRect> place = besideSelection(shown, endsAtLast_, sizeHint(), room);
  if (place)
    setGeometry(*place);
  // The keyboard goes back first: hiding what has it would hand it to the next thing in the window.
  else if (hasFocus())
    parentWidget()->parentWidget()->setFocus(Qt::OtherFocusReason);
  setVisible(place.has_value());
}

void NoteButton::paintEvent(QPaintEvent* event) {
  {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(theme().highContrast ? theme().text : controls::mixed(theme().rule, theme().text, 0.2), 1));
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  Button::paintEvent(event);
}

void NoteButton::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click();
  else
    Button::keyPressEvent(event);
}

} // namespace eigenboard::reader
