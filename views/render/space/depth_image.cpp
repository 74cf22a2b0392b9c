#include "views/render/space/depth_image.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

/// A quantity that is linear over the picture.
struct Slope {
  float across = 0;
  float down = 0;
};

/// std::ceil is a call into the library on the oldest processors that are built for.
int roundedUp(float value) {
  const int cut = static_cast<int>(value);
  return cut + (static_cast<float>(cut) < value ? 1 : 0);
}

bool isSane(const Corner& corner) {
  constexpr float farAway = 1e6F;
  return std::abs(corner.x) < farAway && std::abs(corner.y) < farAway && corner.nearness > 0 &&
         std::isfinite(corner.t);
}

QRgb blended(QRgb over, QRgb under, unsigned alpha) {
  const unsigned rest = 255 - alpha;
  const auto mix = [alpha, rest](unsigned a, unsigned b) { return (a * alpha + b * rest + 127) / 255; };
  return (mix(255, under >> 24) << 24) | (mix((over >> 16) & 255U, (under >> 16) & 255U) << 16) |
         (mix((over >> 8) & 255U, (under >> 8) & 255U) << 8) | mix(over & 255U, under & 255U);
}

} // namespace

void DepthImage::begin(QSize pixels, int samples, bool withColors, bool isPerspective) {
  isPerspective_ = isPerspective;
  size_ = pixels.expandedTo({0, 0});
  samples_ = std::max(1, samples);
  width_ = size_.width() * samples_;
  height_ = size_.height() * samples_;
  const std::size_t count = static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
  solid_.assign(count, 0.0F);
  veil_.clear();
  colors_.assign(withColors ? count : 0, 0U);
}

template <typename Put>
void DepthImage::scan(const Corner& a, const Corner& b, const Corner& c, Put put) {
  // What is linear in space is so on the picture only after a division by the distance; in a small triangle
  // nobody sees the difference.
  const auto [least, most] = std::minmax({a.nearness, b.nearness, c.nearness});
  if (!isPerspective_ || most < 1.01F * least) {
    scanFlat(a, b, c, put);
    return;
  }
  const auto weighted = [](const Corner& corner) {
    return Corner{corner.x, corner.y, corner.nearness, corner.t * corner.nearness,
                  corner.light * corner.nearness};
  };
  scanFlat(weighted(a), weighted(b), weighted(c),
           [&put](std::size_t index, float nearness, float t, float light) {
             put(index, nearness, t / nearness, light / nearness);
           });
}

template <typename Put>
void DepthImage::scanFlat(const Corner& a, const Corner& b, const Corner& c, Put put) {
  if (!isSane(a) || !isSane(b) || !isSane(c))
    return;
  const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (!(std::abs(area) > 1e-6F))
    return;
  const float perArea = 1 / area;
  const Corner* top = &a;
  const Corner* middle = &b;
  const Corner* bottom = &c;
  if (middle->y < top->y)
    std::swap(top, middle);
  if (bottom->y < middle->y)
    std::swap(middle, bottom);
  if (middle->y < top->y)
    std::swap(top, middle);
  // A pixel belongs to the triangle that holds its centre; of two that share a side, to one of them.
  const int firstRow = std::max(0, roundedUp(top->y - 0.5F));
  const int endRow = std::min(height_, roundedUp(bottom->y - 0.5F));
  if (firstRow >= endRow)
    return;
  const auto slopeOf = [&](float Corner::*part) {
    const float ab = b.*part - a.*part;
    const float ac = c.*part - a.*part;
    Slope slope;
    slope.across = (ab * (c.y - a.y) - ac * (b.y - a.y)) * perArea;
    slope.down = (ac * (b.x - a.x) - ab * (c.x - a.x)) * perArea;
    return slope;
  };
  const Slope nearness = slopeOf(&Corner::nearness);
  const Slope t = slopeOf(&Corner::t);
  const Slope light = slopeOf(&Corner::light);
  // Two triangles that share a side compute it from the same two corners, so that no pixel falls between
  // them.
  const auto leaning = [](const Corner& from, const Corner& to) {
    return to.y > from.y ? (to.x - from.x) / (to.y - from.y) : 0;
  };
  const float longSide = leaning(*top, *bottom);
  const float upperSide = leaning(*top, *middle);
  const float lowerSide = leaning(*middle, *bottom);
  for (int row = firstRow; row < endRow; ++row) {
    const float y = static_cast<float>(row) + 0.5F;
    const float one = top->x + longSide * (y - top->y);
    const float other =
        y < middle->y ? top->x + upperSide * (y - top->y) : middle->x + lowerSide * (y - middle->y);
    const int first = std::max(0, roundedUp(std::min(one, other) - 0.5F));
    const int end = std::min(width_, roundedUp(std::max(one, other) - 0.5F));
    // From a corner on, because from the picture's edge rounding would spoil thin triangles.
    const float right = static_cast<float>(first) + 0.5F - a.x;
    const float below = y - a.y;
    float nearHere = a.nearness + nearness.down * below + nearness.across * right;
    float tHere = a.t + t.down * below + t.across * right;
    float lightHere = a.light + light.down * below + light.across * right;
    std::size_t index =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(first);
    for (int x = first; x < end; ++x, ++index) {
      put(index, nearHere, tHere, lightHere);
      nearHere += nearness.across;
      tHere += t.across;
      lightHere += light.across;
    }
  }
}

