#include "app/export/gif_palette.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace eigenboard::figures {
namespace {

constexpr QRgb opaque = 0xff000000U;
/// So many colours may be taken as they are because many pixels have them; the others stand for several.
constexpr std::size_t mostFlatColors = 96;
constexpr std::size_t mostFarColors = 48;
constexpr double flatShare = 1.0 / 4000;

int squaredDistance(QRgb one, QRgb other) {
  const int red = qRed(one) - qRed(other);
  const int green = qGreen(one) - qGreen(other);
  const int blue = qBlue(one) - qBlue(other);
  return red * red + green * green + blue * blue;
}

} // namespace

void ColorCount::add(const QImage& image) {
  const int width = image.width();
  for (int y = 0; y < image.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < width;) {
      const QRgb color = line[x];
      int end = x + 1;
      while (end < width && line[end] == color)
        ++end;
      if (qAlpha(color) >= 128)
        colors_[color | opaque] += static_cast<std::uint32_t>(end - x);
      x = end;
    }
  }
  pixels_ += static_cast<std::uint64_t>(image.width()) * static_cast<std::uint64_t>(image.height());
}

GifPalette::GifPalette(const ColorCount& count, const std::vector<QColor>& exact) {
  choose(count, exact);
  byGreen_.resize(colors_.size());
  std::iota(byGreen_.begin(), byGreen_.end(), std::uint8_t{0});
  std::stable_sort(byGreen_.begin(), byGreen_.end(), [this](std::uint8_t one, std::uint8_t other) {
    return qGreen(colors_[one]) < qGreen(colors_[other]);
  });
}

void GifPalette::choose(const ColorCount& count, const std::vector<QColor>& exact) {
  const auto take = [this](QRgb color) {
    if (colors_.size() < mostColors && std::find(colors_.begin(), colors_.end(), color) == colors_.end())
      colors_.push_back(color);
  };
  for (const QColor& color : exact)
    if (count.colors().contains(color.rgb() | opaque))
      take(color.rgb() | opaque);

  std::vector<CountedColor> counted;
  for (const auto& [color, pixels] : count.colors())
    counted.push_back({color, pixels});
  std::sort(counted.begin(), counted.end(), [](const CountedColor& one, const CountedColor& other) {
    return one.pixels != other.pixels ? one.pixels > other.pixels : one.color < other.color;
  });
  if (counted.size() + colors_.size() <= mostColors) {
    for (const CountedColor& one : counted)
      take(one.color);
    return;
  }
  std::vector<CountedColor> rest;
  const double many = flatShare * static_cast<double>(count.pixels());
  for (const CountedColor& one : counted) {
    if (one.pixels >= many && colors_.size() < mostFlatColors)
      take(one.color);
    else
      rest.push_back(one);
  }
  for (const QRgb color : representatives(rest, mostColors - mostFarColors - colors_.size()))
    take(color);
  addFarthest(rest);
}

/// Means say little of the rarest colours: the ones that are farthest from all others are taken as they are.
void GifPalette::addFarthest(const std::vector<CountedColor>& colors) {
  std::vector<int> distances(colors.size(), std::numeric_limits<int>::max());
  std::size_t known = 0;
  while (colors_.size() < mostColors && !colors.empty()) {
    for (; known < colors_.size(); ++known)
      for (std::size_t i = 0; i < colors.size(); ++i)
        distances[i] = std::min(distances[i], squaredDistance(colors_[known], colors[i].color));
    const auto farthest = std::max_element(distances.begin(), distances.end());
    if (*farthest == 0)
      return;
    colors_.push_back(colors[static_cast<std::size_t>(farthest - distances.begin())].color);
  }
}

std::uint8_t GifPalette::nearest(QRgb color) {
  const QRgb wanted = color | opaque;
  constexpr std::uint32_t multiplier = 2654435761U; // spreads neighbours over the table (Knuth)
  Remembered& place = remembered_[(wanted * multiplier) >> 16U];
  if (place.color == wanted)
    return place.index;
  int least = std::numeric_limits<int>::max();
  std::uint8_t index = 0;
  /// False where the green alone is farther than the nearest so far, and so is that of all beyond.
  const auto look = [&](std::uint8_t candidate) {
    const int green = qGreen(colors_[candidate]) - qGreen(wanted);
    if (green * green > least)
      return false;
    const int distance = squaredDistance(colors_[candidate], wanted);
    if (distance < least || (distance == least && candidate < index)) {
      least = distance;
      index = candidate;
    }
    return true;
  };
  const auto middle =
      std::lower_bound(byGreen_.begin(), byGreen_.end(), qGreen(wanted),
                       [this](std::uint8_t one, int green) { return qGreen(colors_[one]) < green; });
  auto up = middle;
  auto down = middle;
  bool goesUp = up != byGreen_.end();
  bool goesDown = down != byGreen_.begin();
  while (goesUp || goesDown) {
    if (goesUp)
      goesUp = look(*up) && ++up != byGreen_.end();
    if (goesDown) {
      --down;
      goesDown = look(*down) && down != byGreen_.begin();
    }
  }
  place = {wanted, index};
  return index;
}

} // namespace eigenboard::figures
