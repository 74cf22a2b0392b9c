#include "views/controls/speed_button.h"

#include "views/controls/appearance.h"
#include "views/controls/line_editor.h"
#include "views/panel/manner.h"

#include <QtGui/QWheelEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array usualSpeeds{panel::slowestSpeed, 0.25, 0.5, 1.0, 2.0, 5.0, panel::fastestSpeed};

QString speedText(double speed) {
  return QString::number(speed, 'g', 3) + QChar(0x00d7);
}

panel::Parsed speedFromText(QString text) {
  text.remove(QChar(0x00d7)).remove(u'x');
  panel::Parameter parameter;
  parameter.key = SpeedButton::tr("the speed");
  parameter.minimum = panel::slowestSpeed;
  parameter.maximum = panel::fastestSpeed;
  return panel::fromText(parameter, text);
}

} // namespace

SpeedButton::SpeedButton(const render::Theme& theme, QWidget* parent)
    : Button(theme, Icon::None, speedText(0.25), tr("Speed: click to choose, arrow keys to step, or type"),
             parent),
      menu_(new QMenu(this)) {
  setLook(Look::Menu);
  setFixedWidth(sizeHint().width()); // the widest text; no choice moves the track beside it
  setFocusPolicy(Qt::StrongFocus);
  for (const double speed : usualSpeeds) {
    QAction* action = menu_->addAction(speedText(speed), this, [this, speed] { emit wanted(speed); });
    action->setCheckable(true);
    action->setData(speed);
  }
  menu_->addSeparator();
  menu_->addAction(tr("Type a speed…"), this, [this] {
    openEditor(QString::number(speed_, 'g', 3));
    editor_->selectAll();
  });
  connect(this, &QAbstractButton::clicked, this, &SpeedButton::offer);
  setSpeed(1);
}

void SpeedButton::setSpeed(double speed) {
  speed_ = speed;
  setText(speedText(speed));
  setAccessibleName(tr("Speed %1").arg(text()));
}

void SpeedButton::offer() {
  for (QAction* action : menu_->actions())
    action->setChecked(action->data().isValid() && action->data().toDouble() == speed_);
  menu_->popup(mapToGlobal(QPoint(0, -menu_->sizeHint().height())));
}

void SpeedButton::step(int direction) {
  if (direction > 0) {
    const auto* next = std::ranges::upper_bound(usualSpeeds, speed_);
    if (next != usualSpeeds.end())
      emit wanted(*next);
    return;
  }
  const auto* next = std::ranges::lower_bound(usualSpeeds, speed_);
  if (next != usualSpeeds.begin())
    emit wanted(*std::prev(next));
}

void SpeedButton::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Up:
  case Qt::Key_Right:
    return step(1);
  case Qt::Key_Down:
  case Qt::Key_Left:
    return step(-1);
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    return emit wanted(1);
  default:
    break;
  }
  const QString text = event->text();
  if (text.size() == 1 && (text[0].isDigit() || text[0] == u'.'))
    return openEditor(text);
  Button::keyPressEvent(event);
}

void SpeedButton::wheelEvent(QWheelEvent* event) {
  if (!hasFocus() || event->angleDelta().y() == 0)
    return event->ignore();
  step(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

void SpeedButton::openEditor(const QString& text) {
  if (!editor_) {
    editor_ = new QLineEdit(this);
    editor_->setAccessibleName(tr("Speed"));
    editor_->setFont(font());
    editor_->setTextMargins(-4, 0, -4, 0);
    editor_->setGeometry(rect());
    editor_->installEventFilter(this);
  }
  editor_->setText(text);
  editor_->show();
  editor_->setFocus();
}

void SpeedButton::finishTyping() {
  if (!editor_)
    return;
  const panel::Parsed parsed = speedFromText(editor_->text());
  closeEditor();
  if (parsed.ok())
    emit wanted(std::get<double>(parsed.value));
  else
    emit refused(parsed.error);
}

void SpeedButton::closeEditor() {
  takeDown(editor_, *this);
}

void SpeedButton::hideEvent(QHideEvent* event) {
  finishTyping();
  Button::hideEvent(event);
}

bool SpeedButton::eventFilter(QObject* watched, QEvent* event) {
  if (watched != editor_)
    return Button::eventFilter(watched, event);
  if (event->type() == QEvent::FocusOut &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
    finishTyping();
    return false;
  }
  if (event->type() != QEvent::KeyPress)
    return false;
  switch (const int key = static_cast<QKeyEvent*>(event)->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    finishTyping();
    return true;
  case Qt::Key_Tab:
  case Qt::Key_Backtab:
    finishTyping();
    focusNextPrevChild(key == Qt::Key_Tab);
    return true;
  case Qt::Key_Escape:
    closeEditor();
    return true;
  default:
    return false;
  }
}

} // namespace eigenboard::controls
