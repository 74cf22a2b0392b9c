#pragma once

#include "core/recommender/dense_factors.h"

#include <Eigen/Core>

#include <cstddef>
#include <utility>
#include <vector>

namespace eigenboard::recommender {

/// Users and items as points of a plane. With at most two factors these are the coordinates, those that are
/// missing 0. With more they are along the two directions in which users and items together reach farthest
/// from the origin: principal components about the origin, which is where an inner product has its zero, so
/// that of all planes through it this one keeps most of the sum of squares (Eckart and Young 1936).
struct LatentMap {
  Eigen::MatrixXd
      basis; ///< factors × 2, orthonormal columns where there are as many; else unit ones and zeros
  Eigen::MatrixXd users; ///< 2 × users
  Eigen::MatrixXd items; ///< 2 × items
  double share = 1;      ///< of the sum of squares that the plane keeps; NaN where all factors are zero
};

/// A direction points to where its largest part is positive. Cost: (users + items) factors² + factors³.
LatentMap latentMap(const DenseFactors& model);

/// How alike the directions of two columns are, −1 … 1: the cosine of the angle between their factors; NaN
/// where one has none.
double alikeness(const Eigen::Ref<const Eigen::VectorXd>& one,
                 const Eigen::Ref<const Eigen::VectorXd>& other);

/// The count other columns whose factors are most alike those of one, with the cosines, most alike first;
/// those without factors are left out. Compared in single precision, so that equal ones keep their order.
/// Cost: columns · factors, and sorting.
std::vector<std::pair<int, double>> mostAlike(const Eigen::MatrixXd& factors, int column, std::size_t count);

} // namespace eigenboard::recommender
