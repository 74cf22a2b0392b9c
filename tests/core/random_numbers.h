#pragma once

#include <Eigen/Core>

#include <cmath>
#include <cstdint>

namespace eigenboard::tests {

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, unlike the distributions of
/// the standard library.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
  }
  /// In [low, high).
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1.0p-53;
  }
  /// In low … high, both included.
  int integer(int low, int high) {
    return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
  }
  Eigen::MatrixXd matrix(Eigen::Index rows, Eigen::Index columns) {
    return Eigen::MatrixXd::NullaryExpr(rows, columns, [this] { return uniform(-1, 1); });
  }
  /// A power of ten from 1e-150 to 1e150: products of two still fit into a double.
  double scale() { return std::pow(10.0, integer(-150, 150)); }

 private:
  std::uint64_t state_;
};

} // namespace eigenboard::tests
