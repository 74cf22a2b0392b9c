#include "core/geometry/level_refinement.h"

#include <cmath>

namespace eigenboard::geometry {

LevelSet refined(LevelSet set, const std::function<ValueAndSlope(const Eigen::Vector2d&)>& function,
                 double reach) {
  constexpr int mostSteps = 3;
  for (LevelLine& line : set.lines)
    for (Eigen::Vector2d& vertex : line.points) {
      Eigen::Vector2d at = vertex;
      ValueAndSlope here = function(at);
      for (int k = 0; k < mostSteps; ++k) {
        const double off = here.value - set.level;
        const double steepness = here.slope.squaredNorm();
        if (off == 0 || !(steepness > 0) || !std::isfinite(steepness))
          break;
        const Eigen::Vector2d next = at - off / steepness * here.slope;
        const ValueAndSlope there = function(next);
        if ((next - vertex).norm() > reach || !(std::abs(there.value - set.level) < std::abs(off)))
          break;
        at = next;
        here = there;
      }
      vertex = at;
    }
  return set;
}

} // namespace eigenboard::geometry
