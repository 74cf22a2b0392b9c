#pragma once

#include "core/geometry/level_sets.h"
#include "core/optimization/critical_points.h"
#include "core/optimization/optimizer.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>
#include <optional>
#include <span>
#include <tuple>

namespace eigenboard::panels::calculus::critical_points_panel {

namespace walks = eigenboard::optimization;
using walks::CriticalKind;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(CriticalPointsPanel)
};

enum class Source : std::uint8_t { Family, Own };
enum class ViewKind : std::uint8_t { Coefficients, Surface, Both };

/// The function is seen over the square −reach ≤ x, y ≤ reach.
inline constexpr double reach = 2;
inline constexpr int samplesAcross = 65;
inline constexpr int mostSteps = 200;

struct Params {
  Source source = Source::Family;
  double a = 0.6;
  double b = 0.5;
  double c = 1;
  double m = 0;
  double q = 0;
  QString f = QStringLiteral("sin(2x) sin(2y)");
  Eigen::Vector2d at{-1.15, 1.1};
  double rate = 0.3;
  double radius = 0.8; ///< of the disc in which the second-order model is drawn
  ViewKind view = ViewKind::Coefficients;
};

/// What depends on the function alone.
struct Ground {
  QString problem; ///< empty, or why f cannot be shown
  std::shared_ptr<const walks::Objective> objective;
  geometry::SampledField field;
  geometry::FieldRange range;
  std::vector<geometry::LevelSet> contours;
  walks::CriticalSet critical;
  std::optional<int> turns; ///< of the gradient round the square
};

using Question = std::tuple<Source, QString, double, double, double, double, double>;
using Memory = LastAnswer<Question, Ground>;

/// One state of the descent.
struct Step {
  std::shared_ptr<const walks::Objective> objective;
  walks::OptimizerState state;
};

std::shared_ptr<const walks::Objective> objectiveOf(const Params& params);
Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);
/// It has gone so far beyond the picture that it will not come back into it unnoticed.
bool hasLeft(const Step& step);

struct Result {
  std::shared_ptr<const Ground> ground;
  std::span<const Step> history;
  eigenboard::calculus::SecondOrder here; ///< at the dragged point; NaN where it does not exist
  eigenboard::calculus::Curvatures bends;
  std::vector<geometry::LevelSet> model; ///< level curves of the second-order model in the disc
  double walkerCurvature = 0;            ///< the largest at the end of the descent

  const Step& walker() const { return history.back(); }
  int steps() const { return static_cast<int>(history.size()) - 1; }
  int count(CriticalKind kind) const { return ground->critical.count(kind); }
  /// Infinite where the undecided ones fill a line.
  double undecided() const;
  double steepness() const;
  bool isLevel() const; ///< so flat at the point that the second derivatives decide
  /// The critical point nearest to a place, when it is that near.
  const walks::CriticalPoint* nearest(const Eigen::Vector2d& place, double within) const;
};

Result evaluate(const Params& params, std::span<const Step> history, Memory& memory);

scene::Scene drawn(const Params& params, const Result& result);
scene::SpaceView surfaceView(const Params& params, const Result& result);
/// The plane of the coefficients a and c, and what the origin is in each part of it.
scene::PlaneView coefficientView(const Params& params, const Result& result);

scene::Role roleOf(CriticalKind kind);
QString nameOf(CriticalKind kind);

} // namespace eigenboard::panels::calculus::critical_points_panel
