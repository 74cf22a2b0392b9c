#include "views/render/figure_painter.h"

#include "views/render/chart/chart_painter.h"
#include "views/render/figure_arrangement.h"
#include "views/render/figure_words.h"
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
constexpr int longestHeading = 300;
constexpr int longestCaption = 2000;
constexpr int mostParameters = 200;

/// The canvas in units of scale 1.
QSizeF canvasOf(const FigureOptions& options) {
  return options.size / options.scale;
}

/// The part of a place in which a plane that is a map of something, with an end, fills its frame: beyond the
/// map there is nothing to see.
QRectF mapPlace(const scene::PlaneView& view, QSize size) {
  const QRectF place(QPointF(0, 0), QSizeF(size));
  if (!view.equalAspect || view.backgroundGrid)
    return place;
  const PlaneRange asked = fittedRange(view, {});
  const double aspect = (asked.right - asked.left) / (asked.top - asked.bottom);
  QSize used = size;
  for (int round = 0; round < 2; ++round) { // the rows round the frame change where the canvas becomes low
    const QRectF area = layoutPlane(view, used).frame.area;
    const double tooWide = std::max(0.0, area.width() - area.height() * aspect);
    const double tooHigh = std::max(0.0, area.height() - area.width() / aspect);
    used = (used - QSize(static_cast<int>(tooWide), static_cast<int>(tooHigh))).expandedTo(smallestPlane);
  }
  return {QPointF(std::floor((place.width() - used.width()) / 2), 0), QSizeF(used)};
}

/// What stands under the key, made where nothing does.
template <typename Value, typename Make>
Value remembered(std::map<QString, Value>& memory, const QString& key, const Make& make) {
  const auto found = memory.find(key);
  return found != memory.end() ? found->second : memory.emplace(key, make()).first->second;
}

/// The places of the views; in a movement those of the frame before, as long as they fit.
std::vector<QRectF> placesOf(const QRectF& room, const scene::Scene& scene, FigureMemory* memory) {
  if (memory && memory->room == room && memory->places.size() == scene.views.size())
    return memory->places;
  std::vector<QRectF> places = arrangedViews(room, scene);
  if (memory) {
    memory->room = room;
    memory->places = places;
  }
  return places;
}

/// Paints a view of any kind into a rectangle of that size at the origin.
struct ViewPainter {
  QCPPainter& painter;
  QSize size;
  const PaintKit& kit;
  FigureMemory* memory = nullptr;

  void operator()(const scene::PlaneView& view) const {
    const QRectF place = mapPlace(view, size);
    painter.translate(place.topLeft());
    int* const legend =
        memory ? &memory->legends.try_emplace(view.key, LegendPlace::nowhere).first->second : nullptr;
    PlaneLayout layout =
        layoutPlane(view, place.size().toSize(), {}, legend ? *legend : LegendPlace::nowhere);
    if (legend)
      *legend = layout.legend.place;
    layTitle(layout, view, size.width() - place.left() - layout.frame.area.left());
    PlaneAxes axes;
    axes.paint(painter, view, layout, kit);
    paintMarks(painter, view, layout.frame, kit);
    paintLegend(painter, view, layout.legend, *kit.theme);
    if (kit.handles)
      paintHandles(painter, view, layout.frame, *kit.theme, {});
  }
  void operator()(const scene::SpaceView& view) const {
    const QRectF area(QPointF(0, 0), QSizeF(size));
    SpaceMemory* kept = nullptr;
    if (memory) {
      std::shared_ptr<SpaceMemory>& place = memory->spaces[view.key];
      if (!place)
        place = std::make_shared<SpaceMemory>();
      kept = place.get();
    }
    const auto nearness = [&] { return spaceNearness(view, area); };
    scene::Camera camera = view.camera;
    camera.zoom *= memory ? remembered(memory->nearness, view.key, nearness) : nearness();
    paintSpace(painter, view, camera, area, kit, kept);
  }
  void operator()(const scene::ChartView& view) const {
    const chart::ChartLayout layout = chart::layoutChart(view, size, kit.formulas);
    chart::ChartSeries series;
    paintChart(painter, view, layout, kit, series);
    if (kit.handles)
      paintGrips(painter, view, layout.frame, *kit.theme, {});
  }
};

QString tooSmall(const FigureOptions& options, const QString& forWhat) {
  return tr("the size %1×%2 px is too small for %3 at scale %4")
      .arg(options.size.width(), 0, 'f', 0)
      .arg(options.size.height(), 0, 'f', 0)
      .arg(forWhat)
      .arg(options.scale);
}

bool isRoomy(const std::vector<QRectF>& places) {
  return std::all_of(places.begin(), places.end(), [](const QRectF& place) {
    return place.width() >= smallestPlane.width() && place.height() >= smallestPlane.height();
  });
}

QString wordsProblem(const FigureOptions& options) {
  if (options.heading.size() > longestHeading)
    return tr("the title has %1 characters; it may have %2").arg(options.heading.size()).arg(longestHeading);
  if (options.caption.size() > longestCaption)
    return tr("the caption has %1 characters; it may have %2")
        .arg(options.caption.size())
        .arg(longestCaption);
  if (options.parameters.size() > mostParameters)
    return tr("there are too many parameters to name below a picture");
  return {};
}

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
  if (!(width <= largestSide) || !(height <= largestSide) || width * height > largestArea)
    return tr("the size %1×%2 px is too large: at most %3 px a side and %4 million in all")
        .arg(width, 0, 'f', 0)
        .arg(height, 0, 'f', 0)
        .arg(largestSide)
        .arg(largestArea / 1e6);
  if (!isRoomy(arrangedViews(QRectF(QPointF(0, 0), canvasOf(options)), scene)))
    return tooSmall(options, QCoreApplication::translate("Figure", "%n view(s)", nullptr,
                                                         static_cast<int>(scene.views.size())));
  return wordsProblem(options);
}

QString paintFigure(QCPPainter& painter, const scene::Scene& scene, const Theme& theme,
                    const FormulaSource& formulas, typesetting::GlyphsAs glyphs, const FigureOptions& options,
                    FigureMemory* memory) {
  const QSizeF canvas = canvasOf(options);
  const FigureWords words(options, canvas, formulas);
  const QRectF room(0, words.above(), canvas.width(), canvas.height() - words.above() - words.below());
  const std::vector<QRectF> places = placesOf(room, scene, memory);
  if (!isRoomy(places))
    return tooSmall(options, tr("the picture and its words"));

  PaintKit kit;
  kit.theme = &theme;
  kit.formulas = formulas;
  kit.glyphs = glyphs;
  kit.halos = !options.transparent; // a rim in a colour that the ground does not have would glow
  kit.handles = options.handles;
  if (!options.transparent)
    painter.fillRect(QRectF(QPointF(0, 0), options.size), theme.surface);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.save();
  painter.scale(options.scale, options.scale);
  for (std::size_t i = 0; i < scene.views.size(); ++i) {
    const QSize viewSize(static_cast<int>(places[i].width()), static_cast<int>(places[i].height()));
    painter.save();
    painter.translate(places[i].topLeft());
    std::visit(ViewPainter{painter, viewSize, kit, memory}, scene.views[i]);
    painter.restore();
  }
  words.paint(painter, theme, glyphs);
  painter.restore();
  return {};
}

} // namespace eigenboard::render
