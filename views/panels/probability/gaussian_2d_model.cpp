#include "views/panels/probability/gaussian_2d_model.h"

#include "core/probability/distribution.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::gaussian_2d_panel {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double correlationOf(const Eigen::Matrix2Xd& points) {
  if (points.cols() < 2)
    return unknown;
  const Eigen::Matrix2Xd centred = points.colwise() - Eigen::Vector2d(points.rowwise().mean());
  const double lengths = centred.row(0).norm() * centred.row(1).norm();
  return lengths > 0 ? centred.row(0).dot(centred.row(1)) / lengths : unknown;
}

void addSamples(Result& r, const Params& p, int drawn) {
  numerics::Random random(static_cast<std::uint64_t>(p.seed));
  Eigen::Matrix2Xd points(2, drawn);
  int within = 0;
  for (int i = 0; i < drawn; ++i) {
    points.col(i) = math::sample(r.law, random);
    within += math::mahalanobis(r.law, points.col(i)) < 1 ? 1 : 0;
    r.samples.emplace_back(points(0, i), points(1, i));
  }
  r.shareWithin = drawn > 0 ? static_cast<double>(within) / drawn : unknown;
  r.sampleCorrelation = correlationOf(points);
}

} // namespace

double Result::density() const {
  return std::exp(logDensity);
}

double logBell(double mean, double spread, double x) {
  return math::logDensity({math::Family::Normal, {mean, spread, 0}}, x);
}

Result evaluate(const Params& p, std::span<const Rain> history) {
  Result r;
  r.law = {p.mean, p.sx, p.sy, p.rho};
  r.isSingular = math::isSingular(r.law);
  r.axes = math::axesOf(r.law);
  r.slice = math::conditionalOnX(r.law, p.x0);
  r.mahalanobis = math::mahalanobis(r.law, p.q);
  r.euclid = (p.q - p.mean).stableNorm();
  r.logDensity = math::logDensity(r.law, p.q);
  addSamples(r, p, history.empty() ? 0 : history.back().drawn);
  return r;
}

} // namespace eigenboard::panels::probability::gaussian_2d_panel
