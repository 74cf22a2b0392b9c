#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace eigenboard::probability {

/// Families of distributions on the line. In brackets the parameters, in their order.
enum class Family : std::uint8_t {
  Bernoulli,        ///< (p): 1 with chance p, otherwise 0
  Binomial,         ///< (n, p): successes in n trials
  Geometric,        ///< (p): trials up to and with the first success, 1, 2, …
  NegativeBinomial, ///< (r, p): failures before the r-th success, for any real r
  Poisson,          ///< (λ): events when λ are expected
  Hypergeometric,   ///< (N, K, n): marked things among n drawn from N, K of them marked
  DiscreteUniform,  ///< (a, b): each whole number from a to b
  Uniform,          ///< (a, b)
  Exponential,      ///< (λ): rate
  Normal,           ///< (μ, σ)
  LogNormal,        ///< (μ, σ): mean and spread of the logarithm
  Gamma,            ///< (α, β): shape and rate
  Beta,             ///< (α, β)
  ChiSquared,       ///< (ν)
  StudentT,         ///< (ν, μ, σ)
  FisherF,          ///< (d₁, d₂)
  Cauchy,           ///< (m, s): centre and half width at half height
  Laplace,          ///< (μ, b)
  Logistic,         ///< (μ, s)
  Weibull,          ///< (k, λ): shape and scale
  Pareto,           ///< (α, m): shape and smallest value
  Gumbel,           ///< (μ, β): of greatest values
};
inline constexpr int familyCount = 22;
inline constexpr int mostParameters = 3;

/// A parameter's name in English, its sign in plain text and in TeX, and the values that have a meaning.
struct ParameterDescription {
  const char* name = "";
  const char* sign = "";
  const char* symbol = "";
  double least = 0;
  bool isLeastIncluded = true;
  double most = 0; ///< included; where a law has no end of its own, up to where it is computed in time
  double usual = 0;
  bool isWhole = false;
};

struct FamilyDescription {
  Family family = Family::Normal;
  const char* name = "";   ///< "negative binomial"
  const char* symbol = ""; ///< TeX: "\operatorname{NB}"
  bool isDiscrete = false; ///< whole numbers only
  int parameterCount = 0;
  std::array<ParameterDescription, mostParameters> parameters;

  std::span<const ParameterDescription> used() const {
    return std::span(parameters).first(static_cast<std::size_t>(parameterCount));
  }
};

/// All families, in the order of the enumeration.
std::span<const FamilyDescription, familyCount> families();
const FamilyDescription& describe(Family family);

/// The values of a family's parameters in their order; those beyond parameterCount have no meaning.
using Parameters = std::array<double, mostParameters>;

struct Distribution {
  Family family = Family::Normal;
  Parameters parameters = {};
};

/// The family with its usual parameters.
Distribution usual(Family family);

bool isPossible(const Distribution& distribution);

/// Empty when the parameters are possible, otherwise why not: "the spread σ must be above 0".
std::string whyImpossible(const Distribution& distribution);

} // namespace eigenboard::probability
