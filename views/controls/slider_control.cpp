#include "views/controls/slider_control.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QGridLayout>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr double knob = 6; ///< radius

} // namespace

TrackSlider::TrackSlider(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent)
    : Control(session, parameter, theme, parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TrackSlider::sizeHint() const {
  return {120, 20};
}

double TrackSlider::fractionOf(double value) const {
  const panel::Parameter& range = parameter();
  if (range.maximum <= range.minimum)
    return 0;
  if (range.spacing == panel::Spacing::Logarithmic && range.minimum > 0)
    return std::log(value / range.minimum) / std::log(range.maximum / range.minimum);
  return (value - range.minimum) / (range.maximum - range.minimum);
}

double TrackSlider::valueAt(double fraction) const {
  const panel::Parameter& range = parameter();
  const double bounded = std::clamp(fraction, 0.0, 1.0);
  if (range.spacing == panel::Spacing::Logarithmic && range.minimum > 0)
    return panel::stepped(range, range.minimum * std::pow(range.maximum / range.minimum, bounded), 0);
  const double value = std::lerp(range.minimum, range.maximum, bounded);
  // The ends are reached even where the steps do not divide the range.
  if (bounded == 0 || bounded == 1)
    return value;
  return panel::stepped(range, range.minimum + std::round((value - range.minimum) / range.step) * range.step,
                        0);
}

void TrackSlider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double y = height() / 2.0;
  const double left = knob + 1;
  const double right = width() - knob - 1;
  const double x = left + (right - left) * std::clamp(fractionOf(value()), 0.0, 1.0);
  const QColor ink = theme().color(scene::Role::Drag);
  painter.setPen(QPen(theme().rule, 3, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(left, y), QPointF(right, y));
  painter.setPen(QPen(mixed(ink, theme().surface, 0.45), 3, Qt::SolidLine, Qt::RoundCap));
  const double from =
      parameter().minimum < 0 && parameter().maximum > 0 ? left + (right - left) * fractionOf(0) : left;
  painter.drawLine(QPointF(from, y), QPointF(x, y));
  painter.setPen(QPen(theme().surface, 2));
  painter.setBrush(ink);
  const double radius = underMouse() || isInGesture() ? knob + 0.75 : knob;
  painter.drawEllipse(QPointF(x, y), radius, radius);
  if (hasFocus())
    drawFocusRing(painter, rect(), theme());
}

void TrackSlider::follow(QPointF position) {
  const double room = std::max(1.0, width() - 2 * (knob + 1));
  session().set(parameter().key, valueAt((position.x() - knob - 1) / room));
}

void TrackSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  beginGesture();
  follow(event->position());
  update();
}

void TrackSlider::mouseMoveEvent(QMouseEvent* event) {
  if (isInGesture())
    follow(event->position());
}

void TrackSlider::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  endGesture();
  update();
}

void TrackSlider::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    session().reset(parameter().key);
}

void TrackSlider::wheelEvent(QWheelEvent* event) {
  if (!hasFocus() || event->angleDelta().y() == 0)
    return event->ignore();
  setByKey(panel::stepped(parameter(), value(), event->angleDelta().y() > 0 ? 1 : -1));
  event->accept();
}

void TrackSlider::keyPressEvent(QKeyEvent* event) {
  const bool isFine = event->modifiers().testFlag(Qt::AltModifier) && !panel::isWhole(parameter());
  const double pace = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : isFine ? 0.1 : 1;
  switch (event->key()) {
  case Qt::Key_Up:
  case Qt::Key_Right:
    return setByKey(panel::stepped(parameter(), value(), pace));
  case Qt::Key_Down:
  case Qt::Key_Left:
    return setByKey(panel::stepped(parameter(), value(), -pace));
  case Qt::Key_PageUp:
    return setByKey(panel::stepped(parameter(), value(), 10));
  case Qt::Key_PageDown:
    return setByKey(panel::stepped(parameter(), value(), -10));
  case Qt::Key_Home:
    return setByKey(parameter().minimum);
  case Qt::Key_End:
    return setByKey(parameter().maximum);
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    return session().reset(parameter().key);
  default:
    return Control::keyPressEvent(event);
  }
}

void TrackSlider::focusOutEvent(QFocusEvent* event) {
  Control::focusOutEvent(event);
  update();
}

void TrackSlider::enterEvent(QEnterEvent* event) {
  Control::enterEvent(event);
  update();
}

void TrackSlider::leaveEvent(QEvent* event) {
  Control::leaveEvent(event);
  update();
}

SliderControl::SliderControl(panel::Session& session, int parameter, typesetting::Typesetter& typesetter,
                             const render::Theme& theme, QWidget* parent)
    : QWidget(parent) {
  const panel::Parameter& described = session.description().parameters[static_cast<std::size_t>(parameter)];
  name_ = new SymbolLabel({}, described.label, typesetter, theme, this);
  number_ = new ScrubNumber(session, parameter, theme, this);
  number_->setTextAlignment(Qt::AlignRight);
  if (!described.unit.isEmpty())
    unit_ = new SymbolLabel({}, described.unit, typesetter, theme, this);
  track_ = new TrackSlider(session, parameter, theme, this);
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(2);
  grid_->setVerticalSpacing(0);
  setInTwoLines();
}

int SliderControl::nameWidth() const {
  return name_->sizeHint().width();
}

int SliderControl::numberWidth() const {
  return number_->sizeHint().width();
}

void SliderControl::setInTwoLines() {
  name_->setMinimumWidth(0);
  name_->setMaximumWidth(QWIDGETSIZE_MAX);
  number_->setMinimumWidth(0);
  grid_->addWidget(name_, 0, 0);
  grid_->addWidget(number_, 0, 1);
  if (unit_)
    grid_->addWidget(unit_, 0, 2);
  grid_->addWidget(track_, 1, 0, 1, 3);
  grid_->setColumnStretch(0, 1);
  grid_->setColumnStretch(1, 0);
}

void SliderControl::setInLine(int nameWidth, int numberWidth) {
  name_->setFixedWidth(nameWidth);
  number_->setMinimumWidth(numberWidth);
  grid_->addWidget(name_, 0, 0);
  grid_->addWidget(track_, 0, 1);
  grid_->addWidget(number_, 0, 2);
  if (unit_)
    grid_->addWidget(unit_, 0, 3);
  grid_->setColumnStretch(0, 0);
  grid_->setColumnStretch(1, 1);
}

} // namespace eigenboard::controls
