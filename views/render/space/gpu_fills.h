#pragma once

#include "views/render/space/depth_image.h"
#include "views/render/space/surface_mesh.h"

#include <QtGui/QImage>
#include <QtGui/QMatrix4x4>

#include <memory>
#include <span>
#include <vector>

namespace eigenboard::render::space {

/// Triangles for a graphics card: surfaces that hide what is behind them, in any order, and after them flat
/// pieces, those that let light through from the farthest on.
class GpuTriangles {
 public:
  /// x, y, z: box coordinates. upper, under: which of the tables colours that side.
  struct Vertex {
    float x = 0;
    float y = 0;
    float z = 0;
    float t = 0;
    float light = 0.5F;
    float upper = 0;
    float under = 0;
    float opacity = 1;
  };

  void add(const SurfaceMesh& mesh, const ShadeTable& upper, const ShadeTable& under);
  /// A convex polygon.
  void add(std::span<const MeshVertex> polygon, const ShadeTable& side, double opacity);

  const std::vector<Vertex>& vertices() const { return vertices_; }
  const std::vector<std::uint32_t>& indices() const { return indices_; }
  const std::vector<const ShadeTable*>& tables() const { return tables_; }

 private:
  float rowOf(const ShadeTable& table);
  std::vector<Vertex> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<const ShadeTable*> tables_;
};

/// Fills of a space drawn by Qt 3D on OpenGL into an image: the same picture as DepthImage makes, by the
/// graphics card. One of its own for each widget: it holds an OpenGL context and Qt 3D's threads.
class GpuFills {
 public:
  struct Made {
    std::unique_ptr<GpuFills> fills; ///< null when OpenGL does not work here
    bool isSoftware = false;         ///< OpenGL is there, but the processor draws (slower than our painter)
    QString renderer;                ///< as OpenGL names it, or why there is none
  };
  /// Tries OpenGL before any object of Qt 3D exists: where it does not work, those would end the program.
  /// Needs a QGuiApplication. Cost: 20 to 100 ms.
  static Made make();
  ~GpuFills();

  /// The triangles on a transparent ground, with samples by samples points for each pixel. Null when the
  /// driver gives no picture. Cost: mostly that of bringing the picture back, some ms.
  QImage image(const GpuTriangles& triangles, const QMatrix4x4& toClip, QSize pixels, int samples);

 private:
  struct Private;
  explicit GpuFills(std::unique_ptr<Private> parts);
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render::space
