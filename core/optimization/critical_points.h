#pragma once

#include "core/calculus/curvature.h"
#include "core/optimization/objective.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace eigenboard::optimization {

/// What the second derivatives say of a place where the gradient is 0.
enum class CriticalKind : std::uint8_t {
  Minimum,   ///< both curvatures are positive
  Maximum,   ///< both are negative
  Saddle,    ///< one of each
  Undecided, ///< one is 0 to the tolerance: third and higher derivatives decide
};

/// A curvature within this share of the largest in the window counts as 0.
inline constexpr double flatness = 1e-6;

/// The second-derivative test; scale: the largest curvature there is. Undecided where one is not a number.
CriticalKind kindOf(const calculus::Curvatures& curvatures, double scale);

struct CriticalPoint {
  Eigen::Vector2d place = Eigen::Vector2d::Zero();
  double value = 0;
  double slope = 0; ///< ‖∇f‖ that is left there
  calculus::Curvatures curvatures;
  CriticalKind kind = CriticalKind::Undecided;
};

struct CriticalSet {
  std::vector<CriticalPoint> points; ///< by rising x, then y
  /// The undecided ones are not alone: every place near them on a line is critical too, as on the floor of a
  /// valley, and the points are samples of it.
  bool hasLine = false;
  double slopeScale = 0;     ///< the largest ‖∇f‖ at the starts
  double curvatureScale = 0; ///< the largest |curvature| there
  int count(CriticalKind kind) const;
};

/// All critical points in the objective's window, its border included: Newton's method for ∇f = 0 from a grid
/// of starts, by the least step where the Hessian is singular and never further than a quarter of the window
/// at once; what it finds is merged within 10⁻⁴ of the window's width. A point counts when ‖∇f‖ has come down
/// to 10⁻⁸ of the largest slope. Where the kinds and windingNumber() disagree, it is done again from a grid
/// three times as fine. That finds the isolated critical points of functions that the first grid resolves; a
/// point whose basin is smaller than its cells may be missed. Places where f has no second derivatives are
/// none. Cost: some ten evaluations of the objective for each of 225 starts, seven times that when it is done
/// again. Source: Nocedal and Wright, Numerical Optimization, 2nd edition, sections 2.1 and 11.1.
CriticalSet criticalPoints(const Objective& objective);

/// How often the gradient turns round as its place goes once round the window, anticlockwise. For a smooth f
/// without critical points on the border it is the sum of their indices within: minima + maxima − saddles
/// where none is undecided (Poincaré and Hopf; Milnor, Topology from the Differentiable Viewpoint, §6). Empty
/// where the gradient is 0 or not finite at one of the samples, or turns by a right angle or more from one
/// to the next. Cost: 4 · samplesPerSide evaluations.
std::optional<int> windingNumber(const Objective& objective, int samplesPerSide = 200);

/// f + ∇f·d + ½ dᵀHd: the quadratic that fits f best near where it was expanded.
double secondOrderModel(const calculus::SecondOrder& f, const Eigen::Vector2d& step);

/// a x² + b xy + c y² + m (x³ − 3xy²) + q (x⁴ + y⁴), in closed form: with the first three the Hessian at the
/// origin is [2a b; b 2c], m adds a monkey saddle, q walls (q > 0).
struct QuarticFamily {
  double a = 1;
  double b = 0;
  double c = 1;
  double m = 0;
  double q = 0;
};
Objective objectiveOf(const QuarticFamily& family);

} // namespace eigenboard::optimization
