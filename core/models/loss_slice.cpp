#include "core/models/loss_slice.h"

#include "core/numerics/normal.h"

#include <cmath>
#include <limits>

namespace eigenboard::models {

namespace {

constexpr double nothing = 1e-9; ///< of a length, which rounding of the parameters may be

} // namespace

Eigen::VectorXd randomDirection(Eigen::Index count, std::uint64_t seed) {
  numerics::Random random(seed);
  Eigen::VectorXd direction(count);
  for (double& number : direction)
    number = numerics::standardNormal(random);
  return direction;
}

Eigen::VectorXd filterNormalized(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                                 Eigen::VectorXd direction) {
  for (const LayerPlace& place : layerPlaces(shape)) {
    for (int row = 0; row < place.outputs; ++row) {
      auto filter = direction.segment(place.weights + row * place.inputs, place.inputs);
      const double length = filter.norm();
      if (length > 0)
        filter *= parameters.segment(place.weights + row * place.inputs, place.inputs).norm() / length;
    }
    direction.segment(place.shift, place.outputs).setZero();
    if (place.scale >= 0)
      direction.segment(place.scale, place.outputs).setZero();
  }
  return direction;
}

LossSlice sliceThrough(std::span<const Eigen::VectorXd> path, const Eigen::VectorXd& fallback,
                       const Eigen::VectorXd& secondFallback) {
  LossSlice slice;
  slice.center = path.back();
  slice.first = path.front() - slice.center;
  if (!(slice.first.norm() > nothing * slice.center.norm())) {
    slice.first = fallback;
    slice.second = secondFallback;
    return slice;
  }
  const auto upright = [&slice](Eigen::VectorXd way) {
    for (int pass = 0; pass < 2; ++pass) // again, against the rounding of the first
      way -= slice.first.dot(way) / slice.first.squaredNorm() * slice.first;
    return way;
  };
  slice.second = upright(path[path.size() / 2] - slice.center);
  if (!(slice.second.norm() > nothing * slice.first.norm()))
    slice.second = upright(secondFallback);
  return slice;
}

Eigen::Vector2d projected(const LossSlice& slice, const Eigen::VectorXd& parameters) {
  const Eigen::VectorXd way = parameters - slice.center;
  const double length = slice.first.squaredNorm();
  // Gram and Schmidt, twice: normal equations would square the condition of directions that nearly agree.
  const double lean = slice.first.dot(slice.second) / length;
  Eigen::VectorXd upright = slice.second - lean * slice.first;
  const double rest = slice.first.dot(upright) / length;
  upright -= rest * slice.first;
  if (!(length > 0) || !(upright.norm() > 1e-6 * slice.second.norm()))
    return Eigen::Vector2d::Constant(std::numeric_limits<double>::quiet_NaN());
  const double beta = upright.dot(way) / upright.squaredNorm();
  return {slice.first.dot(way - beta * slice.second) / length, beta};
}

double shareInPlane(const LossSlice& slice, const Eigen::VectorXd& parameters) {
  const Eigen::VectorXd way = parameters - slice.center;
  const double length = way.norm();
  if (!(length > 0))
    return 0;
  const Eigen::Vector2d place = projected(slice, parameters);
  return (place.x() * slice.first + place.y() * slice.second).norm() / length;
}

} // namespace eigenboard::models
