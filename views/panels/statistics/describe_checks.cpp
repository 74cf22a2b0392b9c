#include "views/panels/statistics/describe_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenboard::panels::statistics::describe_panel {

using panel::Invariant;

namespace {

constexpr double epsilonOfDouble = std::numeric_limits<double>::epsilon();

double sumOfDistances(std::span<const double> values, double from) {
  return std::accumulate(values.begin(), values.end(), 0.0,
                         [from](double sum, double value) { return sum + std::abs(value - from); });
}

std::vector<Invariant> lineChecks(const Params& p, const Result& r) {
  const std::span<const double> values = p.valueSpan();
  const std::vector<int>& counts = r.line.histogram.counts;
  std::vector<Invariant> list{{"counted", "\\sum_k n_k = n", Words::tr("Every value falls into one bin."),
                               static_cast<double>(std::accumulate(counts.begin(), counts.end(), 0) - r.n),
                               0}};
  if (r.n == 0)
    return list;
  const double rounding = 4 * r.n * epsilonOfDouble * reach; // n values up to reach are added
  const double sum = std::accumulate(values.begin(), values.end(), 0.0,
                                     [&r](double so, double value) { return so + (value - r.line.mean); });
  list.push_back({"balance", "\\sum_i (x_i - \\bar x) = 0",
                  Words::tr("To the left and to the right of the mean deviations weigh the same."), sum,
                  rounding});
  list.push_back(
      {"nearest", "\\sum_i |x_i - \\operatorname{median}| \\le \\sum_i |x_i - \\bar x|",
       Words::tr("No point has a smaller sum of distances from the values than the median."),
       std::max(0.0, sumOfDistances(values, r.line.box.median) - sumOfDistances(values, r.line.mean)),
       rounding});
  list.push_back(
      {"close", "|\\bar x - \\operatorname{median}| \\le s_n",
       Words::tr("Mean and median are at most one standard deviation (ddof = 0) apart."),
       std::max(0.0, std::abs(r.line.mean - r.line.box.median) - std::sqrt(math::variance(values, 0))),
       rounding});
  list.push_back({"total", "\\int \\hat f(x)\\,dx = 1", Words::tr("The area under the estimate is 1."),
                  r.line.total - 1,
                  1e-13}); // some hundred terms of the trapezoid rule, each with its roundings
  return list;
}

std::vector<Invariant> planeChecks(const Result& r) {
  const PlaneResult& plane = r.plane;
  int members = 0;
  for (int group = 0; group < groupCount; ++group)
    members += static_cast<int>(std::count(plane.groups.begin(), plane.groups.end(), group));
  std::vector<Invariant> list{{"counted", "\\sum_g n_g = n", Words::tr("Every point belongs to one group."),
                               static_cast<double>(members - r.n), 0}};
  if (r.n < 2)
    return list;
  const double rounding =
      16 * r.n * epsilonOfDouble * reach * reach; // n products of values up to reach are added
  list.push_back({"parts", "C = C_{\\text{within}} + C_{\\text{between}}",
                  Words::tr("The covariance (ddof = 0) is that within the groups plus that of their means."),
                  (plane.grouped.within + plane.grouped.between - plane.covariance * (r.n - 1) / r.n)
                      .cwiseAbs()
                      .maxCoeff(),
                  rounding});
  list.push_back({"trace", "\\lambda_1 + \\lambda_2 = s_x^2 + s_y^2",
                  Words::tr("Turning the axes leaves the sum of the variances as it is."),
                  plane.axes.variances.sum() - plane.covariance.trace(), rounding});
  if (std::isfinite(plane.fit.slope)) {
    double sum = 0;
    for (Eigen::Index row = 0; row < plane.points.rows(); ++row)
      sum += plane.points(row, 1) - plane.fit.at(plane.points(row, 0));
    list.push_back({"residuals", "\\sum_i (y_i - \\hat y_i) = 0",
                    Words::tr("Residuals above and below the line cancel."), sum,
                    rounding * (1 + std::abs(plane.fit.slope))});
  }
  if (std::isfinite(plane.pearson)) {
    // Deviations from the mean begin with a rounding of the values, which a small spread magnifies.
    const double least = std::sqrt(std::min(plane.covariance(0, 0), plane.covariance(1, 1)));
    const double condition = 1 + reach / least;
    list.push_back({"explained", "r^2 = 1 - \\sum (y_i-\\hat y_i)^2 / \\sum (y_i-\\bar y)^2",
                    Words::tr("The squared correlation is the share of the variance that the line explains."),
                    plane.pearson * plane.pearson - plane.fit.explained(),
                    16 * r.n * epsilonOfDouble * condition * condition});
  }
  return list;
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  return p.mode == Mode::Line ? lineChecks(p, r) : planeChecks(r);
}

} // namespace eigenboard::panels::statistics::describe_panel
