#include "core/recommender/biases.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::recommender {

namespace {

/// The rows as one side sees them, its biases, and how much they are drawn to zero.
struct BiasSide {
  const std::vector<std::int32_t>& place;
  Eigen::VectorXd bias;
  Eigen::VectorXd count;
  double regularization;
};

BiasSide biasSide(const std::vector<std::int32_t>& place, int size, double regularization) {
  BiasSide side{place, Eigen::VectorXd::Zero(size), Eigen::VectorXd::Zero(size),
                std::max(0.0, regularization)};
  for (const std::int32_t p : place)
    side.count(p) += 1;
  return side;
}

/// Each bias of a side becomes the least-squares one for the biases of the other side. Gives the largest
/// change.
double solveBiases(BiasSide& side, const BiasSide& other, const std::vector<float>& value, double mean) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(side.bias.size());
  for (std::size_t k = 0; k < value.size(); ++k)
    sum(side.place[k]) += static_cast<double>(value[k]) - mean - other.bias(other.place[k]);
  double change = 0;
  for (Eigen::Index p = 0; p < sum.size(); ++p) {
    const double next = side.count(p) > 0 ? sum(p) / (side.count(p) + side.regularization) : 0;
    change = std::max(change, std::abs(next - side.bias(p)));
    side.bias(p) = next;
  }
  return change;
}

} // namespace

BiasFit fitBiases(const Ratings& ratings, const BiasSettings& settings) {
  BiasFit fit;
  fit.model = initialModel(ratings, 0, 0, 0);
  BiasSide users = biasSide(ratings.user, ratings.users.size(), settings.userRegularization);
  BiasSide items = biasSide(ratings.item, ratings.items.size(), settings.itemRegularization);
  const auto mean = static_cast<double>(fit.model.mean);
  constexpr double settled = 1e-7; // below what single precision tells apart near one star
  do {
    // Items first: they have more to say, so that fewer sweeps are needed.
    const double itemChange = solveBiases(items, users, ratings.value, mean);
    fit.change = std::max(itemChange, solveBiases(users, items, ratings.value, mean));
    ++fit.sweeps;
  } while (fit.change > settled && fit.sweeps < settings.sweeps);
  fit.model.userBias = users.bias.cast<float>();
  fit.model.itemBias = items.bias.cast<float>();
  return fit;
}

} // namespace eigenboard::recommender
