#pragma once

#include "core/linear_algebra/spectrum.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>

namespace eigenboard::panels::linear_algebra::eigen_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(EigenPanel)
};

enum class ProcessKind : std::uint8_t { Power, Powers, Qr };
enum class ViewKind : std::uint8_t { Plane, Eigenbasis, Rayleigh };

struct Params {
  Eigen::Matrix2d A{{2, 1}, {1, 2}};
  Eigen::Vector2d v{1, 0.25};
  ProcessKind process = ProcessKind::Power;
  ViewKind view = ViewKind::Plane;
  bool ellipse = false;
  bool lines = false;
};

/// One state of the process: the iterate of v for the two power processes, A_k for the QR iteration. The
/// other of the two stays as it was at the start.
struct Step {
  Eigen::Vector2d vector;
  Eigen::Matrix2d matrix;
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
/// Power iteration ends where Av is 0 and has no direction, the raw trail where it has arrived at 0.
bool isFinished(const Params& params, const Step& step);

/// How a vector stands to A: its image, its Rayleigh quotient and how far it is from being an eigenvector.
struct Alignment {
  Eigen::Vector2d vector;
  Eigen::Vector2d image;
  double rayleigh = 0; ///< NaN for the zero vector, as is the residual
  double residual = 0;
};

struct Result {
  std::span<const Step> history; ///< from the start to the current step; valid during one evaluation
  eigenboard::linear_algebra::Spectrum spectrum;
  double norm = 0; ///< ‖A‖₂
  Alignment start;
  Alignment iterate; ///< the same as start for the QR iteration
  double angle = 0;  ///< degrees from v to Av
  double stretch = 0;

  int step() const { return static_cast<int>(history.size()) - 1; }
  const Step& current() const { return history.back(); }
  bool isReal() const { return spectrum.kind != eigenboard::linear_algebra::SpectrumKind::ComplexPair; }
  /// cI: every vector is an eigenvector.
  bool isMultipleOfIdentity() const;
  /// v is so close to an eigen-line that the reader has found it.
  bool isAligned() const;
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);

/// The Rayleigh quotient of one state of the process; for the QR iteration the entry of A_k that tends to λ1.
double rayleighOf(const Params& params, const Step& step);

scene::Scene drawn(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::linear_algebra::eigen_panel
