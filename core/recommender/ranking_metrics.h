#pragma once

#include "core/recommender/ratings.h"

#include <Eigen/Core>

#include <functional>
#include <span>

namespace eigenboard::recommender {

/// How many of the first k items of a list are relevant, over k. relevant holds a mark for each item of the
/// list, best first; a list shorter than k counts as filled up with what is not relevant. NaN for k = 0.
double precisionAt(std::span<const char> relevant, std::size_t k);

/// How many of all relevant items are among the first k of the list. NaN when there are none.
double recallAt(std::span<const char> relevant, std::size_t k, std::size_t allRelevant);

/// Σ gain_j / log₂(j + 1) over the first k places j = 1, 2 …, over the same sum for the best order of all
/// gains. gains: of the list, best first; allGains: of everything that could have been listed, in any order.
/// NaN when nothing has a gain. Source: Järvelin and Kekäläinen 2002, with linear gain.
double ndcgAt(std::span<const double> gains, std::span<const double> allGains, std::size_t k);

struct RankingQuality {
  std::size_t k = 0;
  int users = 0; ///< the means are over so many
  double precision = 0;
  double recall = 0;
  double ndcg = 0;
};

struct RankingTask {
  std::size_t k = 10;
  float relevantFrom = 4; ///< a test rating of so many stars, and above 0, makes an item relevant
  int mostUsers = 5000;   ///< so many users at most, evenly spaced, are looked at
};

/// Means over the users that have a relevant rating in the test part. Each user's items without a rating in
/// the training part are listed by score; the gain of an item is its test rating when that is relevant, else
/// 0. All means NaN without such a user. Train and test have the same ids. Cost: that of the scores, and
/// linear.
RankingQuality rankingQuality(const Ratings& train, const Ratings& test, const RankingTask& task,
                              const std::function<Eigen::VectorXf(int user)>& scores);

} // namespace eigenboard::recommender
