#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <optional>

namespace eigenboard::optimization {

/// f(x) = ½ (x − c)ᵀ H (x − c) in the plane. H is symmetric; what is not is read as (H + Hᵀ)/2.
struct Quadratic {
  Eigen::Matrix2d H = Eigen::Matrix2d::Identity();
  Eigen::Vector2d centre = Eigen::Vector2d::Zero(); ///< c: the minimum where H is positive definite
};
double valueOf(const Quadratic& f, const Eigen::Vector2d& x);
Eigen::Vector2d gradientOf(const Quadratic& f, const Eigen::Vector2d& x);

/// The places with g(x) ≤ 0: a half-plane, g = n·(x − q) with n of length 1, or a disc, g = ‖x − q‖² − r²
/// with r > 0. Both are convex and hold places with g < 0, as Slater's condition asks.
struct Constraint {
  enum class Kind : std::uint8_t { HalfPlane, Disc };
  Kind kind = Kind::Disc;
  Eigen::Vector2d centre = Eigen::Vector2d::Zero(); ///< q
  Eigen::Vector2d normal{1, 0};                     ///< n, of the half-plane: points to what is not allowed
  double radius = 1;                                ///< of the disc
};
double valueOf(const Constraint& g, const Eigen::Vector2d& x);
Eigen::Vector2d gradientOf(const Constraint& g, const Eigen::Vector2d& x);

enum class OptimumKind : std::uint8_t {
  Free,      ///< the constraint takes nothing: λ = 0
  Held,      ///< the constraint holds the optimum back, on its edge, with λ > 0
  Unbounded, ///< f falls without bound on the half-plane: there is no optimum
};

/// The global minimum of f over g ≤ 0 and its multiplier: ∇f + λ∇g = 0, λ ≥ 0, g ≤ 0, λg = 0.
struct ConstrainedOptimum {
  OptimumKind kind = OptimumKind::Free;
  Eigen::Vector2d point = Eigen::Vector2d::Zero(); ///< NaN where it is unbounded
  double value = 0;                                ///< −∞ where it is unbounded
  double multiplier = 0;                           ///< λ; NaN where it is unbounded
  bool isUnique = true;                            ///< otherwise point is one that is nearest to c
  std::optional<Eigen::Vector2d> other;            ///< where there are two: the second
};

/// Exact but for rounding, for every H. On the half-plane in closed form; on the disc by the secular equation
/// ‖(H + 2λI)⁻¹ H(c − q)‖ = r for the one λ with H + 2λI positive semidefinite, which finds the global
/// minimum of a saddle, too, its hard case included (Moré and Sorensen 1983). Eigenvalues below 1e-13 of the
/// largest count as 0. Cost: one 2 by 2 eigendecomposition and some ten steps of Newton's method.
ConstrainedOptimum constrainedMinimum(const Quadratic& f, const Constraint& g);

/// How far a place and a multiplier are from the four conditions of Karush, Kuhn and Tucker.
struct KktResiduals {
  double stationarity = 0; ///< ‖∇f + λ∇g‖
  double feasibility = 0;  ///< max(0, g)
  double dual = 0;         ///< max(0, −λ)
  double slackness = 0;    ///< |λ g|
};
KktResiduals kktResiduals(const Quadratic& f, const Constraint& g, const Eigen::Vector2d& x,
                          double multiplier);

/// The least value of L(x, λ) = f(x) + λ g(x) over the whole plane, for λ ≥ 0: a concave function of λ that
/// never exceeds the constrained minimum; −∞ where L has none.
double dualValue(const Quadratic& f, const Constraint& g, double multiplier);
/// Where L(·, λ) is least; nothing where it has no minimum. Of several the one nearest to c.
std::optional<Eigen::Vector2d> lagrangianMinimizer(const Quadratic& f, const Constraint& g,
                                                   double multiplier);

/// The eigenvalues of the symmetric part of H, the smaller first.
Eigen::Vector2d curvaturesOf(const Quadratic& f);

} // namespace eigenboard::optimization
