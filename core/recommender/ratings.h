#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace eigenboard::recommender {

/// The ids of a data set, which may lie anywhere in 0 … 2⁶³ − 1, and their places 0 … size − 1.
struct IdMap {
  std::vector<std::int64_t> ids; ///< ascending, each once

  int size() const { return static_cast<int>(ids.size()); }
  /// −1 for an id that is not there. Cost: log₂ size comparisons.
  int indexOf(std::int64_t id) const;
};

/// Who gave what how many stars. Row k of a file is user[k], item[k], value[k], time[k]. A pair of user and
/// item occurs once. At most 2³² − 1 rows.
struct Ratings {
  IdMap users;
  IdMap items;
  std::vector<std::int32_t> user; ///< place in users
  std::vector<std::int32_t> item; ///< place in items
  std::vector<float> value;
  std::vector<std::int64_t> time; ///< seconds since 1970; empty when the data have no times

  std::size_t size() const { return value.size(); }
};

/// Rows as a file has them: raw ids, and perhaps the same pair twice. The vectors are of one length, time may
/// be empty.
struct RatingRows {
  std::vector<std::int64_t> user;
  std::vector<std::int64_t> item;
  std::vector<float> value;
  std::vector<std::int64_t> time;
};

struct IndexedRows {
  Ratings ratings;
  std::size_t duplicates = 0; ///< rows left out because a later row has the same pair
};

/// Gives every id its place. Of rows with the same pair the last one stays, in its place; the order of rows
/// is kept. Cost: linear when the ids lie close together, n log n otherwise.
IndexedRows indexed(const RatingRows& rows);

/// Rows by user or by item: those of group g stand at positions[start[g]] … positions[start[g + 1] − 1], in
/// the order of the rows.
struct RowGroups {
  std::vector<std::size_t> start; ///< one more than there are groups
  std::vector<std::uint32_t> positions;

  std::size_t count(int group) const {
    const auto g = static_cast<std::size_t>(group);
    return start[g + 1] - start[g];
  }
};

/// Cost: linear, 4 bytes a row.
RowGroups rowsByUser(const Ratings& ratings);
RowGroups rowsByItem(const Ratings& ratings);

struct RatingStatistics {
  std::size_t ratings = 0;
  int users = 0; ///< with at least one rating
  int items = 0;
  double density = 0; ///< ratings / (users · items)
  double mean = 0;
  double deviation = 0; ///< population standard deviation
  float lowest = 0;
  float highest = 0;
  double medianPerUser = 0; ///< ratings of the user in the middle; of an even number the mean of the two
  double medianPerItem = 0;
  std::array<std::size_t, 11> halfStars{}; ///< how many round to 0, 0.5 … 5 stars; beyond them: the outer two
};

/// All zero for no ratings. Cost: linear.
RatingStatistics statisticsOf(const Ratings& ratings);

} // namespace eigenboard::recommender
