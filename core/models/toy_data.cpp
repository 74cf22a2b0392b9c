#include "core/models/toy_data.h"

#include "core/numerics/normal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::models {

namespace {

constexpr double pi = std::numbers::pi;

/// The place of the point at share t in [0, 1] of a class, before noise.
Eigen::Vector2d placeOf(ToyData kind, bool isPositive, double t, int index) {
  switch (kind) {
  case ToyData::Moons: {
    const Eigen::Vector2d moon(std::cos(pi * t), std::sin(pi * t));
    return isPositive ? Eigen::Vector2d(moon.x() - 0.5, moon.y() - 0.25)
                      : Eigen::Vector2d(0.5 - moon.x(), 0.25 - moon.y());
  }
  case ToyData::Circles: {
    const double radius = isPositive ? 0.4 : 1.2;
    return radius * Eigen::Vector2d(std::cos(2 * pi * t), std::sin(2 * pi * t));
  }
  case ToyData::Xor: {
    const double side = index % 2 == 0 ? 0.8 : -0.8;
    return {side, isPositive ? side : -side};
  }
  case ToyData::Spiral: {
    const double angle = 0.4 + 1.5 * pi * t + (isPositive ? 0 : pi);
    return (0.25 + 1.1 * t) * Eigen::Vector2d(std::cos(angle), std::sin(angle));
  }
  }
  return Eigen::Vector2d::Zero();
}

} // namespace

LabelledPoints toyData(ToyData kind, int count, double noise, std::uint64_t seed) {
  const int pairs = std::max(1, count / 2);
  LabelledPoints data{Eigen::MatrixXd(2 * pairs, 2), Eigen::VectorXd(2 * pairs)};
  numerics::Random random(seed);
  for (int i = 0; i < 2 * pairs; ++i) {
    const bool isPositive = i % 2 == 0;
    const int pair = i / 2;
    const int last = kind == ToyData::Circles ? pairs : pairs - 1; // a ring ends where it began
    const double t = last > 0 ? static_cast<double>(pair) / last : 0;
    const Eigen::Vector2d place = placeOf(kind, isPositive, t, pair);
    for (int axis = 0; axis < 2; ++axis)
      data.points(i, axis) = place[axis] + noise * numerics::standardNormal(random);
    data.labels(i) = isPositive ? 1 : -1;
  }
  return data;
}

} // namespace eigenboard::models
