#pragma once

#include <cstdint>

namespace eigenboard::probability {

/// Adam's two moments of a stream of numbers: exponentially fading means of the numbers and of their squares,
/// which begin at 0. Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
struct RunningMoments {
  std::int64_t count = 0;
  double first = 0;  ///< m = β₁ m + (1 − β₁) g
  double second = 0; ///< v = β₂ v + (1 − β₂) g²
};

struct Fading {
  double first = 0.9;    ///< β₁, from 0 to below 1
  double second = 0.999; ///< β₂
};

RunningMoments next(const RunningMoments& moments, const Fading& fading, double number);

/// 1 − β^count: the share of a fading mean that its numbers make up; the rest is the 0 it began with.
double filledShare(double beta, std::int64_t count);

/// m/(1 − β₁ᵗ) and v/(1 − β₂ᵗ): weighted means whose weights add up to 1. NaN before there is a number.
double correctedFirst(const RunningMoments& moments, const Fading& fading);
double correctedSecond(const RunningMoments& moments, const Fading& fading);

} // namespace eigenboard::probability
