#pragma once

#include "views/render/space/color_map.h"

#include <QtGui/QImage>

#include <vector>

namespace eigenboard::render::space {

/// A corner of a triangle in device pixels of a DepthImage.
struct Corner {
  float x = 0;
  float y = 0;
  float nearness = 0;
  float t = 0;
  float light = 0.5F;
};

/// How much of a point is seen past what lies before it.
enum class Sight : std::uint8_t {
  Clear,
  Veiled, ///< behind something that lets light through
  Hidden,
};

/// An image with the nearness of what each pixel shows: surfaces that pass through one another come out right
/// pixel by pixel. Solid triangles first, in any order; then those that let light through, from the farthest
/// on. Nothing is drawn where t is outside [0, 1].
class DepthImage {
 public:
  /// samples: pixels of the buffer to each device pixel, across and up.
  /// isPerspective: nearness is the reciprocal of the distance along the view.
  void begin(QSize pixels, int samples, bool withColors, bool isPerspective);

  void fillSolid(const Corner& a, const Corner& b, const Corner& c, const ShadeTable& shades);
  void fillVeil(const Corner& a, const Corner& b, const Corner& c, const ShadeTable& shades, double opacity);

  /// The colours at one pixel to each device pixel, transparent where nothing is.
  QImage image() const;
  /// At a device pixel; nearness as of Pixel3, tolerance in the same measure. Lenient by one pixel, so that
  /// a line on a surface does not break at its rim. Clear outside.
  Sight sight(double x, double y, double nearness, double tolerance) const;
  int samples() const { return samples_; }
  QSize size() const { return size_; }

 private:
  /// Calls put(index, nearness, t, light) for each pixel.
  template <typename Put>
  void scan(const Corner& a, const Corner& b, const Corner& c, Put put);
  template <typename Put>
  void scanFlat(const Corner& a, const Corner& b, const Corner& c, Put put);

  QSize size_;
  int samples_ = 1;
  bool isPerspective_ = false;
  int width_ = 0;
  int height_ = 0;
  std::vector<float> solid_; ///< 0: nothing
  std::vector<float> veil_;  ///< empty: no veils
  std::vector<QRgb> colors_; ///< premultiplied
};

} // namespace eigenboard::render::space
