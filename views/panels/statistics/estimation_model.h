#pragma once

#include "core/numerics/random.h"
#include "core/statistics/intervals.h"
#include "core/statistics/likelihood.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace eigenboard::panels::statistics::estimation_panel {

namespace math = eigenboard::statistics;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(EstimationPanel)
};

inline constexpr int mostData = 60;
inline constexpr double dataReach = 10; ///< data lie in [0, dataReach]
inline constexpr int mostSteps = 200;
inline constexpr int dartSteps = 100;  ///< of those, where darts are thrown
inline constexpr int dartsPerStep = 8; ///< of two estimates each
inline constexpr double weakest = 0.5; ///< a prior that weighs less is none

/// What is estimated from data at hand, in the order of math::OneParameter; then two experiments that are
/// repeated.
enum class Show : std::uint8_t { NormalMean, NormalSpread, Bernoulli, Poisson, Exponential, Dance, Target };
enum class Population : std::uint8_t { Normal, Exponential };
enum class Estimator : std::uint8_t { OverLess, OverN, OverMore, OwnFactor, ShrunkMean };

struct Params {
  Show show = Show::NormalMean;
  Eigen::MatrixXd data; ///< one column
  double mu = 6.2;
  double spread = 2;
  double chance = 0.1;
  double rate = 3;
  double decay = 0.4;
  double sigma = 1.5; ///< known spread of NormalMean
  double centre = 4;  ///< known mean of NormalSpread
  int trials = 30;
  int successes = 3;
  double priorMean = 5;
  double priorChance = 0.5;
  double strength = 0; ///< of the prior, in values; 0: no prior
  double level = 0.95;
  double trueMean = 5;
  double trueSpread = 1.5;
  Population population = Population::Normal;
  int n = 10;
  math::MeanProcedure procedure = math::MeanProcedure::Student;
  Estimator estimator = Estimator::OverN;
  double weight = 0.7;
  double guess = 4;
  int seed = 1;

  Params(); ///< the first preset
  bool isRepeated() const { return show == Show::Dance || show == Show::Target; }
  bool hasPrior() const { return strength >= weakest; }
  double theta() const;
  double priorGuess() const { return show == Show::Bernoulli ? priorChance : priorMean; }
  int usedSuccesses() const { return successes < trials ? successes : trials; }
};

/// The key of the parameter that θ is, its sign in TeX, and the θ that are shown.
struct ThetaAxis {
  const char* key = "";
  const char* symbol = "";
  double low = 0;
  double high = 1;
};
ThetaAxis axisOf(Show show);

struct Step {
  numerics::Random random{0};
  int count = 0;
  math::Interval interval; ///< of the last sample
  double sampleMean = 0;
  std::vector<QPointF> darts; ///< of the last step: two estimates each
};

struct LikelihoodResult {
  math::Observed observed;
  double theta = 0;
  double logLikelihood = 0;
  double product = 0;
  double score = 0;
  double best = 0;
  double information = 0; ///< at the maximum
  double standardError = 0;
  double bound = 0; ///< of the standard error, at θ
  math::Interval wald;
  math::Interval range; ///< by the likelihood
  std::optional<math::Belief> before;
  std::optional<math::Belief> after;
  math::Interval credible;
  double highestLog = 0; ///< of ℓ less its maximum, over the axis: below 0 where the maximum lies outside
  double scale = 1;      ///< by which exp of the logarithms below has area 1
  double densityTop = 1; ///< of the likelihood at that scale and of the beliefs
  std::vector<double> places;       ///< of θ, rising
  std::vector<double> relativeLogs; ///< there, ℓ less the highest that is shown
};

struct RepeatedResult {
  int samples = 0;
  int misses = 0;
  double meanWidth = 0;
  double promised = 0; ///< what the procedure covers, for a normal population; NaN: not known
  double truth = 0;    ///< of what is estimated
  double weight = 0;   ///< of the estimator
  double bestWeight = 0;
  math::Risk risk; ///< by theory
  int estimates = 0;
  double seenMean = 0;
  double seenVariance = 0; ///< ddof 0
  double seenError = 0;    ///< mean squared

  double coverage() const { return static_cast<double>(samples - misses) / samples; }
};

struct Result {
  std::span<const Step> history;
  LikelihoodResult likelihood;
  RepeatedResult repeated;
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);
Result evaluate(const Params& params, std::span<const Step> history);

/// ℓ at θ less the highest that is shown.
double relativeLog(const LikelihoodResult& result, double theta);
/// Of the estimator at any weight.
math::Risk riskAt(const Params& params, double weight);
double excessKurtosis(Population population);

QString dataText(const Eigen::MatrixXd& data);

QString numpyCode(const Params& params, int steps);
QString repeatedCode(const Params& params, int steps); ///< of the two experiments

} // namespace eigenboard::panels::statistics::estimation_panel
