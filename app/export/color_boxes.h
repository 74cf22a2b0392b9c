#pragma once

#include <QtGui/QRgb>

#include <cstdint>
#include <vector>

namespace eigenboard::figures {

struct CountedColor {
  QRgb color = 0;
  std::uint32_t pixels = 0;
};

/// At most so many opaque colours that stand for all: the box of colours with the largest squared error is
/// divided at its mean along its widest direction, again and again (P. Heckbert 1982; the choice by variance
/// is that of X. Wu 1991). Cost: colours times the logarithm of the wanted number.
std::vector<QRgb> representatives(std::vector<CountedColor> colors, std::size_t wanted);

} // namespace eigenboard::figures
