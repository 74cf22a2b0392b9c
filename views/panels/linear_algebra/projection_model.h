#pragma once

#include "core/linear_algebra/gram_schmidt.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>

namespace eigenboard::panels::linear_algebra::projection_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ProjectionPanel)
};

enum class AxesKind : std::uint8_t { Coordinates, Tastes };

/// v casts its shadow on the line of u.
struct Params {
  Eigen::Vector2d u{3, 1};
  Eigen::Vector2d v{1.5, 2.5};
  bool areas = false;
  bool candidate = false;
  double t = 0.3;
  bool rival = false;
  Eigen::Vector2d w{1.4, 2.7};
  bool hyperplane = false;
  double b = -4;
  AxesKind axes = AxesKind::Coordinates;
};

/// The Gram–Schmidt process on the columns u and v.
using Step = eigenboard::linear_algebra::GramSchmidt;

/// The last step: u to length 1, v without its shadow, what is left to length 1.
inline constexpr int lastStep = 3;

/// What stands in the foreground. Gram–Schmidt, once begun, comes before all else.
enum class Subject : std::uint8_t { Shadow, Hyperplane, GramSchmidt };

/// Angles in degrees. NaN: undefined, as the readouts say.
struct Result {
  std::span<const Step> history;
  Subject subject = Subject::Shadow;
  double lengthOfU = 0;
  double lengthOfV = 0;
  double dot = 0;
  double cosine = 0;
  double angle = 0;
  double coefficient = 0;
  Eigen::Vector2d shadow;
  Eigen::Vector2d residual;
  double component = 0;        ///< of v along u
  double otherComponent = 0;   ///< of u along v
  Eigen::Vector2d otherShadow; ///< of u on the line of v
  double gap = 0;              ///< ‖u‖‖v‖ − |u·v|
  double error = 0;            ///< ‖v − t u‖
  double distance = 0;         ///< of v from the hyperplane u·x + b = 0
  double dotOfRival = 0;       ///< u·w
  double cosineOfRival = 0;
  Eigen::Vector2d rivalShadow; ///< of w on the line of u

  int step() const { return static_cast<int>(history.size()) - 1; }
  const Step& current() const { return history.back(); }
  bool isDependent() const {
    return current().last == eigenboard::linear_algebra::GramSchmidtAction::FoundDependent;
  }
  /// The dot product puts w before v, and the cosine v before w.
  bool isTrap() const { return dotOfRival > dot && cosine > cosineOfRival; }
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);
/// history: from the start to the present step, not empty.
Result evaluate(const Params& params, std::span<const Step> history);

scene::Scene drawn(const Params& params, const Result& result);
QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::linear_algebra::projection_panel
