#pragma once

#include "core/probability/finite_law.h"
#include "core/probability/joint_law.h"
#include "core/probability/kolmogorov.h"
#include "core/probability/transformation.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace eigenboard::panels::probability::random_variables_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RandomVariablesPanel)
};

enum class Law : std::uint8_t { Exponential, Normal, Uniform, Cauchy, Geometric, Stars };

inline constexpr int starCount = 5;

/// The pair takes the values 1 to 3 each: X along the columns, Y down the rows.
inline constexpr int pairCount = 3;
inline Eigen::Matrix3d usualJoint() {
  Eigen::Matrix3d weights;
  weights << 6, 3, 1, 2, 4, 2, 1, 3, 8;
  return weights;
}

struct Params {
  Law law = Law::Exponential;
  double u = 0.7;
  double location = 0;
  double scale = 1;
  double chance = 0.4;
  double w1 = 1; ///< how often one star was given, and so on
  double w2 = 1;
  double w3 = 3;
  double w4 = 6;
  double w5 = 4;
  bool transform = false;
  math::Map g = math::Map::Square;
  double factor = 1.5;
  double shift = 0;
  bool pair = false;
  Eigen::Matrix3d joint = usualJoint();
  int given = 1; ///< the value of Y that is known
  int batch = 1;
  int seed = 1;

  std::array<double, starCount> weights() const { return {w1, w2, w3, w4, w5}; }
};

inline constexpr int mostSteps = 200;
inline constexpr int mostBatch = 10;

/// How many samples were drawn; which, the seed decides.
struct Draws {
  int count = 0;
};

/// A variable that the reader made, or one of a family, as one thing.
struct Variable {
  bool isOwn = false;
  bool isDiscrete = false;
  math::FiniteLaw own;
  math::Distribution law;
  math::Transformation g;

  double upTo(double x) const;  ///< P(X ≤ x)
  double below(double x) const; ///< P(X < x)
  double density(double x) const;
  double quantile(double u) const;
  double mapped(double x) const;
  double stretch(double x) const; ///< NaN for a discrete law, whose probabilities are not stretched
  double densityOfMapped(double y) const;
};

/// NaN and infinities: as the readouts say.
struct Result {
  Variable variable;
  double x = 0;       ///< F⁻¹(u)
  double reached = 0; ///< F(x)
  double y = 0;       ///< g(x)
  double mean = 0;
  double meanOfY = 0;
  std::vector<double> uniforms; ///< in the order they were drawn
  std::vector<double> samples;
  std::vector<double> sorted;
  math::StepGap gap;
  double sampleMean = 0;
  double sampleMeanOfY = 0;

  Eigen::MatrixXd joint;       ///< of the pair
  Eigen::VectorXd conditional; ///< of X where Y is what is given; NaN where that cannot be
  double meanOfPair = 0;       ///< E X
  double conditionalMean = 0;  ///< E[X | Y = given]

  int drawn() const { return static_cast<int>(samples.size()); }
};

/// The interval of x that is shown.
struct Interval {
  double low = 0;
  double high = 1;
  double width() const { return high - low; }
};
Interval shownX(const Params& params);
Interval shownY(const Params& params);

Result evaluate(const Params& params, std::span<const Draws> history);

/// Every value of a discrete law that is shown.
std::vector<double> shownValues(const Params& params, const Result& result);

/// Places for a curve over an interval, with one on either side of each edge inside it.
std::vector<double> placesOver(const Interval& interval, const std::vector<double>& edges);
/// Where the density of a law jumps.
std::vector<double> edgesOf(const Variable& variable);

/// The share of the samples in each part of an interval, the parts being equally wide; not of all samples
/// when some lie beyond.
std::vector<double> histogram(std::span<const double> samples, const Interval& interval, int parts);

/// From u across to F and down into the histogram.
scene::PlaneView machineView(const Params& params, const Result& result);
/// The curve y = g(x) between the two densities.
scene::PlaneView mapView(const Params& params, const Result& result);

/// The table of the pair.
scene::PlaneView jointView(const Params& params, const Result& result);
/// "j11" to "j33", rows first.
QString jointKey(int row, int column);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::random_variables_panel
