#include "views/render/view_widget.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QInputDevice>
#include <QtGui/QMouseEvent>
#include <QtGui/QNativeGestureEvent>
#include <QtGui/QStyleHints>

#include <cmath>

namespace eigenboard::render {

namespace {

constexpr double leastSpread = 12;  ///< px between two fingers whose parting means something
constexpr double sameTapReach = 32; ///< px between two taps that are one double tap

} // namespace

bool ViewWidget::event(QEvent* event) {
  switch (event->type()) {
  case QEvent::TouchBegin:
  case QEvent::TouchUpdate:
  case QEvent::TouchEnd:
  case QEvent::TouchCancel:
    return takeTouch(*static_cast<QTouchEvent*>(event)) || QWidget::event(event);
  case QEvent::NativeGesture: {
    const auto& gesture = *static_cast<QNativeGestureEvent*>(event);
    if (gesture.gestureType() == Qt::ZoomNativeGesture)
      zoomAt(gesture.position(), std::exp(gesture.value()));
    else if (gesture.gestureType() == Qt::PanNativeGesture)
      shiftBy(gesture.delta());
    else
      return QWidget::event(event);
    event->accept();
    return true;
  }
  default:
    return QWidget::event(event);
  }
}

/// False: not for the view, and Qt makes of it what it makes of any touch.
bool ViewWidget::takeTouch(QTouchEvent& event) {
  if (event.pointingDevice()->type() != QInputDevice::DeviceType::TouchScreen)
    return false;
  std::vector<QPointF> down;
  for (const QEventPoint& point : event.points())
    if (point.state() != QEventPoint::Released)
      down.push_back(point.position());
  const Qt::KeyboardModifiers modifiers = event.modifiers();
  if (event.type() == QEvent::TouchBegin) {
    if (down.empty() || childAt(down.front().toPoint()))
      return false; // a button on the view
    beginTouch(down.front(), modifiers);
  }
  if (fingers_ == Fingers::None)
    return false;
  if (fingers_ == Fingers::One && down.size() >= 2) {
    endTouch(modifiers); // what the first finger held stays where it is
    fingers_ = Fingers::Two;
    spread_ = 0;
  }
  if (event.type() == QEvent::TouchCancel || down.empty()) {
    if (fingers_ == Fingers::One)
      endTouch(modifiers);
    fingers_ = Fingers::None;
  } else if (fingers_ == Fingers::One && event.type() == QEvent::TouchUpdate) {
    touch_ = down.front();
    asMouse(QEvent::MouseMove, touch_, modifiers);
  } else if (fingers_ == Fingers::Two && down.size() >= 2) {
    const QPointF middle = (down[0] + down[1]) / 2;
    const QPointF apart = down[1] - down[0];
    const double spread = std::hypot(apart.x(), apart.y());
    if (spread_ > 0) {
      shiftBy(middle - touch_);
      if (spread_ > leastSpread && spread > leastSpread)
        zoomAt(middle, spread / spread_);
    }
    touch_ = middle;
    spread_ = spread;
  } else if (fingers_ == Fingers::Two) {
    spread_ = 0;
  }
  event.accept();
  return true;
}

void ViewWidget::beginTouch(QPointF at, Qt::KeyboardModifiers modifiers) {
  const QPointF way = at - tap_;
  const bool isSecondTap = sinceTap_.isValid() && std::hypot(way.x(), way.y()) < sameTapReach &&
                           sinceTap_.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
  isTouched_ = true;
  fingers_ = Fingers::One;
  touch_ = tap_ = at;
  if (focusPolicy() & Qt::ClickFocus)
    setFocus(Qt::MouseFocusReason);
  asMouse(isSecondTap ? QEvent::MouseButtonDblClick : QEvent::MouseButtonPress, at, modifiers);
  sinceTap_.start();
}

void ViewWidget::endTouch(Qt::KeyboardModifiers modifiers) {
  asMouse(QEvent::MouseButtonRelease, touch_, modifiers);
  isTouched_ = false;
  QEvent leave(QEvent::Leave); // a finger that is lifted points at nothing
  leaveEvent(&leave);
}

void ViewWidget::asMouse(QEvent::Type type, QPointF at, Qt::KeyboardModifiers modifiers) {
  const bool isMove = type == QEvent::MouseMove;
  const bool isRelease = type == QEvent::MouseButtonRelease;
  QMouseEvent event(type, at, mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                    isRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
  if (isMove)
    mouseMoveEvent(&event);
  else if (isRelease)
    mouseReleaseEvent(&event);
  else if (type == QEvent::MouseButtonDblClick)
    mouseDoubleClickEvent(&event);
  else
    mousePressEvent(&event);
}

} // namespace eigenboard::render
