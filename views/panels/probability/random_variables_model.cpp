#include "views/panels/probability/random_variables_model.h"

#include "core/probability/gamma_sample.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenboard::panels::probability::random_variables_panel {

namespace {

constexpr double unknownNumber = std::numeric_limits<double>::quiet_NaN();

math::Distribution lawOf(const Params& p) {
  switch (p.law) {
  case Law::Normal:
    return {math::Family::Normal, {p.location, p.scale, 0}};
  case Law::Uniform:
    return {math::Family::Uniform, {p.location - p.scale, p.location + p.scale, 0}};
  case Law::Cauchy:
    return {math::Family::Cauchy, {p.location, p.scale, 0}};
  case Law::Geometric:
    return {math::Family::Geometric, {p.chance, 0, 0}};
  case Law::Exponential:
  case Law::Stars:
    break;
  }
  return {math::Family::Exponential, {1 / p.scale, 0, 0}};
}

Variable variableOf(const Params& p) {
  Variable variable;
  variable.isOwn = p.law == Law::Stars;
  variable.isDiscrete = variable.isOwn || p.law == Law::Geometric;
  variable.law = lawOf(p);
  variable.g = {p.g, p.factor, p.shift};
  if (variable.isOwn) {
    const auto weights = p.weights();
    variable.own = math::finiteLaw(Eigen::VectorXd::LinSpaced(starCount, 1, starCount),
                                   Eigen::Map<const Eigen::VectorXd>(weights.data(), starCount));
  }
  return variable;
}

double meanOf(const std::vector<double>& numbers) {
  return numbers.empty()
             ? unknownNumber
             : std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

} // namespace

double Variable::upTo(double x) const {
  return isOwn ? math::cumulative(own, x) : math::cumulative(law, x);
}

double Variable::below(double x) const {
  if (isOwn)
    return math::cumulative(own, x) - math::massAt(own, x);
  return isDiscrete ? math::cumulative(law, std::ceil(x) - 1) : math::cumulative(law, x);
}

double Variable::density(double x) const {
  return isOwn ? math::massAt(own, x) : math::density(law, x);
}

double Variable::quantile(double u) const {
  return isOwn ? math::quantile(own, u) : math::quantile(law, u);
}

double Variable::mapped(double x) const {
  return isOwn && g.map == math::Map::OwnFunction ? math::cumulative(own, x) : math::mapped(g, law, x);
}

double Variable::stretch(double x) const {
  return isDiscrete ? unknownNumber : math::stretchAt(g, law, x);
}

double Variable::densityOfMapped(double y) const {
  if (!isOwn)
    return math::densityOfMapped(g, law, y);
  return math::expectation(own, [&](double x) { return mapped(x) == y ? 1.0 : 0.0; });
}

Interval shownX(const Params& p) {
  switch (p.law) {
  case Law::Exponential:
    return {0, 6};
  case Law::Geometric:
    return {0, 12.6};
  case Law::Stars:
    return {0.45, 5.6};
  case Law::Normal:
  case Law::Uniform:
  case Law::Cauchy:
    break;
  }
  return {-5, 5};
}

Interval shownY(const Params& p) {
  switch (p.g) {
  case math::Map::Affine:
    return {-8, 8};
  case math::Map::Square:
    return {0, 6};
  case math::Map::Absolute:
    return {0, 5};
  case math::Map::Exponential:
    return {0, 7};
  case math::Map::Logarithm:
    return {-4, 3};
  case math::Map::OwnFunction:
    break;
  }
  return {0, 1.05};
}

std::vector<double> placesOver(const Interval& interval, const std::vector<double>& edges) {
  constexpr int pieces = 240;
  std::vector<double> places;
  for (int i = 0; i <= pieces; ++i)
    places.push_back(interval.low + interval.width() * i / pieces);
  for (const double edge : edges)
    if (edge > interval.low && edge < interval.high)
      for (const double side : {-1e-9, 1e-9})
        places.push_back(edge + side * interval.width());
  std::sort(places.begin(), places.end());
  return places;
}

std::vector<double> edgesOf(const Variable& variable) {
  if (variable.isOwn || variable.law.family != math::Family::Uniform)
    return {};
  return {variable.law.parameters[0], variable.law.parameters[1]};
}

std::vector<double> shownValues(const Params& p, const Result& r) {
  std::vector<double> values;
  const Interval shown = shownX(p);
  for (double k = std::max(1.0, std::ceil(shown.low)); k <= shown.high; ++k)
    if (r.variable.isDiscrete)
      values.push_back(k);
  return values;
}

std::vector<double> histogram(std::span<const double> samples, const Interval& interval, int parts) {
  std::vector<double> shares(static_cast<std::size_t>(parts));
  for (const double sample : samples)
    if (sample >= interval.low && sample < interval.high) {
      const auto part = static_cast<std::size_t>((sample - interval.low) / interval.width() * parts);
      shares[std::min(part, shares.size() - 1)] += 1 / static_cast<double>(samples.size());
    }
  return shares;
}

QString jointKey(int row, int column) {
  return QStringLiteral("j%1%2").arg(row + 1).arg(column + 1);
}

Result evaluate(const Params& p, std::span<const Draws> history) {
  Result r;
  r.variable = variableOf(p);
  const Variable& variable = r.variable;
  r.x = variable.quantile(p.u);
  if (!variable.isDiscrete && std::abs(r.x) <= 1e-12 * p.scale)
    r.x = 0; // what rounding leaves of a 0 would have a logarithm
  r.reached = variable.upTo(r.x);
  r.y = variable.mapped(r.x);
  if (variable.isOwn) {
    r.mean = math::moments(variable.own).mean;
    r.meanOfY = math::expectation(variable.own, [&](double x) { return variable.mapped(x); });
  } else {
    r.mean = math::moments(variable.law).mean.value;
    r.meanOfY = math::meanOfMapped(variable.g, variable.law).value;
  }
  const Eigen::VectorXd values = Eigen::VectorXd::LinSpaced(pairCount, 1, pairCount);
  r.joint = math::jointLaw(p.joint);
  r.conditional = math::conditionalOnY(r.joint, p.given - 1);
  r.meanOfPair = math::marginOfX(r.joint).dot(values);
  r.conditionalMean = r.conditional.dot(values);
  const int count = history.empty() ? 0 : history.back().count;
  numerics::Random random(static_cast<std::uint64_t>(p.seed));
  std::vector<double> mapped;
  for (int i = 0; i < count; ++i) {
    r.uniforms.push_back(math::openUniform(random));
    r.samples.push_back(variable.quantile(r.uniforms.back()));
    mapped.push_back(variable.mapped(r.samples.back()));
  }
  r.sorted = r.samples;
  std::sort(r.sorted.begin(), r.sorted.end());
  r.gap = math::greatestGap(
      r.sorted, [&](double x) { return variable.below(x); }, [&](double x) { return variable.upTo(x); });
  r.sampleMean = meanOf(r.samples);
  r.sampleMeanOfY = meanOf(mapped);
  return r;
}

} // namespace eigenboard::panels::probability::random_variables_panel
