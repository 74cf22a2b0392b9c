#include "core/probability/law.h"

namespace eigenboard::probability {

Law lawOf(Family family) {
  switch (family) {
  case Family::Bernoulli:
    return bernoulliLaw();
  case Family::Binomial:
    return binomialLaw();
  case Family::Geometric:
    return geometricLaw();
  case Family::NegativeBinomial:
    return negativeBinomialLaw();
  case Family::Poisson:
    return poissonLaw();
  case Family::Hypergeometric:
    return hypergeometricLaw();
  case Family::DiscreteUniform:
    return discreteUniformLaw();
  case Family::Uniform:
    return uniformLaw();
  case Family::Exponential:
    return exponentialLaw();
  case Family::Normal:
    return normalLaw();
  case Family::LogNormal:
    return logNormalLaw();
  case Family::Gamma:
    return gammaLaw();
  case Family::Beta:
    return betaLaw();
  case Family::ChiSquared:
    return chiSquaredLaw();
  case Family::StudentT:
    return studentTLaw();
  case Family::FisherF:
    return fisherFLaw();
  case Family::Cauchy:
    return cauchyLaw();
  case Family::Laplace:
    return laplaceLaw();
  case Family::Logistic:
    return logisticLaw();
  case Family::Weibull:
    return weibullLaw();
  case Family::Pareto:
    return paretoLaw();
  case Family::Gumbel:
    return gumbelLaw();
  }
  return {};
}

double timesLog(double c, double x) {
  return c == 0 ? 0 : c * std::log(x);
}

} // namespace eigenboard::probability
