#pragma once

#include "core/algebra/expression.h"
#include "core/geometry/level_sets.h"
#include "core/optimization/constrained_quadratic.h"
#include "core/optimization/convexity.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace eigenboard::panels::optimization::convexity_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ConvexityPanel)
};

namespace math = eigenboard::optimization;

enum class LookKind : std::uint8_t { Curve, Constrained };

/// The curve is judged from −reach to reach, on so many samples; the chord on as many as chordSamples.
inline constexpr double reach = 3;
inline constexpr int curveSamples = 301;
inline constexpr int chordSamples = 201;
/// The map of the constrained problem.
inline constexpr double mapWidth = 4;
inline constexpr double mapHeight = 3;
inline constexpr double mostMultiplier = 20;

struct Params {
  LookKind look = LookKind::Curve;
  QString f = QStringLiteral("x^4/30 - x^2/4");
  double a = -2.4; ///< ends of the chord
  double b = 1.7;
  double weight = 0.45; ///< t, of b
  bool tangent = true;
  Eigen::Vector2d centre{1.8, 1.6}; ///< c
  double hxx = 1.4;
  double hxy = 0.4;
  double hyy = 0.5;
  math::Constraint::Kind kind = math::Constraint::Kind::Disc;
  Eigen::Vector2d middle{-1, -0.7}; ///< q
  double radius = 1.5;
  double direction = 30; ///< of n, in degrees
  double multiplier = 0.1;

  double mean() const { return (1 - weight) * a + weight * b; }
  math::Quadratic objective() const;
  math::Constraint constraint() const;
};

/// What depends on the typed f alone.
struct CurveGround {
  QString problem; ///< empty, or why f cannot be shown
  algebra::Expression f;
  math::CurveSamples samples;
  std::vector<math::Interval> concave;
  bool isWhole = true; ///< its domain has no gap
  double leastBend = 0;
  double concaveLength = 0;
  double bottom = -1; ///< of the picture
  double top = 1;
  double bendBottom = -1;
  double bendTop = 1;
  math::Curve curve() const;
};

struct CurveResult {
  std::shared_ptr<const CurveGround> ground;
  math::ChordTest chord;
  math::TangentTest tangent; ///< at the mean of the ends
  double gap = 0;            ///< Jensen's
  double rounding = 0;       ///< what of all these may be rounding
  bool isConvex() const { return ground->isWhole && ground->concave.empty(); }
  bool failsChord() const { return chord.excess > rounding; }
  bool failsTangent() const { return tangent.deficit < -rounding; }
};

struct MapGround {
  geometry::SampledField field;
  std::vector<geometry::LevelSet> contours;
};

struct ConstrainedResult {
  math::Quadratic f;
  math::Constraint g;
  Eigen::Vector2d curvatures; ///< of H, the smaller first
  math::ConstrainedOptimum optimum;
  double constraint = 0;                ///< g at the optimum; 0 where it is on the edge but for rounding
  double dual = 0;                      ///< at the reader's multiplier
  double gap = 0;                       ///< optimum less dual
  std::optional<Eigen::Vector2d> least; ///< of the Lagrangian at that multiplier
  std::shared_ptr<const MapGround> map;
  bool isBounded() const { return optimum.kind != math::OptimumKind::Unbounded; }
};

/// One of the two.
struct Result {
  std::optional<CurveResult> curve;
  std::optional<ConstrainedResult> constrained;
};

struct Memory {
  LastAnswer<QString, CurveGround> curves;
  LastAnswer<std::array<double, 5>, MapGround> maps;
};

Result evaluate(const Params& params, Memory& memory);

scene::Scene curveScene(const Params& params, const CurveResult& result);
scene::PlaneView mapView(const Params& params, const ConstrainedResult& result);
scene::PlaneView dualView(const Params& params, const ConstrainedResult& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::optimization::convexity_panel
