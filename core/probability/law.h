#pragma once

#include "core/probability/distribution.h"

namespace eigenboard::probability {

/// What a family must know about itself; distribution.h is made of it. All functions get possible parameters.
struct Law {
  Support (*support)(const Parameters&) = nullptr;
  /// x within the support and finite. A discrete law answers for real x between its ends too.
  double (*logDensity)(const Parameters&, double x) = nullptr;
  /// x inside the support, for a discrete law a whole number below its upper end.
  Tails (*tails)(const Parameters&, double x) = nullptr;
  /// Both tails above 0. Null for a discrete law, which is searched.
  double (*quantile)(const Parameters&, const Tails&) = nullptr;
  Moments (*moments)(const Parameters&) = nullptr;
  Quantity (*mode)(const Parameters&) = nullptr;
  /// Null: summed.
  double (*entropy)(const Parameters&) = nullptr;
  /// Null: by inversion.
  double (*sample)(const Parameters&, numerics::Random&) = nullptr;
};

Law lawOf(Family family);

Law bernoulliLaw();
Law binomialLaw();
Law geometricLaw();
Law negativeBinomialLaw();
Law poissonLaw();
Law hypergeometricLaw();
Law discreteUniformLaw();
Law uniformLaw();
Law exponentialLaw();
Law normalLaw();
Law logNormalLaw();
Law gammaLaw();
Law betaLaw();
Law chiSquaredLaw();
Law studentTLaw();
Law fisherFLaw();
Law cauchyLaw();
Law laplaceLaw();
Law logisticLaw();
Law weibullLaw();
Law paretoLaw();
Law gumbelLaw();

inline constexpr double positiveInfinity = std::numeric_limits<double>::infinity();

inline Support wholeLine(const Parameters&) {
  return {-positiveInfinity, positiveInfinity};
}

inline Support positiveLine(const Parameters&) {
  return {0, positiveInfinity};
}

/// c ln x, which is 0 for c = 0 also at x = 0.
double timesLog(double c, double x);

} // namespace eigenboard::probability
