#pragma once

#include "views/render/space/color_map.h"

#include <Qt3DRender/QAbstractTextureImage>
#include <QtGui/QImage>

#include <vector>

namespace eigenboard::render::space {

/// The tables of colours as a texture of Qt 3D, one under the other: heights across, light down.
class ShadeTexture final : public Qt3DRender::QAbstractTextureImage {
 public:
  /// Sent to the graphics card only where a colour changed.
  void setTables(const std::vector<const ShadeTable*>& tables);
  Qt3DRender::QTextureImageDataGeneratorPtr dataGenerator() const override;

 private:
  QImage image_;
};

} // namespace eigenboard::render::space
