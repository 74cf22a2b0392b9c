#include "app/navigation/palette.h"
#include "app/navigation/palette_list.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace eigenboard::navigation {

using controls::unit;

namespace {

constexpr int widestCard = 720;
constexpr int fieldHeight = 52;
constexpr int scopeHeight = 38;
constexpr int footHeight = 32;
constexpr int radius = 10;
constexpr int iconSpace = 44; ///< left of the field's words
constexpr int shadow = 24;

/// The magnifying glass before the field.
void drawGlass(QPainter& painter, QPointF centre, const QColor& color) {
  painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(centre - QPointF(1.5, 1.5), 5.5, 5.5);
  painter.drawLine(centre + QPointF(2.8, 2.8), centre + QPointF(7, 7));
}

/// Rings that add up to a soft edge below the card.
void drawShadow(QPainter& painter, const QRectF& card, bool isDark) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, isDark ? 14 : 6));
  for (int ring = shadow; ring > 0; ring -= 3)
    painter.drawRoundedRect(card.adjusted(-ring, -ring + 8, ring, ring + 8), radius + ring, radius + ring);
}

} // namespace

QRect Palette::cardRect() const {
  const int width = std::min(widestCard, this->width() - 4 * unit);
  const int top = std::clamp(height() / 9, 2 * unit, 96);
  const int others = fieldHeight + scopeHeight + footHeight + 2;
  const int room = std::max(120, height() - top - others - 4 * unit);
  const int rows = std::min({list_->contentHeight() + unit, room, 520});
  return {(this->width() - width) / 2, top, width, others + rows};
}

void Palette::place() {
  const QRect before(list_->geometry().united(field_->geometry()));
  const QRect card = cardRect();
  field_->setGeometry(card.left() + iconSpace, card.top() + 1, card.width() - iconSpace - 2 * unit,
                      fieldHeight - 1);
  int left = card.left() + unit + unit / 2;
  for (controls::Button* button : scopes_) {
    const QSize size = button->sizeHint();
    button->setGeometry(left, card.top() + fieldHeight + (scopeHeight - size.height()) / 2, size.width(),
                        size.height());
    left += size.width() + unit / 2;
  }
  const int listTop = card.top() + fieldHeight + scopeHeight + 1;
  list_->setGeometry(card.left() + 1, listTop, card.width() - 2, card.bottom() - footHeight - listTop);
  const QRect foot(card.left() + 2 * unit, card.bottom() - footHeight, card.width() - 4 * unit, footHeight);
  status_->setGeometry(foot.adjusted(0, 0, -foot.width() / 2, 0));
  keys_->setGeometry(foot.adjusted(foot.width() / 2, 0, 0, 0));
  if (list_->geometry().united(field_->geometry()) != before)
    update();
}

void Palette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), QColor(0, 0, 0, theme().dark ? 110 : 46));
  const QRect card = cardRect();
  drawShadow(painter, QRectF(card), theme().dark);
  painter.setPen(QPen(theme().rule, 1));
  painter.setBrush(theme().surface);
  painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  drawGlass(painter, QPointF(card.left() + iconSpace / 2 + 1, card.top() + fieldHeight / 2.0),
            theme().textMuted);
  const auto line = [&](int y) {
    painter.fillRect(QRect(card.left() + 1, y, card.width() - 2, 1), theme().rule);
  };
  line(card.top() + fieldHeight);
  line(card.bottom() - footHeight);
}

void Palette::resizeEvent(QResizeEvent*) {
  place();
}

/// Beside the card: the book shows through, and a click there goes back to it.
void Palette::mousePressEvent(QMouseEvent* event) {
  if (!cardRect().contains(event->position().toPoint()))
    dismiss();
}

bool Palette::takeKey(int key, Qt::KeyboardModifiers modifiers) {
  if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
    return false;
  switch (key) {
  case Qt::Key_Escape:
    dismiss();
    return true;
  case Qt::Key_Down:
    list_->move(1);
    return true;
  case Qt::Key_Up:
    list_->move(-1);
    return true;
  case Qt::Key_PageDown:
    list_->movePage(1);
    return true;
  case Qt::Key_PageUp:
    list_->movePage(-1);
    return true;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (const PaletteRow* row = list_->currentRow())
      choose(PaletteRow(*row)); // a copy: choosing replaces the rows
    return true;
  default:
    return false;
  }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parent() && event->type() == QEvent::Resize && isOpen())
    setGeometry(parentWidget()->rect());
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    const auto* pressed = static_cast<QKeyEvent*>(event);
    return takeKey(pressed->key(), pressed->modifiers());
  }
  return QWidget::eventFilter(watched, event);
}

void Palette::keyPressEvent(QKeyEvent* event) {
  // From the list and the buttons. Letters belong to the field, wherever the focus is.
  if (takeKey(event->key(), event->modifiers()))
    return;
  const QString typed = event->text();
  const bool isText = !typed.isEmpty() && typed.front().isPrint() &&
                      !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
  if (isText) {
    field_->setFocus();
    field_->end(false);
    field_->insert(typed);
  }
}

bool Palette::focusNextPrevChild(bool next) {
  // The book below cannot be reached while the palette lies on it.
  QList<QWidget*> stops{field_};
  for (controls::Button* button : scopes_)
    stops += button;
  stops += list_;
  const qsizetype here = stops.indexOf(focusWidget());
  const qsizetype count = stops.size();
  stops[(std::max<qsizetype>(here, 0) + (next ? 1 : count - 1)) % count]->setFocus(
      next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
  return true;
}

} // namespace eigenboard::navigation
