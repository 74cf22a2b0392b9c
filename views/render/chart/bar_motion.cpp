#include "views/render/chart/bar_motion.h"

#include "views/render/key_motion.h"

#include <cmath>

namespace eigenboard::render::chart {

namespace {

/// The value axis as both axes of a plane, so that bars snap and step as handles of planes do.
PlaneFrame valueFrame(const ChartFrame& frame) {
  PlaneFrame plane;
  plane.area = QRectF(0, 0, frame.valueLength(), frame.valueLength());
  plane.range = {frame.least(), frame.greatest(), frame.least(), frame.greatest()};
  return plane;
}

double threeDigits(double value) {
  return value > 0 ? roundedTo(value, std::pow(10.0, std::floor(std::log10(value)) - 2)) : value;
}

} // namespace

double restingValue(double value, const ChartLayout& layout, Snapping snapping,
                    Qt::KeyboardModifiers modifiers) {
  if (layout.frame.isLogarithmic())
    return threeDigits(value);
  if (modifiers.testFlag(Qt::ShiftModifier))
    return roundedTo(value, layout.valueStep);
  if (modifiers.testFlag(Qt::AltModifier))
    return roundedTo(value, layout.valueStep / 1000);
  return snapped({value, value}, valueFrame(layout.frame), layout.valueStep, layout.valueStep, snapping).x();
}

double valueByKey(double value, int way, const ChartLayout& layout, Snapping snapping,
                  Qt::KeyboardModifiers modifiers) {
  const double pace = keyPace(modifiers);
  if (layout.frame.isLogarithmic())
    return threeDigits(value * std::pow(10.0, 0.1 * pace * way));
  return movedBySteps({value, value}, pace * QPointF(way, way), valueFrame(layout.frame), layout.valueStep,
                      layout.valueStep, snapping)
      .x();
}

} // namespace eigenboard::render::chart
