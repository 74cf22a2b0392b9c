#include "app/window/header_bar.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QAction>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace eigenboard::window {

using controls::unit;

namespace {
constexpr int barHeight = 40;
constexpr int messageHeight = 32;
} // namespace

HeaderBar::HeaderBar(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFixedHeight(barHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(unit, 0, unit, 0);
  row->setAlignment(Qt::AlignTop);
  left_ = new QHBoxLayout;
  right_ = new QHBoxLayout;
  for (QHBoxLayout* side : {left_, right_}) {
    side->setSpacing(unit / 2);
    side->setContentsMargins(0, (barHeight - controls::rowHeight) / 2, 0, 0);
    side->setAlignment(Qt::AlignTop);
  }
  row->addLayout(left_);
  row->addStretch(1);
  row->addLayout(right_);
}

void HeaderBar::setActions(const QList<QAction*>& left, const QList<QAction*>& right) {
  const auto fill = [this](QHBoxLayout* side, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
      const QString keys = action->shortcut().toString(QKeySequence::NativeText);
      auto* button = new controls::Button(theme(), controls::Icon::None, action->text(),
                                          tr("%1 (%2)").arg(action->text(), keys));
      connect(button, &controls::Button::clicked, action, &QAction::trigger);
      side->addWidget(button);
    }
  };
  fill(left_, left);
  fill(right_, right);
}

void HeaderBar::setPlace(const QString& place) {
  place_ = place;
  update();
}

void HeaderBar::setMessage(const QString& message) {
  message_ = message;
  setFixedHeight(message.isEmpty() ? barHeight : barHeight + messageHeight);
  setAccessibleDescription(message);
  setToolTip(message.isEmpty() ? QString() : tr("Click the message, or press Escape, to close it"));
  update();
}

void HeaderBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().chrome);
  painter.setPen(theme().rule);
  painter.drawLine(0, barHeight - 1, width(), barHeight - 1);
  painter.setFont(controls::interfaceFont(controls::bodyType, QFont::Medium));
  painter.setPen(theme().textMuted);
  painter.drawText(QRect(0, 0, width(), barHeight), Qt::AlignCenter, place_);
  if (message_.isEmpty())
    return;
  const QRect line(0, barHeight, width(), messageHeight);
  painter.fillRect(line, controls::mixed(theme().chrome, theme().error, 0.12));
  painter.setPen(theme().text);
  painter.drawText(line.adjusted(2 * unit, 0, -2 * unit, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(painter.font()).elidedText(message_, Qt::ElideRight, width() - 4 * unit));
}

void HeaderBar::mousePressEvent(QMouseEvent* event) {
  if (!message_.isEmpty() && event->position().y() >= barHeight)
    emit messageDismissed();
}

} // namespace eigenboard::window
