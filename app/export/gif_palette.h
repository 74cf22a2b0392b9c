#pragma once

#include "app/export/color_boxes.h"

#include <QtGui/QColor>
#include <QtGui/QImage>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace eigenboard::figures {

/// Counts the colours of images, so that a palette can be made for all of them.
class ColorCount {
 public:
  /// Of a 32-bit image; pixels that are mostly transparent are left out.
  void add(const QImage& image);
  const std::unordered_map<QRgb, std::uint32_t>& colors() const { return colors_; }
  std::uint64_t pixels() const { return pixels_; }

 private:
  std::unordered_map<QRgb, std::uint32_t> colors_; ///< opaque
  std::uint64_t pixels_ = 0;
};

/// At most 255 colours: those wanted exactly, those that many pixels have, and the rest divided so that the
/// squared distance to it is small, with some that are far from all others. The same count gives the same
/// palette.
class GifPalette {
 public:
  static constexpr std::size_t mostColors = 255;

  GifPalette(const ColorCount& count, const std::vector<QColor>& exact);

  const std::vector<QRgb>& colors() const { return colors_; }
  /// Index of the nearest colour by squared distance in RGB, of equally near ones the first. Remembers what
  /// it was asked, so a picture of few colours costs little.
  std::uint8_t nearest(QRgb color);

 private:
  void choose(const ColorCount& count, const std::vector<QColor>& exact);
  void addFarthest(const std::vector<CountedColor>& colors);

  struct Remembered {
    QRgb color = 0; ///< opaque, or 0 for nothing yet
    std::uint8_t index = 0;
  };
  static constexpr std::size_t places = 1U << 16U;

  std::vector<QRgb> colors_;
  std::vector<std::uint8_t> byGreen_; ///< indices, from the least green on
  std::vector<Remembered> remembered_ = std::vector<Remembered>(places);
};

} // namespace eigenboard::figures
