#pragma once

#include <Eigen/Core>

#include <functional>

namespace eigenboard::calculus {

/// The gradient from values alone, to check one that was derived.
struct CentralDifference {
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero(); ///< (f(x + h) − f(x − h))/2h for each coordinate
  /// How far from the true slope that is for want of a smaller h: the change when h is doubled, which is
  /// three times h²/6·f‴ to leading order.
  Eigen::Vector2d truncation = Eigen::Vector2d::Zero();
  Eigen::Vector2d step = Eigen::Vector2d::Zero(); ///< h; an error δ of the values moves a slope by δ/h
  /// |f(x + h) − 2 f(x) + f(x − h)|/h: how much the slopes to either side differ, which is what a kink
  /// between does to the result. h·|f″| where there is none.
  Eigen::Vector2d bend = Eigen::Vector2d::Zero();
  double largestValue = 0; ///< of |f| where it was asked for; not finite when one of the values is not
};

/// With the power of two nearest to ∛eps·max(1, |x|) as h, which balances truncation and rounding of a
/// function whose value and third derivative are about 1. Cost: nine values. Source: Nocedal and Wright,
/// Numerical Optimization, 2nd edition, section 8.1.
CentralDifference centralDifference(const std::function<double(const Eigen::Vector2d&)>& function,
                                    const Eigen::Vector2d& point);

} // namespace eigenboard::calculus
