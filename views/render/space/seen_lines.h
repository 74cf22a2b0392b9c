#pragma once

#include "views/render/space/depth_image.h"
#include "views/render/space/space_frame.h"

#include <QtGui/QPolygonF>

#include <optional>
#include <span>
#include <vector>

namespace eigenboard::render::space {

/// What stands before the lines and points of a picture. corner, ratio: where the depth image's first pixel
/// lies on the picture, and its device pixels to each pixel there.
class Occlusion {
 public:
  Occlusion(const DepthImage& depth, const SpaceFrame& frame, QPointF corner, double ratio);
  /// A point counts as seen as long as no more than a hundredth of the box stands before it, so that what
  /// lies on a surface is not hidden by its flat pieces.
  Sight sight(const Pixel3& pixel) const;

 private:
  const DepthImage* depth_;
  QPointF corner_;
  double ratio_;
  double tolerance_;
  bool isPerspective_;
};

/// A part of a polyline that is seen in one way.
struct SeenPiece {
  QPolygonF line;
  Sight sight = Sight::Clear;
};

/// The polyline (box coordinates) cut to the box and to where it is seen alike. It breaks at points that are
/// not finite. O(length in pixels).
std::vector<SeenPiece> seenPieces(std::span<const Point3> points, const SpaceFrame& frame,
                                  const Occlusion& occlusion, const QRectF& bounds);

struct Segment3 {
  Point3 from;
  Point3 to;
};
/// The part of a segment (box coordinates) inside the box.
std::optional<Segment3> cutToBox(const Point3& from, const Point3& to, const Box& box);

} // namespace eigenboard::render::space
