#pragma once

#include "views/render/space/depth_image.h"
#include "views/render/space/facets.h"
#include "views/render/space/gpu_fills.h"
#include "views/render/theme.h"

#include <deque>
#include <optional>
#include <vector>

class QPainter;

namespace eigenboard::render::space {

/// What of a surface does not depend on the camera.
struct PreparedSurface {
  scene::Surface surface;
  Box box;
  SurfaceMesh mesh;
  std::vector<std::vector<Point3>> contours;
  std::vector<std::vector<Point3>> wires;
};

/// Tables of colours and what they were made of.
struct KnownShades {
  scene::SurfaceColor kind = scene::SurfaceColor::Height;
  QRgb role = 0;
  ShadeTable upper;
  ShadeTable under;
};

/// The same of something flat.
struct KnownFlatShades {
  QRgb color = 0;
  ShadeTable shades;
};

/// What is kept from frame to frame; by the index of the mark.
struct FillMemory {
  std::vector<std::optional<PreparedSurface>> surfaces;
  std::deque<KnownShades> shades;
  std::deque<KnownFlatShades> flatShades;
  DepthImage depth;
  std::vector<Corner> corners;
  std::shared_ptr<GpuFills> gpu; ///< draws the colours of images; null: the processor does
};

/// Meshes and lines of all surfaces of a view, made anew only where a surface, a level or the box changed.
void prepareSurfaces(const scene::SpaceView& view, const Box& box, FillMemory& memory);

/// Where the pixels of a picture lie on its device: device pixel = scale · picture pixel + shift.
struct DeviceGrid {
  double scale = 1;
  QPointF shift;
  QRect pixels; ///< the device pixels of the picture's area
};

/// Everything filled (surfaces, planes), hidden parts left out. On an image pixel by pixel with a depth
/// buffer; for a vector device as polygons from far to near. Afterwards memory.depth tells what lies before
/// what. samples: of each device pixel, across and up.
void paintFills(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const Theme& theme,
                const DeviceGrid& grid, int samples, bool asPolygons, FillMemory& memory);

} // namespace eigenboard::render::space
