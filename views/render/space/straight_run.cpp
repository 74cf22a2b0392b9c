#include "views/render/space/straight_run.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

constexpr double straightness = 0.05; // px

} // namespace

bool StraightRun::reaches(QPointF at) {
  const QPointF way = at - from_;
  const double along = QPointF::dotProduct(way, direction_);
  const double side = direction_.x() * way.y() - direction_.y() * way.x();
  if (!(along > along_) || side < least_ * along || side > most_ * along)
    return false;
  along_ = along;
  least_ = std::max(least_, (side - straightness) / along);
  most_ = std::min(most_, (side + straightness) / along);
  return true;
}

void StraightRun::append(QPolygonF& line, QPointF at) {
  if (line.size() >= 2 && reaches(at)) {
    line.back() = at;
    return;
  }
  from_ = line.back();
  line.push_back(at);
  const double length = std::hypot(at.x() - from_.x(), at.y() - from_.y());
  direction_ = (at - from_) / length;
  along_ = length;
  most_ = straightness / length;
  least_ = -most_;
}

} // namespace eigenboard::render::space
