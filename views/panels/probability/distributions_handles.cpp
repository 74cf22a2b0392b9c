#include "views/panels/probability/distributions_model.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace eigenboard::panels::probability::distributions_panel {

using math::Family;

namespace {

/// A place on the curve that one parameter decides, and how it is read back from the place.
struct Grip {
  const char* parameter;
  QString name;
  double x;
  std::function<double(double x)> read;
};

/// Small enough to divide by, and no state of the panel comes near it.
constexpr double least = 1e-3;

double above(double x) {
  return std::max(x, least);
}

double belowOne(double x) {
  return std::clamp(x, least, 1 - least);
}

Grip locationGrip(const Params& p, const QString& name) {
  return {"location", name, p.location, [](double x) { return x; }};
}

Grip spreadGrip(const Params& p) {
  return {"scale", Words::tr("Spread"), p.location + p.scale, [m = p.location](double x) { return x - m; }};
}

Grip scaleGrip(const Params& p, const QString& name) {
  return {"scale", name, p.scale, [](double x) { return x; }};
}

/// Where what is expected of n trials stands.
Grip chanceGrip(const Params& p, double trials) {
  return {"chance", Words::tr("Mean"), trials * p.chance, [trials](double x) { return x / trials; }};
}

std::vector<Grip> gammaGrips(const Params& p) {
  const double rate = 1 / p.scale + p.failures;
  std::vector<Grip> grips{{"shape", Words::tr("Mean"), (p.shape + p.successes) / rate,
                           [rate, data = p.successes](double x) { return x * rate - data; }}};
  const double deviations = p.shape + std::sqrt(p.shape);
  if (p.successes == 0 && p.failures == 0)
    grips.push_back({"scale", Words::tr("Spread"), p.scale * deviations,
                     [deviations](double x) { return x / deviations; }});
  return grips;
}

Grip betaGrip(const Params& p) {
  const double first = p.shape + p.successes;
  const double second = p.secondShape + p.failures;
  return {"shape", Words::tr("Mean"), first / (first + second),
          [second, data = p.successes](double x) { return belowOne(x) * second / (1 - belowOne(x)) - data; }};
}

std::vector<Grip> gripsOf(const Params& p) {
  switch (p.family) {
  case Family::Normal:
  case Family::Laplace:
  case Family::Logistic:
    return {locationGrip(p, Words::tr("Mean")), spreadGrip(p)};
  case Family::Cauchy:
  case Family::StudentT:
  case Family::Uniform:
    return {locationGrip(p, Words::tr("Centre")), spreadGrip(p)};
  case Family::Gumbel:
    return {locationGrip(p, Words::tr("Mode")), spreadGrip(p)};
  case Family::DiscreteUniform:
    return {locationGrip(p, Words::tr("Least value"))};
  case Family::LogNormal:
    return {
        {"location", Words::tr("Median"), std::exp(p.location), [](double x) { return std::log(above(x)); }},
        {"scale", Words::tr("Spread of the logarithm"), std::exp(p.location + p.scale),
         [m = p.location](double x) { return std::log(above(x)) - m; }}};
  case Family::Bernoulli:
    return {chanceGrip(p, 1)};
  case Family::Binomial:
  case Family::Poisson:
    return {chanceGrip(p, p.trials)};
  case Family::Hypergeometric:
    return {chanceGrip(p, std::min(p.trials, p.population))};
  case Family::Geometric:
    return {
        {"chance", Words::tr("Mean"), 1 / std::max(p.chance, 0.05), [](double x) { return 1 / above(x); }}};
  case Family::NegativeBinomial:
    return {{"chance", Words::tr("Mean"), p.shape / std::max(p.chance, 0.05) - p.shape,
             [r = p.shape](double x) { return r / (r + std::max(0.0, x)); }}};
  case Family::Exponential:
    return {scaleGrip(p, Words::tr("Mean"))};
  case Family::Weibull:
    return {scaleGrip(p, Words::tr("Scale"))};
  case Family::Pareto:
    return {scaleGrip(p, Words::tr("Smallest value"))};
  case Family::Gamma:
    return gammaGrips(p);
  case Family::Beta:
    return {betaGrip(p)};
  case Family::ChiSquared:
    return {{"shape", Words::tr("Mean"), p.shape, [](double x) { return x; }}};
  case Family::FisherF:
    break;
  }
  return {};
}

/// The number of degrees of freedom of t at which the density three scales from the centre is so high. From 1
/// on it falls as they grow; below 1 the tail is so long that it is lower there again.
double freedomOfTail(double height, double scale) {
  double low = 1;
  double high = 20;
  for (int i = 0; i < 60; ++i) {
    const double middle = std::sqrt(low * high);
    (math::density({Family::StudentT, {middle, 0, scale}}, 3 * scale) > height ? low : high) = middle;
  }
  return std::sqrt(low * high);
}

} // namespace

std::vector<scene::Handle> lawHandles(const Params& p, const Result& r) {
  std::vector<scene::Handle> handles;
  for (const Grip& grip : gripsOf(p)) {
    const QString key = QString::fromLatin1(grip.parameter);
    const double place = r.isDiscrete ? std::round(grip.x) : grip.x;
    const double height = std::min(math::density(r.law, place), 0.95 * r.top);
    handles.push_back({key,
                       grip.name,
                       {grip.x, std::isfinite(height) ? height : 0},
                       scene::Role::Drag,
                       [key, read = grip.read](QPointF to) {
                         return scene::Assignments{{key, read(to.x())}};
                       }});
  }
  if (p.family == Family::StudentT) {
    const double x = p.location - 3 * p.scale;
    handles.push_back({QStringLiteral("shape"),
                       Words::tr("Weight of the tails"),
                       {x, math::density(r.law, x)},
                       scene::Role::Drag,
                       [scale = p.scale](QPointF to) {
                         return scene::Assignments{{QStringLiteral("shape"), freedomOfTail(to.y(), scale)}};
                       }});
  }
  return handles;
}

} // namespace eigenboard::panels::probability::distributions_panel
