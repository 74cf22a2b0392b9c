#include "views/panels/probability/distributions_model.h"

#include "core/probability/gamma_sample.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::distributions_panel {

using math::Distribution;
using math::Family;

namespace {

constexpr int curvePoints = 241;

/// The interval of x that is shown. It does not change with what a handle moves.
std::pair<double, double> shownInterval(const Params& p, const Distribution& law) {
  switch (p.family) {
  case Family::Bernoulli:
    return {-0.5, 1.5};
  case Family::Beta:
    return {0, 1};
  case Family::DiscreteUniform:
    return {-p.reach - 0.5, p.reach + 0.5};
  default:
    break;
  }
  if (math::describe(law.family).isDiscrete)
    return {-0.5, std::floor(2 * p.reach) + 0.5};
  return math::support(law).least >= 0 && p.family != Family::Uniform ? std::pair{0.0, 2 * p.reach}
                                                                      : std::pair{-p.reach, p.reach};
}

template <typename Function>
std::vector<QPointF> sampled(double left, double right, bool isDiscrete, Function f) {
  std::vector<QPointF> points;
  if (isDiscrete) {
    for (double k = std::ceil(left); k <= right; ++k)
      points.emplace_back(k, f(k));
    return points;
  }
  const double step = (right - left) / (curvePoints - 1);
  for (int i = 0; i < curvePoints; ++i) {
    double x = left + step * i;
    if (!std::isfinite(f(x))) // a pole, seen from beside it
      x += (i == 0 ? 1e-3 : -1e-3) * step;
    if (std::isfinite(f(x)))
      points.emplace_back(x, f(x));
  }
  return points;
}

/// A density that does not begin or end at 0 has an upright edge there.
void addEdges(const Distribution& law, std::vector<QPointF>& curve) {
  const auto place = [&curve](double x) {
    return std::find_if(curve.begin(), curve.end(), [x](const QPointF& point) { return point.x() >= x; });
  };
  const math::Support ends = math::support(law);
  const auto addEdge = [&](double x, bool isRising) {
    const double height = math::density(law, x);
    if (!std::isfinite(height) || curve.empty() || x <= curve.front().x() || x >= curve.back().x())
      return;
    const QPointF foot(x, 0);
    const QPointF head(x, height);
    const auto at = place(x);
    const bool isThere = at != curve.end() && at->x() == x;
    const auto next = isThere ? curve.erase(at) : at;
    curve.insert(next, {isRising ? foot : head, isRising ? head : foot});
  };
  addEdge(ends.least, true);
  addEdge(ends.most, false);
}

/// The law's variable as a function of one that runs over the whole line, in which densities are smooth.
struct Place {
  double x;
  double slope;
};

Place placeAt(const Distribution& law, double u) {
  const math::Support ends = math::support(law);
  if (std::isinf(ends.least)) {
    const double scale = law.parameters[law.family == Family::StudentT ? 2 : 1];
    const double location = law.parameters[law.family == Family::StudentT ? 1 : 0];
    return {location + scale * std::sinh(u), scale * std::cosh(u)};
  }
  if (std::isinf(ends.most))
    return {ends.least + std::exp(u), std::exp(u)};
  const double share = 1 / (1 + std::exp(-u));
  const double width = ends.most - ends.least;
  return {ends.least + width * share, width * share / (1 + std::exp(u))};
}

double parameterOf(const Distribution& law, double x) {
  const math::Support ends = math::support(law);
  if (std::isinf(ends.least)) {
    const double scale = law.parameters[law.family == Family::StudentT ? 2 : 1];
    const double location = law.parameters[law.family == Family::StudentT ? 1 : 0];
    return std::asinh((x - location) / scale);
  }
  if (std::isinf(ends.most))
    return std::log(x - ends.least);
  return std::log((x - ends.least) / (ends.most - x));
}

/// Σ f, or the integral of f by Simpson's rule between two quantiles over the probability between them.
double totalOf(const Distribution& law) {
  if (math::describe(law.family).isDiscrete) {
    double sum = 0;
    for (double k = math::quantile(law, 1e-18); k <= math::upperQuantile(law, 1e-18); ++k)
      sum += math::density(law, k);
    return sum;
  }
  constexpr int intervals = 256;
  constexpr double tail = 0.125;
  const double from = math::quantile(law, tail);
  const double to = math::upperQuantile(law, tail);
  const double low = parameterOf(law, from);
  const double high = parameterOf(law, to);
  double sum = 0;
  for (int i = 0; i <= intervals; ++i) {
    const Place place = placeAt(law, low + (high - low) * i / intervals);
    const double weight = i == 0 || i == intervals ? 1 : i % 2 == 0 ? 2 : 4;
    sum += weight * math::density(law, place.x) * place.slope;
  }
  return sum * (high - low) / (3 * intervals) / (1 - 2 * tail);
}

/// High enough for all that is drawn, but for a pole, which goes out of the picture, and a companion more
/// than twice as high.
double topOf(const Result& r) {
  const double low = math::quantile(r.law, 0.02);
  const double high = math::upperQuantile(r.law, 0.02);
  double top = 0;
  for (const QPointF& point : r.density)
    if (r.isDiscrete || (point.x() >= low && point.x() <= high))
      top = std::max(top, std::isfinite(point.y()) ? point.y() : 0);
  if (!(top > 0)) // all of it lies outside or between two points
    top = std::min(1e3, math::density(r.law, math::quantile(r.law, 0.5)));
  if (!(top > 0 && std::isfinite(top)))
    return 1;
  double companionTop = 0;
  for (const QPointF& point : r.companionDensity)
    companionTop = std::max(companionTop, point.y());
  return 1.2 * std::clamp(companionTop, top, 2 * top);
}

} // namespace

