#include "views/controls/step_track.h"

#include "views/controls/appearance.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

namespace {

constexpr double trackKnob = 6;
constexpr double trackInset = trackKnob + 1;

/// The least of 20, 50, 100, 200, 500, … that is not below the step.
int reachFor(int step) {
  int reach = 20;
  for (int i = 0; reach < step && reach < 1'000'000; ++i)
    reach = i % 3 == 0 ? reach / 2 * 5 : reach * 2;
  return reach;
}

} // namespace

StepTrack::StepTrack(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setAccessibleName(tr("Step"));
  setToolTip(tr("Drag to wind the process back and forth"));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepTrack::setSteps(int step, int recorded, int most) {
  const int wantedReach = std::min(reachFor(std::max(step, recorded)), most);
  // A process that is back at its start with nothing recorded begins anew, with a short track.
  const bool startsAnew = step == 0 && recorded == 0 && !isPressed_;
  const int reach = startsAnew || most != most_ ? wantedReach : std::max(reach_, wantedReach);
  if (step == step_ && recorded == recorded_ && most == most_ && reach == reach_)
    return;
  step_ = step;
  recorded_ = recorded;
  most_ = most;
  reach_ = reach;
  update();
}

void StepTrack::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double y = height() / 2.0;
  const auto at = [this](int step) {
    return trackInset +
           (width() - 2 * trackInset) * std::min(1.0, static_cast<double>(step) / std::max(reach_, 1));
  };
  const auto line = [&](int from, int to, const QColor& color) {
    painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at(from), y), QPointF(at(to), y));
  };
  line(0, reach_, theme().rule);
  if (recorded_ > 0)
    line(0, recorded_, mixed(theme().rule, theme().textMuted, 0.5));
  if (step_ > 0)
    line(0, step_, mixed(theme().link, theme().surface, 0.35));
  painter.setPen(QPen(theme().surface, 2));
  painter.setBrush(theme().link);
  painter.drawEllipse(QPointF(at(step_), y), trackKnob, trackKnob);
  if (hasFocus())
    drawFocusRing(painter, rect(), theme());
}

void StepTrack::follow(QPointF position) {
  const double room = std::max(1.0, width() - 2 * trackInset);
  const double fraction = std::clamp((position.x() - trackInset) / room, 0.0, 1.0);
  emit wanted(static_cast<int>(std::lround(fraction * reach_)));
}

void StepTrack::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  isPressed_ = true;
  follow(event->position());
}

void StepTrack::mouseMoveEvent(QMouseEvent* event) {
  if (isPressed_)
    follow(event->position());
}

void StepTrack::mouseReleaseEvent(QMouseEvent*) {
  isPressed_ = false;
}

void StepTrack::keyPressEvent(QKeyEvent* event) {
  const int pace = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  switch (event->key()) {
  case Qt::Key_Right:
  case Qt::Key_Up:
    return emit wantedBy(pace);
  case Qt::Key_Left:
  case Qt::Key_Down:
    return emit wantedBy(-pace);
  case Qt::Key_PageUp:
    return emit wantedBy(10);
  case Qt::Key_PageDown:
    return emit wantedBy(-10);
  case Qt::Key_Home:
    return emit wanted(0);
  case Qt::Key_End:
    return emit wanted(recorded_);
  default:
    return QWidget::keyPressEvent(event);
  }
}

void StepTrack::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  setAccessibleDescription(QString::number(step_));
  update();
}

void StepTrack::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

} // namespace eigenboard::controls
