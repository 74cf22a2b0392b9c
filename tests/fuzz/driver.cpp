#include "tests/fuzz/target.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace eigenboard::tests {

namespace {
constexpr std::uint32_t seed = 20260501;
std::string current; ///< the input that is being tried, for the report of a failure
} // namespace

void mustHold(bool holds, const char* what) {
  if (holds)
    return;
  std::fprintf(stderr, "not true of this input: %s\n%s\n", what, current.c_str());
  std::abort();
}

/// Runs every example as it is, then mutated ones. Prints what a run cost.
int drive(const std::string& root, int runs) {
  const Seeds seeds = seedsOf(root);
  if (seeds.examples.empty() || seeds.pieces.empty()) {
    std::fprintf(stderr, "there are no examples to begin with\n");
    return 1;
  }
  std::mt19937 random(seed);
  QElapsedTimer all;
  all.start();
  qint64 longest = 0;
  const auto run = [&longest](const std::string& input) {
    current = input;
    QElapsedTimer one;
    one.start();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    longest = std::max(longest, one.elapsed());
  };
  for (int i = 0; i < runs; ++i)
    run(mutated(seeds, random, longestInput));
  std::printf("%d inputs from %zu examples in %lld ms, the slowest %lld ms\n", runs, seeds.examples.size(),
              static_cast<long long>(all.elapsed()), static_cast<long long>(longest));
  return 0;
}

} // namespace eigenboard::tests

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s ROOT RUNS\n", argv[0]);
    return 2;
  }
  return eigenboard::tests::drive(argv[1], std::atoi(argv[2]));
}
