#include "core/geometry/level_sets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace eigenboard::geometry {

namespace {

/// A side of a cell: from a grid point to the next column or to the next row. The cells on both sides of it
/// agree about its vertex.
struct Side {
  int column = 0;
  int row = 0;
  bool isUpright = false;
};

using SideKey = long long;

class LevelTracer {
 public:
  LevelTracer(const SampledField& field, double level) : field_(field), level_(level) {}

  std::vector<LevelLine> lines() {
    for (int row = 0; row + 1 < field_.rows; ++row)
      for (int column = 0; column + 1 < field_.columns; ++column)
        visitCell(column, row);
    return joined();
  }

 private:
  struct Node {
    Eigen::Vector2d point;
    std::array<SideKey, 2> to{};
    int count = 0;
    bool isUsed = false;
  };

  void visitCell(int column, int row) {
    // Round the cell from its lower left corner; side i runs from corner i to corner i + 1.
    const std::array<double, 4> corners{field_.at(column, row), field_.at(column + 1, row),
                                        field_.at(column + 1, row + 1), field_.at(column, row + 1)};
    std::array<std::size_t, 4> crossed{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < 4; ++i)
      if ((corners.at(i) < level_) != (corners.at((i + 1) % 4) < level_))
        crossed.at(count++) = i;
    if (count == 0 ||
        !std::all_of(corners.begin(), corners.end(), [](double value) { return std::isfinite(value); }))
      return;
    const std::array<Side, 4> sides{Side{column, row, false}, Side{column + 1, row, true},
                                    Side{column, row + 1, false}, Side{column, row, true}};
    if (count == 2) {
      connect(sides.at(crossed[0]), sides.at(crossed[1]));
      return;
    }
    // The lines cut off the two corners that the middle does not belong to.
    const double middle = corners[0] / 4 + corners[1] / 4 + corners[2] / 4 + corners[3] / 4;
    const bool cutsFirst = (middle < level_) != (corners[0] < level_);
    connect(sides[0], sides.at(cutsFirst ? 3 : 1));
    connect(sides[2], sides.at(cutsFirst ? 1 : 3));
  }

  SideKey keyOf(const Side& side) const {
    return 2 * (static_cast<SideKey>(side.row) * field_.columns + side.column) + (side.isUpright ? 1 : 0);
  }

  Eigen::Vector2d vertexOn(const Side& side) const {
    const int column = side.isUpright ? side.column : side.column + 1;
    const int row = side.isUpright ? side.row + 1 : side.row;
    const double from = field_.at(side.column, side.row);
    const double to = field_.at(column, row);
    // Halves do not overflow.
    const double share = std::clamp((level_ / 2 - from / 2) / (to / 2 - from / 2), 0.0, 1.0);
    return {std::lerp(field_.x(side.column), field_.x(column), share),
            std::lerp(field_.y(side.row), field_.y(row), share)};
  }

  void connect(const Side& one, const Side& other) {
    link(one, keyOf(other));
    link(other, keyOf(one));
  }

  void link(const Side& side, SideKey to) {
    const auto [place, isNew] = nodes_.try_emplace(keyOf(side));
    Node& node = place->second;
    if (isNew) {
      node.point = vertexOn(side);
      order_.push_back(keyOf(side));
    }
    node.to.at(static_cast<std::size_t>(node.count++)) = to;
  }

  std::vector<LevelLine> joined() {
    std::vector<LevelLine> lines;
    // Open lines first, from their ends; what is left is closed.
    for (const bool isClosed : {false, true})
      for (const SideKey start : order_) {
        const Node& first = nodes_.at(start);
        if (first.isUsed || (!isClosed && first.count != 1))
          continue;
        // Round a grid point that only just reaches the level there is a line of no length.
        if (LevelLine line = walked(start, isClosed); line.points.size() > 1)
          lines.push_back(std::move(line));
      }
    return lines;
  }

  LevelLine walked(SideKey here, bool isClosed) {
    LevelLine line{{}, isClosed};
    bool goesOn = true;
    while (goesOn) {
      Node& node = nodes_.at(here);
      node.isUsed = true;
      // A level that passes through a grid point meets it on several sides.
      if (line.points.empty() || line.points.back() != node.point)
        line.points.push_back(node.point);
      goesOn = false;
      for (int i = 0; i < node.count && !goesOn; ++i)
        if (const SideKey next = node.to.at(static_cast<std::size_t>(i)); !nodes_.at(next).isUsed) {
          here = next;
          goesOn = true;
        }
    }
    if (isClosed && line.points.back() != line.points.front())
      line.points.push_back(line.points.front());
    return line;
  }

  const SampledField& field_;
  double level_;
  std::unordered_map<SideKey, Node> nodes_;
  std::vector<SideKey> order_;
};

} // namespace

LevelSet levelSet(const SampledField& field, double level) {
  LevelSet set{level, {}};
  if (field.isUsable() && std::isfinite(level))
    set.lines = LevelTracer(field, level).lines();
  return set;
}

double lengthOf(const LevelSet& set) {
  double length = 0;
  for (const LevelLine& line : set.lines)
    for (std::size_t i = 1; i < line.points.size(); ++i)
      length += (line.points[i] - line.points[i - 1]).stableNorm();
  return length;
}

} // namespace eigenboard::geometry
