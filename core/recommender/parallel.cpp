#include "core/recommender/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace eigenboard::recommender {

void forEachIndex(int count, int threads, const std::function<void(int)>& task) {
  constexpr int atOnce = 16; // so that threads seldom ask for more
  std::atomic<int> next = 0;
  const auto work = [&] {
    for (int begin = next.fetch_add(atOnce); begin < count; begin = next.fetch_add(atOnce))
      for (int k = begin; k < std::min(begin + atOnce, count); ++k)
        task(k);
  };
  std::vector<std::jthread> others;
  for (int thread = 1; thread < std::clamp(threads, 1, 64); ++thread)
    others.emplace_back(work);
  work();
}

} // namespace eigenboard::recommender
