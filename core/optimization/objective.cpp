#include "core/optimization/objective.h"

#include <array>
#include <memory>
#include <utility>

namespace eigenboard::optimization {

Objective objectiveOf(algebra::Expression expression) {
  const auto shared = std::make_shared<const algebra::Expression>(std::move(expression));
  Objective objective;
  objective.value = [shared](const Eigen::Vector2d& point) {
    const std::array<double, 2> coordinates = {point(0), point(1)};
    return algebra::evaluate(*shared, coordinates);
  };
  objective.secondOrder = [shared](const Eigen::Vector2d& point) {
    return calculus::secondOrder(*shared, point);
  };
  return objective;
}

} // namespace eigenboard::optimization
