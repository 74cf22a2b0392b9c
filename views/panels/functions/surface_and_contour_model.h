#pragma once

#include "core/algebra/expression.h"
#include "core/geometry/level_sets.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>
#include <limits>

namespace eigenboard::panels::functions::surface_and_contour_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SurfaceAndContourPanel)
};

enum class ViewKind : std::uint8_t { Both, All, Surface, MapAndSlices };

/// The function is seen over the square −reach ≤ x, y ≤ reach, on a grid of that many samples a side.
inline constexpr double reach = 2;
inline constexpr int samplesAcross = 101;

struct Params {
  QString f = QStringLiteral("x^2 - y^2");
  double a = 1;
  double b = 0.5;
  double level = 1;
  int contours = 10;
  double ceiling = 1; ///< the share of all heights that is drawn, from the lowest up
  bool planes = true;
  ViewKind view = ViewKind::Both;
};

/// A slice of the surface: points (x, f) or (y, f), in pieces where f is defined.
using Slice = std::vector<std::vector<Eigen::Vector2d>>;

/// What depends on f alone.
struct Ground {
  QString problem; ///< empty, or why f cannot be shown; then all numbers are undefined
  algebra::Expression f;
  geometry::SampledField field;
  geometry::FieldRange range; ///< of the samples
  bool isRavine = false;
  double interpolation = 0; ///< how far lines between the samples may be off
};

/// What depends on f and the level.
struct Cut {
  geometry::LevelSet line;
  double length = 0;
  double worst = 0; ///< the largest |f − c| on the line
};

/// What a drag most often leaves as it was.
struct Memory {
  LastAnswer<QString, Ground> grounds;
  LastAnswer<std::pair<QString, int>, std::vector<geometry::LevelSet>> contours;
  LastAnswer<std::pair<QString, double>, Cut> cuts;
};

/// Where f cannot be shown, ground says why and there are no contours and no cut.
struct Result {
  std::shared_ptr<const Ground> ground;
  std::shared_ptr<const std::vector<geometry::LevelSet>> contours;
  std::shared_ptr<const Cut> cut;
  geometry::FieldRange shown;                         ///< the z axis and the colours
  double value = 0;                                   ///< f(a, b); NaN or infinite where f is not defined
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero(); ///< NaN where there is none
  Slice alongX;                                       ///< at y = b, with a point at x = a
  Slice alongY;                                       ///< at x = a, with a point at y = b

  const geometry::FieldRange& range() const { return ground->range; }
  const std::vector<geometry::LevelLine>& levelLines() const { return cut->line.lines; }
  double levelLength() const { return cut ? cut->length : std::numeric_limits<double>::quiet_NaN(); }
};

Result evaluate(const Params& params, Memory& memory);

/// f at a point.
double valueAt(const Ground& ground, double x, double y);

scene::Scene drawn(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::functions::surface_and_contour_panel
