#include "views/panels/statistics/describe_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::statistics::describe_panel {

namespace {

constexpr int densityPoints = 361;
constexpr int sweepPoints = 101;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<QPointF> densityCurve(std::span<const double> values, double h) {
  std::vector<QPointF> curve;
  if (values.empty() || !(h > 0))
    return curve;
  constexpr double left = -0.7;
  constexpr double right = reach + 0.7;
  for (int i = 0; i < densityPoints; ++i) {
    const double x = left + (right - left) * i / (densityPoints - 1);
    curve.emplace_back(x, math::kernelDensity(values, h, x));
  }
  return curve;
}

/// By the trapezoid rule, which is exact to all digits for normal curves at half a spread from point to
/// point.
double integralOfEstimate(std::span<const double> values, double h) {
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  constexpr double tail = 9;
  const double low = *least - tail * h;
  const int parts = static_cast<int>(std::ceil((*greatest + tail * h - low) / (h / 2)));
  double sum = 0;
  for (int i = 0; i <= parts; ++i)
    sum += math::kernelDensity(values, h, low + i * (h / 2));
  return sum * (h / 2);
}

/// The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 6, 8 times a power of ten: a drag seldom changes the scale of the
/// picture.
double roundedUp(double height) {
  constexpr std::array<double, 9> steps{1, 1.2, 1.5, 2, 2.5, 3, 4, 6, 8};
  if (!(height > 0))
    return 1;
  const double power = std::pow(10, std::floor(std::log10(height)));
  for (const double step : steps)
    if (step * power >= height)
      return step * power;
  return 10 * power;
}

double bandwidthOf(const LineResult& r, Rule rule) {
  switch (rule) {
  case Rule::Scott:
    return r.scott;
  case Rule::Silverman:
    return r.silverman;
  case Rule::Robust:
    return r.robust;
  case Rule::None:
    break;
  }
  return missing;
}

std::vector<SweepPoint> sweptCentres(std::span<const double> values, int chosen, double cut) {
  std::vector<SweepPoint> points;
  if (chosen < 0)
    return points;
  std::vector<double> moved(values.begin(), values.end());
  for (int i = 0; i < sweepPoints; ++i) {
    const double place = reach * i / (sweepPoints - 1);
    moved[static_cast<std::size_t>(chosen)] = place;
    points.push_back({place, math::mean(moved), math::median(moved), math::trimmedMean(moved, cut)});
  }
  return points;
}

LineResult lineOf(const Params& params, int chosen) {
  const std::span<const double> values = params.valueSpan();
  LineResult r;
  r.mean = math::mean(values);
  r.trimmed = math::trimmedMean(values, params.cut);
  r.variance = math::variance(values);
  r.medianDeviation = math::medianAbsoluteDeviation(values);
  r.box = math::boxOf(values);
  r.histogram = math::histogram(values, params.binStart, params.binWidth);
  r.peaks = math::kernelPeaks(values, params.bandwidth);
  r.scott = math::scottBandwidth(values);
  r.silverman = math::silvermanBandwidth(values);
  r.robust = math::robustBandwidth(values);
  r.reference = bandwidthOf(r, params.rule);
  const std::vector<double> rest = chosen < 0 ? std::vector<double>{} : math::without(values, chosen);
  r.meanWithout = math::mean(rest);
  r.medianWithout = math::median(rest);
  r.density = densityCurve(values, params.bandwidth);
  r.referenceDensity = densityCurve(values, r.reference);
  if (params.sweep)
    r.sweep = sweptCentres(values, chosen, params.cut);
  if (values.empty()) {
    r.total = r.peakDensity = r.mode = missing;
    return r;
  }
  r.total = integralOfEstimate(values, params.bandwidth);
  r.peakDensity = math::kernelDensity(values, params.bandwidth, r.peaks.mode);
  r.mode = std::round(r.peaks.mode * 1e4) / 1e4;
  double highest = r.peakDensity;
  for (int i = 0; i < static_cast<int>(r.histogram.counts.size()); ++i)
    highest = std::max(highest, r.binDensity(i, static_cast<int>(values.size())));
  r.densityTop = roundedUp(highest);
  return r;
}

PlaneResult planeOf(const Params& params, int chosen) {
  PlaneResult r;
  r.points = params.points.leftCols<2>();
  for (Eigen::Index row = 0; row < params.points.rows(); ++row)
    r.groups.push_back(static_cast<int>(std::lround(params.points(row, 2))));
  r.mean = r.points.rows() > 0 ? Eigen::Vector2d(r.points.colwise().mean().transpose())
                               : Eigen::Vector2d::Constant(missing);
  r.covariance = math::covarianceMatrix(r.points);
  r.pearson = math::pearson(r.points);
  r.spearman = math::spearman(r.points);
  r.kendall = math::kendall(r.points);
  r.fit = math::lineFit(r.points);
  r.axes = math::principalAxes(r.covariance);
  r.ranks = math::rankPoints(r.points);
  r.rankFit = math::lineFit(r.ranks);
  const math::Points rest =
      chosen < 0 ? math::Points(0, 2) : math::Points(withoutRow(params.points, chosen).leftCols<2>());
  r.pearsonWithout = math::pearson(rest);
  r.slopeWithout = math::lineFit(rest).slope;
  r.grouped = {Eigen::Matrix2d::Constant(missing), Eigen::Matrix2d::Constant(missing)};
  if (r.points.rows() > 0)
    r.grouped = math::groupedCovariance(r.points, r.groups);
  for (int group = 0; group < groupCount; ++group) {
    const math::Points members = math::ofGroup(r.points, r.groups, group);
    r.groupFits.push_back(math::lineFit(members));
    r.groupsSeen += members.rows() > 0 ? 1 : 0;
  }
  return r;
}

} // namespace

double LineResult::spread() const {
  return std::sqrt(variance);
}

double LineResult::binDensity(int index, int n) const {
  return histogram.counts[static_cast<std::size_t>(index)] / (n * histogram.width);
}

bool PlaneResult::isSimpson() const {
  int opposed = 0;
  for (const math::LineFit& fitted : groupFits) {
    if (std::isnan(fitted.slope))
      continue;
    if (!(fitted.slope * fit.slope < 0))
      return false;
    ++opposed;
  }
  return opposed >= 2;
}

Result evaluate(const Params& params) {
  Result result;
  const bool isLine = params.mode == Mode::Line;
  result.n = static_cast<int>(isLine ? params.values.rows() : params.points.rows());
  result.chosen = std::min(params.chosen, result.n - 1);
  if (isLine)
    result.line = lineOf(params, result.chosen);
  else
    result.plane = planeOf(params, result.chosen);
  return result;
}

Eigen::MatrixXd withoutRow(const Eigen::MatrixXd& rows, Eigen::Index removed) {
  Eigen::MatrixXd left(rows.rows() - 1, rows.cols());
  left << rows.topRows(removed), rows.bottomRows(rows.rows() - 1 - removed);
  return left;
}

} // namespace eigenboard::panels::statistics::describe_panel
