#include "views/controls/button.h"

#include "views/controls/appearance.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

namespace eigenboard::controls {

namespace {

constexpr int iconSide = 16;
constexpr int padding = unit;
constexpr int gap = 6;

} // namespace

Button::Button(const render::Theme& theme, Icon icon, const QString& text, const QString& help,
               QWidget* parent)
    : QAbstractButton(parent), Themed(theme), icon_(icon) {
  setText(text);
  setToolTip(help);
  setAccessibleName(text.isEmpty() ? help : text);
  setFont(interfaceFont(bodyType));
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Button::setLook(Look look) {
  look_ = look;
  updateGeometry();
  update();
}

void Button::setIcon(Icon icon) {
  if (icon == icon_)
    return;
  icon_ = icon;
  update();
}

QSize Button::sizeHint() const {
  const bool hasIcon = icon_ != Icon::None;
  if (text().isEmpty())
    return {(look_ == Look::Menu ? iconSide : 0) + rowHeight, rowHeight};
  int width = 2 * padding + fontMetrics().horizontalAdvance(text());
  if (hasIcon)
    width += iconSide + gap;
  if (look_ == Look::Menu)
    width += iconSide;
  return {width, rowHeight};
}

void Button::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isTinted = (look_ == Look::Inviting || isChecked()) && isEnabled();
  QColor fill = buttonFill(theme(), isEnabled() && underMouse(), isDown());
  if (isTinted)
    fill = mixed(theme().surface, theme().link, isDown() ? 0.2 : underMouse() ? 0.16 : 0.12);
  const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  if (fill.alpha() > 0) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(shape, 5, 5);
  }
  QColor ink = isTinted ? theme().link : theme().text;
  if (!isEnabled())
    ink = mixed(theme().textMuted, theme().surface, theme().highContrast ? 0.35 : 0.55);

  QRectF rest = QRectF(rect());
  if (look_ == Look::Menu) {
    drawIcon(painter, Icon::ChevronDown,
             QRectF(rest.right() - iconSide - 2, rest.top(), iconSide, rest.height()), ink);
    rest.setRight(rest.right() - iconSide + 2);
  }
  if (text().isEmpty()) {
    drawIcon(painter, icon_, rest, ink);
  } else {
    rest.setLeft(rest.left() + padding);
    if (icon_ != Icon::None) {
      drawIcon(painter, icon_, QRectF(rest.left(), rest.top(), iconSide, rest.height()), ink);
      rest.setLeft(rest.left() + iconSide + gap);
    }
    painter.setPen(ink);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, text());
  }
  if (hasFocus())
    drawFocusRing(painter, rect(), theme());
}

void Button::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void Button::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

} // namespace eigenboard::controls
