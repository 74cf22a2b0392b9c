#pragma once

#include "core/linear_algebra/singular_values.h"
#include "core/linear_algebra/turn_stretch_turn.h"
#include "views/panels/linear_algebra/svd_tables.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cmath>
#include <memory>

namespace eigenboard::panels::linear_algebra::svd_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SvdPanel)
};

struct Params {
  Data data = Data::Map;
  int k = 1;
  Eigen::Matrix2d A{{1.2, 0}, {1.6, 2}};
  double stage = 3;
  double phi = 200; ///< of x, in degrees
  double noise = 0;
  int seed = 7;
  bool own = false;
  Ratings R = standardRatings();

  bool isMap() const { return data == Data::Map; }
  bool isPicture() const { return data >= Data::Landscape; }
  /// The motion has arrived, so what is drawn is the map itself.
  bool isAtRest() const { return stage >= 3; }
  double noiseOfTable() const { return isMap() ? 0 : noise; }
};

/// What does not depend on k, stage and x, kept while they are dragged.
struct Decomposed {
  Eigen::MatrixXd clean; ///< before the noise
  Eigen::MatrixXd A;     ///< what is decomposed
  eigenboard::linear_algebra::SingularValueDecomposition svd;
  double tolerance = 0; ///< singular values up to here count as zero
  int rank = 0;
  double rounding = 0;       ///< what is left of A − A_k up to here is rounding of a zero
  Eigen::VectorXd distances; ///< ‖clean − A_k‖_F for each k from 0
  int bestRank = 0;          ///< the least k that comes as near to clean as any
};

struct Result {
  std::shared_ptr<const Decomposed> whole;
  int kept = 1;                                      ///< k, at most the number of singular values
  Eigen::MatrixXd approximation;                     ///< A_k
  double error = 0;                                  ///< ‖A − A_k‖₂, measured
  double frobenius = 0;                              ///< ‖A − A_k‖_F
  double next = 0;                                   ///< σ_{k+1}
  double energy = 0;                                 ///< share kept, in [0, 1]; NaN for a table of zeros
  double stored = 0;                                 ///< numbers that tell A_k
  eigenboard::linear_algebra::TurnStretchTurn turns; ///< of the map
  Eigen::Matrix2d shown;                             ///< where the motion towards A stands
  Eigen::Vector2d x;                                 ///< on the unit circle
  Eigen::Vector2d image;                             ///< Ax
  double stretch = 0;                                ///< ‖Ax‖; NaN for a table
  double kappa = 0;                                  ///< of the map; NaN for a table
  double directionV = 0; ///< degrees of the lines of v_1 and u_1; NaN where there is no such line
  double directionU = 0;

  /// Every direction is stretched alike, so that no axes of the figure are special.
  bool isRound() const { return std::isnan(directionV); }
  int values() const { return static_cast<int>(whole->svd.sigma.size()); }
  double sigma(int index) const { return index < values() ? whole->svd.sigma(index) : 0; }
  /// The numbers in the whole table.
  double entries() const { return static_cast<double>(whole->A.size()); }
};

/// What decides a table or a map.
struct Question {
  Data data = Data::Map;
  Eigen::MatrixXd entries;
  double noise = 0;
  int seed = 0;
  bool operator==(const Question& other) const {
    return data == other.data && noise == other.noise && seed == other.seed &&
           entries.rows() == other.entries.rows() && entries.cols() == other.entries.cols() &&
           entries == other.entries;
  }
};
using LastDecomposed = LastAnswer<Question, Decomposed>;

Result evaluate(const Params& params, LastDecomposed& last);

scene::Scene drawn(const Params& params, const Result& result);
/// The circle, and what becomes of it.
scene::PlaneView circleView(const Result& result);
scene::PlaneView ellipseView(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::linear_algebra::svd_panel
