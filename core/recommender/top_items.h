#pragma once

#include "core/recommender/ratings.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::recommender {

struct ScoredItem {
  int item = 0;
  float score = 0;
};

/// The count items with the highest scores, best first, without the excluded ones; of equal scores the item
/// that stands earlier is the better. Scores that are not numbers are left out. Fewer where there are not so
/// many. Cost: items, and count · log count.
std::vector<ScoredItem> topItems(const Eigen::Ref<const Eigen::VectorXf>& scores, std::size_t count,
                                 const std::vector<char>& excluded);

/// A mark at each item that the user rated, as topItems takes it.
std::vector<char> itemsRatedBy(const Ratings& ratings, const RowGroups& byUser, int user);

} // namespace eigenboard::recommender
