#include "core/recommender/changed_ratings.h"

#include <limits>
#include <map>
#include <utility>

namespace eigenboard::recommender {

namespace {

using Pair = std::pair<std::int32_t, std::int32_t>;

Ratings without(const Ratings& ratings, const std::map<Pair, float>& changed) {
  Ratings kept;
  kept.users = ratings.users;
  kept.items = ratings.items;
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    if (changed.contains({ratings.user[k], ratings.item[k]}))
      continue;
    kept.user.push_back(ratings.user[k]);
    kept.item.push_back(ratings.item[k]);
    kept.value.push_back(ratings.value[k]);
  }
  return kept;
}

} // namespace

Split withChanges(const Split& parts, std::span<const RatingChange> changes) {
  std::map<Pair, float> changed;
  for (const RatingChange& change : changes)
    if (change.user >= 0 && change.user < parts.train.users.size() && change.item >= 0 &&
        change.item < parts.train.items.size())
      changed[{change.user, change.item}] = change.value;
  Split result{without(parts.train, changed), without(parts.test, changed)};
  for (const auto& [pair, value] : changed) { // in the order of users and items
    if (!(value > 0))
      continue;
    result.train.user.push_back(pair.first);
    result.train.item.push_back(pair.second);
    result.train.value.push_back(value);
  }
  return result;
}

Ratings withNewUser(Ratings ratings) {
  const std::int64_t last = ratings.users.ids.empty() ? 0 : ratings.users.ids.back();
  if (last < std::numeric_limits<std::int64_t>::max())
    ratings.users.ids.push_back(last + 1);
  return ratings;
}

} // namespace eigenboard::recommender
