#include "views/render/space/space_canvas.h"

#include "views/render/figure_type.h"
#include "views/render/hover_painter.h"
#include "views/render/space/space_lines.h"

#include <QtGui/QPainter>

namespace eigenboard::render {

SpaceCanvas::SpaceCanvas(typesetting::Typesetter& typesetter, const Theme& theme)
    : theme_(theme), formulas_(typesetter) {
  lay();
}

bool SpaceCanvas::setView(const scene::SpaceView& view) {
  const bool keepsCamera = view.key == view_.key && view.camera == view_.camera;
  view_ = view;
  if (!keepsCamera)
    camera_ = view.camera;
  lay();
  return !keepsCamera;
}

void SpaceCanvas::setTheme(const Theme& theme) {
  const bool keepsScale = theme.type == theme_.type;
  theme_ = theme;
  isStale_ = true;
  if (!keepsScale)
    lay();
}

void SpaceCanvas::setSize(QSize size) {
  size_ = size;
  lay();
}

void SpaceCanvas::setScale(double scale) {
  scale_ = usableScale(scale);
  lay();
}

void SpaceCanvas::setCamera(const scene::Camera& camera) {
  camera_ = space::usableCamera(camera);
  lay();
}

void SpaceCanvas::setGpu(std::shared_ptr<space::GpuFills> gpu) {
  memory_.fills.gpu = std::move(gpu);
  isStale_ = true;
}

void SpaceCanvas::lay() {
  frame_ = spaceFrame(view_, camera_, QRectF(QPointF(), units()));
  // Hit tests need the meshes of this view before it is painted for the first time.
  space::prepareSurfaces(view_, frame_.box(), memory_.fills);
  isStale_ = true;
}

const space::SurfaceMesh* SpaceCanvas::firstMesh() const {
  for (const auto& prepared : memory_.fills.surfaces)
    if (prepared)
      return &prepared->mesh;
  return nullptr;
}

void SpaceCanvas::noteArrival() {
  isStale_ = isStale_ || isIncomplete_;
}

void SpaceCanvas::refine() {
  isStale_ = isStale_ || isDraft();
}

PaintKit SpaceCanvas::kit() {
  PaintKit kit;
  kit.theme = &theme_;
  kit.formulas = [this](const QString& tex, int slot) {
    typesetting::FormulaPointer formula = formulas_.formula(tex, slot);
    isIncomplete_ = isIncomplete_ || !formula || formula->tex != tex;
    return formula;
  };
  kit.memory = &labels_;
  return kit;
}

void SpaceCanvas::paintPicture(double devicePixelRatio, SpaceQuality quality) {
  const QSize pixels = (units() * devicePixelRatio).toSize();
  if (picture_.size() != pixels)
    picture_ = QImage(pixels, QImage::Format_RGB32);
  picture_.setDevicePixelRatio(devicePixelRatio);
  picture_.fill(theme_.surface);
  isIncomplete_ = false;
  QPainter painter(&picture_);
  paintSpace(painter, view_, camera_, QRectF(QPointF(), units()), kit(), &memory_, quality);
  quality_ = quality;
  isStale_ = false;
}

void SpaceCanvas::paint(QPainter& painter, SpaceQuality quality, const HandleEmphasis& emphasis,
                        const std::optional<HoverNote>& note) {
  const double ratio = painter.device()->devicePixelRatioF() * scale();
  if (isStale_ || picture_.devicePixelRatio() != ratio)
    paintPicture(ratio, quality);
  if (scale() != 1)
    painter.scale(scale(), scale());
  painter.drawImage(QPointF(0, 0), picture_);
  const space::Occlusion occlusion(memory_.fills.depth, frame_, {}, ratio);
  space::paintHandles3(painter, view_, frame_, theme_, occlusion, emphasis);
  if (note)
    paintHoverNote(painter, *note, frame_.area().center(), QRectF(QPointF(), units()), theme_);
}

} // namespace eigenboard::render
