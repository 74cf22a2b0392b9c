#include "core/recommender/ranking_metrics.h"

#include "core/recommender/top_items.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace eigenboard::recommender {

namespace {

constexpr double undefinedMean = std::numeric_limits<double>::quiet_NaN();

double discountedSum(std::span<const double> gains, std::size_t k) {
  double sum = 0;
  for (std::size_t j = 0; j < std::min(k, gains.size()); ++j)
    sum += gains[j] / std::log2(static_cast<double>(j) + 2);
  return sum;
}

/// Users with a relevant test rating; of too many, evenly spaced ones.
/// What has no gain cannot be told from what is not relevant, so it is not.
bool isRelevant(float rating, const RankingTask& task) {
  return rating >= task.relevantFrom && rating > 0;
}

std::vector<int> judgedUsers(const Ratings& test, const RankingTask& task) {
  std::vector<char> has(static_cast<std::size_t>(test.users.size()), 0);
  for (std::size_t k = 0; k < test.size(); ++k)
    if (isRelevant(test.value[k], task))
      has[static_cast<std::size_t>(test.user[k])] = 1;
  std::vector<int> users;
  for (std::size_t user = 0; user < has.size(); ++user)
    if (has[user] != 0)
      users.push_back(static_cast<int>(user));
  const auto most = static_cast<std::size_t>(std::max(1, task.mostUsers));
  if (users.size() <= most)
    return users;
  std::vector<int> chosen;
  for (std::size_t k = 0; k < most; ++k)
    chosen.push_back(users[k * users.size() / most]);
  return chosen;
}

} // namespace

double precisionAt(std::span<const char> relevant, std::size_t k) {
  if (k == 0)
    return undefinedMean;
  const auto first = relevant.first(std::min(k, relevant.size()));
  return static_cast<double>(std::count(first.begin(), first.end(), 1)) / static_cast<double>(k);
}

double recallAt(std::span<const char> relevant, std::size_t k, std::size_t allRelevant) {
  if (allRelevant == 0)
    return undefinedMean;
  const auto first = relevant.first(std::min(k, relevant.size()));
  return static_cast<double>(std::count(first.begin(), first.end(), 1)) / static_cast<double>(allRelevant);
}

double ndcgAt(std::span<const double> gains, std::span<const double> allGains, std::size_t k) {
  std::vector<double> best(allGains.begin(), allGains.end());
  std::sort(best.begin(), best.end(), std::greater<>());
  const double ideal = discountedSum(best, k);
  return ideal > 0 ? discountedSum(gains, k) / ideal : undefinedMean;
}

RankingQuality rankingQuality(const Ratings& train, const Ratings& test, const RankingTask& task,
                              const std::function<Eigen::VectorXf(int user)>& scores) {
  const RowGroups trainRows = rowsByUser(train);
  const RowGroups testRows = rowsByUser(test);
  RankingQuality quality;
  quality.k = task.k;
  std::vector<double> gainOf(static_cast<std::size_t>(test.items.size()), 0);
  for (const int user : judgedUsers(test, task)) {
    const auto u = static_cast<std::size_t>(user);
    const auto rows = std::span(testRows.positions).subspan(testRows.start[u], testRows.count(user));
    std::vector<double> allGains;
    for (const std::uint32_t row : rows)
      if (isRelevant(test.value[row], task)) {
        gainOf[static_cast<std::size_t>(test.item[row])] = static_cast<double>(test.value[row]);
        allGains.push_back(static_cast<double>(test.value[row]));
      }
    std::vector<double> gains;
    std::vector<char> relevant;
    for (const ScoredItem& listed : topItems(scores(user), task.k, itemsRatedBy(train, trainRows, user))) {
      gains.push_back(gainOf[static_cast<std::size_t>(listed.item)]);
      relevant.push_back(gains.back() > 0 ? 1 : 0);
    }
    ++quality.users;
    quality.precision += precisionAt(relevant, task.k);
    quality.recall += recallAt(relevant, task.k, allGains.size());
    quality.ndcg += ndcgAt(gains, allGains, task.k);
    for (const std::uint32_t row : rows)
      gainOf[static_cast<std::size_t>(test.item[row])] = 0;
  }
  const auto count = static_cast<double>(quality.users); // 0/0 where there was none
  quality.precision /= count;
  quality.recall /= count;
  quality.ndcg /= count;
  return quality;
}

} // namespace eigenboard::recommender
