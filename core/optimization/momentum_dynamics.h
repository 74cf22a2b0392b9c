#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <span>

namespace eigenboard::optimization {

/// Methods whose step on a quadratic is linear, so that eigenvalues tell all about them. The rules are those
/// of `optimizer.h`: m ← β m + ∇f, then x ← x − η m, or for Nesterov x ← x − η (∇f + β m).
enum class MomentumMethod : std::uint8_t { GradientDescent, HeavyBall, Nesterov };

struct MomentumSettings {
  MomentumMethod method = MomentumMethod::HeavyBall;
  double rate = 1;     ///< η ≥ 0, in units of one over a curvature
  double momentum = 0; ///< β, 0 … 1; gradient descent does not read it
};

/// Along an eigenvector of the Hessian, of curvature λ: the distance from the minimum, and the push η m that
/// the momentum holds.
struct ModeState {
  double position = 1;
  double push = 0;
};

/// What a step makes of (position, push): 2 by 2. It depends on η and λ by their product alone.
Eigen::Matrix2d iterationMatrix(const MomentumSettings& settings, double curvature);
ModeState nextMode(const MomentumSettings& settings, double curvature, const ModeState& state);

enum class ModeRegime : std::uint8_t {
  Monotone,   ///< comes in from one side
  Critical,   ///< both roots agree: as fast as it can come without swinging
  Ripples,    ///< complex roots: it swings about the minimum
  Alternates, ///< the larger root is negative: it jumps to the other side at every step
  Stays,      ///< the larger root has size 1: it comes no nearer
  Diverges,
};

/// The roots z of the iteration matrix's characteristic polynomial z² − trace z + determinant.
struct ModeRate {
  double factor = 0; ///< the size of the larger root: by so much the distance shrinks a step, in the long run
  double angle = 0;  ///< of that root, 0 … π radians; one swing takes 2π/angle steps
  double gap = 0;    ///< distance of the two roots
  double trace = 0;
  double determinant = 0;
  ModeRegime regime = ModeRegime::Monotone;
  bool converges() const { return regime != ModeRegime::Stays && regime != ModeRegime::Diverges; }
};

/// sameRoots: roots no further apart than this count as one. A factor within 1e-12 of 1 counts as 1. Near a
/// double root the factor is good to the root of the rounding error, some 1e-8.
ModeRate rateOf(const MomentumSettings& settings, double curvature, double sameRoots);

/// The largest factor of some curvatures; 0 where there are none. That of the smallest and the largest decide
/// it: as the curvature grows the factor falls, then rises.
double slowestFactor(const MomentumSettings& settings, std::span<const double> curvatures);

/// The settings with the least slowest factor for all curvatures from the smallest to the largest, both > 0.
/// Sources: Polyak 1964 (heavy ball); Lessard, Recht and Packard 2016, table 1 (Nesterov).
struct BestTuning {
  double rate = 0;
  double momentum = 0;
  double factor = 0;
};
BestTuning bestTuning(MomentumMethod method, double smallest, double largest);

/// The learning rates with which no curvature from the smallest to the largest has a factor above the given
/// one, 0 < factor ≤ 1. For the heavy ball the ends are straight lines in β, so that the settings which are
/// fast enough fill a triangle. factor 1 gives the border of divergence. From Jury's criterion.
struct RateInterval {
  double low = 0;
  double high = 0;
  bool isEmpty() const { return !(low <= high); }
};
RateInterval ratesWithin(MomentumMethod method, double momentum, double smallest, double largest,
                         double factor);

/// The β at which a mode with this product ηλ is critically damped: (1 − √ηλ)² for the heavy ball up to
/// ηλ = 4, (1 − √ηλ)/(1 + √ηλ) for Nesterov up to ηλ = 1; NaN where there is none.
double criticalMomentum(MomentumMethod method, double product);

/// ln ‖Mᵏ‖ / k in the Frobenius norm, from k ≥ 1 steps of two runs. By Gelfand's formula it tends to ln of
/// the factor, from above; it is no more than `slack` above it, because ‖Mᵏ‖ ≤ √2 ρᵏ + k ρᵏ⁻¹ n with n the
/// part of M off the diagonal of its Schur form. Where Mᵏ is 0 it is −∞. O(k), no overflow.
struct MeasuredFactor {
  double logarithm = 0;
  double slack = 0;
};
MeasuredFactor measuredFactor(const MomentumSettings& settings, double curvature, int steps);

/// The steps after which the positions of all modes together first are within a share of where they started;
/// none within the most steps, or when they have grown beyond 1e100 times it. 0 for a start in the minimum.
/// starts: one for each curvature. O(modes · steps).
std::optional<int> stepsToShare(const MomentumSettings& settings, std::span<const double> curvatures,
                                std::span<const ModeState> starts, double share, int mostSteps);

} // namespace eigenboard::optimization
