#include "core/recommender/alternating_least_squares.h"
#include "core/recommender/neural_filtering.h"
#include "core/recommender/ratings_file.h"
#include "core/recommender/stochastic_gradient.h"
#include "core/recommender/synthetic_ratings.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace eigenboard::recommender;

namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <typename Work>
double secondsOf(const Work& work) {
  const double begin = now();
  work();
  return now() - begin;
}

/// The most that this process held so far, in MB; 0 where the system does not say.
double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

SyntheticRatings madeUp(int users, int items, std::size_t ratings) {
  SyntheticSettings settings;
  settings.users = users;
  settings.items = items;
  settings.ratings = ratings;
  settings.factors = 10;
  return syntheticRatings(settings);
}

std::string asFile(const Ratings& ratings) {
  std::string text = "userId,movieId,rating,timestamp\n";
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const int halves = static_cast<int>(2 * ratings.value[k]);
    text += std::to_string(ratings.user[k] + 1) + ',' + std::to_string(ratings.item[k] + 1) + ',' +
            std::to_string(halves / 2) + (halves % 2 == 0 ? ".0," : ".5,") +
            std::to_string(1'000'000'000 + k) + '\n';
  }
  return text;
}

/// The best of some epochs after one that warms the caches.
void printSgd(const Ratings& ratings, int factors, int threads, int epochs) {
  SgdSettings settings;
  settings.factors = factors;
  settings.rate = 0.005F;
  const TrainingOrder order = trainingOrder(ratings, threads, 1);
  SgdState state = nextEpoch(order, settings, sgdStart(ratings, settings));
  double best = 1e9;
  for (int k = 0; k < epochs; ++k)
    best = std::min(best, secondsOf([&] { state = nextEpoch(order, settings, std::move(state)); }));
  std::printf("sgd: %zu ratings, %d factors, %d threads: %.1f million updates a second, RMSE %.4f\n",
              ratings.size(), factors, threads, 1e-6 * static_cast<double>(ratings.size()) / best,
              std::sqrt(state.meanSquare));
}

} // namespace

/// Prints figures; with the word large also those of 25 million ratings.
int main(int count, char** words) {
  const bool large = count > 1 && std::string(words[1]) == "large";
  {
    const std::string file = asFile(madeUp(6000, 4000, 1'000'000).ratings);
    double best = 1e9;
    for (int k = 0; k < 5; ++k)
      best = std::min(best, secondsOf([&] { readRatings(file); }));
    std::printf("read: a million ratings (%zu MB) in %.3f s\n", file.size() / 1'000'000, best);
  }
  const Ratings small = madeUp(600, 9700, 100'000).ratings;
  for (const int factors : {10, 50, 100})
    for (const int threads : {1, 2})
      printSgd(small, factors, threads, 40);
  const RatingSides sides = sidesOf(small);
  for (const int threads : {1, 2}) {
    AlsSettings settings;
    settings.threads = threads;
    AlsState state = nextSweep(small, sides, settings, alsStart(small, settings));
    std::printf("als: 100000 ratings, %d factors, %d threads: %.3f s a sweep\n", settings.factors, threads,
                secondsOf([&] { state = nextSweep(small, sides, settings, std::move(state)); }));
  }
  const TrainingOrder order = trainingOrder(small, 1, 1);
  NeuralState neural = nextEpoch(order, {}, neuralStart(small, {}));
  std::printf("neural: 100000 ratings: %.3f s an epoch\n",
              secondsOf([&] { neural = nextEpoch(order, {}, std::move(neural)); }));
  if (!large)
    return 0;
  Ratings many;
  const double making = secondsOf([&] { many = madeUp(160'000, 59'000, 25'000'000).ratings; });
  std::printf("25 million ratings made in %.1f s\n", making);
  for (const auto& [factors, threads] : {std::pair(10, 1), std::pair(10, 2), std::pair(100, 2)})
    printSgd(many, factors, threads, 2);
  std::printf("peak memory: %.0f MB\n", peakMegabytes());
  return 0;
}
