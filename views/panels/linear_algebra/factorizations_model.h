#pragma once

#include "core/linear_algebra/factorization.h"
#include "core/linear_algebra/singular_values.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(FactorizationsPanel)
};

using eigenboard::linear_algebra::FactorizationFailure;
using eigenboard::linear_algebra::FactorizationKind;

inline constexpr int mostSide = 4;
inline constexpr double largestEntry = 9;

/// Factors where they meet in A, beside the curve of what is left; or in a row, with larger cells.
enum class Picture : std::uint8_t { Meeting, Row };

/// Of the table the part with the chosen shape counts.
struct Params {
  FactorizationKind kind = FactorizationKind::Lu;
  bool pivoting = false;
  int rows = 3;
  int columns = 3;
  bool mirror = false; ///< a square A is read from its lower triangle
  Picture picture = Picture::Meeting;
  Eigen::Matrix4d A{{2, 1, 1, 0}, {4, 3, 3, 1}, {8, 7, 9, 5}, {6, 7, 9, 8}};

  bool isMirrored() const { return mirror && rows == columns; }
};

using Step = eigenboard::linear_algebra::Factorization;

struct Result {
  Step now;
  Step whole; ///< at its end, or where it failed
  eigenboard::linear_algebra::SingularValueDecomposition svd;
  double size = 0;       ///< ‖A‖_F
  double rounding = 0;   ///< what is left of A up to here is rounding of a zero
  Eigen::VectorXd left;  ///< ‖target − k layers‖_F for k from 0 to those that the whole has
  Eigen::VectorXd least; ///< the least that k layers of any kind can leave, for k from 0 to min(m, n)
  double error = 0;      ///< what all layers leave; NaN where there are no factors
  double condition = 0;  ///< σ_max / σ_min; infinite for a matrix without full rank
  int rank = 0;
  double determinant = 0; ///< NaN unless square
  double growth = 0;      ///< of LU: max |u_ij| / max |a_ij|; otherwise, and for A = 0, NaN
  bool isSymmetric = false;

  bool isRunning() const { return now.done > 0 || stepsTaken > 0; }
  int stepsTaken = 0;
  /// The factors that the picture shows: at the start all, then those there are so far.
  const Step& shown() const { return isRunning() ? now : whole; }
  bool exists() const { return !whole.hasFailed(); }
  const Eigen::MatrixXd& A() const { return now.A; }
  double leftNow() const { return left(shown().done); }
  double leastNow() const { return least(shown().done); }
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);
Result evaluate(const Params& params, std::span<const Step> history);

scene::Scene drawn(const Params& params, const Result& result);
/// How fast the layers use up A, beside the fastest that any layers can.
scene::PlaneView decayView(const Result& result);

/// Names of the factors: "L", "U"; the middle one may be empty.
struct FactorNames {
  QString left;
  QString middle;
  QString right;
};
FactorNames namesOf(const Params& params, const Result& result);
/// "pivot 2 is 0: rows must be exchanged"; empty where there are factors.
QString reason(const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
