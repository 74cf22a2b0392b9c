#include "views/render/space/graphics_card.h"

namespace eigenboard::render {

std::shared_ptr<space::GpuFills> GraphicsCard::fills() {
  if (isTried_ || drawing_ == SpaceDrawing::Processor)
    return fills_;
  isTried_ = true;
  space::GpuFills::Made made = space::GpuFills::make();
  renderer_ = made.renderer;
  if (drawing_ == SpaceDrawing::OpenGl || !made.isSoftware)
    fills_ = std::move(made.fills);
  return fills_;
}

} // namespace eigenboard::render
