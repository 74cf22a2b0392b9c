#include "core/optimization/constrained_quadratic.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::optimization {

namespace {

constexpr double boundless = std::numeric_limits<double>::infinity();
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Eigen::Matrix2d symmetric(const Eigen::Matrix2d& H) {
  return (H + H.transpose()) / 2;
}

/// The axes of H. Each points to the side on which its larger part is positive, so that they do not depend on
/// who computes them.
struct Axes {
  Eigen::Vector2d curvature; ///< rising; 0 where rounding cannot tell it from 0
  Eigen::Matrix2d V;         ///< the directions, as columns
};

Axes axesOf(const Quadratic& f) {
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> solver(symmetric(f.H));
  Axes axes{solver.eigenvalues(), solver.eigenvectors()};
  constexpr double nothing = 1e-13;
  const double largest = axes.curvature.cwiseAbs().maxCoeff();
  for (Eigen::Index i = 0; i < 2; ++i) {
    if (std::abs(axes.curvature(i)) <= nothing * largest)
      axes.curvature(i) = 0;
    const Eigen::Vector2d v = axes.V.col(i);
    const double main = std::abs(v.y()) > std::abs(v.x()) ? v.y() : v.x();
    if (main < 0)
      axes.V.col(i) = -v;
  }
  return axes;
}

/// H(c − q) along the axes, whose parts that are rounding are 0.
Eigen::Vector2d pullOf(const Axes& axes, const Eigen::Vector2d& centre, double radius) {
  constexpr double nothing = 1e-13;
  Eigen::Vector2d pull = axes.curvature.cwiseProduct(centre);
  for (Eigen::Index i = 0; i < 2; ++i)
    if (std::abs(pull(i)) <= nothing * axes.curvature.cwiseAbs().maxCoeff() * radius)
      pull(i) = 0;
  return pull;
}

/// The sum of (n·v)²/μ over the axes that curve.
double inverseForm(const Axes& axes, const Eigen::Vector2d& along) {
  double sum = 0;
  for (Eigen::Index i = 0; i < 2; ++i)
    if (axes.curvature(i) != 0)
      sum += along(i) * along(i) / axes.curvature(i);
  return sum;
}

/// The part of n along the axes that do not curve, and along them only; what is rounding is 0.
Eigen::Vector2d flatPart(const Axes& axes, Eigen::Vector2d along) {
  constexpr double nothing = 1e-12;
  for (Eigen::Index i = 0; i < 2; ++i)
    if (axes.curvature(i) != 0 || std::abs(along(i)) <= nothing)
      along(i) = 0;
  return along;
}

ConstrainedOptimum freeAt(const Quadratic& f, const Eigen::Vector2d& point, bool isUnique) {
  return {OptimumKind::Free, point, valueOf(f, point), 0, isUnique, {}};
}

ConstrainedOptimum onHalfPlane(const Quadratic& f, const Constraint& g, const Axes& axes) {
  if (axes.curvature(0) < 0)
    return {OptimumKind::Unbounded, {missing, missing}, -boundless, missing, true, {}};
  const bool isStrict = axes.curvature(0) > 0;
  const double excess = valueOf(g, f.centre);
  if (excess <= 0)
    return freeAt(f, f.centre, isStrict);
  const Eigen::Vector2d along = axes.V.transpose() * g.normal;
  if (const Eigen::Vector2d flat = flatPart(axes, along); !flat.isZero(0)) {
    ConstrainedOptimum optimum = freeAt(f, f.centre - excess / flat.squaredNorm() * (axes.V * flat), false);
    optimum.value = 0;
    return optimum;
  }
  const double multiplier = excess / inverseForm(axes, along);
  Eigen::Vector2d step = Eigen::Vector2d::Zero();
  for (Eigen::Index i = 0; i < 2; ++i)
    if (axes.curvature(i) != 0)
      step(i) = multiplier * along(i) / axes.curvature(i);
  return {OptimumKind::Held, f.centre - axes.V * step, multiplier * excess / 2, multiplier, isStrict, {}};
}

/// The shift s > low at which ‖(b₁/s, b₂/(s + apart))‖ = r; the left side falls as s grows and is above r at
/// low. Newton's method on 1/r − 1/‖·‖, which is nearly straight, kept between bounds.
double secularRoot(const Eigen::Vector2d& b, double apart, double radius, double low) {
  double below = std::max({low, std::abs(b(0)) / radius, std::abs(b(1)) / radius - apart});
  double above = std::max(below, b.norm() / radius);
  double shift = below;
  for (int i = 0; i < 200; ++i) {
    const double second = shift + apart;
    const Eigen::Vector2d y(b(0) == 0 ? 0 : b(0) / shift, b(1) == 0 ? 0 : b(1) / second);
    const double size = y.norm();
    (size > radius ? below : above) = shift;
    const double fall = (y(0) == 0 ? 0 : y(0) * y(0) / shift) + (y(1) == 0 ? 0 : y(1) * y(1) / second);
    double next = shift + (size / radius - 1) * size * size / fall;
    if (!(next > below && next < above))
      next = (below + above) / 2;
    if (next == shift || next == below || next == above)
      break;
    shift = next;
  }
  return shift;
}

ConstrainedOptimum heldOnDisc(const Quadratic& f, const Constraint& g, const Axes& axes,
                              const Eigen::Vector2d& y, double shift) {
  const Eigen::Vector2d point = g.centre + axes.V * y;
  return {OptimumKind::Held, point, valueOf(f, point), (shift - axes.curvature(0)) / 2, true, {}};
}

ConstrainedOptimum onDisc(const Quadratic& f, const Constraint& g, const Axes& axes) {
  const double first = axes.curvature(0);
  const double apart = axes.curvature(1) - first;
  const double radius = g.radius;
  const Eigen::Vector2d centre = axes.V.transpose() * (f.centre - g.centre);
  if (first > 0 && centre.norm() <= radius)
    return freeAt(f, f.centre, true);
  const Eigen::Vector2d b = pullOf(axes, centre, radius);
  if (first == 0) {
    // Flat along the first axis, or everywhere: any place there is as good while the disc reaches it.
    const bool isLevel = apart == 0;
    if (isLevel || std::abs(centre(1)) <= radius) {
      Eigen::Vector2d y = centre;
      if (y.norm() > radius)
        y = isLevel ? Eigen::Vector2d(y * (radius / y.norm()))
                    : Eigen::Vector2d(std::copysign(std::sqrt(radius * radius - y(1) * y(1)), y(0)), y(1));
      ConstrainedOptimum optimum =
          freeAt(f, g.centre + axes.V * y, std::abs(centre(1)) == radius && !isLevel);
      optimum.value = 0;
      return optimum;
    }
  }
  // The hard case: the shift is 0, and the first axis takes what is left of the radius, on either side.
  const double second = apart > 0 ? b(1) / apart : 0;
  if (first < 0 && b(0) == 0 && std::abs(second) < radius && (apart > 0 || b(1) == 0)) {
    const double left = std::sqrt(radius * radius - second * second);
    ConstrainedOptimum optimum = heldOnDisc(f, g, axes, {left, second}, 0);
    optimum.isUnique = false;
    if (apart > 0)
      optimum.other = g.centre + axes.V * Eigen::Vector2d(-left, second);
    return optimum;
  }
  const double shift = secularRoot(b, apart, radius, std::max(0.0, first));
  const Eigen::Vector2d y(b(0) == 0 ? 0 : b(0) / shift, b(1) == 0 ? 0 : b(1) / (shift + apart));
  return heldOnDisc(f, g, axes, y, shift);
}

} // namespace

