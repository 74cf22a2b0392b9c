#include "core/probability/family.h"

#include <charconv>
#include <cmath>

namespace eigenboard::probability {

namespace {

constexpr double farthest = 1e100;       ///< of locations and scales: their squares and products stay finite
constexpr double largestShape = 1e8;     ///< the incomplete gamma and beta functions take √shape terms
constexpr double largestCount = 1e8;     ///< a sum over ten spreads has 10 √n terms
constexpr double smallestChance = 1e-12; ///< waiting times stay below 2^53, where whole numbers end

constexpr ParameterDescription location(const char* name, const char* sign, const char* symbol) {
  return {name, sign, symbol, -farthest, true, farthest, 0, false};
}

constexpr ParameterDescription scale(const char* name, const char* sign, const char* symbol) {
  return {name, sign, symbol, 0, false, farthest, 1, false};
}

constexpr ParameterDescription shape(const char* name, const char* sign, const char* symbol, double usual) {
  return {name, sign, symbol, 0, false, largestShape, usual, false};
}

constexpr ParameterDescription chance(double least, double usual) {
  return {"chance of success", "p", "p", least, true, 1, usual, false};
}

constexpr ParameterDescription count(const char* name, const char* sign, double least, double usual) {
  return {name, sign, sign, least, true, largestCount, usual, true};
}

constexpr ParameterDescription whole(const char* name, const char* sign, double usual) {
  return {name, sign, sign, -1e9, true, 1e9, usual, true};
}

constexpr ParameterDescription end(const char* name, const char* sign, double usual) {
  return {name, sign, sign, -farthest, true, farthest, usual, false};
}

constexpr std::array<FamilyDescription, familyCount> table = {{
    {Family::Bernoulli, "Bernoulli", "\\operatorname{Ber}", true, 1, {chance(0, 0.3)}},
    {Family::Binomial,
     "binomial",
     "\\operatorname{Bin}",
     true,
     2,
     {count("number of trials", "n", 1, 20), chance(0, 0.3)}},
    {Family::Geometric, "geometric", "\\operatorname{Geo}", true, 1, {chance(smallestChance, 0.3)}},
    {Family::NegativeBinomial,
     "negative binomial",
     "\\operatorname{NB}",
     true,
     2,
     {ParameterDescription{"number of successes", "r", "r", 0, false, 1e5, 5, false}, chance(1e-4, 0.5)}},
    {Family::Poisson,
     "Poisson",
     "\\operatorname{Poi}",
     true,
     1,
     {ParameterDescription{"expected number", "λ", "\\lambda", 0, false, largestCount, 4, false}}},
    {Family::Hypergeometric,
     "hypergeometric",
     "\\operatorname{Hyp}",
     true,
     3,
     {count("number of things", "N", 1, 50), count("number of marked things", "K", 0, 20),
      count("number drawn", "n", 0, 10)}},
    {Family::DiscreteUniform,
     "discrete uniform",
     "\\operatorname{DU}",
     true,
     2,
     {whole("least value", "a", 1), whole("greatest value", "b", 6)}},
    {Family::Uniform,
     "uniform",
     "\\operatorname{U}",
     false,
     2,
     {end("lower end", "a", 0), end("upper end", "b", 1)}},
    {Family::Exponential, "exponential", "\\operatorname{Exp}", false, 1, {scale("rate", "λ", "\\lambda")}},
    {Family::Normal,
     "normal",
     "\\mathcal{N}",
     false,
     2,
     {location("mean", "μ", "\\mu"), scale("spread", "σ", "\\sigma")}},
    {Family::LogNormal,
     "log-normal",
     "\\operatorname{LogN}",
     false,
     2,
     {ParameterDescription{"mean of the logarithm", "μ", "\\mu", -200, true, 200, 0, false},
      ParameterDescription{"spread of the logarithm", "σ", "\\sigma", 0, false, 12, 0.5, false}}},
    {Family::Gamma,
     "gamma",
     "\\operatorname{Ga}",
     false,
     2,
     {shape("shape", "α", "\\alpha", 3), scale("rate", "β", "\\beta")}},
    {Family::Beta,
     "beta",
     "\\operatorname{Be}",
     false,
     2,
     {shape("first shape", "α", "\\alpha", 2), shape("second shape", "β", "\\beta", 5)}},
    {Family::ChiSquared,
     "chi-squared",
     "\\chi^2",
     false,
     1,
     {shape("number of degrees of freedom", "ν", "\\nu", 4)}},
    {Family::StudentT,
     "Student t",
     "t",
     false,
     3,
     {shape("number of degrees of freedom", "ν", "\\nu", 3), location("centre", "μ", "\\mu"),
      scale("scale", "σ", "\\sigma")}},
    {Family::FisherF,
     "F",
     "F",
     false,
     2,
     {shape("first number of degrees of freedom", "d₁", "d_1", 5),
      shape("second number of degrees of freedom", "d₂", "d_2", 12)}},
    {Family::Cauchy,
     "Cauchy",
     "\\operatorname{Cauchy}",
     false,
     2,
     {location("centre", "m", "m"), scale("half width", "s", "s")}},
    {Family::Laplace,
     "Laplace",
     "\\operatorname{Laplace}",
     false,
     2,
     {location("mean", "μ", "\\mu"), scale("scale", "b", "b")}},
    {Family::Logistic,
     "logistic",
     "\\operatorname{Logistic}",
     false,
     2,
     {location("mean", "μ", "\\mu"), scale("scale", "s", "s")}},
    {Family::Weibull,
     "Weibull",
     "\\operatorname{Wei}",
     false,
     2,
     {ParameterDescription{"shape", "k", "k", 0.02, true, 1000, 2, false}, scale("scale", "λ", "\\lambda")}},
    {Family::Pareto,
     "Pareto",
     "\\operatorname{Pareto}",
     false,
     2,
     {shape("shape", "α", "\\alpha", 2.5), scale("smallest value", "m", "m")}},
    {Family::Gumbel,
     "Gumbel",
     "\\operatorname{Gumbel}",
     false,
     2,
     {location("mode", "μ", "\\mu"), scale("scale", "β", "\\beta")}},
}};

std::string numberText(double value) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

bool isTooSmall(const ParameterDescription& parameter, double value) {
  return parameter.isLeastIncluded ? value < parameter.least : value <= parameter.least;
}

std::string whyNot(const ParameterDescription& parameter, double value) {
  const std::string subject = std::string("the ") + parameter.name + " " + parameter.sign + " must be ";
  if (!std::isfinite(value))
    return subject + "a finite number";
  if (isTooSmall(parameter, value))
    return subject + (parameter.isLeastIncluded ? "at least " : "above ") + numberText(parameter.least);
  if (value > parameter.most)
    return subject + "at most " + numberText(parameter.most);
  if (parameter.isWhole && value != std::floor(value))
    return subject + "a whole number";
  return {};
}

/// What must hold between parameters, each of which is possible for itself.
const char* whyNotTogether(Family family, const Parameters& p) {
  if (family == Family::Uniform && !(p[0] < p[1]))
    return "the lower end a must be below the upper end b";
  if (family == Family::DiscreteUniform && !(p[0] <= p[1]))
    return "the least value a must not be above the greatest value b";
  if (family == Family::Hypergeometric && p[1] > p[0])
    return "the number of marked things K must not be above the number of things N";
  if (family == Family::Hypergeometric && p[2] > p[0])
    return "the number drawn n must not be above the number of things N";
  return "";
}

} // namespace

std::span<const FamilyDescription, familyCount> families() {
  return table;
}

const FamilyDescription& describe(Family family) {
  return table[static_cast<std::size_t>(family)];
}

Distribution usual(Family family) {
  Distribution distribution{family, {}};
  for (std::size_t i = 0; i < distribution.parameters.size(); ++i)
    distribution.parameters[i] = describe(family).parameters[i].usual;
  return distribution;
}

bool isPossible(const Distribution& distribution) {
  const auto used = describe(distribution.family).used();
  for (std::size_t i = 0; i < used.size(); ++i) {
    const double value = distribution.parameters[i];
    if (!std::isfinite(value) || isTooSmall(used[i], value) || value > used[i].most ||
        (used[i].isWhole && value != std::floor(value)))
      return false;
  }
  return *whyNotTogether(distribution.family, distribution.parameters) == '\0';
}

std::string whyImpossible(const Distribution& distribution) {
  const auto used = describe(distribution.family).used();
  for (std::size_t i = 0; i < used.size(); ++i)
    if (std::string why = whyNot(used[i], distribution.parameters[i]); !why.empty())
      return why;
  return whyNotTogether(distribution.family, distribution.parameters);
}

} // namespace eigenboard::probability
