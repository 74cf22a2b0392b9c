#include "app/stage/change_glow.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::stage {

namespace {
constexpr int ticks = 36;
constexpr int tickMilliseconds = 33;
} // namespace

ChangeGlow::ChangeGlow(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
  timer_.setInterval(tickMilliseconds);
  connect(&timer_, &QTimer::timeout, this, [this] {
    strength_ = std::max(0.0, strength_ - 1.0 / ticks);
    if (strength_ == 0) {
      timer_.stop();
      hide();
    }
    if (!isMotionReduced_)
      update();
  });
}

void ChangeGlow::show(const QList<QRect>& around, bool isMotionReduced) {
  isMotionReduced_ = isMotionReduced;
  around_ = around;
  strength_ = 1;
  setGeometry(parentWidget()->rect());
  raise();
  setVisible(!around.isEmpty());
  timer_.start();
  update();
}

void ChangeGlow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor color = theme().link;
  const double strength = isMotionReduced_ ? 1 : strength_;
  color.setAlphaF(static_cast<float>(std::min(1.0, 1.6 * strength)));
  painter.setPen(QPen(color, 1.5));
  color.setAlphaF(static_cast<float>(0.1 * strength));
  painter.setBrush(color);
  for (const QRect& rect : around_)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
}

} // namespace eigenboard::stage
