#include "views/controls/scrub_number.h"

#include "views/controls/appearance.h"
#include "views/controls/line_editor.h"
#include "views/controls/number_text.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldPadding = 6;
constexpr double pixelsPerStep = 2;
constexpr double pixelsPerWhole = 6; ///< whole numbers are few, and each should be easy to stop at
constexpr double clickTravel = 3;    ///< pixels; a press that moved less is a click

double pace(Qt::KeyboardModifiers modifiers) {
  return modifiers.testFlag(Qt::ShiftModifier) ? 10 : modifiers.testFlag(Qt::AltModifier) ? 0.1 : 1;
}

} // namespace

ScrubNumber::ScrubNumber(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent)
    : Control(session, parameter, theme, parent), figures_(interfaceFont(bodyType)) {
  setFont(interfaceFont(bodyType));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeHorCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  shown_ = numberText(this->parameter(), value());
  const QString help = this->parameter().help;
  setToolTip((help.isEmpty() ? QString() : help + u"\n"_s) +
             tr("Drag sideways, or click to type. Double-click resets."));
}

void ScrubNumber::refresh() {
  QString text = numberText(parameter(), value());
  if (text == shown_)
    return;
  shown_ = std::move(text);
  Control::refresh();
}

QSize ScrubNumber::sizeHint() const {
  return {static_cast<int>(std::ceil(figures_.width(widestText(parameter())))) + 2 * fieldPadding, rowHeight};
}

void ScrubNumber::setTextAlignment(Qt::Alignment alignment) {
  alignment_ = alignment;
  update();
}

void ScrubNumber::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isHot = isEnabled() && (underMouse() || isPressed_);
  if (const QColor fill = buttonFill(theme(), isHot, isPressed_); fill.alpha() > 0) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
  }
  const QRectF box = rect();
  const QRectF inner = box.adjusted(fieldPadding, 0, -fieldPadding, 0);
  const double textWidth = figures_.width(shown_);
  const double left =
      alignment_ & Qt::AlignRight ? inner.right() - textWidth : inner.center().x() - textWidth / 2;
  painter.setPen(isEnabled() ? theme().text : theme().textMuted);
  figures_.draw(painter, inner, shown_, alignment_);
  if (!isEnabled())
    return;
  // The dotted line in the colour of what can be dragged is what tells that this number can.
  QPen dots(theme().color(scene::Role::Drag), 1.4, Qt::CustomDashLine, Qt::RoundCap);
  dots.setDashPattern({0.1, 2.2});
  painter.setPen(dots);
  const double y = std::floor(box.center().y() + bodyType / 2.0 + 2) + 0.5;
  painter.drawLine(QPointF(left, y), QPointF(left + textWidth, y));
  if (hasFocus())
    drawFocusRing(painter, box, theme());
}

void ScrubNumber::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return event->ignore();
  isPressed_ = true;
  scrubbed_ = value();
  pressPosition_ = event->globalPosition();
  lastPosition_ = pressPosition_;
  update();
}

void ScrubNumber::mouseMoveEvent(QMouseEvent* event) {
  if (!isPressed_)
    return;
  const double distance = event->globalPosition().x() - lastPosition_.x();
  if (!isInGesture() && std::abs(event->globalPosition().x() - pressPosition_.x()) < clickTravel)
    return;
  beginGesture();
  lastPosition_ = event->globalPosition();
  const panel::Parameter& number = parameter();
  const double perStep = panel::isWhole(number) ? pixelsPerWhole : pixelsPerStep;
  const double steps = pace(event->modifiers()) * distance / perStep;
  if (number.spacing == panel::Spacing::Logarithmic && scrubbed_ > 0)
    scrubbed_ *= std::pow(10, steps * number.step);
  else
    scrubbed_ += steps * number.step;
  scrubbed_ = std::max(number.minimum, std::min(number.maximum, scrubbed_));
  // Coarse moves rest on whole steps; with Alt the number goes where the hand goes.
  const bool isFine =
      event->modifiers().testFlag(Qt::AltModifier) || number.spacing == panel::Spacing::Logarithmic;
  const double wanted = isFine ? scrubbed_ : std::round(scrubbed_ / number.step) * number.step;
  session().set(number.key, panel::stepped(number, wanted, 0));
}

void ScrubNumber::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !isPressed_)
    return event->ignore();
  isPressed_ = false;
  const bool isClick = !isInGesture();
  endGesture();
  update();
  if (isClick)
    openEditor(panel::toText(parameter(), value()));
}

void ScrubNumber::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    resetToDefault();
}

void ScrubNumber::resetToDefault() {
  closeEditor();
  isPressed_ = false;
  session().reset(parameter().key);
}

