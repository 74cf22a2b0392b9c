#pragma once

#include "views/render/formula_source.h"
#include "views/render/hover.h"
#include "views/render/plane_axes.h"
#include "views/render/plane_layout.h"
#include "views/render/scene_painter.h"
#include "views/render/steady_layer.h"

#include <QtGui/QPixmap>

class QPaintDevice;

namespace eigenboard::render {

/// What a plane widget shows, without its behaviour: a view, its layout, and the background kept as an image
/// until range, size, scale, theme or the view's own axes change; the marks that stay, too. Layout and frame
/// are in units of the scale.
class PlaneCanvas {
 public:
  PlaneCanvas(typesetting::Typesetter& typesetter, const Theme& theme);

  /// True when the view's ranges or its key differ from those before, so that the reader's range was dropped.
  bool setView(const scene::PlaneView& view);
  void setTheme(const Theme& theme);
  void setSize(QSize size); ///< in pixels of the widget
  void setScale(double scale);
  /// What the reader panned or zoomed to; none: the view's own range.
  void setRange(const std::optional<PlaneRange>& range);
  const std::optional<PlaneRange>& range() const { return range_; }

  const scene::PlaneView& view() const { return view_; }
  const PlaneLayout& layout() const { return layout_; }
  const PlaneFrame& frame() const { return layout_.frame; }
  const Theme& theme() const { return theme_; }
  /// Pixels of the widget for one of layout and frame.
  double scale() const { return scale_ * theme_.type; }
  LiveFormulas& formulas() { return formulas_; }

  /// A formula arrived: the background is painted again if it lacked one.
  void noteArrival();
  /// Leaves the painter in units of the scale.
  void paint(QPainter& painter, const HandleEmphasis& emphasis, const std::optional<HoverNote>& note);

 private:
  PaintKit kit();
  void paintBackground(double devicePixelRatio);
  PlaneLayout laidOut() const;
  void lay();
  void placeLegend();

  Theme theme_;
  LiveFormulas formulas_;
  LabelMemory memory_;
  scene::PlaneView view_;
  std::optional<PlaneRange> range_;
  PlaneLayout layout_;
  QSize size_;
  double scale_ = 1;
  PlaneAxes axes_;
  QPixmap background_;
  SteadyLayer steady_;
  bool isStale_ = true;
  bool isIncomplete_ = false;
};

} // namespace eigenboard::render
