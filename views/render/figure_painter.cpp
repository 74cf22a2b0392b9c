#include "views/render/figure_painter.h"

#include "views/render/chart/chart_painter.h"
#include "views/render/plane_axes.h"
#include "views/render/space/space_painter.h"
#include "views/render/words.h"

#include <QtCore/QCoreApplication>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr int largestSide = 20000;
constexpr double largestArea = 200e6;
constexpr int gapBetweenViews = 12;
constexpr double formulaPixelsPerEm = 20;
constexpr double formulaPadding = 12;
constexpr int formulaSlot = -3;

/// The canvas in units of scale 1.
QSizeF canvasOf(const FigureOptions& options) {
  return QSizeF(options.size) / options.scale;
}

double viewWidth(QSizeF canvas, std::size_t views) {
  const auto count = static_cast<double>(views);
  return (canvas.width() - gapBetweenViews * (count - 1)) / count;
}

struct FormulaRow {
  typesetting::FormulaPointer formula;
  double pixelsPerEm = formulaPixelsPerEm;
  double height = 0;
};

/// The row under the picture: the formula in its usual size, or as large as fits into the width and a third
/// of the height.
FormulaRow formulaRow(const QString& tex, QSizeF canvas, const FormulaSource& formulas) {
  if (tex.isEmpty())
    return {};
  FormulaRow row{formulas(QStringLiteral("\\displaystyle ") + tex, formulaSlot)};
  if (!row.formula)
    return {};
  const QSizeF size = labelSize(*row.formula, row.pixelsPerEm);
  const double fit = std::min({1.0, (canvas.width() - 2 * formulaPadding) / std::max(1.0, size.width()),
                               canvas.height() / 3 / std::max(1.0, size.height())});
  row.pixelsPerEm *= fit;
  row.height = fit * size.height() + 2 * formulaPadding;
  return row;
}

/// Paints a view of any kind into a rectangle of that size at the origin.
struct ViewPainter {
  QCPPainter& painter;
  QSize size;
  const PaintKit& kit;

  void operator()(const scene::PlaneView& view) const {
    const PlaneLayout layout = layoutPlane(view, size);
    PlaneAxes axes;
    axes.paint(painter, view, layout, kit);
    paintMarks(painter, view, layout.frame, kit);
    if (kit.handles)
      paintHandles(painter, view, layout.frame, *kit.theme, {});
  }
  void operator()(const scene::SpaceView& view) const {
    paintSpace(painter, view, view.camera, QRectF(QPointF(0, 0), QSizeF(size)), kit);
  }
  void operator()(const scene::ChartView& view) const {
    const chart::ChartLayout layout = chart::layoutChart(view, size, kit.formulas);
    chart::ChartSeries series;
    paintChart(painter, view, layout, kit, series);
    if (kit.handles)
      paintGrips(painter, view, layout.frame, *kit.theme, {});
  }
};

} // namespace

QString figureProblem(const scene::Scene& scene, const FigureOptions& options) {
  if (scene.views.empty())
    return tr("there is no picture to export");
  const bool isPng = options.format == FigureFormat::Png;
  const double ratio = isPng ? options.pixelRatio : 1;
  if (!(ratio > 0) || !std::isfinite(ratio) || !(options.scale > 0) || !std::isfinite(options.scale))
    return tr("scale and pixel ratio must be positive numbers");
  if (options.size.isEmpty())
    return tr("the size %1×%2 is empty").arg(options.size.width()).arg(options.size.height());
  const double width = options.size.width() * ratio;
  const double height = options.size.height() * ratio;
  if (width > largestSide || height > largestSide || width * height > largestArea)
    return tr("the size %1×%2 px is too large: at most %3 px a side and %4 million in all")
        .arg(width, 0, 'f', 0)
        .arg(height, 0, 'f', 0)
        .arg(largestSide)
        .arg(largestArea / 1e6);
  const QSizeF canvas = canvasOf(options);
  if (viewWidth(canvas, scene.views.size()) < smallestPlane.width() ||
      canvas.height() < smallestPlane.height())
    return QCoreApplication::translate("Figure", "the size %1×%2 px is too small for %n view(s) at scale %3",
                                       nullptr, static_cast<int>(scene.views.size()))
        .arg(options.size.width())
        .arg(options.size.height())
        .arg(options.scale);
  return {};
}

void paintFigure(QCPPainter& painter, const scene::Scene& scene, const Theme& theme,
                 const FormulaSource& formulas, typesetting::GlyphsAs glyphs, const FigureOptions& options) {
  PaintKit kit;
  kit.theme = &theme;
  kit.formulas = formulas;
  kit.glyphs = glyphs;
  kit.halos = !options.transparent; // a rim in a colour that the ground does not have would glow
  kit.handles = options.handles;
  if (!options.transparent)
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(options.size)), theme.surface);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.save();
  painter.scale(options.scale, options.scale);

  const QSizeF canvas = canvasOf(options);
  const FormulaRow row = formulaRow(options.formula, canvas, formulas);
  const double width = viewWidth(canvas, scene.views.size());
  const QSize viewSize(static_cast<int>(width), static_cast<int>(canvas.height() - row.height));
  for (std::size_t i = 0; i < scene.views.size(); ++i) {
    painter.save();
    painter.translate(std::round(static_cast<double>(i) * (width + gapBetweenViews)), 0);
    std::visit(ViewPainter{painter, viewSize, kit}, scene.views[i]);
    painter.restore();
  }
  if (row.formula) {
    const LabelStyle style{row.pixelsPerEm, theme.text, theme.error, theme.surface, 0};
    paintLabel(painter, QPointF(canvas.width() / 2, canvas.height() - row.height / 2), *row.formula, style,
               glyphs);
  }
  painter.restore();
}

} // namespace eigenboard::render
