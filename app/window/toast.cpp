#include "app/window/toast.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsDropShadowEffect>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <utility>

namespace eigenboard::window {

using controls::unit;

namespace {

constexpr int widestToast = 560;
constexpr int aboveEdge = 3 * unit;
constexpr int mostLetters = 240; ///< shown; the tooltip has them all
constexpr int millisecondsPerLetter = 50;

} // namespace

Toast::Toast(const render::Theme& theme, QWidget* parent, QWidget* anchor)
    : QFrame(parent), Themed(theme), anchor_(anchor) {
  setObjectName(QStringLiteral("toast"));
  words_ = new QLabel;
  words_->setTextFormat(Qt::PlainText);
  words_->setWordWrap(true);
  words_->setFont(controls::interfaceFont(controls::bodyType));
  do_ = new controls::Button(theme, controls::Icon::None, tr("Undo"), tr("Undo"));
  do_->setLook(controls::Button::Look::Inviting);
  close_ = new controls::Button(theme, controls::Icon::Cross, {}, tr("Close the message (Esc)"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * unit, unit, unit, unit);
  row->setSpacing(unit);
  row->addWidget(words_);
  row->addWidget(do_);
  row->addWidget(close_);
  auto* shadow = new QGraphicsDropShadowEffect(this);
  shadow->setBlurRadius(24);
  shadow->setOffset(0, 4);
  setGraphicsEffect(shadow);
  connect(close_, &controls::Button::clicked, this, &Toast::dismiss);
  connect(do_, &controls::Button::clicked, this, [this] {
    const std::function<void()> run = std::exchange(run_, {});
    dismiss();
    if (run)
      run();
  });
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, [this] {
    if (isHeld())
      timer_.start();
    else
      dismiss();
  });
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget* old, QWidget* now) {
    if (now && isAncestorOf(now) && old && !isAncestorOf(old))
      before_ = old;
  });
  parent->installEventFilter(this);
  anchor->installEventFilter(this);
  hide();
  Toast::themeChanged();
}

bool Toast::isHeld() const {
  return underMouse() || isAncestorOf(QApplication::focusWidget());
}

void Toast::dismiss() {
  setMessage({});
}

void Toast::setMessage(const QString& message, const QString& doing, std::function<void()> run) {
  const bool hasKeyboard = isAncestorOf(QApplication::focusWidget());
  message_ = message;
  run_ = std::move(run);
  timer_.stop();
  if (message.isEmpty()) {
    // The keyboard goes back first: hiding what has it would hand it to the next link of the page.
    if (hasKeyboard)
      (before_ && before_->isVisible() ? before_.data() : anchor_)->setFocus(Qt::OtherFocusReason);
    hide();
    emit changed();
    return;
  }
  words_->setText(message.size() > mostLetters ? message.first(mostLetters) + u'…' : message);
  setToolTip(message);
  setAccessibleName(message);
  setAccessibleDescription(doing.isEmpty() ? QString() : tr("%1: F8, then Enter").arg(doing));
  do_->setText(doing);
  do_->setToolTip(tr("%1 (F8, then Enter)").arg(doing));
  do_->setAccessibleName(tr("%1: %2").arg(doing, message));
  if (hasKeyboard && doing.isEmpty())
    close_->setFocus(Qt::OtherFocusReason);
  do_->setVisible(!doing.isEmpty());
  place();
  show();
  raise();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  timer_.start(run_ ? times_.offered
                    : times_.plain + millisecondsPerLetter * static_cast<int>(words_->text().size()));
  emit changed();
}

void Toast::takeKeyboard() {
  if (!message_.isEmpty())
    (do_->isHidden() ? close_ : do_)->setFocus(Qt::ShortcutFocusReason);
}

/// As wide as its words, within what it lies above.
void Toast::place() {
  const QRect all = parentWidget()->rect();
  const QRect area =
      anchor_->isVisible() ? QRect(anchor_->mapTo(parentWidget(), QPoint(0, 0)), anchor_->size()) : all;
  const int spent = close_->sizeHint().width() + (do_->isHidden() ? 0 : do_->sizeHint().width() + unit) +
                    4 * unit + 2 * frameWidth();
  const int room = std::max(10 * unit, std::min(widestToast, area.width() - 4 * unit) - spent);
  const int natural = words_->fontMetrics().horizontalAdvance(words_->text()) + 2;
  const int width = std::min(natural, room);
  words_->setFixedSize(width, words_->heightForWidth(width));
  do_->updateGeometry();
  adjustSize();
  const int left = area.left() + (area.width() - this->width()) / 2;
  move(std::clamp(left, 0, std::max(0, all.width() - this->width())),
       std::max(0, area.bottom() + 1 - aboveEdge - height()));
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
  case QEvent::Resize:
  case QEvent::Move:
  case QEvent::Show:
  case QEvent::Hide:
    if (!message_.isEmpty())
      place();
    break;
  default:
    break;
  }
  return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent* event) {
  auto* focused = qobject_cast<controls::Button*>(QApplication::focusWidget());
  switch (event->key()) {
  case Qt::Key_Escape:
    return dismiss();
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (focused && isAncestorOf(focused))
      return focused->click();
    break;
  case Qt::Key_Left:
  case Qt::Key_Right:
    if (!do_->isHidden())
      return (focused == do_ ? close_ : do_)->setFocus(Qt::ShortcutFocusReason);
    break;
  default:
    break;
  }
  QFrame::keyPressEvent(event);
}

void Toast::themeChanged() {
  // On a dark page what lies higher is lighter.
  const QColor ground = theme().dark ? controls::mixed(theme().surface, theme().text, 0.1) : theme().surface;
  const QColor edge = theme().highContrast ? theme().text : controls::mixed(theme().rule, theme().text, 0.25);
  setStyleSheet(QStringLiteral("#toast{background:%1;border:1px solid %2;border-radius:8px}"
                               "#toast QLabel{color:%3;background:transparent}")
                    .arg(ground.name(), edge.name(), theme().text.name()));
  static_cast<QGraphicsDropShadowEffect*>(graphicsEffect())
      ->setColor(QColor(0, 0, 0, theme().dark ? 160 : 80));
}

} // namespace eigenboard::window
