#include "views/render/handle_motion.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render {
namespace {

/// The power of ten at or below a positive number.
double powerOfTenBelow(double number) {
  return std::pow(10.0, std::floor(std::log10(number)));
}

struct Magnet {
  double parts;  ///< of a tick step
  double radius; ///< pixels
};

constexpr std::array<Magnet, 4> magnets{{{1, 7}, {2, 5}, {3, 3}, {4, 3}}};

double niceNear(double value, double pixelsPerUnit, double tick) {
  for (const Magnet& magnet : magnets) {
    const double step = tick / magnet.parts;
    const double nearest = std::round(value / step) * step;
    // Where magnets lie too close, everything would stick.
    const bool isSparse = step * pixelsPerUnit > 3 * magnet.radius;
    if (isSparse && std::abs(nearest - value) * pixelsPerUnit <= magnet.radius)
      return magnet.parts == 3 ? nearest : roundedTo(nearest, step);
  }
  return roundedTo(value, powerOfTenBelow(1 / pixelsPerUnit));
}

double snappedCoordinate(double value, double pixelsPerUnit, double tick, Snapping snapping) {
  if (!std::isfinite(value))
    return value;
  switch (snapping) {
  case Snapping::Grid:
    return roundedTo(value, tick / 10);
  case Snapping::Nice:
    return niceNear(value, pixelsPerUnit, tick);
  case Snapping::Off:
    break;
  }
  return roundedTo(value, powerOfTenBelow(1 / pixelsPerUnit));
}

} // namespace

double roundedTo(double value, double step) {
  const double multiple = std::round(value / step);
  if (!std::isfinite(multiple))
    return value;
  // Dividing by the reciprocal of 0.01 gives the double next to the decimal number; multiplying by 0.01 need
  // not.
  const double reciprocal = std::round(1 / step);
  const double rounded =
      step < 1 && std::abs(reciprocal * step - 1) < 1e-9 ? multiple / reciprocal : multiple * step;
  return rounded == 0 ? 0 : rounded; // never -0
}

QPointF snapped(QPointF point, const PlaneFrame& frame, double tickStepX, double tickStepY,
                Snapping snapping) {
  return {snappedCoordinate(point.x(), frame.scaleX(), tickStepX, snapping),
          snappedCoordinate(point.y(), frame.scaleY(), tickStepY, snapping)};
}

QPointF keyStep(const PlaneFrame& frame, double tickStepX, double tickStepY, Snapping snapping) {
  if (snapping == Snapping::Grid)
    return {tickStepX / 10, tickStepY / 10};
  const auto step = [](double span) { return powerOfTenBelow(span / 4) / 10; };
  return {step(frame.range.right - frame.range.left), step(frame.range.top - frame.range.bottom)};
}

} // namespace eigenboard::render
