#include "views/render/space/graphics_card.h"

#include "views/render/words.h"

#include <QtCore/QDir>

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

namespace {

/// Linux has a node for each card that draws. Where there is none, trying OpenGL would only load the large
/// library that emulates one.
bool mayHaveGraphicsCard() {
#ifdef Q_OS_LINUX
  return !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty();
#else
  return true;
#endif
}

} // namespace

std::shared_ptr<space::GpuFills> GraphicsCard::fills() {
  if (isTried_ || drawing_ == SpaceDrawing::Processor)
    return fills_;
  isTried_ = true;
  if (drawing_ == SpaceDrawing::Automatic && !mayHaveGraphicsCard()) {
    renderer_ = tr("this machine has no graphics card");
    return fills_;
  }
  space::GpuFills::Made made = space::GpuFills::make();
  renderer_ = made.renderer;
  if (drawing_ == SpaceDrawing::OpenGl || !made.isSoftware)
    fills_ = std::move(made.fills);
  return fills_;
}

} // namespace eigenboard::render
