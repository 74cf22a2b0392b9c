#include "views/render/handle_motion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

bool isSparse(const Magnet& magnet, double step, double pixelsPerUnit) {
  return step * pixelsPerUnit > 3 * magnet.radius; // where magnets lie too close, everything would stick
}

/// The next nice value on the way, 1 or −1; ticks are always nice.
double niceAfter(double value, double way, double pixelsPerUnit, double tick) {
  constexpr double sameStep = 1e-9; ///< of a step: a value that rounding has moved is still there
  double best = std::numeric_limits<double>::infinity();
  for (const Magnet& magnet : magnets) {
    const double step = tick / magnet.parts;
    if (magnet.parts > 1 && !isSparse(magnet, step, pixelsPerUnit))
      continue;
    const double nearest = std::floor(way * value / step + sameStep) + 1;
    const double next = magnet.parts == 3 ? nearest * step : roundedTo(nearest * step, step);
    if (next < best - sameStep * tick)
      best = next;
  }
  return std::isfinite(best) ? way * best : value;
}

double niceNear(double value, double pixelsPerUnit, double tick) {
  for (const Magnet& magnet : magnets) {
    const double step = tick / magnet.parts;
    const double nearest = std::round(value / step) * step;
    if (isSparse(magnet, step, pixelsPerUnit) && std::abs(nearest - value) * pixelsPerUnit <= magnet.radius)
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

QPointF movedBySteps(QPointF point, QPointF steps, const PlaneFrame& frame, double tickStepX,
                     double tickStepY, Snapping snapping) {
  const auto moved = [snapping](double value, double count, double step, double pixels, double tick) {
    if (count == 0 || !std::isfinite(value))
      return value;
    const double way = count < 0 ? -1 : 1;
    if (snapping == Snapping::Nice && std::abs(count) >= 10)
      return roundedTo(way * (std::floor(way * value / tick + 1e-9) + 1) * tick, tick);
    if (snapping == Snapping::Nice && std::abs(count) >= 1)
      return niceAfter(value, way, pixels, tick);
    const double size = std::abs(count) * step;
    // Off the grid, a tenth of the step is kept, so that a handle dragged to 1.23 goes to 1.33.
    return roundedTo(value + way * size, snapping == Snapping::Grid ? size : size / 10);
  };
  const QPointF step = keyStep(frame, tickStepX, tickStepY, snapping);
  return {moved(point.x(), steps.x(), step.x(), frame.scaleX(), tickStepX),
          moved(point.y(), steps.y(), step.y(), frame.scaleY(), tickStepY)};
}

} // namespace eigenboard::render
