#include "core/optimization/test_functions.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace eigenboard::optimization {

namespace {

using calculus::SecondOrder;
using Point = Eigen::Vector2d;

SecondOrder bowl(const Point& p) {
  return {p.squaredNorm() / 2, p, Eigen::Matrix2d::Identity()};
}

SecondOrder saddle(const Point& p) {
  return {(p(0) - p(1)) * (p(0) + p(1)) / 2, {p(0), -p(1)}, Eigen::Matrix2d{{1, 0}, {0, -1}}};
}

SecondOrder plateau(const Point& p) {
  const double square = p.squaredNorm();
  if (std::isinf(square)) // from far away it is flat
    return {1, Point::Zero(), Eigen::Matrix2d::Zero()};
  const double f = 1 / (1 + square);
  const Eigen::Matrix2d outer = p * p.transpose(); // by itself, so that it is symmetric
  return {square * f, 2 * f * f * p, 2 * f * f * Eigen::Matrix2d::Identity() - 8 * f * f * f * outer};
}

SecondOrder rosenbrock(const Point& p) {
  const double off = p(1) - p(0) * p(0);
  const double rest = 1 - p(0);
  const double mixed = -400 * p(0);
  return {rest * rest + 100 * off * off,
          {-2 * rest + mixed * off, 200 * off},
          Eigen::Matrix2d{{2 - 400 * off + 800 * p(0) * p(0), mixed}, {mixed, 200}}};
}

SecondOrder himmelblau(const Point& p) {
  const double first = p(0) * p(0) + p(1) - 11;
  const double second = p(0) + p(1) * p(1) - 7;
  const double mixed = 4 * (p(0) + p(1));
  return {
      first * first + second * second,
      {4 * p(0) * first + 2 * second, 2 * first + 4 * p(1) * second},
      Eigen::Matrix2d{{4 * first + 8 * p(0) * p(0) + 2, mixed}, {mixed, 2 + 4 * second + 8 * p(1) * p(1)}}};
}

/// A sum of three squares of c − x + x yⁿ, n = 1, 2, 3.
SecondOrder beale(const Point& p) {
  SecondOrder sum;
  double power = 1; // yⁿ⁻¹
  double below = 0; // yⁿ⁻², which n = 1 multiplies with 0
  const double constants[] = {1.5, 2.25, 2.625};
  for (int n = 1; n <= 3; ++n) {
    const double residual = constants[n - 1] - p(0) + p(0) * power * p(1);
    const Point slope(power * p(1) - 1, n * p(0) * power);
    const Eigen::Matrix2d bend{{0, n * power}, {n * power, n * (n - 1) * p(0) * below}};
    sum.value += residual * residual;
    sum.gradient += 2 * residual * slope;
    sum.hessian += 2 * (slope * slope.transpose() + residual * bend);
    below = power;
    power *= p(1);
  }
  return sum;
}

SecondOrder gaussianWell(const Point& p) {
  const double height = std::exp(-p.squaredNorm() / 2);
  if (height == 0)
    return {1, Point::Zero(), Eigen::Matrix2d::Zero()};
  return {-std::expm1(-p.squaredNorm() / 2), height * p,
          height * (Eigen::Matrix2d::Identity() - p * p.transpose())};
}

SecondOrder ripple(const Point& p) {
  constexpr double turn = 2 * std::numbers::pi;
  SecondOrder sum;
  for (int i = 0; i < 2; ++i) {
    // 10 − 10 cos a is 20 sin² (a/2), which keeps its digits at the minima.
    const double sine = std::sin(turn / 2 * p(i));
    sum.value += p(i) * p(i) + 20 * sine * sine;
    sum.gradient(i) = 2 * p(i) + 10 * turn * std::sin(turn * p(i));
    sum.hessian(i, i) = 2 + 10 * turn * turn * std::cos(turn * p(i));
  }
  return sum;
}

Objective known(SecondOrder (*function)(const Point&), std::vector<Point> minima, const Window& window,
                const Point& start) {
  return {[function](const Point& p) { return function(p).value; }, function, std::move(minima), window,
          start};
}

} // namespace

Objective ravine(double conditionNumber, double angle) {
  const Point along(std::cos(angle), std::sin(angle));
  const Point across(-along(1), along(0));
  const Eigen::Matrix2d acrossOuter = across * across.transpose();
  const Eigen::Matrix2d hessian = along * along.transpose() + conditionNumber * acrossOuter;
  const auto at = [along, across, conditionNumber, hessian](const Point& p) {
    const double u = along.dot(p);
    const double v = across.dot(p);
    return SecondOrder{(u * u + conditionNumber * v * v) / 2, u * along + conditionNumber * v * across,
                       hessian};
  };
  return {[at](const Point& p) { return at(p).value; },
          at,
          {Point::Zero()},
          {{-3, -2}, {3, 2}},
          2.5 * along + across};
}

Objective objectiveOf(TestFunction function) {
  const Point origin = Point::Zero();
  switch (function) {
  case TestFunction::Ravine:
    return ravine(100, 0);
  case TestFunction::Bowl:
    return known(bowl, {origin}, {{-3, -2}, {3, 2}}, {2.5, 1.5});
  case TestFunction::Saddle:
    return known(saddle, {}, {{-3, -2}, {3, 2}}, {-2.5, 0.01});
  case TestFunction::Plateau:
    return known(plateau, {origin}, {{-6, -4}, {6, 4}}, {4, 3});
  case TestFunction::Rosenbrock:
    return known(rosenbrock, {{1, 1}}, {{-2, -1}, {2, 3}}, {-1.2, 1});
  case TestFunction::Himmelblau:
    return known(himmelblau,
                 {{3, 2},
                  {-2.805118086952745, 3.1313125182505730},
                  {-3.779310253377747, -3.2831859912861694},
                  {3.584428340330492, -1.8481265269644034}},
                 {{-6, -5}, {6, 5}}, {0, 0});
  case TestFunction::Beale:
    return known(beale, {{3, 0.5}}, {{-4.5, -4.5}, {4.5, 4.5}}, {-1, -1});
  case TestFunction::GaussianWell:
    return known(gaussianWell, {origin}, {{-5, -3.5}, {5, 3.5}}, {2.5, 1.5});
  case TestFunction::Ripple:
    return known(ripple, {origin}, {{-5.12, -5.12}, {5.12, 5.12}}, {3.3, 2.4});
  }
  return known(bowl, {origin}, {}, {2.5, 1.5});
}

} // namespace eigenboard::optimization
