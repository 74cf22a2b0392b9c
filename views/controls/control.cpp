#include "views/controls/control.h"

#include <QtGui/QAccessible>

namespace eigenboard::controls {

Control::Control(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), session_(session), parameter_(parameter) {
  setAccessibleName(this->parameter().label);
  setToolTip(this->parameter().help);
}

Control::~Control() {
  endGesture();
}

const panel::Parameter& Control::parameter() const {
  return session_.description().parameters[static_cast<std::size_t>(parameter_)];
}

double Control::value() const {
  const double* number = std::get_if<double>(&session_.state().values[static_cast<std::size_t>(parameter_)]);
  return number ? *number : 0;
}

void Control::refresh() {
  if (QAccessible::isActive())
    describe();
  update();
}

void Control::describe() {
  setAccessibleDescription(
      panel::toText(parameter(), session_.state().values[static_cast<std::size_t>(parameter_)]));
}

void Control::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  describe();
  update();
}

void Control::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  endGesture();
}

void Control::beginGesture() {
  if (isInGesture_)
    return;
  isInGesture_ = true;
  session_.beginGesture(tr("Change %1").arg(parameter().label));
}

void Control::endGesture() {
  if (!isInGesture_)
    return;
  isInGesture_ = false;
  session_.endGesture();
}

void Control::setByKey(double value) {
  session_.beginGesture(tr("Change %1").arg(parameter().label), panel::Merging::Briefly);
  session_.set(parameter().key, value);
  session_.endGesture();
}

} // namespace eigenboard::controls
