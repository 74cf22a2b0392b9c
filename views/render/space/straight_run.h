#pragma once

#include <QtGui/QPolygonF>

namespace eigenboard::render::space {

/// Appends points to a polyline and leaves out those that lie within a twentieth of a pixel of the straight
/// way past them: a stroke costs as much as it has joints. O(1) a point.
class StraightRun {
 public:
  void append(QPolygonF& line, QPointF at);

 private:
  /// Whether the line may go straight from its last joint to that point; then later points must agree with
  /// it.
  bool reaches(QPointF at);

  QPointF from_;      ///< the last joint
  QPointF direction_; ///< from there, of unit length
  double along_ = 0;  ///< how far it has come
  double least_ = 0;  ///< slopes against the direction that pass by all points left out
  double most_ = 0;
};

} // namespace eigenboard::render::space
