#pragma once

#include "views/render/formula_source.h"
#include "views/render/hover.h"
#include "views/render/space/space_painter.h"

#include <QtGui/QImage>

namespace eigenboard::render {

/// What a space widget shows, without its behaviour: a view, a camera, and their picture kept as an image
/// until one of them, the size, the scale or the theme changes. Handles and notes are painted over it. The
/// frame is in units of the scale.
class SpaceCanvas {
 public:
  SpaceCanvas(typesetting::Typesetter& typesetter, const Theme& theme);

  /// True when the view's key or its own camera differ from those before, so that the reader's camera was
  /// dropped.
  bool setView(const scene::SpaceView& view);
  void setTheme(const Theme& theme);
  void setSize(QSize size); ///< in pixels of the widget
  void setScale(double scale);
  void setCamera(const scene::Camera& camera);
  /// What draws the surfaces of the next pictures; null: the processor.
  void setGpu(std::shared_ptr<space::GpuFills> gpu);

  const scene::SpaceView& view() const { return view_; }
  const scene::Camera& camera() const { return camera_; }
  const space::SpaceFrame& frame() const { return frame_; }
  const Theme& theme() const { return theme_; }
  /// Pixels of the widget for one of the frame.
  double scale() const { return scale_ * theme_.type; }
  const space::FillMemory& surfaces() const { return memory_.fills; }
  LiveFormulas& formulas() { return formulas_; }
  /// The mesh of the view's first surface; null without one.
  const space::SurfaceMesh* firstMesh() const;

  /// A formula arrived: the picture is painted again if it lacked one.
  void noteArrival();
  /// The picture is to be painted once more, in fine quality.
  void refine();
  bool isDraft() const { return quality_ == SpaceQuality::Draft; }
  /// quality: of the picture, if it has to be made anew. Leaves the painter in units of the scale.
  void paint(QPainter& painter, SpaceQuality quality, const HandleEmphasis& emphasis,
             const std::optional<HoverNote>& note);
  bool isStale() const { return isStale_; }

 private:
  PaintKit kit();
  QSizeF units() const { return QSizeF(size_) / scale(); }
  void paintPicture(double devicePixelRatio, SpaceQuality quality);
  void lay();

  Theme theme_;
  LiveFormulas formulas_;
  LabelMemory labels_;
  SpaceMemory memory_;
  scene::SpaceView view_;
  scene::Camera camera_;
  space::SpaceFrame frame_;
  QSize size_{560, 480};
  double scale_ = 1;
  QImage picture_;
  SpaceQuality quality_ = SpaceQuality::Fine;
  bool isStale_ = true;
  bool isIncomplete_ = false;
};

} // namespace eigenboard::render
