#pragma once

#include "core/algebra/expression.h"
#include "core/calculus/central_difference.h"
#include "core/calculus/curvature.h"
#include "core/calculus/jacobian.h"
#include "core/geometry/level_sets.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <array>
#include <cstdint>
#include <optional>

namespace eigenboard::panels::calculus::gradient_panel {

namespace math = eigenboard::calculus;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(GradientPanel)
};

enum class Mode : std::uint8_t { Function, Map };
enum class ViewKind : std::uint8_t { Curve, Surface, All, Graph };

/// Function and map are seen over the square −reach ≤ x, y ≤ reach, on a grid of that many samples a side.
inline constexpr double reach = 2;
inline constexpr int samplesAcross = 65;
inline constexpr int fineSamplesAcross = 161;

struct Params {
  Mode mode = Mode::Function;
  QString f = QStringLiteral("0.4 x^2 + 1.2 y^2");
  QString g = QStringLiteral("x y"); ///< the second component of a map
  Eigen::Vector2d at{0.9, 0.6};
  double angle = 15; ///< of u, degrees
  double h = 0.5;    ///< half the width of the difference along u
  double side = 0.5;
  int contours = 10;
  ViewKind view = ViewKind::Curve;
};

/// A typed expression, or why it is none.
struct Typed {
  QString problem;
  algebra::Expression expression;
};

/// What depends on the text of f alone.
struct Ground {
  Typed f;
  geometry::SampledField field;
  geometry::SampledField fine; ///< for the contour through the point, which may be a narrow loop
  geometry::FieldRange range;
  bool isRavine = false;
  double typicalSlope = 1; ///< the mean of ‖∇f‖ over the square; arrows are drawn against it
};

/// The images of the lines x = const and y = const, and the box that holds most of them.
struct MappedGrid {
  std::vector<std::vector<QPointF>> lines;
  Eigen::Vector2d low{-1, -1};
  Eigen::Vector2d high{1, 1};
};

struct Memory {
  LastAnswer<QString, Ground> grounds;
  LastAnswer<std::pair<QString, int>, std::vector<geometry::LevelSet>> contours;
  LastAnswer<std::pair<QString, QString>, MappedGrid> grids;
};

/// Of a function of x and y; numbers are NaN where they do not exist.
struct Slopes {
  double value = 0;
  Eigen::Vector2d forward;
  Eigen::Vector2d reverse;
  Eigen::Matrix2d hessian;
  math::Curvatures curvature;
  math::CentralDifference difference;
  double rounding = 0;          ///< of the gradient
  double along = 0;             ///< D_u f in one forward pass
  double secant = 0;            ///< (f(p + hu) − f(p − hu))/2h
  std::vector<QPointF> curve;   ///< (degrees, D_u f) all round; empty without a gradient
  std::vector<double> measured; ///< slopes of tiny steps all round
  geometry::LevelSet through;   ///< the contour through the point
  double steepness() const;
  bool hasGradient() const { return forward.allFinite(); }
};

/// Of a map (x, y) ↦ (f, g).
struct Patch {
  Eigen::Vector2d image;
  Eigen::Matrix2d forward;
  Eigen::Matrix2d reverse;
  Eigen::Vector2d rounding; ///< of each row
  double determinant = 0;
  math::MappedSquare square; ///< of the map itself
  math::MappedSquare linear; ///< of its linear part at the point
  Eigen::Vector2d pushed;    ///< J u
};

struct Result {
  QString problem; ///< empty, or why there is nothing to show
  QString problemKey;
  Eigen::Vector2d u;
  std::shared_ptr<const Ground> ground;
  std::shared_ptr<const std::vector<geometry::LevelSet>> contours;
  std::optional<Slopes> slopes; ///< of Mode::Function
  std::shared_ptr<const MappedGrid> grid;
  std::optional<Patch> patch; ///< of Mode::Map
  std::array<algebra::Expression, 2> components;
};

Result evaluate(const Params& params, Memory& memory);

double valueAt(const algebra::Expression& f, const Eigen::Vector2d& at);
/// Exact where the angle is a multiple of 90°.
Eigen::Vector2d directionAt(double degrees);
/// In [0, 360).
double angleOf(const Eigen::Vector2d& direction);

} // namespace eigenboard::panels::calculus::gradient_panel
