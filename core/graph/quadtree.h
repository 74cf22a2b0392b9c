#pragma once

#include <Eigen/Core>

#include <complex>
#include <vector>

namespace eigenboard::graph {

/// A point of the plane a column: node v of a graph stands at column v.
using Positions = Eigen::Matrix2Xd;

/// A square with the bodies in it, and what they look like from far away.
struct QuadtreeCell {
  Eigen::Vector2d center;      ///< the mean of the bodies
  std::complex<double> second; ///< Σ r², r = x + iy the body's place from the center
  double radius = 0;           ///< the farthest body from the center
  int begin = 0;               ///< into Quadtree::bodies
  int end = 0;
  int next = 0; ///< the first cell that is not within this one
  bool isLeaf = false;
};

/// Cells in preorder: the children of a cell that is no leaf begin right after it.
struct Quadtree {
  std::vector<QuadtreeCell> cells;
  std::vector<int> bodies; ///< columns of the positions, those of a cell together
  Positions points;        ///< their places, in the order of `bodies`
};

/// Squares are halved until eight bodies or fewer are in one, or they coincide. Every position must be
/// finite. Cost: O(n log n) for points that are spread, at most 60 levels.
Quadtree makeQuadtree(const Positions& positions);

/// Where two bodies coincide, the direction from j to i: of unit length, decided by the two numbers, opposite
/// for the opposite pair.
Eigen::Vector2d partingDirection(int i, int j);

/// Σ over the other bodies of (p − q)/max(|p − q|, least)², the push of strength 1/d on body i of the tree.
/// Where bodies coincide they are pushed apart by partingDirection with 1/least.
///
/// A cell whose radius is at most θ times its distance d counts as count/d and its second moment; the error
/// of such a cell is at most count/d · θ³/(1 − θ). With θ = 0 the sum is exact. Cost: O(log n / θ²); O(n) for
/// θ = 0. Source: Barnes and Hut 1986; the expansion of 1/z: Greengard and Rokhlin 1987.
Eigen::Vector2d repulsion(const Quadtree& tree, int i, double theta, double least);

} // namespace eigenboard::graph
