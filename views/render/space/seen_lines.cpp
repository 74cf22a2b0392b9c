#include "views/render/space/seen_lines.h"

#include "views/render/space/straight_run.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render::space {
namespace {

constexpr double sampleStep = 3; // px
constexpr int mostSamples = 400;

Pixel3 betweenPixels(const Pixel3& from, const Pixel3& to, double share) {
  return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y),
          from.nearness + share * (to.nearness - from.nearness)};
}

/// Puts pieces together while one segment after another comes in.
class PieceBuilder {
 public:
  explicit PieceBuilder(const Occlusion& occlusion) : occlusion_(occlusion) {}

  void segment(const Pixel3& from, const Pixel3& to) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::clamp(static_cast<int>(std::ceil(length / sampleStep)), 1, mostSamples);
    Pixel3 before = from;
    Sight sightBefore = isOpen_ ? lastSight_ : occlusion_.sight(from);
    if (!isOpen_)
      open(from.point(), sightBefore);
    for (int i = 1; i <= steps; ++i) {
      const Pixel3 here = betweenPixels(from, to, static_cast<double>(i) / steps);
      const Sight sightHere = occlusion_.sight(here);
      if (sightHere != sightBefore) {
        const QPointF change = boundary(before, here, sightBefore);
        append(change);
        open(change, sightHere);
      }
      if (i == steps)
        append(here.point());
      before = here;
      sightBefore = sightHere;
    }
    isOpen_ = true;
    lastSight_ = sightBefore;
  }

  void interrupt() { isOpen_ = false; }

  std::vector<SeenPiece> result() {
    std::erase_if(pieces_, [](const SeenPiece& piece) { return piece.line.size() < 2; });
    return std::move(pieces_);
  }

 private:
  void open(QPointF at, Sight sight) { pieces_.push_back({QPolygonF{at}, sight}); }
  void append(QPointF at) {
    if (pieces_.back().line.back() != at)
      straight_.append(pieces_.back().line, at);
  }
  QPointF boundary(Pixel3 before, Pixel3 after, Sight sightBefore) const {
    for (int round = 0; round < 4; ++round) {
      const Pixel3 middle = betweenPixels(before, after, 0.5);
      (occlusion_.sight(middle) == sightBefore ? before : after) = middle;
    }
    return betweenPixels(before, after, 0.5).point();
  }

  const Occlusion& occlusion_;
  std::vector<SeenPiece> pieces_;
  StraightRun straight_;
  bool isOpen_ = false;
  Sight lastSight_ = Sight::Clear;
};

} // namespace

Occlusion::Occlusion(const DepthImage& depth, const SpaceFrame& frame, QPointF corner, double ratio)
    : depth_(&depth), corner_(corner), ratio_(ratio), tolerance_(0.022 / std::max(1.0, norm(frame.eye()))),
      isPerspective_(frame.isPerspective()) {}

Sight Occlusion::sight(const Pixel3& pixel) const {
  // A step of depth changes the nearness by more where things are near.
  const double slope = isPerspective_ ? pixel.nearness * pixel.nearness : 1;
  return depth_->sight((pixel.x - corner_.x()) * ratio_, (pixel.y - corner_.y()) * ratio_, pixel.nearness,
                       tolerance_ * slope);
}

std::optional<Segment3> cutToBox(const Point3& from, const Point3& to, const Box& box) {
  if (!isFinite(from) || !isFinite(to))
    return std::nullopt;
  const Point3 way = to - from;
  const std::array<double, 3> starts{from.x, from.y, from.z};
  const std::array<double, 3> ways{way.x, way.y, way.z};
  const std::array<double, 3> halves{box.half.x, box.half.y, box.half.z};
  double enter = 0;
  double leave = 1;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double half = halves.at(axis) * (1 + 1e-9);
    if (ways.at(axis) == 0) {
      if (std::abs(starts.at(axis)) > half)
        return std::nullopt;
      continue;
    }
    const double first = (-half - starts.at(axis)) / ways.at(axis);
    const double second = (half - starts.at(axis)) / ways.at(axis);
    enter = std::max(enter, std::min(first, second));
    leave = std::min(leave, std::max(first, second));
  }
  if (!(enter <= leave))
    return std::nullopt;
  return Segment3{enter == 0 ? from : from + enter * way, leave == 1 ? to : from + leave * way};
}

std::vector<SeenPiece> seenPieces(std::span<const Point3> points, const SpaceFrame& frame,
                                  const Occlusion& occlusion, const QRectF& bounds) {
  PieceBuilder builder(occlusion);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto part = cutToBox(points[i], points[i + 1], frame.box());
    if (!part) {
      builder.interrupt();
      continue;
    }
    if (!(part->from == points[i]))
      builder.interrupt();
    const Pixel3 from = frame.boxToPixel(part->from);
    const Pixel3 to = frame.boxToPixel(part->to);
    const QRectF extent = QRectF(from.point(), to.point()).normalized();
    const bool isSeen = extent.right() >= bounds.left() && extent.left() <= bounds.right() &&
                        extent.bottom() >= bounds.top() && extent.top() <= bounds.bottom();
    if (isSeen)
      builder.segment(from, to);
    if (!isSeen || !(part->to == points[i + 1]))
      builder.interrupt();
  }
  return builder.result();
}

} // namespace eigenboard::render::space
