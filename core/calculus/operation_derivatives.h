#pragma once

#include "core/algebra/expression.h"

namespace eigenboard::calculus {

/// The value of one operation f(a, b) and its partial derivatives; those by b are 0 where it takes only a.
struct OperationDerivatives {
  double value = 0;
  double a = 0; ///< ∂f/∂a
  double b = 0; ///< ∂f/∂b
  double aa = 0;
  double ab = 0;
  double bb = 0;
};

/// All of them at (a, b), which the rules of a calculus book give in closed form. Where f is not defined in
/// the real numbers everything is NaN. Where f has a value but no derivative (|a| at 0, min and max at a tie,
/// 0^b at b = 0) that derivative is NaN; a slope that grows without bound (√a at 0) is infinite. Nothing
/// over- or underflows while the result does not, but for powers a^b with |b| near the largest double.
/// Cost: some 50 ns.
OperationDerivatives operationDerivatives(algebra::Operation operation, double a, double b);

} // namespace eigenboard::calculus
