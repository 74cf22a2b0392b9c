#pragma once

#include "views/render/space/gpu_fills.h"

#include <memory>

namespace eigenboard::render {

/// By what the surfaces of live spaces are drawn.
enum class SpaceDrawing : std::uint8_t {
  Automatic, ///< by OpenGL where a graphics card does its work, else by the processor
  OpenGl,    ///< by OpenGL if there is any
  Processor,
};

QString keyOf(SpaceDrawing drawing);             ///< "automatic", "opengl", "processor"
SpaceDrawing spaceDrawingOf(const QString& key); ///< Automatic for a key that is none

/// The one drawer that the spaces of a stage share, made when it is first asked for.
class GraphicsCard {
 public:
  explicit GraphicsCard(SpaceDrawing drawing) : drawing_(drawing) {}
  /// Null: the processor draws. Cost of the first call: 20 to 100 ms, so not before a first picture is seen.
  std::shared_ptr<space::GpuFills> fills();
  /// As OpenGL names it, or why there is none; empty while it has not been tried.
  const QString& renderer() const { return renderer_; }

 private:
  SpaceDrawing drawing_;
  bool isTried_ = false;
  QString renderer_;
  std::shared_ptr<space::GpuFills> fills_;
};

} // namespace eigenboard::render
