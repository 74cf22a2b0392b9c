#include "core/recommender/synthetic_ratings.h"

#include "core/numerics/normal.h"
#include "core/recommender/shuffle.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenboard::recommender {

namespace {

/// Draws places in proportion to weights with one number of the generator. Source: Walker 1977, Vose 1991.
struct AliasTable {
  std::vector<double> chance; ///< that a place keeps what falls on it
  std::vector<std::uint32_t> alias;

  std::size_t draw(numerics::Random& random) const {
    const double at = random.uniform(0, static_cast<double>(chance.size()));
    const auto place = std::min(static_cast<std::size_t>(at), chance.size() - 1);
    return at - static_cast<double>(place) < chance[place] ? place : alias[place];
  }
};

AliasTable aliasTable(const std::vector<double>& weights) {
  const std::size_t n = weights.size();
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  AliasTable table{std::vector<double>(n), std::vector<std::uint32_t>(n)};
  std::vector<std::uint32_t> light;
  std::vector<std::uint32_t> heavy;
  for (std::size_t k = 0; k < n; ++k) {
    table.chance[k] = weights[k] / sum * static_cast<double>(n);
    table.alias[k] = static_cast<std::uint32_t>(k);
    (table.chance[k] < 1 ? light : heavy).push_back(static_cast<std::uint32_t>(k));
  }
  while (!light.empty() && !heavy.empty()) {
    const std::uint32_t from = heavy.back();
    const std::uint32_t to = light.back();
    light.pop_back();
    table.alias[to] = from;
    table.chance[from] -= 1 - table.chance[to];
    if (table.chance[from] < 1) {
      heavy.pop_back();
      light.push_back(from);
    }
  }
  return table;
}

/// How many ratings each user gives: `total` in all, none gives more than half of the items, and none fewer
/// than one while there is one for each.
std::vector<std::size_t> activities(const SyntheticSettings& settings, std::size_t total,
                                    numerics::Random& random) {
  const auto users = static_cast<std::size_t>(settings.users);
  const std::size_t most = std::max<std::size_t>(1, static_cast<std::size_t>(settings.items) / 2);
  std::vector<double> weight(users);
  for (double& w : weight)
    w = std::exp(numerics::standardNormal(random));
  const double sum = std::accumulate(weight.begin(), weight.end(), 0.0);
  std::vector<std::size_t> count(users);
  std::size_t given = 0;
  for (std::size_t u = 0; u < users; ++u) {
    const auto wanted = static_cast<std::size_t>(weight[u] / sum * static_cast<double>(total));
    count[u] = std::min({std::max<std::size_t>(1, wanted), most, total - given});
    given += count[u];
  }
  // What rounding and the limit left over, one to each in turn.
  for (std::size_t u = 0; given < total; u = (u + 1) % users)
    if (count[u] < most) {
      ++count[u];
      ++given;
    }
  return count;
}

/// A free item, in proportion to its popularity while free ones are quickly found.
std::size_t drawItem(const AliasTable& popularity, const std::vector<std::uint32_t>& takenBy,
                     std::uint32_t user, numerics::Random& random) {
  constexpr int tries = 32;
  std::size_t item = popularity.draw(random);
  for (int k = 0; k < tries && takenBy[item] == user; ++k)
    item = popularity.draw(random);
  while (takenBy[item] == user)
    item = (item + 1) % takenBy.size();
  return item;
}

FactorModel plantedModel(const SyntheticSettings& settings, numerics::Random& random) {
  FactorModel model;
  model.factors = std::clamp(settings.factors, 0, 1024);
  model.mean = 3.5F;
  model.lowest = 0.5F;
  model.highest = 5;
  const auto normal = [&random](double scale) {
    return static_cast<float>(scale * numerics::standardNormal(random));
  };
  const auto fill = [&](int count, double biasScale, Eigen::VectorXf& bias, Eigen::MatrixXf& factors) {
    // pᵀq is a sum of k products, each of variance scale⁴.
    const double scale =
        std::sqrt(settings.tasteSpread / std::sqrt(std::max(1.0, static_cast<double>(model.factors))));
    bias.resize(count);
    factors = Eigen::MatrixXf::Zero(paddedFactors(model.factors), count);
    for (int place = 0; place < count; ++place) {
      bias(place) = normal(biasScale);
      for (int k = 0; k < model.factors; ++k)
        factors(k, place) = normal(scale);
    }
  };
  fill(settings.users, 0.4, model.userBias, model.userFactors);
  fill(settings.items, 0.35, model.itemBias, model.itemFactors);
  return model;
}

IdMap firstIds(int count) {
  IdMap map;
  map.ids.resize(static_cast<std::size_t>(count));
  std::iota(map.ids.begin(), map.ids.end(), std::int64_t{1});
  return map;
}

} // namespace

SyntheticRatings syntheticRatings(const SyntheticSettings& given) {
  constexpr int most = 10'000'000;
  SyntheticSettings settings = given;
  settings.users = std::clamp(settings.users, 1, most);
  settings.items = std::clamp(settings.items, 1, most);
  const std::size_t half = static_cast<std::size_t>(settings.users) *
                           std::max<std::size_t>(1, static_cast<std::size_t>(settings.items) / 2);
  const std::size_t total = std::min(settings.ratings, half);
  numerics::Random random = randomFor(settings.seed, 0x73796e7468);
  SyntheticRatings made;
  made.planted = plantedModel(settings, random);
  const auto items = static_cast<std::size_t>(settings.items);
  std::vector<double> weights(items);
  for (std::size_t j = 0; j < items; ++j)
    weights[j] = std::pow(static_cast<double>(j) + 11, -settings.skew);
  shuffle(std::span(weights), random); // so that popularity does not follow the ids
  const AliasTable popularity = aliasTable(weights);
  const std::vector<std::size_t> counts = activities(settings, total, random);

  Ratings& ratings = made.ratings;
  ratings.users = firstIds(settings.users);
  ratings.items = firstIds(settings.items);
  ratings.user.reserve(total);
  ratings.item.reserve(total);
  ratings.value.reserve(total);
  constexpr std::uint32_t nobody = ~std::uint32_t{0};
  std::vector<std::uint32_t> takenBy(items, nobody);
  for (std::size_t u = 0; u < counts.size(); ++u)
    for (std::size_t k = 0; k < counts[u]; ++k) {
      const auto user = static_cast<std::uint32_t>(u);
      const std::size_t item = drawItem(popularity, takenBy, user, random);
      takenBy[item] = user;
      const double noise = settings.noise * numerics::standardNormal(random);
      double value =
          static_cast<double>(score(made.planted, static_cast<int>(user), static_cast<int>(item))) + noise;
      if (settings.halfStars)
        value = std::clamp(std::round(2 * value) / 2, 0.5, 5.0);
      ratings.user.push_back(static_cast<std::int32_t>(user));
      ratings.item.push_back(static_cast<std::int32_t>(item));
      ratings.value.push_back(static_cast<float>(value));
    }
  return made;
}

} // namespace eigenboard::recommender
