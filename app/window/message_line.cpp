#include "app/window/message_line.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <utility>

namespace eigenboard::window {

using controls::unit;

namespace {
constexpr int lineHeight = 34;
constexpr int offerMilliseconds = 15000;
} // namespace

MessageLine::MessageLine(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFixedHeight(lineHeight);
  setAccessibleName(tr("Message"));
  words_ = new QLabel;
  words_->setTextFormat(Qt::PlainText);
  words_->setFont(controls::interfaceFont(controls::bodyType));
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  do_ = new controls::Button(theme, controls::Icon::None, tr("Undo"), tr("Undo"));
  do_->setLook(controls::Button::Look::Inviting);
  auto* close = new controls::Button(theme, controls::Icon::Cross, {}, tr("Close the message (Esc)"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * unit, 0, unit, 0);
  row->addWidget(words_, 1);
  row->addWidget(do_);
  row->addWidget(close);
  connect(close, &controls::Button::clicked, this, [this] { setMessage({}); });
  connect(do_, &controls::Button::clicked, this, [this] {
    const std::function<void()> run = std::exchange(run_, {});
    setMessage({});
    if (run)
      run();
  });
  timer_.setInterval(offerMilliseconds);
  connect(&timer_, &QTimer::timeout, this, [this] {
    if (!underMouse() && !do_->hasFocus())
      setMessage({});
  });
  hide();
}

void MessageLine::setMessage(const QString& message, const QString& doing, std::function<void()> run) {
  message_ = message;
  run_ = std::move(run);
  words_->setText(message);
  setToolTip(message);
  setAccessibleDescription(message);
  do_->setText(doing);
  do_->setToolTip(doing);
  do_->setAccessibleName(doing);
  do_->updateGeometry();
  do_->setVisible(!doing.isEmpty());
  setVisible(!message.isEmpty());
  if (run_)
    timer_.start();
  else
    timer_.stop();
}

void MessageLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isOffer = !do_->isHidden();
  painter.fillRect(rect(), controls::mixed(theme().chrome, isOffer ? theme().link : theme().error, 0.12));
  painter.setPen(theme().rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

void MessageLine::mousePressEvent(QMouseEvent*) {
  if (do_->isHidden())
    setMessage({});
}

} // namespace eigenboard::window
