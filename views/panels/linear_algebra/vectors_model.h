#pragma once

#include "core/linear_algebra/norms.h"
#include "core/linear_algebra/span.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>

namespace eigenboard::panels::linear_algebra::vectors_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(VectorsPanel)
};

enum class Show : std::uint8_t { Combination, Sum, Dot, Norms, SpaceOfTwo, SpaceOfThree };

struct Params {
  Show show = Show::Combination;
  Eigen::Vector2d u{2, 0.5};
  Eigen::Vector2d v{-0.5, 1.5};
  double uz = 0.5; ///< third parts, in space
  double vz = 1;
  Eigen::Vector3d w{-1, -1.5, 2};
  double alpha = 1.5;
  double beta = 1;
  double gamma = 1;
  eigenboard::linear_algebra::Norm norm = eigenboard::linear_algebra::Norm::Sum;
  bool films = false; ///< the coordinates are stars given to films

  bool isInSpace() const { return show == Show::SpaceOfTwo || show == Show::SpaceOfThree; }
  bool isCombination() const { return show == Show::Combination || isInSpace(); }
  /// The norm that unit vectors are measured by.
  eigenboard::linear_algebra::Norm measure() const {
    return show == Show::Norms ? norm : eigenboard::linear_algebra::Norm::Euclidean;
  }
};

inline constexpr double farthest = 5;      ///< of a coordinate from 0
inline constexpr double largestFactor = 3; ///< of a coefficient

struct Result {
  Eigen::MatrixXd vectors; ///< columns u, v and, of three, w
  Eigen::VectorXd u;       ///< with as many parts as the room has
  Eigen::VectorXd v;
  Eigen::VectorXd coefficients; ///< α, β and, of three, γ
  Eigen::VectorXd sum;          ///< u + v
  Eigen::VectorXd combination;
  Eigen::VectorXd unit; ///< u over its norm; NaN for u = 0
  eigenboard::linear_algebra::Span span;
  double determinant = 0; ///< of the vectors; NaN where they are two in space
  double area = 0;        ///< between u and v
  double dot = 0;
  double angle = 0; ///< degrees between u and v; NaN where either is 0
  double sumNorm = 0;
  double euclideanNorm = 0;
  double largestNorm = 0;
  double lengthOfV = 0;
  double distance = 0; ///< ‖u − v‖
  double gap = 0;      ///< ‖u‖ + ‖v‖ − ‖u + v‖

  Eigen::Index dimension() const { return vectors.rows(); }
  Eigen::Index count() const { return vectors.cols(); }
  bool isIndependent() const { return span.isIndependent; }
};

Result evaluate(const Params& params);

scene::Scene drawn(const Params& params, const Result& result);
/// The name of a coordinate: x_1, or the film it rates.
QString axisTex(const Params& params, int index);
/// Of the book's films, those whose stars the parts are; index from 1.
QString filmTitle(int index);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::linear_algebra::vectors_panel
