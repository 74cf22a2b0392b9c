#include "views/render/steady_layer.h"

#include "views/scene/unchanged_marks.h"

#include <QtGui/QPainter>

namespace eigenboard::render {

void SteadyLayer::note(const scene::PlaneView& before, const scene::PlaneView& next) {
  const std::size_t unchanged = scene::unchangedMarks(before, next);
  if (unchanged < held_)
    held_ = 0;
  // The same view again says nothing about which marks will stay.
  if (unchanged < next.marks.size() || unchanged < wanted_)
    wanted_ = unchanged;
}

void SteadyLayer::drop() {
  image_ = {};
  held_ = 0;
  wanted_ = 0;
}

const QPixmap& SteadyLayer::image(const QPixmap& background, const scene::PlaneView& view,
                                  const PlaneFrame& frame, const PaintKit& kit) {
  if (wanted_ == 0)
    return background;
  if (held_ > wanted_)
    held_ = 0;
  if (held_ == wanted_)
    return image_;
  if (held_ == 0)
    image_ = background;
  QPainter painter(&image_);
  paintShapes(painter, view, frame, kit, {held_, wanted_});
  held_ = wanted_;
  return image_;
}

} // namespace eigenboard::render
