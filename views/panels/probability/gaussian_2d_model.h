#pragma once

#include "core/probability/gaussian_plane.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>
#include <span>

namespace eigenboard::panels::probability::gaussian_2d_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Gaussian2dPanel)
};

enum class ViewKind : std::uint8_t { Map, Both, Bell };
enum class AxesKind : std::uint8_t { Coordinates, Films };
/// The end of the axes that carries the first handle: so many quarter turns from the right end of the long
/// one.
enum class Held : std::uint8_t { LongRight, ShortUpper, LongLeft, ShortLower };

struct Params {
  Eigen::Vector2d mean{0, 0};
  double sx = 1.4;
  double sy = 1.1;
  double rho = 0.75;
  Held held = Held::LongRight;
  bool slice = true;
  double x0 = 2;
  bool margins = true;
  bool line = false;
  bool query = false;
  Eigen::Vector2d q{1.5, -1};
  ViewKind view = ViewKind::Map;
  AxesKind axes = AxesKind::Coordinates;
  int seed = 1;
};

/// The part of the plane that is shown: of stars, about those that are given.
struct Window {
  double left = -5.5;
  double right = 5.5;
  double bottom = -3.6;
  double top = 3.6;
  double height() const { return top - bottom; }
};
inline Window windowOf(const Params& p) {
  return p.axes == AxesKind::Films ? Window{-0.2, 6.4, 0.2, 5.6} : Window{};
}

inline constexpr int samplesPerStep = 10;
inline constexpr int mostSteps = 100;

/// A rain of samples: how many have fallen. Which, the seed and the law decide.
struct Rain {
  int drawn = 0;
};

/// NaN and infinities: as the readouts say.
struct Result {
  math::GaussianPlane law;
  bool isSingular = false;
  math::EllipseAxes axes;
  math::NormalSlice slice; ///< Y where X = x0
  double mahalanobis = 0;  ///< of the query point
  double euclid = 0;
  double logDensity = 0;
  std::vector<QPointF> samples;
  double shareWithin = 0; ///< of the samples at a Mahalanobis distance below 1
  double sampleCorrelation = 0;

  double density() const;
};

inline int quartersOf(Held held, int axis) {
  return static_cast<int>(held) + axis;
}

Result evaluate(const Params& params, std::span<const Rain> history);

/// TeX: "x", or what the coordinate stands for.
QString axisName(const Params& params, int index);

/// ln of the normal density of mean and spread at x.
double logBell(double mean, double spread, double x);

scene::PlaneView mapView(const Params& params, const Result& result);
scene::SpaceView bellView(const Params& params, const Result& result);
std::vector<scene::Handle> lawHandles(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::gaussian_2d_panel
