#include "core/recommender/ratings.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace eigenboard::recommender {

namespace {

struct PlacedIds {
  IdMap map;
  std::vector<std::int32_t> places;
};

/// Ids that lie close together are looked up in a table, which takes a tenth of the time of sorting.
PlacedIds placedByTable(std::span<const std::int64_t> ids, std::int64_t lowest, std::size_t span) {
  PlacedIds placed;
  std::vector<std::int32_t> table(span, 0);
  for (const std::int64_t id : ids)
    table[static_cast<std::size_t>(id - lowest)] = 1;
  for (std::size_t k = 0; k < span; ++k)
    if (table[k] != 0) {
      table[k] = placed.map.size();
      placed.map.ids.push_back(lowest + static_cast<std::int64_t>(k));
    }
  placed.places.reserve(ids.size());
  for (const std::int64_t id : ids)
    placed.places.push_back(table[static_cast<std::size_t>(id - lowest)]);
  return placed;
}

PlacedIds placedIds(std::span<const std::int64_t> ids) {
  if (ids.empty())
    return {};
  const auto [lowest, highest] = std::minmax_element(ids.begin(), ids.end());
  const std::uint64_t span = static_cast<std::uint64_t>(*highest) - static_cast<std::uint64_t>(*lowest);
  constexpr std::size_t smallTable = 1 << 20;
  if (span < 4 * ids.size() + smallTable)
    return placedByTable(ids, *lowest, static_cast<std::size_t>(span) + 1);
  PlacedIds placed;
  placed.map.ids.assign(ids.begin(), ids.end());
  std::sort(placed.map.ids.begin(), placed.map.ids.end());
  placed.map.ids.erase(std::unique(placed.map.ids.begin(), placed.map.ids.end()), placed.map.ids.end());
  placed.map.ids.shrink_to_fit();
  placed.places.reserve(ids.size());
  for (const std::int64_t id : ids)
    placed.places.push_back(placed.map.indexOf(id));
  return placed;
}

RowGroups grouped(std::span<const std::int32_t> group, int groups) {
  RowGroups rows;
  rows.start.assign(static_cast<std::size_t>(groups) + 1, 0);
  for (const std::int32_t g : group)
    ++rows.start[static_cast<std::size_t>(g) + 1];
  for (std::size_t g = 1; g < rows.start.size(); ++g)
    rows.start[g] += rows.start[g - 1];
  rows.positions.resize(group.size());
  std::vector<std::size_t> next(rows.start.begin(), rows.start.end() - 1);
  for (std::size_t k = 0; k < group.size(); ++k)
    rows.positions[next[static_cast<std::size_t>(group[k])]++] = static_cast<std::uint32_t>(k);
  return rows;
}

/// True for each row whose pair of user and item comes again later.
std::vector<char> overruledRows(const Ratings& ratings) {
  std::vector<char> overruled(ratings.size(), 0);
  const RowGroups rows = rowsByUser(ratings);
  // The last row at which an item was met, plus one. It is this user's when the row has this user.
  std::vector<std::uint32_t> met(static_cast<std::size_t>(ratings.items.size()), 0);
  for (const std::uint32_t k : rows.positions) {
    std::uint32_t& last = met[static_cast<std::size_t>(ratings.item[k])];
    if (last > 0 && ratings.user[last - 1] == ratings.user[k])
      overruled[last - 1] = 1;
    last = k + 1;
  }
  return overruled;
}

template <typename T>
void removeMarked(std::vector<T>& values, const std::vector<char>& marks) {
  std::size_t kept = 0;
  for (std::size_t k = 0; k < values.size(); ++k)
    if (marks[k] == 0)
      values[kept++] = values[k];
  values.resize(kept);
}

/// Of the groups that are not empty.
double medianCount(const RowGroups& rows, int& groups) {
  std::vector<std::size_t> counts;
  for (std::size_t g = 0; g + 1 < rows.start.size(); ++g)
    if (rows.start[g + 1] > rows.start[g])
      counts.push_back(rows.start[g + 1] - rows.start[g]);
  groups = static_cast<int>(counts.size());
  if (counts.empty())
    return 0;
  std::sort(counts.begin(), counts.end());
  const std::size_t middle = counts.size() / 2;
  return counts.size() % 2 == 1 ? static_cast<double>(counts[middle])
                                : static_cast<double>(counts[middle - 1] + counts[middle]) / 2;
}

} // namespace

int IdMap::indexOf(std::int64_t id) const {
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);
  return found != ids.end() && *found == id ? static_cast<int>(found - ids.begin()) : -1;
}

IndexedRows indexed(const RatingRows& rows) {
  IndexedRows result;
  Ratings& ratings = result.ratings;
  PlacedIds users = placedIds(rows.user);
  PlacedIds items = placedIds(rows.item);
  ratings.users = std::move(users.map);
  ratings.items = std::move(items.map);
  ratings.user = std::move(users.places);
  ratings.item = std::move(items.places);
  ratings.value = rows.value;
  ratings.time = rows.time;
  const std::vector<char> overruled = overruledRows(ratings);
  result.duplicates = static_cast<std::size_t>(std::count(overruled.begin(), overruled.end(), 1));
  if (result.duplicates > 0) {
    removeMarked(ratings.user, overruled);
    removeMarked(ratings.item, overruled);
    removeMarked(ratings.value, overruled);
    removeMarked(ratings.time, overruled);
  }
  return result;
}

RowGroups rowsByUser(const Ratings& ratings) {
  return grouped(ratings.user, ratings.users.size());
}

RowGroups rowsByItem(const Ratings& ratings) {
  return grouped(ratings.item, ratings.items.size());
}

RatingStatistics statisticsOf(const Ratings& ratings) {
  RatingStatistics statistics;
  if (ratings.size() == 0)
    return statistics;
  statistics.ratings = ratings.size();
  statistics.medianPerUser = medianCount(rowsByUser(ratings), statistics.users);
  statistics.medianPerItem = medianCount(rowsByItem(ratings), statistics.items);
  const auto count = static_cast<double>(ratings.size());
  statistics.density = count / (static_cast<double>(statistics.users) * statistics.items);
  double sum = 0;
  for (const float value : ratings.value)
    sum += static_cast<double>(value);
  statistics.mean = sum / count;
  double squares = 0;
  for (const float value : ratings.value) {
    const double offset = static_cast<double>(value) - statistics.mean;
    squares += offset * offset;
    const double halves = std::clamp(std::round(2 * static_cast<double>(value)), 0.0, 10.0);
    ++statistics.halfStars[static_cast<std::size_t>(halves)];
  }
  statistics.deviation = std::sqrt(squares / count);
  const auto [lowest, highest] = std::minmax_element(ratings.value.begin(), ratings.value.end());
  statistics.lowest = *lowest;
  statistics.highest = *highest;
  return statistics;
}

} // namespace eigenboard::recommender