double valueOf(const Quadratic& f, const Eigen::Vector2d& x) {
  const Eigen::Vector2d away = x - f.centre;
  return away.dot(symmetric(f.H) * away) / 2;
}

Eigen::Vector2d gradientOf(const Quadratic& f, const Eigen::Vector2d& x) {
  return symmetric(f.H) * (x - f.centre);
}

double valueOf(const Constraint& g, const Eigen::Vector2d& x) {
  const Eigen::Vector2d away = x - g.centre;
  if (g.kind == Constraint::Kind::HalfPlane)
    return g.normal.dot(away);
  const double distance = std::hypot(away.x(), away.y());
  return (distance - g.radius) * (distance + g.radius);
}

Eigen::Vector2d gradientOf(const Constraint& g, const Eigen::Vector2d& x) {
  return g.kind == Constraint::Kind::HalfPlane ? g.normal : Eigen::Vector2d(2 * (x - g.centre));
}

ConstrainedOptimum constrainedMinimum(const Quadratic& f, const Constraint& g) {
  const Axes axes = axesOf(f);
  return g.kind == Constraint::Kind::HalfPlane ? onHalfPlane(f, g, axes) : onDisc(f, g, axes);
}

KktResiduals kktResiduals(const Quadratic& f, const Constraint& g, const Eigen::Vector2d& x,
                          double multiplier) {
  const double constraint = valueOf(g, x);
  return {(gradientOf(f, x) + multiplier * gradientOf(g, x)).norm(), std::max(0.0, constraint),
          std::max(0.0, -multiplier), std::abs(multiplier * constraint)};
}

std::optional<Eigen::Vector2d> lagrangianMinimizer(const Quadratic& f, const Constraint& g,
                                                   double multiplier) {
  const Axes axes = axesOf(f);
  if (g.kind == Constraint::Kind::HalfPlane) {
    const Eigen::Vector2d along = axes.V.transpose() * g.normal;
    if (axes.curvature(0) < 0 || (multiplier > 0 && !flatPart(axes, along).isZero(0)))
      return std::nullopt;
    Eigen::Vector2d step = Eigen::Vector2d::Zero();
    for (Eigen::Index i = 0; i < 2; ++i)
      if (axes.curvature(i) != 0)
        step(i) = multiplier * along(i) / axes.curvature(i);
    return f.centre - axes.V * step;
  }
  const Eigen::Vector2d centre = axes.V.transpose() * (f.centre - g.centre);
  const Eigen::Vector2d pull = pullOf(axes, centre, g.radius);
  constexpr double nothing = 1e-13;
  Eigen::Vector2d y = centre;
  for (Eigen::Index i = 0; i < 2; ++i) {
    const double curvature = axes.curvature(i) + 2 * multiplier;
    const bool isFlat = std::abs(curvature) <= nothing * (std::abs(axes.curvature(i)) + 2 * multiplier);
    if (isFlat ? pull(i) != 0 : curvature < 0)
      return std::nullopt;
    if (!isFlat)
      y(i) = pull(i) / curvature;
  }
  return g.centre + axes.V * y;
}

double dualValue(const Quadratic& f, const Constraint& g, double multiplier) {
  const std::optional<Eigen::Vector2d> least = lagrangianMinimizer(f, g, multiplier);
  if (!least)
    return -boundless;
  return valueOf(f, *least) + multiplier * valueOf(g, *least);
}

Eigen::Vector2d curvaturesOf(const Quadratic& f) {
  return Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(symmetric(f.H), Eigen::EigenvaluesOnly).eigenvalues();
}

} // namespace eigenboard::optimization
