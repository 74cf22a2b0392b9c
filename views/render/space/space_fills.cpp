#include "views/render/space/space_fills.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render::space {
namespace {

/// Below this, light passes.
constexpr double solidOpacity = 0.996;

bool haveSameBox(const Box& one, const Box& other) {
  return one.minimum == other.minimum && one.maximum == other.maximum && one.half == other.half;
}

double shareOf(double opacity) {
  return std::isfinite(opacity) ? std::clamp(opacity, 0.0, 1.0) : 1;
}

struct Paint3 {
  const ShadeTable* upper = nullptr;
  const ShadeTable* under = nullptr;
  double opacity = 1;
  const ShadeTable& side(bool isUnder) const { return isUnder ? *under : *upper; }
  bool isSolid() const { return opacity >= solidOpacity; }
};

/// The corners of a cell go round to the left when it is seen from above; on the picture y points down.
bool isFromBelow(const Corner& a, const Corner& b, const Corner& c) {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y) > 0;
}

/// The fills of a view: what is filled, and with which colours.
class FillPainter {
 public:
  FillPainter(const scene::SpaceView& view, const SpaceFrame& frame, const Theme& theme, FillMemory& memory)
      : frame_(frame), theme_(theme), memory_(memory) {
    for (std::size_t i = 0; i < view.marks.size(); ++i) {
      if (std::holds_alternative<scene::Surface>(view.marks[i]) && memory.surfaces[i])
        addSurface(*memory.surfaces[i]);
      else if (const auto* patch = std::get_if<scene::Patch3>(&view.marks[i]); patch && patch->fill)
        addSheet(outlineOf(*patch, frame.box()), *patch->fill);
      else if (const auto* plane = std::get_if<scene::Plane3>(&view.marks[i]); plane && plane->fill)
        addSheet(outlineOf(*plane, frame.box()), *plane->fill);
    }
  }

  void fillDepth(const DeviceGrid& grid, int samples, bool withColors) {
    grid_ = grid;
    samples_ = samples;
    memory_.depth.begin(grid.pixels.size(), samples, withColors, frame_.isPerspective());
    for (const PaintedMesh& painted : meshes_)
      if (paintOf(painted.paint).isSolid())
        fillMesh(*painted.mesh, paintOf(painted.paint));
    for (const Sheet& sheet : sheets_)
      if (paintOf(sheet.paint).isSolid())
        forEachTriangle(facet(sheet).corners, [&](const Corner& a, const Corner& b, const Corner& c) {
          memory_.depth.fillSolid(a, b, c, *paintOf(sheet.paint).upper);
        });
    fillVeils();
  }

  /// The colours by the graphics card. Null when it gives none.
  QImage gpuImage(GpuFills& gpu, const DeviceGrid& grid, int samples) const {
    GpuTriangles triangles;
    for (const PaintedMesh& painted : meshes_)
      if (const Paint3& paint = paintOf(painted.paint); paint.isSolid())
        triangles.add(*painted.mesh, *paint.upper, *paint.under);
    for (const Sheet& sheet : sheets_)
      if (const Paint3& paint = paintOf(sheet.paint); paint.isSolid())
        triangles.add(facet(sheet).corners, *paint.upper, 1);
    for (const Facet& piece : orderedVeils())
      triangles.add(piece.corners, paintOf(piece.paint).side(piece.isUnder), paintOf(piece.paint).opacity);
    const QRectF seen((QPointF(grid.pixels.topLeft()) - grid.shift) / grid.scale,
                      QSizeF(grid.pixels.size()) / grid.scale);
    return gpu.image(triangles, frame_.clipMatrix(seen), grid.pixels.size(), samples);
  }

  void drawPolygons(QPainter& painter) const {
    const std::vector<Facet> pieces = orderedFacets(meshes_, sheets_, frame_);
    // Many cells are small ones, and a file must not grow without bound.
    const int halvings = pieces.size() > 20000 ? 0 : pieces.size() > 5000 ? 1 : pieces.size() > 1000 ? 2 : 3;
    for (const Facet& piece : pieces)
      drawPiece(painter, piece, halvings);
    painter.setBrush(Qt::NoBrush);
  }

 private:
  static constexpr float evenColor = 0.05F; ///< heights so near to one another have one colour

