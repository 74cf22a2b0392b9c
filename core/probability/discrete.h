#pragma once

#include "core/probability/law.h"

#include <functional>

namespace eigenboard::probability {

/// The least whole k of a discrete law with P(X ≤ k) ≥ p, for p in (0, 1), where 64 roundings less count as
/// equal. Cost: some 10 to 60 tails.
double searchedQuantile(const Law& law, const Parameters& parameters, double p);

/// The least whole k with P(X > k) ≤ q, for q in (0, 1), with the same allowance.
double searchedUpperQuantile(const Law& law, const Parameters& parameters, double q);

/// Σ g(ln f(k)) f(k) over all k but those that together have a probability below 2e-20. Up to 20 000 terms
/// are added; of more, the first 1000, and behind them the integral with the Euler–Maclaurin correction
/// (DLMF 2.10.1, at half whole numbers), whose error is below a rounding where f is that smooth.
double expectationOfLog(const Law& law, const Parameters& parameters, const std::function<double(double)>& g);

} // namespace eigenboard::probability
