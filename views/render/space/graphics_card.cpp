#include "views/render/space/graphics_card.h"

namespace eigenboard::render {

using namespace Qt::StringLiterals;

QString keyOf(SpaceDrawing drawing) {
  return drawing == SpaceDrawing::OpenGl      ? u"opengl"_s
         : drawing == SpaceDrawing::Processor ? u"processor"_s
                                              : u"automatic"_s;
}

SpaceDrawing spaceDrawingOf(const QString& key) {
  return key == keyOf(SpaceDrawing::OpenGl)      ? SpaceDrawing::OpenGl
         : key == keyOf(SpaceDrawing::Processor) ? SpaceDrawing::Processor
                                                 : SpaceDrawing::Automatic;
}

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
