#pragma once

#include "core/probability/finite_law.h"

namespace eigenboard::probability {

/// The law of the mean of n independent draws of a law on evenly spaced values, two at least. Cost: n² k² for
/// k values. n from 1.
FiniteLaw lawOfMean(const FiniteLaw& law, int n);

/// P(|X − centre| ≥ t), where 1e-9 less counts as t, for that is what rounding leaves of a tie.
double tailBeyond(const FiniteLaw& law, double centre, double t);

/// What is known of D = |X̄ − μ| without the law of the mean, at a distance t > 0. Every one is Markov's
/// inequality for a rising function of D. They may exceed 1, and then say nothing.
struct TailBounds {
  double truth = 0;     ///< P(D ≥ t)
  double markov = 0;    ///< E D/t
  double chebyshev = 0; ///< Var/(n t²)
  double hoeffding = 0; ///< 2 e^(−2 n t²/w²), w being the width of the interval that holds X
};

/// law: of X; meanLaw: lawOfMean(law, n). Source: Boucheron, Lugosi and Massart, "Concentration
/// Inequalities", chapter 2; Hoeffding 1963.
TailBounds tailBounds(const FiniteLaw& law, const FiniteLaw& meanLaw, int n, double width, double t);

} // namespace eigenboard::probability