void ScrubNumber::wheelEvent(QWheelEvent* event) {
  if (!hasFocus())
    return event->ignore();                                        // it is the page that the reader scrolls
  wheelRest_ += event->angleDelta().y() + event->angleDelta().x(); // Alt turns the wheel sideways
  const double notches = std::trunc(wheelRest_ / 120);
  wheelRest_ -= 120 * notches;
  if (notches != 0)
    setByKey(panel::stepped(parameter(), value(), notches * pace(event->modifiers())));
  event->accept();
}

void ScrubNumber::keyPressEvent(QKeyEvent* event) {
  const auto step = [&](double steps) {
    const bool isWhole = panel::isWhole(parameter());
    const double wanted = steps * pace(event->modifiers());
    setByKey(panel::stepped(parameter(), value(), isWhole && std::abs(wanted) < 1 ? steps : wanted));
  };
  switch (event->key()) {
  case Qt::Key_Up:
  case Qt::Key_Right:
    return step(1);
  case Qt::Key_Down:
  case Qt::Key_Left:
    return step(-1);
  case Qt::Key_PageUp:
    return step(10);
  case Qt::Key_PageDown:
    return step(-10);
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_F2:
    return openEditor(panel::toText(parameter(), value()));
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    return resetToDefault();
  default:
    break;
  }
  const QString text = event->text();
  const bool beginsNumber = text.size() == 1 && (text[0].isDigit() || u"-+.p\u2212"_s.contains(text[0]));
  if (!beginsNumber || event->modifiers().testFlag(Qt::ControlModifier))
    return Control::keyPressEvent(event);
  openEditor(text);
  if (editor_)
    editor_->deselect();
}

void ScrubNumber::focusOutEvent(QFocusEvent* event) {
  Control::focusOutEvent(event);
  update();
}

void ScrubNumber::hideEvent(QHideEvent* event) {
  commit(OnError::GiveUp); // another panel takes the place, or the window closes
  Control::hideEvent(event);
}

void ScrubNumber::enterEvent(QEnterEvent* event) {
  Control::enterEvent(event);
  update();
}

void ScrubNumber::leaveEvent(QEvent* event) {
  Control::leaveEvent(event);
  update();
}

void ScrubNumber::resizeEvent(QResizeEvent* event) {
  Control::resizeEvent(event);
  if (editor_)
    editor_->setGeometry(rect());
}

void ScrubNumber::openEditor(const QString& text) {
  if (!editor_) {
    editor_ = new QLineEdit(this);
    editor_->setAccessibleName(accessibleName());
    editor_->setFont(font());
    editor_->setAlignment(Qt::AlignHCenter);
    editor_->setTextMargins(-4, 0, -4, 0);
    editor_->setGeometry(rect());
    editor_->installEventFilter(this);
  }
  editor_->setText(text);
  editor_->selectAll();
  editor_->show();
  editor_->setFocus();
}

void ScrubNumber::commit(OnError onError) {
  if (!editor_)
    return;
  const QString text = editor_->text();
  const bool isUntouched = text == panel::toText(parameter(), value());
  const panel::Parsed parsed = panel::fromText(parameter(), text);
  if (parsed.ok() || isUntouched) {
    closeEditor();
    if (!isUntouched)
      session().set(parameter().key, parsed.value);
    return;
  }
  emit session().rejected(parsed.error);
  if (onError == OnError::GiveUp)
    return closeEditor();
  editor_->setProperty("refused", true);
  editor_->style()->unpolish(editor_);
  editor_->style()->polish(editor_);
  editor_->selectAll();
  QToolTip::showText(mapToGlobal(QPoint(0, height())), parsed.error, this);
}

void ScrubNumber::closeEditor() {
  takeDown(editor_, *this);
}

bool ScrubNumber::editorKey(int key) {
  switch (key) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    commit(OnError::KeepOpen);
    return true;
  case Qt::Key_Tab:
  case Qt::Key_Backtab:
    // On from here: the editor, made last, stands at the end of the order of Tab.
    commit(OnError::GiveUp);
    focusNextPrevChild(key == Qt::Key_Tab);
    return true;
  case Qt::Key_Escape:
    closeEditor();
    return true;
  default:
    return false;
  }
}

bool ScrubNumber::eventFilter(QObject* watched, QEvent* event) {
  if (watched != editor_)
    return Control::eventFilter(watched, event);
  switch (event->type()) {
  case QEvent::FocusOut:
    // A menu of the editor itself takes the focus for a moment only.
    if (static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
      commit(OnError::GiveUp);
    return false;
  case QEvent::MouseButtonDblClick:
    resetToDefault(); // the first of the two clicks has opened the editor
    return true;
  case QEvent::KeyPress:
    return editorKey(static_cast<QKeyEvent*>(event)->key());
  default:
    return false;
  }
}

} // namespace eigenboard::controls
