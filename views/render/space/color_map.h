#pragma once

#include "views/render/theme.h"
#include "views/scene/space.h"

#include <QtGui/QColor>

#include <array>
#include <vector>

namespace eigenboard::render::space {

/// The colour of a height, t in [0, 1] from the floor to the ceiling of the box: dark indigo over teal to
/// yellow. Equal steps of t are equal steps of colour in OKLab (Ottosson, 2020), and lightness grows all the
/// way, so that the order is seen without colour vision too.
QColor heightColor(double t);

/// Colours of a surface by height and light, looked up once for each pixel.
class ShadeTable {
 public:
  static constexpr int heightSteps = 256;
  static constexpr int lightSteps = 64;

  /// ramp: colours of the heights.
  explicit ShadeTable(const std::array<QColor, heightSteps>& ramp);
  /// t, light in [0, 1]; light 0.5 leaves the colour of the ramp as it is.
  QRgb at(float t, float light) const {
    // Neither is negative, so that cutting after adding a half rounds; std::lround is a call for each pixel.
    constexpr float half = 0.5F;
    const int height = static_cast<int>(t * (heightSteps - 1) + half);
    const int shade = static_cast<int>(light * (lightSteps - 1) + half);
    return colors_[static_cast<std::size_t>(shade * heightSteps + height)];
  }

 private:
  std::vector<QRgb> colors_;
};

/// The table of a surface in a theme: the perceptual map, or a ramp of the role's colour.
ShadeTable surfaceShades(scene::SurfaceColor kind, scene::Role role, const Theme& theme);
/// The same for the underside of a sheet: darker and greyer, so that it is told from the upper side.
ShadeTable undersideShades(scene::SurfaceColor kind, scene::Role role, const Theme& theme);
/// One colour in every light; for planes.
ShadeTable flatShades(const QColor& color);

/// The light on a surface with that normal (box coordinates, any length), from a lamp that stays where it is
/// when the box turns; both sides of a sheet are lit alike. In [0, 1].
float lightOn(const scene::Point3& normal);
/// What ShadeTable takes for no shading.
inline constexpr float evenLight = 0.5F;

} // namespace eigenboard::render::space
