#include "views/render/space/gpu_shades.h"

#include <Qt3DRender/QTextureImageData>
#include <Qt3DRender/QTextureImageDataGenerator>

#include <algorithm>

namespace eigenboard::render::space {
namespace {

class ShadeImage final : public Qt3DRender::QTextureImageDataGenerator {
 public:
  QT3D_FUNCTOR(ShadeImage)
  explicit ShadeImage(QImage image) : image_(std::move(image)) {}
  Qt3DRender::QTextureImageDataPtr operator()() override {
    auto data = Qt3DRender::QTextureImageDataPtr::create();
    data->setImage(image_);
    return data;
  }
  bool operator==(const Qt3DRender::QTextureImageDataGenerator& other) const override {
    const auto* image = dynamic_cast<const ShadeImage*>(&other);
    return image && image->image_ == image_;
  }

 private:
  QImage image_;
};

QImage imageOf(const std::vector<const ShadeTable*>& tables) {
  const int count = std::max(1, static_cast<int>(tables.size()));
  QImage image(ShadeTable::heightSteps, ShadeTable::lightSteps * count, QImage::Format_RGB32);
  image.fill(Qt::black);
  for (int row = 0; row < ShadeTable::lightSteps * static_cast<int>(tables.size()); ++row) {
    const ShadeTable& table = *tables[static_cast<std::size_t>(row / ShadeTable::lightSteps)];
    const float light = static_cast<float>(row % ShadeTable::lightSteps) / (ShadeTable::lightSteps - 1);
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int height = 0; height < ShadeTable::heightSteps; ++height)
      line[height] = table.at(static_cast<float>(height) / (ShadeTable::heightSteps - 1), light);
  }
  return image.convertToFormat(QImage::Format_RGBA8888);
}

} // namespace

void ShadeTexture::setTables(const std::vector<const ShadeTable*>& tables) {
  QImage image = imageOf(tables);
  if (image == image_)
    return;
  image_ = std::move(image);
  notifyDataGeneratorChanged();
}

Qt3DRender::QTextureImageDataGeneratorPtr ShadeTexture::dataGenerator() const {
  return QSharedPointer<ShadeImage>::create(image_);
}

} // namespace eigenboard::render::space
