#pragma once

#include "core/optimization/objective.h"

#include <array>
#include <cstdint>

namespace eigenboard::optimization {

/// Functions on which optimizers are known to differ; r² = x² + y².
enum class TestFunction : std::uint8_t {
  Ravine,     ///< ½ (u² + κ v²), u and v along axes turned by an angle: a quadratic of condition κ
  Bowl,       ///< ½ r²
  Saddle,     ///< ½ (x² − y²): no minimum
  Plateau,    ///< r²/(1 + r²), Geman and McClure's loss: its slope fades like 2/r³
  Rosenbrock, ///< (1 − x)² + 100 (y − x²)²: a bent valley with a flat floor (Rosenbrock 1960)
  Himmelblau, ///< (x² + y − 11)² + (x + y² − 7)²: four minima of equal depth (Himmelblau 1972)
  /// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)² (Beale 1958): flat, with steep edges; from
  /// above y = 1 many walks end in a valley that falls to 0.452 only at infinity.
  Beale,
  GaussianWell, ///< 1 − exp(−½ r²): its slope fades faster than any power of r
  Ripple, ///< 20 + r² − 10 cos 2πx − 10 cos 2πy, Rastrigin's function: a local minimum at every whole point
};

inline constexpr std::array allTestFunctions = {
    TestFunction::Ravine,  TestFunction::Bowl,         TestFunction::Saddle,
    TestFunction::Plateau, TestFunction::Rosenbrock,   TestFunction::Himmelblau,
    TestFunction::Beale,   TestFunction::GaussianWell, TestFunction::Ripple,
};

/// The function with its derivatives in closed form. With gradient noise (OptimizerSettings) the bowl is the
/// noisy bowl on which stochastic methods are told apart. Cost: about 0.1 µs.
Objective objectiveOf(TestFunction function);

/// The ravine with condition number κ = λmax/λmin > 0 (λmin = 1, so λmax = κ when κ ≥ 1), its long axis at an
/// angle in radians from the x-axis. The other function of that name has κ = 100 and angle 0.
Objective ravine(double conditionNumber, double angle);

} // namespace eigenboard::optimization
