#pragma once

#include "core/linear_algebra/singular_values.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>

namespace eigenboard::panels::linear_algebra::transform_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(TransformPanel)
};

enum class Picture : std::uint8_t { None, Letter, House };

struct Params {
  Eigen::Matrix2d A{{1.5, 0.5}, {0, 1}};
  bool compose = false;
  Eigen::Matrix2d B{{0, -1}, {1, 0}};
  double morph = 1;
  Eigen::Vector2d v{1, 1};
  Picture picture = Picture::Letter;
  bool square = true;
  bool circle = false;
  bool vector = false;
  bool spaces = true;

  /// The motion has arrived, so what is drawn is the map itself.
  bool isAtRest() const { return morph >= 1; }
};

/// M is the whole map: A, or BA when composing.
struct Result {
  Eigen::Matrix2d M;
  eigenboard::linear_algebra::SingularValueDecomposition svd;
  double tolerance = 0; ///< singular values up to here count as zero
  int rank = 0;
  double det = 0;
  double detA = 0;
  double detB = 0;
  double area = 0;       ///< of the image of the unit square, by the shoelace formula
  Eigen::Vector2d image; ///< Mv
  double angle = 0;      ///< degrees from v to Mv
  double stretch = 0;
  double orderGap = 0;   ///< ‖BA − AB‖_F
  Eigen::Matrix2d shown; ///< where the motion towards M stands
};

Result evaluate(const Params& params);

scene::Scene drawn(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::linear_algebra::transform_panel
