#include "app/stage/divider.h"

#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>
#include <utility>

namespace eigenboard::stage {

namespace {

constexpr int dividerStep = 14;         ///< pixels for one key, half a line of controls
constexpr int dividerLeap = 70;         ///< with Shift
constexpr int dividerFarthest = 100000; ///< whoever moves things stops where it ends
constexpr int gripWidth = 36;

} // namespace

Divider::Divider(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFixedHeight(height);
  setCursor(Qt::SplitVCursor);
  setFocusPolicy(Qt::TabFocus);
  setAccessibleName(tr("Line between picture and controls"));
  setToolTip(tr("Drag: more room for the controls or for the picture\n"
                "Arrow keys do it too; a double click or Enter puts it back"));
}

void Divider::setShare(double share) {
  setAccessibleDescription(
      tr("%1 percent of the height for the controls").arg(static_cast<int>(std::lround(100 * share))));
}

void Divider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isActive = isHeld_ || underMouse() || hasFocus();
  const double middle = QWidget::height() / 2.0;
  painter.setPen(QPen(theme().rule, 1));
  painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
  painter.setPen(Qt::NoPen);
  painter.setBrush(isActive ? theme().link : controls::mixed(theme().rule, theme().textMuted, 0.5));
  painter.drawRoundedRect(QRectF((width() - gripWidth) / 2.0, middle - 2, gripWidth, 4), 2, 2);
  if (hasFocus())
    controls::drawFocusRing(painter, QRectF((width() - gripWidth) / 2.0 - 8, 0, gripWidth + 16, height),
                            theme());
}

void Divider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  grip_ = event->position().toPoint().y();
  isHeld_ = true;
  update();
}

void Divider::mouseMoveEvent(QMouseEvent* event) {
  // It moves under the pointer, and with it its own coordinates.
  if (isHeld_)
    emit moved(event->position().toPoint().y() - grip_);
}

void Divider::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !std::exchange(isHeld_, false))
    return event->ignore();
  update();
  emit released();
}

void Divider::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    emit resetWanted();
}

void Divider::keyPressEvent(QKeyEvent* event) {
  const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? dividerLeap : dividerStep;
  switch (event->key()) {
  case Qt::Key_Up:
    emit moved(-step);
    return emit released();
  case Qt::Key_Down:
    emit moved(step);
    return emit released();
  case Qt::Key_Home:
    emit moved(-dividerFarthest);
    return emit released();
  case Qt::Key_End:
    emit moved(dividerFarthest);
    return emit released();
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return emit resetWanted();
  default:
    return QWidget::keyPressEvent(event);
  }
}

void Divider::enterEvent(QEnterEvent* event) {
  QWidget::enterEvent(event);
  update();
}

void Divider::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  update();
}

void Divider::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void Divider::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

} // namespace eigenboard::stage
