#pragma once

#include "core/algebra/expression.h"
#include "core/geometry/level_sets.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>

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
  bool planes = true;
  ViewKind view = ViewKind::Both;
};

/// A slice of the surface: points (x, f) or (y, f), in pieces where f is defined.
using Slice = std::vector<std::vector<Eigen::Vector2d>>;

struct Result {
  QString problem; ///< empty, or why f cannot be shown; then only what is undefined follows
  algebra::Expression f;
  geometry::SampledField field;
  geometry::FieldRange range; ///< of the samples
  geometry::FieldRange shown; ///< the same and a little room: the z axis and the colours
  std::vector<geometry::LevelSet> contours;
  geometry::LevelSet levelSet;
  double value = 0;                                   ///< f(a, b); NaN or infinite where f is not defined
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero(); ///< NaN where there is none
  Slice alongX;                                       ///< at y = b, with a point at x = a
  Slice alongY;                                       ///< at x = a, with a point at y = b

  double levelLength() const { return geometry::lengthOf(levelSet); }
};

Result evaluate(const Params& params);

/// f at a point.
double valueAt(const Result& result, double x, double y);

scene::Scene drawn(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::functions::surface_and_contour_panel
