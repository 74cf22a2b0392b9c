#include "core/recommender/split.h"

#include "core/recommender/shuffle.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace eigenboard::recommender {

namespace {

void reserveRows(Ratings& ratings, std::size_t count, bool times) {
  ratings.user.reserve(count);
  ratings.item.reserve(count);
  ratings.value.reserve(count);
  if (times)
    ratings.time.reserve(count);
}

IdMap unionOf(const IdMap& a, const IdMap& b) {
  IdMap both;
  both.ids.reserve(a.ids.size() + b.ids.size());
  std::set_union(a.ids.begin(), a.ids.end(), b.ids.begin(), b.ids.end(), std::back_inserter(both.ids));
  return both;
}

void moveTo(const IdMap& from, const IdMap& to, std::vector<std::int32_t>& places) {
  std::vector<std::int32_t> moved;
  moved.reserve(from.ids.size());
  for (const std::int64_t id : from.ids)
    moved.push_back(to.indexOf(id));
  for (std::int32_t& place : places)
    place = moved[static_cast<std::size_t>(place)];
}

} // namespace

Split split(const Ratings& ratings, double share, std::uint64_t seed) {
  const std::size_t n = ratings.size();
  const double wanted =
      std::round(std::clamp(std::isnan(share) ? 0.0 : share, 0.0, 1.0) * static_cast<double>(n));
  const auto testCount = static_cast<std::size_t>(wanted);
  Split parts;
  parts.train.users = parts.test.users = ratings.users;
  parts.train.items = parts.test.items = ratings.items;
  const bool times = !ratings.time.empty();
  reserveRows(parts.train, n - testCount, times);
  reserveRows(parts.test, testCount, times);
  // Going through the rows, each is taken with the chance that the places left give it (Knuth 3.4.2 S).
  numerics::Random random = randomFor(seed, 0x73706c6974);
  std::size_t left = testCount;
  for (std::size_t k = 0; k < n; ++k) {
    const bool taken = below(random, n - k) < left;
    left -= taken ? 1 : 0;
    Ratings& part = taken ? parts.test : parts.train;
    part.user.push_back(ratings.user[k]);
    part.item.push_back(ratings.item[k]);
    part.value.push_back(ratings.value[k]);
    if (times)
      part.time.push_back(ratings.time[k]);
  }
  return parts;
}

Split aligned(const Ratings& train, const Ratings& test) {
  Split parts{train, test};
  const IdMap users = unionOf(train.users, test.users);
  const IdMap items = unionOf(train.items, test.items);
  for (const auto& [whole, part] : {std::pair(&train, &parts.train), std::pair(&test, &parts.test)}) {
    moveTo(whole->users, users, part->user);
    moveTo(whole->items, items, part->item);
    part->users = users;
    part->items = items;
  }
  return parts;
}

} // namespace eigenboard::recommender