  /// A piece that is steep is drawn as smaller ones, each with its own colour. They lie where it lies.
  void drawPiece(QPainter& painter, const Facet& piece, int halvings) const {
    const std::vector<MeshVertex>& at = piece.corners;
    const auto [low, high] = std::minmax_element(
        at.begin(), at.end(), [](const MeshVertex& one, const MeshVertex& other) { return one.t < other.t; });
    if (halvings == 0 || high->t - low->t <= evenColor) {
      drawFlat(painter, piece);
      return;
    }
    const auto draw = [&](const MeshVertex& a, const MeshVertex& b, const MeshVertex& c) {
      drawPiece(painter, {{a, b, c}, piece.paint, piece.isUnder}, halvings - 1);
    };
    for (std::size_t i = 1; i + 1 < at.size(); ++i) {
      const MeshVertex ab = halfway(at[0], at[i]);
      const MeshVertex bc = halfway(at[i], at[i + 1]);
      const MeshVertex ca = halfway(at[i + 1], at[0]);
      draw(at[0], ab, ca);
      draw(ab, at[i], bc);
      draw(ca, bc, at[i + 1]);
      draw(ab, bc, ca);
    }
  }

  static MeshVertex halfway(const MeshVertex& from, const MeshVertex& to) {
    return {0.5 * (from.at + to.at), (from.t + to.t) / 2, (from.light + to.light) / 2};
  }

  void drawFlat(QPainter& painter, const Facet& piece) const {
    QPolygonF polygon;
    float t = 0;
    float light = 0;
    for (const MeshVertex& corner : piece.corners) {
      polygon.push_back(frame_.boxToPixel(corner.at).point());
      t += corner.t;
      light += corner.light;
    }
    const auto count = static_cast<float>(piece.corners.size());
    const Paint3& paint = paintOf(piece.paint);
    QColor color(paint.side(piece.isUnder)
                     .at(std::clamp(t / count, 0.0F, 1.0F), std::clamp(light / count, 0.0F, 1.0F)));
    if (paint.isSolid()) {
      // A rim of the same colour closes the hairline that antialiasing leaves between neighbours.
      painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    } else {
      painter.setPen(Qt::NoPen);
      color.setAlphaF(static_cast<float>(paint.opacity));
    }
    painter.setBrush(color);
    painter.drawPolygon(polygon);
  }

  const Paint3& paintOf(int index) const { return paints_[static_cast<std::size_t>(index)]; }

  const KnownShades& shadesFor(scene::SurfaceColor kind, scene::Role role) {
    const QRgb color = theme_.color(role).rgba();
    for (const KnownShades& known : memory_.shades)
      if (known.kind == kind && (kind == scene::SurfaceColor::Height || known.role == color))
        return known;
    memory_.shades.push_back(
        {kind, color, surfaceShades(kind, role, theme_), undersideShades(kind, role, theme_)});
    return memory_.shades.back();
  }

  const ShadeTable& flatShadesFor(scene::Role role) {
    const QColor color = theme_.color(role);
    for (const KnownFlatShades& known : memory_.flatShades)
      if (known.color == color.rgba())
        return known.shades;
    memory_.flatShades.push_back({color.rgba(), flatShades(color)});
    return memory_.flatShades.back().shades;
  }

  void addSurface(const PreparedSurface& prepared) {
    const scene::Surface& surface = prepared.surface;
    if (prepared.mesh.vertices.empty() || !(shareOf(surface.opacity) > 0))
      return;
    const KnownShades& shades = shadesFor(surface.color, surface.role);
    // Where colour means height exactly, both sides have it.
    paints_.push_back(
        {&shades.upper, surface.shaded ? &shades.under : &shades.upper, shareOf(surface.opacity)});
    meshes_.push_back({&prepared.mesh, static_cast<int>(paints_.size()) - 1});
  }

  void addSheet(std::vector<Point3> outline, const scene::Fill& fill) {
    if (!(shareOf(fill.opacity) > 0))
      return;
    const auto sheet = sheetOf(std::move(outline), static_cast<int>(paints_.size()), frame_.box());
    if (!sheet)
      return;
    const ShadeTable& shades = flatShadesFor(fill.role);
    paints_.push_back({&shades, &shades, shareOf(fill.opacity)});
    sheets_.push_back(*sheet);
  }

  static Facet facet(const Sheet& sheet) {
    Facet piece;
    for (const Point3& point : sheet.outline)
      piece.corners.push_back({point, 0.5F, evenLight});
    return piece;
  }

