#include "core/statistics/correlation.h"

#include "core/statistics/description.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <set>
#include <span>

namespace eigenboard::statistics {

namespace {

constexpr double undefinedNumber = std::numeric_limits<double>::quiet_NaN();

std::span<const double> columnOf(const Points& points, Eigen::Index column) {
  return {points.col(column).data(), static_cast<std::size_t>(points.rows())};
}

bool bothVary(const Points& points) {
  return varies(columnOf(points, 0)) && varies(columnOf(points, 1));
}

int signOf(double difference) {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

} // namespace

Eigen::Matrix2d covarianceMatrix(const Points& points, int ddof) {
  const double freedom = static_cast<double>(points.rows()) - ddof;
  if (!(freedom > 0))
    return Eigen::Matrix2d::Constant(undefinedNumber);
  Points centred = points.rowwise() - points.colwise().mean();
  for (Eigen::Index column = 0; column < 2; ++column)
    if (!varies(columnOf(points, column)))
      centred.col(column).setZero();
  return centred.transpose() * centred / freedom;
}

double pearson(const Points& points) {
  if (!bothVary(points))
    return undefinedNumber;
  const Eigen::Matrix2d C = covarianceMatrix(points);
  return std::clamp(C(0, 1) / (std::sqrt(C(0, 0)) * std::sqrt(C(1, 1))), -1.0, 1.0);
}

std::vector<double> ranks(const Eigen::VectorXd& values) {
  const auto n = static_cast<std::size_t>(values.size());
  std::vector<Eigen::Index> order(n);
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::sort(order.begin(), order.end(),
            [&](Eigen::Index i, Eigen::Index j) { return values(i) < values(j); });
  std::vector<double> result(n);
  for (std::size_t first = 0; first < n;) {
    std::size_t last = first;
    while (last + 1 < n && values(order[last + 1]) == values(order[first]))
      ++last;
    const double middle = 1 + 0.5 * static_cast<double>(first + last);
    for (std::size_t i = first; i <= last; ++i)
      result[static_cast<std::size_t>(order[i])] = middle;
    first = last + 1;
  }
  return result;
}

Points rankPoints(const Points& points) {
  Points result(points.rows(), 2);
  for (Eigen::Index column = 0; column < 2; ++column) {
    const std::vector<double> list = ranks(points.col(column));
    for (Eigen::Index row = 0; row < points.rows(); ++row)
      result(row, column) = list[static_cast<std::size_t>(row)];
  }
  return result;
}

double spearman(const Points& points) {
  return pearson(rankPoints(points));
}

double kendall(const Points& points) {
  if (!bothVary(points))
    return undefinedNumber;
  int agreement = 0;
  int differInX = 0;
  int differInY = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i)
    for (Eigen::Index j = 0; j < i; ++j) {
      const int x = signOf(points(i, 0) - points(j, 0));
      const int y = signOf(points(i, 1) - points(j, 1));
      agreement += x * y;
      differInX += x * x;
      differInY += y * y;
    }
  return agreement / (std::sqrt(differInX) * std::sqrt(differInY));
}

double LineFit::explained() const {
  return totalSquares > 0 ? 1 - residualSquares / totalSquares : undefinedNumber;
}

LineFit lineFit(const Points& points) {
  if (!varies(columnOf(points, 0)))
    return {undefinedNumber, undefinedNumber, undefinedNumber, undefinedNumber};
  const Eigen::Matrix2d C = covarianceMatrix(points);
  LineFit fit;
  fit.slope = C(0, 1) / C(0, 0);
  fit.intercept = mean(columnOf(points, 1)) - fit.slope * mean(columnOf(points, 0));
  for (Eigen::Index row = 0; row < points.rows(); ++row) {
    const double residual = points(row, 1) - fit.at(points(row, 0));
    fit.residualSquares += residual * residual;
  }
  fit.totalSquares = C(1, 1) * static_cast<double>(points.rows() - 1);
  return fit;
}

PrincipalAxes principalAxes(const Eigen::Matrix2d& covariance) {
  if (!covariance.allFinite())
    return {Eigen::Vector2d::Constant(undefinedNumber), Eigen::Matrix2d::Constant(undefinedNumber)};
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> solver(covariance);
  return {solver.eigenvalues().reverse().cwiseMax(0), solver.eigenvectors().rowwise().reverse()};
}

Points ofGroup(const Points& points, const std::vector<int>& groups, int group) {
  Points members(std::count(groups.begin(), groups.end(), group), 2);
  Eigen::Index next = 0;
  for (Eigen::Index row = 0; row < points.rows(); ++row)
    if (groups[static_cast<std::size_t>(row)] == group)
      members.row(next++) = points.row(row);
  return members;
}

double GroupedCovariance::slopeWithin() const {
  return within(0, 0) > 0 ? within(0, 1) / within(0, 0) : undefinedNumber;
}

GroupedCovariance groupedCovariance(const Points& points, const std::vector<int>& groups) {
  GroupedCovariance result{Eigen::Matrix2d::Zero(), Eigen::Matrix2d::Zero()};
  const Eigen::RowVector2d centre = points.colwise().mean();
  for (const int group : std::set<int>(groups.begin(), groups.end())) {
    const Points members = ofGroup(points, groups, group);
    const double share = static_cast<double>(members.rows()) / static_cast<double>(points.rows());
    const Eigen::RowVector2d away = members.colwise().mean() - centre;
    result.within += share * covarianceMatrix(members, 0);
    result.between += share * away.transpose() * away;
  }
  return result;
}

} // namespace eigenboard::statistics
