#include "core/recommender/latent_map.h"

#include "core/recommender/top_items.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <limits>

namespace eigenboard::recommender {

namespace {

/// The larger of the sizes of all factors, so that squares neither overflow nor vanish; 1 for none.
double scaleOf(const DenseFactors& model) {
  double most = 0;
  for (const Eigen::MatrixXd* side : {&model.userFactors, &model.itemFactors})
    if (side->size() > 0)
      most = std::max(most, side->cwiseAbs().maxCoeff());
  return most > 0 ? most : 1;
}

} // namespace

LatentMap latentMap(const DenseFactors& model) {
  const Eigen::Index k = model.factors();
  LatentMap map;
  map.basis = Eigen::MatrixXd::Zero(k, 2);
  const double scale = scaleOf(model);
  const Eigen::MatrixXd users = model.userFactors / scale;
  const Eigen::MatrixXd items = model.itemFactors / scale;
  const double whole = users.squaredNorm() + items.squaredNorm();
  for (Eigen::Index axis = 0; axis < std::min<Eigen::Index>(k, 2); ++axis)
    map.basis(axis, axis) = 1;
  if (k > 2 && whole > 0) {
    const Eigen::MatrixXd squares = users * users.transpose() + items * items.transpose();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(squares); // values ascending
    for (Eigen::Index axis = 0; axis < 2; ++axis) {
      Eigen::VectorXd direction = solver.eigenvectors().col(k - 1 - axis);
      Eigen::Index largest = 0;
      direction.cwiseAbs().maxCoeff(&largest);
      map.basis.col(axis) = direction(largest) < 0 ? Eigen::VectorXd(-direction) : direction;
    }
  }
  map.users = map.basis.transpose() * model.userFactors;
  map.items = map.basis.transpose() * model.itemFactors;
  map.share =
      whole > 0
          ? ((map.basis.transpose() * users).squaredNorm() + (map.basis.transpose() * items).squaredNorm()) /
                whole
          : std::numeric_limits<double>::quiet_NaN();
  return map;
}

double alikeness(const Eigen::Ref<const Eigen::VectorXd>& one,
                 const Eigen::Ref<const Eigen::VectorXd>& other) {
  const double lengths = one.stableNorm() * other.stableNorm();
  return lengths > 0 ? std::clamp(one.dot(other) / lengths, -1.0, 1.0)
                     : std::numeric_limits<double>::quiet_NaN();
}

std::vector<std::pair<int, double>> mostAlike(const Eigen::MatrixXd& factors, int column, std::size_t count) {
  Eigen::VectorXd cosines(factors.cols());
  for (Eigen::Index other = 0; other < factors.cols(); ++other)
    cosines(other) = alikeness(factors.col(column), factors.col(other));
  std::vector<char> excluded(static_cast<std::size_t>(factors.cols()), 0);
  excluded[static_cast<std::size_t>(column)] = 1;
  std::vector<std::pair<int, double>> found;
  for (const ScoredItem& listed : topItems(cosines.cast<float>(), count, excluded))
    found.emplace_back(listed.item, cosines(listed.item));
  return found;
}

} // namespace eigenboard::recommender
