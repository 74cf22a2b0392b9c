#include "core/recommender/top_items.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::recommender {

std::vector<ScoredItem> topItems(const Eigen::Ref<const Eigen::VectorXf>& scores, std::size_t count,
                                 const std::vector<char>& excluded) {
  std::vector<ScoredItem> best;
  for (Eigen::Index item = 0; item < scores.size(); ++item) {
    const auto place = static_cast<std::size_t>(item);
    if (!std::isnan(scores(item)) && (place >= excluded.size() || excluded[place] == 0))
      best.push_back({static_cast<int>(item), scores(item)});
  }
  const std::size_t kept = std::min(count, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(kept), best.end(),
                    [](const ScoredItem& a, const ScoredItem& b) {
                      return a.score > b.score || (a.score == b.score && a.item < b.item);
                    });
  best.resize(kept);
  return best;
}

std::vector<char> itemsRatedBy(const Ratings& ratings, const RowGroups& byUser, int user) {
  std::vector<char> rated(static_cast<std::size_t>(ratings.items.size()), 0);
  if (user < 0 || user >= ratings.users.size())
    return rated;
  const auto u = static_cast<std::size_t>(user);
  for (std::size_t k = byUser.start[u]; k < byUser.start[u + 1]; ++k)
    rated[static_cast<std::size_t>(ratings.item[byUser.positions[k]])] = 1;
  return rated;
}

} // namespace eigenboard::recommender