  Corner cornerOf(const MeshVertex& vertex) const {
    const Pixel3 pixel = frame_.boxToPixel(vertex.at);
    const double x = (pixel.x * grid_.scale + grid_.shift.x() - grid_.pixels.left()) * samples_;
    const double y = (pixel.y * grid_.scale + grid_.shift.y() - grid_.pixels.top()) * samples_;
    return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(pixel.nearness), vertex.t,
            vertex.light};
  }

  void fillMesh(const SurfaceMesh& mesh, const Paint3& paint) {
    std::vector<Corner>& corners = memory_.corners;
    corners.clear();
    corners.reserve(mesh.vertices.size());
    for (const MeshVertex& vertex : mesh.vertices)
      corners.push_back(cornerOf(vertex));
    const auto width = static_cast<std::size_t>(mesh.columns);
    for (std::size_t j = 0; j + 1 < mesh.y.size(); ++j)
      for (std::size_t i = 0; i + 1 < mesh.x.size(); ++i) {
        const Corner& a = corners[j * width + i];
        const Corner& b = corners[j * width + i + 1];
        const Corner& c = corners[(j + 1) * width + i + 1];
        const Corner& d = corners[(j + 1) * width + i];
        const float sum = a.t + b.t + c.t + d.t;
        if (!std::isfinite(sum))
          continue;
        memory_.depth.fillSolid(a, b, c, paint.side(isFromBelow(a, b, c)));
        memory_.depth.fillSolid(a, c, d, paint.side(isFromBelow(a, c, d)));
      }
  }

  template <typename Fill>
  void forEachTriangle(const std::vector<MeshVertex>& polygon, Fill fill) const {
    const Corner first = cornerOf(polygon.front());
    for (std::size_t i = 1; i + 1 < polygon.size(); ++i)
      fill(first, cornerOf(polygon[i]), cornerOf(polygon[i + 1]));
  }

  std::vector<Facet> orderedVeils() const {
    std::vector<PaintedMesh> meshes = meshes_;
    std::vector<Sheet> sheets = sheets_;
    std::erase_if(meshes, [this](const PaintedMesh& painted) { return paintOf(painted.paint).isSolid(); });
    std::erase_if(sheets, [this](const Sheet& sheet) { return paintOf(sheet.paint).isSolid(); });
    return orderedFacets(meshes, std::move(sheets), frame_);
  }

  void fillVeils() {
    for (const Facet& piece : orderedVeils()) {
      const Paint3& paint = paintOf(piece.paint);
      forEachTriangle(piece.corners, [&](const Corner& a, const Corner& b, const Corner& c) {
        memory_.depth.fillVeil(a, b, c, paint.side(piece.isUnder), paint.opacity);
      });
    }
  }

  const SpaceFrame& frame_;
  const Theme& theme_;
  FillMemory& memory_;
  std::vector<Paint3> paints_;
  std::vector<PaintedMesh> meshes_;
  std::vector<Sheet> sheets_;
  DeviceGrid grid_;
  int samples_ = 1;
};

PreparedSurface prepared(const scene::Surface& surface, const Box& box) {
  PreparedSurface made{surface, box, meshOf(surface, box), {}, {}};
  for (const double level : surface.contourLevels) {
    const Point3 at = box.toBox({0, 0, level});
    if (std::abs(at.z) <= box.half.z)
      for (auto& line : contourLines(made.mesh, at.z))
        made.contours.push_back(std::move(line));
  }
  if (surface.wire)
    made.wires = gridLines(made.mesh, surface.wireEvery);
  return made;
}

} // namespace

void prepareSurfaces(const scene::SpaceView& view, const Box& box, FillMemory& memory) {
  memory.surfaces.resize(view.marks.size());
  for (std::size_t i = 0; i < view.marks.size(); ++i) {
    const auto* surface = std::get_if<scene::Surface>(&view.marks[i]);
    std::optional<PreparedSurface>& known = memory.surfaces[i];
    if (!surface) {
      known.reset();
      continue;
    }
    const bool isKnown = known && haveSameBox(known->box, box) && haveSameMesh(known->surface, *surface) &&
                         known->surface.contourLevels == surface->contourLevels &&
                         known->surface.wire.has_value() == surface->wire.has_value() &&
                         known->surface.wireEvery == surface->wireEvery;
    if (isKnown)
      known->surface = *surface;
    else
      known = prepared(*surface, box);
  }
}

void paintFills(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const Theme& theme,
                const DeviceGrid& grid, int samples, bool asPolygons, FillMemory& memory) {
  FillPainter fills(view, frame, theme, memory);
  QImage image;
  if (memory.gpu && !asPolygons) {
    image = fills.gpuImage(*memory.gpu, grid, samples);
    if (image.isNull())
      memory.gpu.reset(); // a driver that gave no picture once is not asked again
  }
  const bool byProcessor = image.isNull() && !asPolygons;
  // Lines and handles ask what lies before them; that needs no more than one sample, and no colours.
  fills.fillDepth(grid, byProcessor ? samples : 1, byProcessor);
  if (asPolygons) {
    fills.drawPolygons(painter);
    return;
  }
  if (byProcessor)
    image = memory.depth.image();
  if (image.isNull())
    return;
  image.setDevicePixelRatio(grid.scale);
  painter.drawImage((QPointF(grid.pixels.topLeft()) - grid.shift) / grid.scale, image);
}

} // namespace eigenboard::render::space
