#include "core/recommender/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace eigenboard::recommender {

void forEachIndex(int count, int threads, const std::function<void(int)>& task) {
  constexpr int mostThreads = 64;
  threads = std::clamp(threads, 1, mostThreads);
  const int atOnce = count > 64 * threads ? 16 : 1; // so that threads seldom ask for more
  std::atomic<int> next = 0;
  const auto work = [&] {
    for (int begin = next.fetch_add(atOnce); begin < count; begin = next.fetch_add(atOnce))
      for (int k = begin; k < std::min(begin + atOnce, count); ++k)
        task(k);
  };
  std::vector<std::jthread> others;
  for (int thread = 1; thread < threads; ++thread) {
    try {
      others.emplace_back(work);
    } catch (const std::system_error&) {
      break; // the threads that there are do it all
    }
  }
  work();
}

} // namespace eigenboard::recommender
