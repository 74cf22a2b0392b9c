#pragma once

#include "core/numerics/random.h"
#include "core/statistics/hypothesis_tests.h"
#include "views/scene/scene.h"

#include <QtCore/QCoreApplication>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace eigenboard::panels::statistics::testing_panel {

namespace math = eigenboard::statistics;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(TestingPanel)
};

enum class Mode : std::uint8_t { Power, Permutation, Peeking, Many };
enum class Correction : std::uint8_t { None, Bonferroni, BenjaminiHochberg };

/// Users of recommender A against users of B; an effect is counted in standard deviations of their ratings.
struct Params {
  Mode mode = Mode::Power;
  double effect = 0.3;
  int n = 100; ///< per group
  double alpha = 0.05;
  bool twoSided = true;
  int users = 12; ///< per group, where they are dealt out anew
  int looks = 10;
  int tests = 20;
  int real = 0; ///< of the tests that have an effect
  Correction correction = Correction::None;
  int seed = 4;

  math::Side side() const { return twoSided ? math::Side::Both : math::Side::Greater; }
  /// Users of each recommender in one experiment.
  int groupSize() const { return mode == Mode::Permutation ? users : n; }
  int realTests() const { return real < tests ? real : tests; }
};

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
inline constexpr double wantedPower = 0.8;
inline constexpr int mostSteps = 60;
inline constexpr int singleSteps = 10; ///< one experiment each, slow enough to watch
inline constexpr int experimentsLater = 20;

constexpr int experimentsInStep(int step) {
  return step <= singleSteps ? 1 : experimentsLater;
}

/// What one step has brought, in the mode at hand.
struct Trial {
  numerics::Random random{0};
  int step = 0;
  std::vector<double> ratings;     ///< of A's users, then of B's; the same at all steps
  std::vector<double> nullZ;       ///< Power: of experiments without an effect
  std::vector<double> realZ;       ///< Power: with it
  std::vector<double> differences; ///< Permutation: of ratings dealt out anew
  std::vector<int> firstHits;      ///< Peeking: the first significant look, from 1; 0 for none
  std::vector<double> path;        ///< Peeking: p at each look, of the last experiment
  std::vector<int> falseHits;      ///< Many: of each family
  std::vector<int> trueHits;
  std::vector<double> family; ///< Many: p of the last family, those with an effect first
};

struct Result {
  double shift = 0; ///< of z by the effect
  double critical = 0;
  double power = 0;
  double needed = 0;
  double superiority = 0; ///< P(a user of B rates higher than one of A)
  int experiments = 0;
  std::vector<double> nullP;
  std::vector<double> realP;
  double latestZ = undefined;
  double latestP = undefined;
  double falseRate = undefined; ///< share of experiments without an effect that are significant
  double foundRate = undefined; ///< share of those with one
  double exaggeration = undefined;
  std::vector<double> ratings;
  std::vector<double> differences;
  double difference = undefined;
  math::TestResult welch;
  int asExtreme = 0;
  double permutationP = undefined;
  std::vector<double> peekingError; ///< exact, at looks 1, 2, …
  std::vector<double> peekingShare; ///< of the experiments so far
  std::vector<std::vector<double>> paths;
  std::vector<double> family;
  std::vector<bool> significant; ///< of the last family
  double familyError = 0;        ///< P(at least one false rejection) without correction
  double familyShare = undefined;
  double falseDiscoveries = undefined; ///< mean share of false ones among the rejections
};

Trial startOfTrials(const Params& params);
Trial nextOfTrials(const Params& params, const Trial& trial);
std::vector<bool> significantOnes(const Params& params, std::span<const double> p);
Result evaluate(const Params& params, std::span<const Trial> history);

scene::Scene drawn(const Params& params, const Result& result);
scene::PlaneView curvesView(const Params& params, const Result& result);
scene::PlaneView powerView(const Params& params, const Result& result);
scene::PlaneView pValueView(const Params& params, const Result& result);
scene::PlaneView ratingsView(const Params& params, const Result& result);
scene::PlaneView shuffledView(const Params& params, const Result& result);
scene::PlaneView pathsView(const Params& params, const Result& result);
scene::PlaneView peekingView(const Params& params, const Result& result);
scene::PlaneView familyView(const Params& params, const Result& result);
scene::PlaneView familiesView(const Params& params, const Result& result);
QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::statistics::testing_panel
