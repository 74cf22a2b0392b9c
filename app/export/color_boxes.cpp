#include "app/export/color_boxes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::figures {
namespace {

using Channels = std::array<double, 3>;

Channels channelsOf(QRgb color) {
  return {static_cast<double>(qRed(color)), static_cast<double>(qGreen(color)),
          static_cast<double>(qBlue(color))};
}

/// Colours first to last - 1 of the list. error: squared distances to the mean, by channel, summed over the
/// pixels.
struct Box {
  std::size_t first = 0;
  std::size_t last = 0;
  Channels mean{};
  Channels error{};
  double worst() const { return *std::max_element(error.begin(), error.end()); }
  std::size_t widest() const {
    return static_cast<std::size_t>(std::max_element(error.begin(), error.end()) - error.begin());
  }
};

/// A colour that few pixels have is seen more than its number says: the edge of a line.
double weightOf(const CountedColor& color) {
  return std::sqrt(static_cast<double>(color.pixels));
}

Box boxOf(const std::vector<CountedColor>& colors, std::size_t first, std::size_t last) {
  Box box{first, last};
  double weights = 0;
  Channels squares{};
  for (std::size_t i = first; i < last; ++i) {
    const Channels channels = channelsOf(colors[i].color);
    const double weight = weightOf(colors[i]);
    weights += weight;
    for (std::size_t c = 0; c < channels.size(); ++c) {
      box.mean.at(c) += weight * channels.at(c);
      squares.at(c) += weight * channels.at(c) * channels.at(c);
    }
  }
  for (std::size_t c = 0; c < squares.size() && weights > 0; ++c) {
    box.mean.at(c) /= weights;
    box.error.at(c) = squares.at(c) - weights * box.mean.at(c) * box.mean.at(c);
  }
  return box;
}

} // namespace

std::vector<QRgb> representatives(std::vector<CountedColor> colors, std::size_t wanted) {
  if (colors.empty() || wanted == 0)
    return {};
  std::vector<Box> boxes{boxOf(colors, 0, colors.size())};
  while (boxes.size() < wanted) {
    const auto chosen = std::max_element(boxes.begin(), boxes.end(), [](const Box& one, const Box& other) {
      return one.worst() < other.worst();
    });
    const Box box = *chosen;
    constexpr double hardlyAny = 0.5;
    if (box.worst() < hardlyAny)
      break;
    const std::size_t channel = box.widest();
    const auto begin = colors.begin() + static_cast<std::ptrdiff_t>(box.first);
    const auto end = colors.begin() + static_cast<std::ptrdiff_t>(box.last);
    const auto middle = std::partition(begin, end, [&](const CountedColor& color) {
      return channelsOf(color.color).at(channel) < box.mean.at(channel);
    });
    const auto split = static_cast<std::size_t>(middle - colors.begin());
    if (split == box.first || split == box.last)
      break;
    *chosen = boxOf(colors, box.first, split);
    boxes.push_back(boxOf(colors, split, box.last));
  }
  std::vector<QRgb> means;
  for (const Box& box : boxes)
    means.push_back(qRgb(static_cast<int>(std::lround(box.mean[0])),
                         static_cast<int>(std::lround(box.mean[1])),
                         static_cast<int>(std::lround(box.mean[2]))));
  return means;
}

} // namespace eigenboard::figures
