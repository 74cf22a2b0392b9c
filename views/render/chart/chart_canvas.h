#pragma once

#include "views/render/chart/chart_painter.h"
#include "views/render/hover.h"

#include <QtGui/QImage>

namespace eigenboard::render {

/// What a chart widget shows, without its behaviour: a view, its layout, and its picture kept as an image
/// until one of them, the size, the scale or the theme changes. Grips and notes are painted over it. Layout
/// and frame are in units of the scale.
class ChartCanvas {
 public:
  ChartCanvas(typesetting::Typesetter& typesetter, const Theme& theme);

  void setView(const scene::ChartView& view);
  void setTheme(const Theme& theme);
  void setSize(QSize size); ///< in pixels of the widget
  void setScale(double scale);

  const scene::ChartView& view() const { return view_; }
  const chart::ChartLayout& layout() const { return layout_; }
  const chart::ChartFrame& frame() const { return layout_.frame; }
  const Theme& theme() const { return theme_; }
  /// Pixels of the widget for one of layout and frame.
  double scale() const { return scale_ * theme_.type; }
  LiveFormulas& formulas() { return formulas_; }

  /// A formula arrived: the picture is made again if it lacked one.
  void noteArrival();
  /// Leaves the painter in units of the scale.
  void paint(QPainter& painter, const HandleEmphasis& emphasis, const std::optional<HoverNote>& note);

 private:
  FormulaSource source();
  void paintPicture(double devicePixelRatio);
  void lay();

  Theme theme_;
  LiveFormulas formulas_;
  LabelMemory memory_;
  chart::ChartSeries series_;
  scene::ChartView view_;
  chart::ChartLayout layout_;
  QSize size_{560, 480};
  double scale_ = 1;
  QImage picture_;
  bool isStale_ = true;
  bool isIncomplete_ = false;
};

} // namespace eigenboard::render