Distribution lawOf(const Params& p) {
  const double least = std::round(p.location);
  switch (p.family) {
  case Family::Bernoulli:
    return {p.family, {p.chance, 0, 0}};
  case Family::Binomial:
    return {p.family, {static_cast<double>(p.trials), p.chance, 0}};
  case Family::Geometric:
    return {p.family, {std::max(p.chance, 0.05), 0, 0}};
  case Family::NegativeBinomial:
    return {p.family, {p.shape, std::max(p.chance, 0.05), 0}};
  case Family::Poisson:
    return {p.family, {std::max(p.trials * p.chance, 0.01), 0, 0}};
  case Family::Hypergeometric:
    return {p.family,
            {static_cast<double>(p.population), std::round(p.chance * p.population),
             static_cast<double>(std::min(p.trials, p.population))}};
  case Family::DiscreteUniform:
    return {p.family, {least, least + p.trials - 1, 0}};
  case Family::Uniform:
    return {p.family, {p.location - p.scale, p.location + p.scale, 0}};
  case Family::Exponential:
    return {p.family, {1 / p.scale, 0, 0}};
  case Family::Gamma:
    return {p.family, {p.shape + p.successes, 1 / p.scale + p.failures, 0}};
  case Family::Beta:
    return {p.family, {p.shape + p.successes, p.secondShape + p.failures, 0}};
  case Family::ChiSquared:
    return {p.family, {p.shape, 0, 0}};
  case Family::StudentT:
    return {p.family, {p.shape, p.location, p.scale}};
  case Family::FisherF:
    return {p.family, {p.shape, p.secondShape, 0}};
  case Family::Weibull:
    return {p.family, {std::clamp(p.shape, 0.3, 4.0), p.scale, 0}};
  case Family::Pareto:
    return {p.family, {p.shape, p.scale, 0}};
  case Family::Normal:
  case Family::LogNormal:
  case Family::Cauchy:
  case Family::Laplace:
  case Family::Logistic:
  case Family::Gumbel:
    break;
  }
  return {p.family, {p.location, p.scale, 0}};
}

