#pragma once

#include "views/render/scene_painter.h"

#include <QtGui/QPixmap>

#include <cstddef>

namespace eigenboard::render {

/// The first marks of a view that stay as they are while those after them change, kept as an image with the
/// background: what a drag leaves alone is not painted at every move of it.
class SteadyLayer {
 public:
  /// A view is about to be replaced by the next.
  void note(const scene::PlaneView& before, const scene::PlaneView& next);
  /// The background is another, or a mark is painted otherwise.
  void drop();
  /// How many marks the image of this frame holds.
  std::size_t count() const { return wanted_; }
  /// The background with the first count() marks of the view on it; their labels are not.
  const QPixmap& image(const QPixmap& background, const scene::PlaneView& view, const PlaneFrame& frame,
                       const PaintKit& kit);

 private:
  QPixmap image_;
  std::size_t held_ = 0; ///< marks on the image
  std::size_t wanted_ = 0;
};

} // namespace eigenboard::render