void DepthImage::fillSolid(const Corner& a, const Corner& b, const Corner& c, const ShadeTable& shades) {
  const bool hasColors = !colors_.empty();
  // Steps along a row add up to a little less than 0 or more than 1 at the rim of a triangle.
  constexpr float slack = 1e-4F;
  const bool isCut = std::min({a.t, b.t, c.t}) < -slack || std::max({a.t, b.t, c.t}) > 1 + slack;
  const auto put = [&](std::size_t index, float nearness, float t, float light) {
    if (nearness <= solid_[index] || (isCut && (t < -slack || t > 1 + slack)))
      return;
    solid_[index] = nearness;
    if (hasColors)
      colors_[index] = shades.at(std::clamp(t, 0.0F, 1.0F), std::clamp(light, 0.0F, 1.0F));
  };
  scan(a, b, c, put);
}

void DepthImage::fillVeil(const Corner& a, const Corner& b, const Corner& c, const ShadeTable& shades,
                          double opacity) {
  if (veil_.empty())
    veil_.assign(solid_.size(), 0.0F);
  const bool hasColors = !colors_.empty();
  const auto alpha = static_cast<unsigned>(std::lround(255 * std::clamp(opacity, 0.0, 1.0)));
  constexpr float slack = 1e-4F;
  const auto put = [&](std::size_t index, float nearness, float t, float light) {
    if (nearness <= solid_[index] || t < -slack || t > 1 + slack)
      return;
    veil_[index] = std::max(veil_[index], nearness);
    if (hasColors)
      colors_[index] =
          blended(shades.at(std::clamp(t, 0.0F, 1.0F), std::clamp(light, 0.0F, 1.0F)), colors_[index], alpha);
  };
  scan(a, b, c, put);
}

QImage DepthImage::image() const {
  QImage image(size_, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull() || colors_.empty())
    return {};
  const auto count = static_cast<unsigned>(samples_ * samples_);
  for (int y = 0; y < size_.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    const QRgb* first = colors_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(samples_) *
                                             static_cast<std::size_t>(width_);
    if (samples_ == 1) {
      std::copy(first, first + width_, line);
      continue;
    }
    for (int x = 0; x < size_.width(); ++x) {
      // Two channels at a time, each with 16 bits of room.
      unsigned evens = 0;
      unsigned odds = 0;
      for (int row = 0; row < samples_; ++row)
        for (int column = 0; column < samples_; ++column) {
          const QRgb color = first[row * width_ + x * samples_ + column];
          evens += color & 0x00ff00ffU;
          odds += (color >> 8) & 0x00ff00ffU;
        }
      const auto mean = [count](unsigned sum) { return (sum + count / 2) / count; };
      line[x] = mean(evens & 0xffffU) | (mean(evens >> 16) << 16) | (mean(odds & 0xffffU) << 8) |
                (mean(odds >> 16) << 24);
    }
  }
  return image;
}

Sight DepthImage::sight(double x, double y, double nearness, double tolerance) const {
  const int column = static_cast<int>(std::floor(x));
  const int row = static_cast<int>(std::floor(y));
  if (!(x >= 0) || !(y >= 0) || column >= size_.width() || row >= size_.height())
    return Sight::Clear;
  const auto limit = static_cast<float>(nearness + tolerance);
  const std::size_t middle =
      static_cast<std::size_t>(row * samples_ + samples_ / 2) * static_cast<std::size_t>(width_) +
      static_cast<std::size_t>(column * samples_ + samples_ / 2);
  if (solid_[middle] <= limit && (veil_.empty() || veil_[middle] <= limit))
    return Sight::Clear;
  Sight best = Sight::Hidden;
  for (int down = -1; down <= 1; ++down)
    for (int across = -1; across <= 1; ++across) {
      const int atColumn = std::clamp(column + across, 0, size_.width() - 1) * samples_ + samples_ / 2;
      const int atRow = std::clamp(row + down, 0, size_.height() - 1) * samples_ + samples_ / 2;
      const std::size_t index = static_cast<std::size_t>(atRow) * static_cast<std::size_t>(width_) +
                                static_cast<std::size_t>(atColumn);
      if (solid_[index] > limit)
        continue;
      if (veil_.empty() || veil_[index] <= limit)
        return Sight::Clear;
      best = Sight::Veiled;
    }
  return best;
}

} // namespace eigenboard::render::space
