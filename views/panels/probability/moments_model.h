#pragma once

#include "core/numerics/random.h"
#include "core/probability/concentration.h"
#include "core/probability/finite_law.h"
#include "core/probability/jensen.h"
#include "core/probability/pair_moments.h"
#include "core/probability/running_moments.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <array>
#include <cstdint>
#include <span>

namespace eigenboard::panels::probability::moments_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(MomentsPanel)
};

enum class Mode : std::uint8_t { Beam, Covariance, Jensen, Bounds, Adam };

/// X takes the whole numbers from −4 to 4.
inline constexpr int placeCount = 9;
inline constexpr double farthest = 4;
using Weights = Eigen::Matrix<double, 1, placeCount>;

inline Weights usualWeights() {
  Weights weights;
  weights << 0, 1, 3, 4, 3, 2, 1, 1, 1;
  return weights;
}
Eigen::MatrixXd usualPoints();

struct Params {
  Mode mode = Mode::Beam;
  Weights w = usualWeights();
  double fulcrum = 1;
  Eigen::MatrixXd points = usualPoints();
  bool ellipse = true;
  math::Bend g = math::Bend::Square;
  int n = 4;
  double t = 1.5;
  double beta1 = 0.9;
  double beta2 = 0.99;
  int seed = 1;

  math::Fading fading() const { return {beta1, beta2}; }
};

inline constexpr int mostPoints = 40;
inline constexpr double pointReach = 5;
inline constexpr int mostSteps = 200;

/// X drawn so many times.
struct Stream {
  numerics::Random random{0};
  double number = 0; ///< the last one
  double sum = 0;
  std::array<int, placeCount> tally = {};
  math::RunningMoments running;
};

Stream startOfStream(const Params& params);
Stream nextOfStream(const Params& params, const Stream& stream);

/// NaN: undefined, as the readouts say.
struct Result {
  math::FiniteLaw law;
  math::FiniteMoments moments;
  math::PairMoments pairs;
  math::JensenGap jensen;
  math::FiniteLaw lawOfMean;
  math::TailBounds bounds;
  std::span<const Stream> history;

  const Stream& now() const { return history.back(); }
  int drawn() const { return static_cast<int>(now().running.count); }
  double spread() const;
  double sampleMean() const;
  /// What the weight to the right of the fulcrum pulls more than that to its left.
  double torque(const Params& p) const { return moments.mean - p.fulcrum; }
};

math::FiniteLaw lawOf(const Params& params);

/// history: from the start, never empty.
Result evaluate(const Params& params, std::span<const Stream> history);

/// "w0" to "w8".
QString weightKey(int place);
/// A handle at the top of a bar that stands at base; unit: the height of probability 1.
scene::Handle weightHandle(const Params& params, const Result& result, int place, double base, double unit);

scene::PlaneView beamView(const Params& params, const Result& result);
scene::PlaneView pairsView(const Params& params, const Result& result);
scene::PlaneView jensenView(const Params& params, const Result& result);
/// The law of the mean with its tails, and bounds over t.
scene::PlaneView tailsView(const Params& params, const Result& result);
scene::PlaneView boundsView(const Params& params, const Result& result);
/// The stream with its fading mean, and its squares with theirs.
scene::PlaneView firstMomentView(const Params& params, const Result& result);
scene::PlaneView secondMomentView(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::moments_panel
