#include "app/window/message_line.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace eigenboard::window {

using controls::unit;

namespace {
constexpr int lineHeight = 34;
} // namespace

MessageLine::MessageLine(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFixedHeight(lineHeight);
  setAccessibleName(tr("Message"));
  words_ = new QLabel;
  words_->setTextFormat(Qt::PlainText);
  words_->setFont(controls::interfaceFont(controls::bodyType));
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* close = new controls::Button(theme, controls::Icon::Cross, {}, tr("Close the message (Esc)"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * unit, 0, unit, 0);
  row->addWidget(words_, 1);
  row->addWidget(close);
  connect(close, &controls::Button::clicked, this, [this] { setMessage({}); });
  hide();
}

void MessageLine::setMessage(const QString& message) {
  message_ = message;
  words_->setText(message);
  setToolTip(message);
  setAccessibleDescription(message);
  setVisible(!message.isEmpty());
}

void MessageLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), controls::mixed(theme().chrome, theme().error, 0.12));
  painter.setPen(theme().rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

void MessageLine::mousePressEvent(QMouseEvent*) {
  setMessage({});
}

} // namespace eigenboard::window
