#pragma once

#include <Eigen/Core>

#include <vector>

namespace eigenboard::statistics {

// What two variables have in common. Points are an n by 2 matrix, a row for each: x, y. NaN where there are
// too few points or a variable does not vary. Source: chapter 8.1.

using Points = Eigen::MatrixX2d;

/// Σ (p − mean)(p − mean)ᵀ/(n − ddof): variances on the diagonal, the covariance beside it. NaN for n ≤ ddof.
Eigen::Matrix2d covarianceMatrix(const Points& points, int ddof = 1);

/// Covariance over the product of the spreads, in [−1, 1]: how near the points are to a straight line.
double pearson(const Points& points);

/// 1 for the least value to n for the greatest; equal values get the mean of their places.
std::vector<double> ranks(const Eigen::VectorXd& values);
/// x and y each replaced by their ranks.
Points rankPoints(const Points& points);

/// The Pearson correlation of the ranks: how near the points are to any rising or falling curve.
double spearman(const Points& points);

/// Kendall's τ_b = (concordant − discordant pairs)/√((pairs that differ in x)(pairs that differ in y)).
/// Cost: n²/2. Source: Kendall, "The treatment of ties in ranking problems", 1945.
double kendall(const Points& points);

/// The line of least squares, y on x.
struct LineFit {
  double intercept = 0;
  double slope = 0;
  double residualSquares = 0; ///< Σ (y − a − b x)²
  double totalSquares = 0;    ///< Σ (y − mean)²

  double at(double x) const { return intercept + slope * x; }
  /// The share of the variance of y that the line explains; NaN where y does not vary.
  double explained() const;
};
LineFit lineFit(const Points& points);

/// The principal axes of a covariance matrix: variances along them, the greater first, and unit directions as
/// columns.
struct PrincipalAxes {
  Eigen::Vector2d variances;
  Eigen::Matrix2d directions;
};
PrincipalAxes principalAxes(const Eigen::Matrix2d& covariance);

/// Points of one group. groups: a number for each row of points.
Points ofGroup(const Points& points, const std::vector<int>& groups, int group);

/// The law of total covariance, Σ over n: covariance of all = mean covariance within groups + covariance of
/// the groups' means.
struct GroupedCovariance {
  Eigen::Matrix2d within;
  Eigen::Matrix2d between;

  /// The slope all groups would share: lines through each group's mean that fit together. NaN where x varies
  /// in no group.
  double slopeWithin() const;
};
/// n ≥ 1.
GroupedCovariance groupedCovariance(const Points& points, const std::vector<int>& groups);

} // namespace eigenboard::statistics