std::optional<Distribution> companionOf(const Params& p, const Distribution& law) {
  if (p.companion == Companion::None)
    return std::nullopt;
  if (p.companion == Companion::Prior) {
    Params before = p;
    before.successes = before.failures = 0;
    return lawOf(before);
  }
  const math::Moments m = math::moments(law);
  const double median = math::quantile(law, 0.5);
  const double halfQuartiles =
      std::max(1e-6, 0.5 * (math::upperQuantile(law, 0.25) - math::quantile(law, 0.25)));
  const bool hasSpread = m.mean.isNumber() && m.variance.isNumber() && m.variance.value > 0;
  const double centre = hasSpread ? m.mean.value : median;
  constexpr double normalQuartile = 0.67448975019608174;
  const double spread = hasSpread ? std::sqrt(m.variance.value) : halfQuartiles / normalQuartile;
  switch (p.companion) {
  case Companion::Normal:
    return Distribution{Family::Normal, {centre, spread, 0}};
  case Companion::Poisson:
    return Distribution{Family::Poisson, {std::clamp(centre, 0.01, 1e6), 0, 0}};
  case Companion::Exponential:
    return Distribution{Family::Exponential, {1 / std::max(centre, 0.01), 0, 0}};
  case Companion::Laplace:
    return Distribution{Family::Laplace, {centre, spread / std::sqrt(2.0), 0}};
  case Companion::Cauchy:
    return Distribution{Family::Cauchy, {median, halfQuartiles, 0}};
  case Companion::None:
  case Companion::Prior:
    break;
  }
  return std::nullopt;
}

Rain startOfRain(const Params& p) {
  Rain rain;
  rain.random = numerics::Random(static_cast<std::uint64_t>(p.seed));
  return rain;
}

Rain nextOfRain(const Params& p, const Rain& rain) {
  const Distribution law = lawOf(p);
  const auto [left, right] = shownInterval(p, law);
  const bool isDiscrete = math::describe(law.family).isDiscrete;
  const int count = isDiscrete ? static_cast<int>(right - left) : binCount;
  Rain next = rain;
  next.bins.resize(static_cast<std::size_t>(count));
  next.lastSample.clear();
  for (int i = 0; i < samplesPerStep; ++i) {
    // By inversion, so that a drag of the law carries the same drops along.
    const double x = math::quantile(law, math::openUniform(next.random));
    next.lastSample.push_back(x);
    ++next.drawn;
    next.inside += x >= std::min(p.a, p.b) && x <= std::max(p.a, p.b) ? 1 : 0;
    if (x >= left && x < right)
      ++next.bins[std::min(static_cast<std::size_t>((x - left) / (right - left) * count),
                           next.bins.size() - 1)];
  }
  return next;
}

Result evaluate(const Params& p, std::span<const Rain> history) {
  Result r;
  r.law = lawOf(p);
  r.isDiscrete = math::describe(r.law.family).isDiscrete;
  r.companion = companionOf(p, r.law);
  r.moments = math::moments(r.law);
  r.entropy = math::entropy(r.law);
  r.mode = math::mode(r.law);
  r.inside = math::probabilityBetween(r.law, r.isDiscrete ? std::ceil(r.low(p)) - 1 : r.low(p), r.high(p));
  r.quantile = math::quantile(r.law, p.level);
  r.total = totalOf(r.law);
  std::tie(r.left, r.right) = shownInterval(p, r.law);
  r.density = sampled(r.left, r.right, r.isDiscrete, [&](double x) { return math::density(r.law, x); });
  if (!r.isDiscrete)
    addEdges(r.law, r.density);
  r.cumulative = sampled(r.left, r.right, r.isDiscrete, [&](double x) { return math::cumulative(r.law, x); });
  r.distance = std::numeric_limits<double>::quiet_NaN();
  if (r.companion) {
    const bool isDiscrete = math::describe(r.companion->family).isDiscrete;
    r.companionDensity =
        sampled(r.left, r.right, isDiscrete, [&](double x) { return math::density(*r.companion, x); });
    r.companionCumulative =
        sampled(r.left, r.right, isDiscrete, [&](double x) { return math::cumulative(*r.companion, x); });
    r.distance = 0;
    for (const QPointF& point : r.cumulative) {
      // Between a law of whole numbers and a smooth one the steps are met half way.
      const double x = point.x() + (r.isDiscrete && !isDiscrete ? 0.5 : 0);
      r.distance = std::max(r.distance, std::abs(point.y() - math::cumulative(*r.companion, x)));
    }
  }
  if (!history.empty())
    r.rain = history.back();
  r.top = topOf(r);
  if (r.rain.drawn > 0) { // a few samples make towers, which may go out of the picture
    const int most = *std::max_element(r.rain.bins.begin(), r.rain.bins.end());
    const double width = (r.right - r.left) / static_cast<double>(r.rain.bins.size());
    r.top = std::max(r.top, std::min(1.5 * r.top, 1.1 * most / (r.rain.drawn * width)));
  }
  return r;
}

} // namespace eigenboard::panels::probability::distributions_panel
