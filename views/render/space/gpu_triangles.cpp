#include "views/render/space/gpu_fills.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

GpuTriangles::Vertex vertexOf(const MeshVertex& vertex) {
  GpuTriangles::Vertex made;
  made.x = static_cast<float>(vertex.at.x);
  made.y = static_cast<float>(vertex.at.y);
  made.z = static_cast<float>(vertex.at.z);
  made.t = vertex.t;
  made.light = vertex.light;
  return made;
}

} // namespace

float GpuTriangles::rowOf(const ShadeTable& table) {
  const auto known = std::find(tables_.begin(), tables_.end(), &table);
  const auto row = known - tables_.begin();
  if (known == tables_.end())
    tables_.push_back(&table);
  return static_cast<float>(row);
}

void GpuTriangles::add(const SurfaceMesh& mesh, const ShadeTable& upper, const ShadeTable& under) {
  const auto first = static_cast<std::uint32_t>(vertices_.size());
  const float upperRow = rowOf(upper);
  const float underRow = rowOf(under);
  vertices_.reserve(vertices_.size() + mesh.vertices.size());
  for (const MeshVertex& vertex : mesh.vertices) {
    Vertex made = vertexOf(vertex);
    made.upper = upperRow;
    made.under = underRow;
    vertices_.push_back(made);
  }
  const auto width = static_cast<std::uint32_t>(mesh.columns);
  for (int row = 0; row + 1 < mesh.rows; ++row)
    for (int column = 0; column + 1 < mesh.columns; ++column) {
      if (!mesh.hasCell(column, row))
        continue;
      const std::uint32_t a =
          first + static_cast<std::uint32_t>(row) * width + static_cast<std::uint32_t>(column);
      for (const std::uint32_t corner : {a, a + 1, a + width + 1, a, a + width + 1, a + width})
        indices_.push_back(corner);
    }
}

void GpuTriangles::add(std::span<const MeshVertex> polygon, const ShadeTable& side, double opacity) {
  const auto first = static_cast<std::uint32_t>(vertices_.size());
  const float row = rowOf(side);
  for (const MeshVertex& corner : polygon) {
    Vertex made = vertexOf(corner);
    made.upper = row;
    made.under = row;
    made.opacity = static_cast<float>(opacity);
    vertices_.push_back(made);
  }
  for (std::uint32_t i = 1; i + 1 < polygon.size(); ++i)
    for (const std::uint32_t corner : {first, first + i, first + i + 1})
      indices_.push_back(corner);
}

} // namespace eigenboard::render::space
