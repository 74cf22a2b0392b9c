#pragma once

#include "core/probability/distribution.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>
#include <optional>
#include <span>

namespace eigenboard::panels::probability::distributions_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(DistributionsPanel)
};

/// What is drawn beside the law: another of the same mean and variance, or where it has none of the same
/// quartiles; or the law as it was before the data.
enum class Companion : std::uint8_t { None, Normal, Poisson, Exponential, Laplace, Cauchy, Prior };

/// One set of numbers for all families, so that a change of family keeps what they have in common.
struct Params {
  math::Family family = math::Family::Normal;
  double location = 0;
  double scale = 1;
  double shape = 3;
  double secondShape = 5;
  int trials = 20;
  double chance = 0.3;
  int population = 50;
  int successes = 0; ///< data for gamma and beta: shapes grow by them
  int failures = 0;
  double a = -1;
  double b = 1;
  double level = 0.9; ///< of the quantile
  Companion companion = Companion::None;
  double reach = 6; ///< half of the width shown
  int seed = 1;
};

inline constexpr int samplesPerStep = 25;
inline constexpr int mostSteps = 40;
inline constexpr int binCount = 40;

/// A rain of samples so far.
struct Rain {
  numerics::Random random{0};
  int drawn = 0;
  int inside = 0;                 ///< between the limits
  std::vector<int> bins;          ///< of the width shown
  std::vector<double> lastSample; ///< those of the last step
};

struct Result {
  math::Distribution law;
  std::optional<math::Distribution> companion;
  bool isDiscrete = false;
  math::Moments moments;
  math::Quantity entropy;
  math::Quantity mode;
  double inside = 0; ///< P(a < X < b), for a discrete law with both ends
  double quantile = 0;
  double total = 0;    ///< ∫ f between the quantiles of 1/64 and 63/64 over 62/64, or Σ f
  double distance = 0; ///< the greatest |F − G| that is drawn; NaN without a companion
  double left = 0;
  double right = 1;
  double top = 1; ///< of the density axis
  std::vector<QPointF> density;
  std::vector<QPointF> cumulative;
  std::vector<QPointF> companionDensity;
  std::vector<QPointF> companionCumulative;
  Rain rain;

  double low(const Params& p) const { return std::min(p.a, p.b); }
  double high(const Params& p) const { return std::max(p.a, p.b); }
};

math::Distribution lawOf(const Params& params);
std::optional<math::Distribution> companionOf(const Params& params, const math::Distribution& law);

Rain startOfRain(const Params& params);
Rain nextOfRain(const Params& params, const Rain& rain);

Result evaluate(const Params& params, std::span<const Rain> history);

scene::Scene drawn(const Params& params, const Result& result);
std::vector<scene::Handle> lawHandles(const Params& params, const Result& result);

/// "\mathcal{N}(0,\ 1)": the law with its parameters in their order.
QString lawTex(const math::Distribution& law);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::distributions_panel
