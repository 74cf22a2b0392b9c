#include "views/render/space/color_map.h"

#include "views/render/space/space_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::render::space {
namespace {

struct Lab {
  double l = 0;
  double a = 0;
  double b = 0;
};

Lab labOf(double lightness, double chroma, double hueDegrees) {
  const double hue = hueDegrees * std::numbers::pi / 180;
  return {lightness, chroma * std::cos(hue), chroma * std::sin(hue)};
}

double encoded(double linear) {
  const double value = std::clamp(linear, 0.0, 1.0);
  return value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

double decoded(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// OKLab to sRGB and back, with the matrices of Ottosson (2020).
QColor colorOfLab(const Lab& lab) {
  const auto cube = [](double x) { return x * x * x; };
  const double l = cube(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
  const double m = cube(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
  const double s = cube(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
  return QColor::fromRgbF(
      static_cast<float>(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
      static_cast<float>(encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
      static_cast<float>(encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

Lab labOfColor(const QColor& color) {
  const double r = decoded(static_cast<double>(color.redF()));
  const double g = decoded(static_cast<double>(color.greenF()));
  const double b = decoded(static_cast<double>(color.blueF()));
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Lab between(const Lab& from, const Lab& to, double share) {
  return {from.l + share * (to.l - from.l), from.a + share * (to.a - from.a),
          from.b + share * (to.b - from.b)};
}

double distanceOf(const Lab& one, const Lab& other) {
  return std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

/// A point of the piecewise linear path through the stops, at that share of its length.
template <std::size_t count>
Lab alongStops(const std::array<Lab, count>& stops, double t) {
  double whole = 0;
  for (std::size_t i = 1; i < count; ++i)
    whole += distanceOf(stops[i - 1], stops[i]);
  double rest = std::clamp(t, 0.0, 1.0) * whole;
  for (std::size_t i = 1; i < count; ++i) {
    const double length = distanceOf(stops[i - 1], stops[i]);
    if (rest <= length || i + 1 == count)
      return between(stops[i - 1], stops[i], length > 0 ? std::min(1.0, rest / length) : 0);
    rest -= length;
  }
  return stops.back();
}

/// What becomes of lightness and colourfulness.
struct Dimming {
  double lightness = 1;
  double chroma = 1;
};

std::array<QColor, ShadeTable::heightSteps> rampOf(scene::SurfaceColor kind, const QColor& role,
                                                   const Dimming& dimming) {
  std::array<QColor, ShadeTable::heightSteps> ramp;
  const Lab base = labOfColor(role);
  for (std::size_t i = 0; i < ramp.size(); ++i) {
    const double t = static_cast<double>(i) / (ShadeTable::heightSteps - 1);
    const double pale = 1 - 0.45 * t;
    const Lab lab = kind == scene::SurfaceColor::Height
                        ? labOfColor(heightColor(t))
                        : Lab{base.l + (0.93 - base.l) * 0.55 * t, base.a * pale, base.b * pale};
    ramp.at(i) = colorOfLab({dimming.lightness * lab.l, dimming.chroma * lab.a, dimming.chroma * lab.b});
  }
  return ramp;
}

} // namespace

QColor heightColor(double t) {
  static const std::array<Lab, 8> stops{
      labOf(0.345, 0.115, 292), labOf(0.42, 0.112, 270), labOf(0.50, 0.100, 245), labOf(0.58, 0.092, 210),
      labOf(0.66, 0.100, 178),  labOf(0.75, 0.128, 155), labOf(0.84, 0.155, 128), labOf(0.925, 0.160, 105)};
  return colorOfLab(alongStops(stops, std::isfinite(t) ? t : 0));
}

ShadeTable::ShadeTable(const std::array<QColor, heightSteps>& ramp) {
  colors_.resize(static_cast<std::size_t>(heightSteps) * lightSteps);
  for (int shade = 0; shade < lightSteps; ++shade) {
    const double way = 2.0 * shade / (lightSteps - 1) - 1; // from shadow, -1, to the lamp, 1
    const double factor = way < 0 ? 1 + 0.34 * way : 1 + 0.05 * way;
    const double white = way > 0 ? 0.13 * way * way : 0;
    const auto lit = [&](int channel) {
      const double value = std::min(255.0, factor * channel);
      return static_cast<int>(std::lround(value + white * (255 - value)));
    };
    for (int i = 0; i < heightSteps; ++i) {
      const QColor& color = ramp.at(static_cast<std::size_t>(i));
      colors_[static_cast<std::size_t>(shade * heightSteps + i)] =
          qRgb(lit(color.red()), lit(color.green()), lit(color.blue()));
    }
  }
}

ShadeTable surfaceShades(scene::SurfaceColor kind, scene::Role role, const Theme& theme) {
  return ShadeTable(rampOf(kind, theme.color(role), {}));
}

ShadeTable undersideShades(scene::SurfaceColor kind, scene::Role role, const Theme& theme) {
  return ShadeTable(rampOf(kind, theme.color(role), {0.84, 0.6}));
}

ShadeTable flatShades(const QColor& color) {
  std::array<QColor, ShadeTable::heightSteps> ramp;
  ramp.fill(color);
  return ShadeTable(ramp);
}

float lightOn(const scene::Point3& normal) {
  const double length = norm(normal);
  if (!(length > 0) || !std::isfinite(length))
    return evenLight;
  // Up and to the left of the usual place of the eye.
  constexpr Point3 lamp{-0.578, -0.42, 0.7}; // of unit length
  const double upward = normal.z < 0 ? -1 : 1;
  const double cosine = upward * dot(normal, lamp) / length;
  return static_cast<float>(std::clamp(0.28 + 0.72 * cosine, 0.0, 1.0));
}

} // namespace eigenboard::render::space
