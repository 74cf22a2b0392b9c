#pragma once

#include "core/probability/family.h"

#include <QtCore/QString>

#include <vector>

namespace eigenboard::tests {

/// Every family with its usual parameters, and with others that are near the ends of what is possible.
inline std::vector<probability::Distribution> distributionExamples() {
  using probability::Family;
  std::vector<probability::Distribution> examples;
  for (const probability::FamilyDescription& family : probability::families())
    examples.push_back(probability::usual(family.family));
  const std::vector<probability::Distribution> others = {
      {Family::Bernoulli, {1e-9}},
      {Family::Bernoulli, {1}},
      {Family::Bernoulli, {0}},
      {Family::Binomial, {1, 0.5}},
      {Family::Binomial, {1000, 0.01}},
      {Family::Binomial, {300, 0.999}},
      {Family::Geometric, {1e-6}},
      {Family::Geometric, {0.999}},
      {Family::NegativeBinomial, {0.3, 0.1}},
      {Family::NegativeBinomial, {200, 0.9}},
      {Family::NegativeBinomial, {2.5, 1e-3}},
      {Family::Poisson, {0.01}},
      {Family::Poisson, {500}},
      {Family::Hypergeometric, {3, 1, 2}},
      {Family::Hypergeometric, {1000, 500, 500}},
      {Family::Hypergeometric, {20, 20, 5}},
      {Family::DiscreteUniform, {-5, 5}},
      {Family::DiscreteUniform, {3, 3}},
      {Family::Uniform, {-4, 12}},
      {Family::Exponential, {1e-5}},
      {Family::Normal, {5, 0.01}},
      {Family::Normal, {0, 1e50}},
      {Family::LogNormal, {1, 3}},
      {Family::LogNormal, {0, 0.001}},
      {Family::Gamma, {0.05, 2}},
      {Family::Gamma, {0.9, 1}},
      {Family::Gamma, {1, 3}},
      {Family::Gamma, {800, 5}},
      {Family::Beta, {0.5, 0.5}},
      {Family::Beta, {0.01, 3}},
      {Family::Beta, {30, 0.2}},
      {Family::Beta, {1, 1}},
      {Family::Beta, {100, 900}},
      {Family::ChiSquared, {0.1}},
      {Family::ChiSquared, {1}},
      {Family::ChiSquared, {900}},
      {Family::StudentT, {0.5, 0, 1}},
      {Family::StudentT, {1, 0, 1}},
      {Family::StudentT, {2, 1, 3}},
      {Family::StudentT, {4.5, 0, 1}},
      {Family::StudentT, {900, 0, 1}},
      {Family::FisherF, {1, 1}},
      {Family::FisherF, {2, 3}},
      {Family::FisherF, {0.5, 9}},
      {Family::FisherF, {100, 200}},
      {Family::FisherF, {900, 7}},
      {Family::Cauchy, {3, 0.1}},
      {Family::Laplace, {2, 5}},
      {Family::Logistic, {2, 5}},
      {Family::Weibull, {0.5, 3}},
      {Family::Weibull, {1, 1}},
      {Family::Weibull, {15, 2}},
      {Family::Weibull, {500, 1}},
      {Family::Pareto, {0.5, 2}},
      {Family::Pareto, {1.5, 1}},
      {Family::Pareto, {4.5, 1}},
      {Family::Pareto, {100, 1}},
      {Family::Gumbel, {3, 2}},
  };
  examples.insert(examples.end(), others.begin(), others.end());
  return examples;
}

inline QString nameOf(const probability::Distribution& distribution) {
  const auto& [family, p] = distribution;
  return QStringLiteral("%1(%2, %3, %4)")
      .arg(QString::fromUtf8(probability::describe(family).name))
      .arg(p[0])
      .arg(p[1])
      .arg(p[2]);
}

} // namespace eigenboard::tests
