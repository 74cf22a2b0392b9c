#include "views/render/space/space_painter.h"

#include "views/render/figure_type.h"
#include "views/render/space/mark_labels.h"
#include "views/render/space/space_axes.h"
#include "views/render/space/space_lines.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double spaceTitleRow = 28;
constexpr double spaceSideMargin = 44;
constexpr double spaceTopMargin = 14;
constexpr double spaceBottomMargin = 34;
constexpr double mostSampledPixels = 40e6; // larger images get polygons, which need no buffer of their size
constexpr double mostDepthPixels = 4e6;

space::DeviceGrid gridOf(const QPainter& painter, const QRectF& area) {
  const QTransform& transform = painter.deviceTransform();
  space::DeviceGrid grid;
  grid.scale = std::abs(transform.m11()) > 0 ? std::abs(transform.m11()) : 1;
  grid.shift = {transform.dx(), transform.dy()};
  grid.pixels = QRectF(area.topLeft() * grid.scale + grid.shift, area.size() * grid.scale).toAlignedRect();
  return grid;
}

bool isImage(const QPainter& painter) {
  const QTransform& transform = painter.deviceTransform();
  return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster &&
         transform.type() <= QTransform::TxScale && transform.m11() > 0 &&
         std::abs(transform.m11() - transform.m22()) < 1e-9 * transform.m11();
}

double pixelsOf(const space::DeviceGrid& grid) {
  return std::max(1.0, static_cast<double>(grid.pixels.width()) * grid.pixels.height());
}

int samplesFor(const space::DeviceGrid& grid, SpaceQuality quality, bool isKept) {
  if (quality == SpaceQuality::Draft)
    return 1;
  constexpr double manyPixels = 5e5; // of a slide, whose pixels are finer than what is seen from a seat
  const int wanted = isKept || pixelsOf(grid) > manyPixels ? 2 : 3;
  return std::clamp(static_cast<int>(std::sqrt(mostSampledPixels / pixelsOf(grid))), 1, wanted);
}

} // namespace

SpaceLayout layoutSpace(const scene::SpaceView& view, const QRectF& area) {
  SpaceLayout layout;
  const double top = view.title.isEmpty() ? 0 : spaceTitleRow;
  if (top > 0)
    layout.title = QRectF(area.left() + 14, area.top() + 6, std::max(0.0, area.width() - 60), spaceTitleRow);
  layout.box = area.adjusted(spaceSideMargin, top + spaceTopMargin, -spaceSideMargin, -spaceBottomMargin);
  if (layout.box.width() < 16 || layout.box.height() < 16)
    layout.box = area;
  return layout;
}

double spaceNearness(const scene::SpaceView& view, const QRectF& area) {
  scene::Camera camera = view.camera;
  camera.zoom = 1;
  const QRectF room = layoutSpace(view, area).box;
  const space::SpaceFrame frame = spaceFrame(view, camera, area);
  constexpr double rightOfBox = 24; // half a number of the lower sides
  const double left = area.left() + space::roomBesideBox(frame);
  const QPointF middle = frame.boxToPixel({0, 0, 0}).point();
  constexpr double nearest = 1.6;
  constexpr double farthest = 0.6;
  double zoom = nearest;
  const auto keep = [&zoom](double reach, double most) {
    if (reach > 0)
      zoom = std::min(zoom, most / reach);
  };
  const scene::Point3 half = frame.box().half;
  for (const double x : {-half.x, half.x})
    for (const double y : {-half.y, half.y})
      for (const double z : {-half.z, half.z}) {
        const QPointF way = frame.boxToPixel({x, y, z}).point() - middle;
        keep(-way.x(), middle.x() - left);
        keep(way.x(), area.right() - rightOfBox - middle.x());
        keep(-way.y(), middle.y() - room.top());
        keep(way.y(), room.bottom() - middle.y());
      }
  return std::clamp(zoom, farthest, nearest);
}

space::SpaceFrame spaceFrame(const scene::SpaceView& view, const scene::Camera& camera, const QRectF& area) {
  return {space::boxOf(view), camera, layoutSpace(view, area).box};
}

void paintSpace(QPainter& painter, const scene::SpaceView& view, const scene::Camera& camera,
                const QRectF& area, const PaintKit& kit, SpaceMemory* memory, SpaceQuality quality) {
  constexpr double largestArea3 = 40000;
  if (!(area.width() >= 1) || !(area.height() >= 1) || area.width() > largestArea3 ||
      area.height() > largestArea3)
    return;
  SpaceMemory own;
  SpaceMemory& kept = memory ? *memory : own;
  const SpaceLayout layout = layoutSpace(view, area);
  const space::SpaceFrame frame(space::boxOf(view), camera, layout.box);
  const space::DeviceGrid grid = gridOf(painter, area);
  const bool asPolygons = !isImage(painter) || pixelsOf(grid) > mostSampledPixels;

  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  space::paintWalls(painter, frame, *kit.theme);
  space::prepareSurfaces(view, frame.box(), kept.fills);
  space::DeviceGrid used = grid;
  if (asPolygons) {
    // A vector device has no pixels; the depth buffer is as fine as a screen.
    used.scale = std::min(1.0, std::sqrt(mostDepthPixels / (area.width() * area.height())));
    used.shift = {};
    used.pixels = QRectF(area.topLeft() * used.scale, area.size() * used.scale).toAlignedRect();
  }
  space::paintFills(painter, view, frame, *kit.theme, used, samplesFor(used, quality, memory != nullptr),
                    asPolygons, kept.fills);
  const space::Occlusion occlusion(kept.fills.depth, frame,
                                   (QPointF(used.pixels.topLeft()) - used.shift) / used.scale, used.scale);
  space::paintLines(painter, view, frame, kit, kept.fills, occlusion);
  if (kit.handles && !kit.memory)
    space::paintHandles3(painter, view, frame, *kit.theme, occlusion, {});

  space::LabelField field(area);
  if (!layout.title.isEmpty()) {
    const double width = paintViewTitle(painter, view.title, layout.title, *kit.theme);
    field.take(QRectF(layout.title.left(), layout.title.top() + 4, width, layout.title.height() - 8));
  }
  space::paintTicks(painter, view, frame, kit, field);
  space::paintMarkLabels(painter, view, frame, kit, field);
  kept.labels = field.taken();
  painter.restore();
}

} // namespace eigenboard::render
