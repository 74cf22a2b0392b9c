#include "views/render/svg_device.h"

#include "views/render/svg_engine.h"

#include <cmath>

namespace eigenboard::render {

SvgDevice::SvgDevice(const SvgDocument& document)
    : size_(document.size), engine_(std::make_unique<SvgEngine>(document)) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const {
  return engine_.get();
}

QByteArray SvgDevice::bytes() const {
  return engine_->bytes();
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
  constexpr int dotsPerInch = 96;
  constexpr double millimetresPerPixel = 25.4 / dotsPerInch;
  switch (metric) {
  case PdmWidth:
    return static_cast<int>(std::ceil(size_.width()));
  case PdmHeight:
    return static_cast<int>(std::ceil(size_.height()));
  case PdmWidthMM:
    return static_cast<int>(std::lround(size_.width() * millimetresPerPixel));
  case PdmHeightMM:
    return static_cast<int>(std::lround(size_.height() * millimetresPerPixel));
  case PdmDpiX:
  case PdmDpiY:
  case PdmPhysicalDpiX:
  case PdmPhysicalDpiY:
    return dotsPerInch;
  case PdmNumColors:
    return 1 << 24;
  case PdmDepth:
    return 32;
  case PdmDevicePixelRatio:
    return 1;
  case PdmDevicePixelRatioScaled:
    return static_cast<int>(devicePixelRatioFScale());
  default:
    return 0;
  }
}

} // namespace eigenboard::render
