#include "app/stage/computing_bar.h"

#include "views/controls/appearance.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace eigenboard::stage {

using controls::unit;

namespace {

constexpr int shownAfter = 300; ///< milliseconds; what is done sooner needs no word
constexpr int lookEvery = 50;
constexpr int barWidth = 300;
constexpr int wordsWidth = 150;
constexpr int barHeight = controls::rowHeight + unit;

} // namespace

ComputingBar::ComputingBar(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFont(controls::interfaceFont(controls::bodyType));
  cancel_ = new controls::Button(theme, controls::Icon::Cross, tr("Cancel"),
                                 tr("Keep the picture there is (Escape)"), this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, unit / 2, 0);
  row->addStretch(1);
  row->addWidget(cancel_);
  connect(cancel_, &controls::Button::clicked, this, [this] {
    if (session_)
      session_->cancelComputing();
  });
  timer_.setInterval(lookEvery);
  connect(&timer_, &QTimer::timeout, this, &ComputingBar::look);
  parent->installEventFilter(this);
  hide();
}

void ComputingBar::setSession(panel::Session& session) {
  session_ = &session;
  timer_.stop();
  hide();
  refresh();
}

void ComputingBar::refresh() {
  const bool isComputing = session_ && session_->isComputing();
  if (isComputing && !timer_.isActive()) {
    sinceBegin_.start();
    timer_.start();
  }
  if (!isComputing) {
    timer_.stop();
    hide();
  }
}

void ComputingBar::look() {
  if (!session_ || !session_->isComputing())
    return refresh();
  const double done = session_->computed();
  const int percent = std::isfinite(done) ? static_cast<int>(100 * std::clamp(done, 0.0, 1.0)) : 0;
  if (percent != percent_) {
    percent_ = percent;
    update();
  }
  if (!isHidden() || sinceBegin_.elapsed() < shownAfter)
    return;
  setAccessibleName(tr("Computing"));
  place();
  show();
  raise();
  if (QAccessible::isActive()) {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
}

void ComputingBar::place() {
  const QWidget& whole = *parentWidget();
  const int wide = std::min(barWidth, whole.width() - 4 * unit);
  setGeometry((whole.width() - wide) / 2, whole.height() - barHeight - 3 * unit, wide, barHeight);
}

bool ComputingBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && !isHidden())
    place();
  return QWidget::eventFilter(watched, event);
}

void ComputingBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().rule, 1));
  painter.setBrush(theme().chrome);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
  const double middle = height() / 2.0;
  painter.setPen(theme().text);
  painter.drawText(QRectF(1.5 * unit, 0, wordsWidth, height()), Qt::AlignVCenter | Qt::AlignLeft,
                   percent_ > 0 ? tr("Computing: %1 %").arg(percent_) : tr("Computing"));
  const double left = wordsWidth - unit;
  const double right = cancel_->geometry().left() - unit;
  const auto line = [&](double from, double to, const QColor& color) {
    painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(from, middle), QPointF(to, middle));
  };
  if (right - left < 2 * unit)
    return;
  line(left, right, theme().rule);
  if (percent_ > 0)
    line(left, std::lerp(left, right, percent_ / 100.0), theme().link);
}

} // namespace eigenboard::stage
