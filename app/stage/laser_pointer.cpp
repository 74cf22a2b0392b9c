#include "app/stage/laser_pointer.h"

#include <QtGui/QCursor>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::stage {

namespace {

constexpr double laserRadius = 6; ///< px at scale 1; the glow reaches twice as far
constexpr qint64 trailMilliseconds = 350;
constexpr qint64 restMilliseconds = 150;
constexpr int fadeTick = 16;
constexpr std::size_t longestTrail = 64;
constexpr QRgb laserRed = 0xffff2a1a;

QColor faintRed(double alpha) {
  QColor color(laserRed);
  color.setAlphaF(static_cast<float>(alpha));
  return color;
}

} // namespace

LaserPointer::LaserPointer(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAccessibleName(tr("Laser pointer"));
  clock_.start();
  fading_.setInterval(fadeTick);
  connect(&fading_, &QTimer::timeout, this, &LaserPointer::fade);
  hide();
}

void LaserPointer::setOn(bool isOn) {
  isOn_ = isOn;
  trail_.clear();
  fading_.stop();
  since_ = -restMilliseconds;
  at_ = mapFromGlobal(QPointF(QCursor::pos()));
  setVisible(isOn);
  if (isOn)
    raise();
  update();
}

void LaserPointer::pointAt(QPointF position) {
  update(around(at_));
  const qint64 now = clock_.elapsed();
  if (isOn_ && hasTrail_ && now - std::exchange(since_, now) < restMilliseconds) {
    trail_.push_back({at_, now});
    if (trail_.size() > longestTrail)
      trail_.pop_front();
    fading_.start();
  }
  at_ = position;
  update(around(at_));
}

void LaserPointer::fade() {
  QRect area;
  for (const Spot& spot : trail_)
    area |= around(spot.at);
  const qint64 now = clock_.elapsed();
  while (!trail_.empty() && now - trail_.front().time > trailMilliseconds)
    trail_.pop_front();
  if (trail_.empty())
    fading_.stop();
  update(area | around(at_));
}

double LaserPointer::radius() const {
  return scale_ * laserRadius;
}

QRect LaserPointer::around(QPointF position) const {
  const double reach = 2 * radius() + 2;
  return QRectF(position - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)).toAlignedRect();
}

void LaserPointer::paintEvent(QPaintEvent*) {
  if (!isOn_)
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPointF to = at_;
  const qint64 now = clock_.elapsed();
  for (auto spot = trail_.rbegin(); spot != trail_.rend(); ++spot) {
    const double youth = 1 - static_cast<double>(now - spot->time) / static_cast<double>(trailMilliseconds);
    if (youth <= 0)
      break;
    painter.setPen(QPen(faintRed(0.4 * youth), radius() * (0.4 + youth), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(spot->at, to);
    to = spot->at;
  }
  QRadialGradient glow(at_, 2 * radius());
  glow.setColorAt(0, faintRed(1));
  glow.setColorAt(0.4, faintRed(0.95));
  glow.setColorAt(0.55, faintRed(0.35));
  glow.setColorAt(1, faintRed(0));
  painter.setPen(Qt::NoPen);
  painter.setBrush(glow);
  painter.drawEllipse(at_, 2 * radius(), 2 * radius());
  painter.setBrush(QColor(255, 235, 230, 220));
  painter.drawEllipse(at_, 0.3 * radius(), 0.3 * radius());
}

} // namespace eigenboard::stage
