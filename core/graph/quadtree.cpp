#include "core/graph/quadtree.h"

#include "core/graph/as_index.h"
#include "core/numerics/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace eigenboard::graph {

namespace {

constexpr int leafCapacity = 8;
constexpr int deepestLevel = 60;

struct Square {
  Eigen::Vector2d middle;
  double half = 0;
};

int quadrantOf(const Eigen::Vector2d& point, const Eigen::Vector2d& middle) {
  return (point.x() >= middle.x() ? 1 : 0) + (point.y() >= middle.y() ? 2 : 0);
}

QuadtreeCell cellOf(const Positions& positions, const std::vector<int>& bodies, int begin, int end) {
  QuadtreeCell cell;
  cell.begin = begin;
  cell.end = end;
  cell.center.setZero();
  for (int b = begin; b < end; ++b)
    cell.center += positions.col(bodies[asIndex(b)]) / (end - begin);
  double farthest = 0;
  for (int b = begin; b < end; ++b) {
    const Eigen::Vector2d r = positions.col(bodies[asIndex(b)]) - cell.center;
    farthest = std::max(farthest, r.squaredNorm());
    cell.second += std::complex(r.x() * r.x() - r.y() * r.y(), 2 * r.x() * r.y());
  }
  cell.radius = std::sqrt(farthest);
  return cell;
}

void addCells(Quadtree& tree, const Positions& positions, const Square& square, int begin, int end,
              int level) {
  const auto index = tree.cells.size();
  tree.cells.push_back(cellOf(positions, tree.bodies, begin, end));
  const bool isLeaf = end - begin <= leafCapacity || level >= deepestLevel || tree.cells[index].radius == 0;
  tree.cells[index].isLeaf = isLeaf;
  if (!isLeaf) {
    std::array<int, 5> starts{begin, begin, begin, begin, end};
    const auto first = tree.bodies.begin();
    int from = begin;
    for (int quadrant = 0; quadrant < 3; ++quadrant) {
      from =
          static_cast<int>(std::partition(first + from, first + end,
                                          [&](int body) {
                                            return quadrantOf(positions.col(body), square.middle) == quadrant;
                                          }) -
                           first);
      starts[static_cast<std::size_t>(quadrant) + 1] = from;
    }
    for (int quadrant = 0; quadrant < 4; ++quadrant) {
      const int low = starts[static_cast<std::size_t>(quadrant)];
      const int high = starts[static_cast<std::size_t>(quadrant) + 1];
      const Eigen::Vector2d toward(quadrant % 2 == 1 ? 1 : -1, quadrant >= 2 ? 1 : -1);
      if (low < high)
        addCells(tree, positions, {square.middle + toward * (square.half / 2), square.half / 2}, low, high,
                 level + 1);
    }
  }
  tree.cells[index].next = static_cast<int>(tree.cells.size());
}

} // namespace

Quadtree makeQuadtree(const Positions& positions) {
  Quadtree tree;
  const auto n = static_cast<int>(positions.cols());
  if (n == 0)
    return tree;
  tree.bodies.resize(static_cast<std::size_t>(n));
  std::iota(tree.bodies.begin(), tree.bodies.end(), 0);
  const Eigen::Vector2d low = positions.rowwise().minCoeff();
  const Eigen::Vector2d high = positions.rowwise().maxCoeff();
  addCells(tree, positions, {low / 2 + high / 2, (high / 2 - low / 2).maxCoeff()}, 0, n, 0);
  tree.points.resize(2, n);
  for (int b = 0; b < n; ++b)
    tree.points.col(b) = positions.col(tree.bodies[asIndex(b)]);
  return tree;
}

Eigen::Vector2d partingDirection(int i, int j) {
  const auto low = static_cast<std::uint64_t>(std::min(i, j));
  const auto high = static_cast<std::uint64_t>(std::max(i, j));
  numerics::Random random((high << 32) ^ low);
  const double angle = random.uniform(0, 2 * std::numbers::pi);
  return (i < j ? 1 : -1) * Eigen::Vector2d(std::cos(angle), std::sin(angle));
}

Eigen::Vector2d repulsion(const Quadtree& tree, int i, double theta, double least) {
  const Eigen::Vector2d p = tree.points.col(i);
  const double leastSquare = least * least;
  Eigen::Vector2d push = Eigen::Vector2d::Zero();
  const auto cellCount = static_cast<int>(tree.cells.size());
  for (int c = 0; c < cellCount;) {
    const QuadtreeCell& cell = tree.cells[asIndex(c)];
    const Eigen::Vector2d w = p - cell.center;
    const double square = w.squaredNorm();
    // Near ones are softened one by one.
    const double nearest = least + cell.radius;
    if (cell.radius * cell.radius <= theta * theta * square && square > nearest * nearest) {
      // conj(M/w + Q/w³) by hand: the library's complex division guards against overflow at ten times the
      // cost.
      const double inverse = 1 / square;
      const double x = w.x() * inverse;
      const double y = -w.y() * inverse; // 1/w = x + iy
      const double cubeX = x * (x * x - 3 * y * y);
      const double cubeY = y * (3 * x * x - y * y);
      const double count = cell.end - cell.begin;
      push.x() += count * x + cell.second.real() * cubeX - cell.second.imag() * cubeY;
      push.y() -= count * y + cell.second.real() * cubeY + cell.second.imag() * cubeX;
      c = cell.next;
      continue;
    }
    if (!cell.isLeaf) {
      ++c;
      continue;
    }
    for (int b = cell.begin; b < cell.end; ++b) {
      if (b == i)
        continue;
      const Eigen::Vector2d away = p - tree.points.col(b);
      const double d = away.squaredNorm();
      if (d == 0)
        push += partingDirection(tree.bodies[asIndex(i)], tree.bodies[asIndex(b)]) / least;
      else
        push += away / std::max(d, leastSquare);
    }
    c = cell.next;
  }
  return push;
}

} // namespace eigenboard::graph
