#pragma once

#include "core/statistics/correlation.h"
#include "core/statistics/density_estimate.h"
#include "core/statistics/description.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace eigenboard::panels::statistics::describe_panel {

namespace math = eigenboard::statistics;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(DescribePanel)
};

inline constexpr int mostValues = 60;
inline constexpr int mostPoints = 40;
inline constexpr int groupCount = 3;
inline constexpr double reach = 10; ///< values and coordinates lie in [0, reach]

enum class Mode : std::uint8_t { Line, Plane };
enum class Rule : std::uint8_t { None, Scott, Silverman, Robust };

struct Params {
  Mode mode = Mode::Line;
  Eigen::MatrixXd values; ///< one column
  QString quantity;       ///< what is measured, on the axis
  int chosen = 11;        ///< the row whose influence is told; a row that is not there: the last
  double cut = 0.1;       ///< share cut off at each end for the trimmed mean
  double binWidth = 1;
  double binStart = 0;
  double bandwidth = 0.6;
  Rule rule = Rule::None;
  bool sweep = false;                  ///< the centres as functions of where the chosen value stands
  Eigen::MatrixXd points;              ///< x, y, group
  QString xName = QStringLiteral("x"); ///< on the axes of the plane
  QString yName = QStringLiteral("y");
  bool line = true;
  bool ellipse = false;
  bool areas = false;
  bool ranks = false;
  bool groups = false;

  Params(); ///< the first preset
  std::span<const double> valueSpan() const {
    return {values.data(), static_cast<std::size_t>(values.rows())};
  }
};

/// The centres with the chosen value at one place, the others where they are.
struct SweepPoint {
  double place = 0;
  double mean = 0;
  double median = 0;
  double trimmed = 0;
};

/// Of the values on the line. NaN: undefined, as the readouts say.
struct LineResult {
  double mean = 0;
  double trimmed = 0;
  double variance = 0; ///< ddof 1
  double medianDeviation = 0;
  math::Box box;
  math::Histogram histogram;
  math::KernelPeaks peaks;
  double mode = 0; ///< to a ten-thousandth: of a top as flat as x⁴ rounding leaves no more
  double scott = 0;
  double silverman = 0;
  double robust = 0;
  double reference = 0; ///< the bandwidth of the rule that is compared with
  double meanWithout = 0;
  double medianWithout = 0;
  double total = 0;       ///< the integral of the estimate
  double densityTop = 1;  ///< of the picture
  double peakDensity = 0; ///< of the estimate
  std::vector<QPointF> density;
  std::vector<QPointF> referenceDensity;
  std::vector<SweepPoint> sweep;

  double spread() const;
  double binDensity(int index, int n) const;
};

/// Of the points in the plane.
struct PlaneResult {
  math::Points points;
  std::vector<int> groups;
  Eigen::Vector2d mean;
  Eigen::Matrix2d covariance; ///< ddof 1
  double pearson = 0;
  double spearman = 0;
  double kendall = 0;
  math::LineFit fit;
  math::PrincipalAxes axes;
  math::Points ranks;
  math::LineFit rankFit;
  double pearsonWithout = 0;
  double slopeWithout = 0;
  math::GroupedCovariance grouped;
  std::vector<math::LineFit> groupFits; ///< one for each possible group
  int groupsSeen = 0;

  /// Every group that has a slope has one of the other sign than all together.
  bool isSimpson() const;
};

struct Result {
  int n = 0;
  int chosen = -1; ///< −1: there is none
  LineResult line;
  PlaneResult plane;
};

Result evaluate(const Params& params);

/// The text forms of the tables.
QString valuesText(const Eigen::MatrixXd& values);
QString pointsText(const Eigen::MatrixXd& points);
/// Rows of a table but one.
Eigen::MatrixXd withoutRow(const Eigen::MatrixXd& rows, Eigen::Index removed);

scene::PlaneView lineView(const Params& params, const Result& result);
scene::PlaneView sweepView(const Params& params, const Result& result);
scene::PlaneView scatterView(const Params& params, const Result& result);
scene::PlaneView rankView(const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::statistics::describe_panel
