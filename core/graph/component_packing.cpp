#include "core/graph/component_packing.h"

#include "core/graph/as_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace eigenboard::graph {

namespace {

struct Box {
  Eigen::Vector2d low = Eigen::Vector2d::Constant(std::numeric_limits<double>::infinity());
  Eigen::Vector2d high = Eigen::Vector2d::Constant(-std::numeric_limits<double>::infinity());

  Eigen::Vector2d size() const { return high - low; }
};

} // namespace

Positions packed(const Positions& positions, const Components& components, double gap) {
  if (positions.cols() == 0)
    return positions;
  std::vector<Box> boxes(static_cast<std::size_t>(components.count));
  for (Eigen::Index node = 0; node < positions.cols(); ++node) {
    Box& box = boxes[asIndex(components.component[static_cast<std::size_t>(node)])];
    box.low = box.low.cwiseMin(positions.col(node));
    box.high = box.high.cwiseMax(positions.col(node));
  }
  double area = 0;
  double widest = 0;
  for (const Box& box : boxes) {
    area += (box.size().x() + gap) * (box.size().y() + gap);
    widest = std::max(widest, box.size().x());
  }
  const double rowWidth = std::max(widest, 1.3 * std::sqrt(area));
  std::vector<int> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&boxes](int a, int b) {
    return boxes[asIndex(a)].size().y() > boxes[asIndex(b)].size().y();
  });
  std::vector<Eigen::Vector2d> shifts(boxes.size());
  Eigen::Vector2d cursor = Eigen::Vector2d::Zero(); // top left of the next box
  double rowHeight = 0;
  Eigen::Vector2d far = Eigen::Vector2d::Zero();
  for (const int index : order) {
    const Eigen::Vector2d size = boxes[asIndex(index)].size();
    if (cursor.x() > 0 && cursor.x() + size.x() > rowWidth) {
      cursor = {0, cursor.y() - rowHeight - gap};
      rowHeight = 0;
    }
    shifts[asIndex(index)] = Eigen::Vector2d(cursor.x(), cursor.y() - size.y()) - boxes[asIndex(index)].low;
    cursor.x() += size.x() + gap;
    rowHeight = std::max(rowHeight, size.y());
    far = {std::max(far.x(), cursor.x() - gap), cursor.y() - rowHeight};
  }
  Positions moved = positions;
  for (Eigen::Index node = 0; node < positions.cols(); ++node)
    moved.col(node) += shifts[asIndex(components.component[static_cast<std::size_t>(node)])] - far / 2;
  return moved;
}

} // namespace eigenboard::graph
