#pragma once

#include "core/numerics/random.h"
#include "core/probability/distribution.h"
#include "core/statistics/description.h"
#include "core/statistics/histogram_law.h"
#include "core/statistics/resampling.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QtCore/QCoreApplication>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace eigenboard::panels::statistics::sampling_panel {

namespace math = eigenboard::statistics;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SamplingPanel)
};

enum class Population : std::uint8_t { Drawn, Exponential, Pareto, Cauchy };
/// Means of many samples, the running mean of one, or resamples of one.
enum class Mode : std::uint8_t { Means, Path, Bootstrap };

inline constexpr int barCount = 10;
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
using Bars = Eigen::Matrix<double, 1, barCount>;

inline Bars skewedBars() {
  Bars bars;
  bars << 1.0, 0.74, 0.52, 0.36, 0.25, 0.17, 0.11, 0.07, 0.05, 0.04;
  return bars;
}

struct Params {
  Mode mode = Mode::Means;
  Population population = Population::Drawn;
  Bars bars = skewedBars(); ///< weights of the intervals 0 to 1, 1 to 2, …
  int n = 10;
  double confidence = 0.95;
  int seed = 6;
};

inline constexpr int mostSteps = 60;
inline constexpr int singleSteps = 10; ///< one sample each, slow enough to watch
inline constexpr int samplesLater = 20;
inline constexpr int drawsOfPath = 20;
inline constexpr double reach = 10; ///< the axis shown is 0 to this

/// How many samples a step draws, the first step being 1.
constexpr int samplesInStep(int step) {
  return step <= singleSteps ? 1 : samplesLater;
}

/// What one step has drawn.
struct Draw {
  numerics::Random random{0};
  int step = 0;
  std::vector<double> base;   ///< the one sample that is resampled
  std::vector<double> latest; ///< values of the last sample
  std::vector<double> means;  ///< of the samples of this step
};

struct Law {
  double mean = undefined;
  double spread = undefined; ///< infinite, or undefined
  double skewness = undefined;
};

struct Result {
  Law law;
  double standardError = undefined; ///< σ/√n
  std::vector<double> latest;
  std::vector<double> base;
  std::vector<double> means; ///< of all samples so far, sorted; of a path none
  std::vector<double> path;  ///< running means
  double meanOfMeans = undefined;
  double measuredError = undefined;
  double distance = undefined; ///< of Kolmogorov and Smirnov from N(μ, σ²/n)
  double sampleMean = undefined;
  double plugInError = undefined;
  math::PercentileInterval interval{undefined, undefined};
};

math::HistogramLaw drawnLaw(const Params& params);
/// The named family; none for a drawn population.
std::optional<eigenboard::probability::Distribution> familyOf(const Params& params);
Law lawOf(const Params& params);

Draw startOfDraws(const Params& params);
Draw nextOfDraws(const Params& params, const Draw& draw);
Result evaluate(const Params& params, std::span<const Draw> history);

QString barKey(int bar);
scene::Scene drawn(const Params& params, const Result& result);
scene::PlaneView meansView(const Params& params, const Result& result);
scene::PlaneView pathView(const Params& params, const Result& result);
QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::statistics::sampling_panel
