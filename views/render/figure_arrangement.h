#pragma once

#include "views/scene/scene.h"

#include <QtCore/QRectF>

#include <vector>

namespace eigenboard::render {

inline constexpr double gapBetweenViews = 12;

/// A place for each view in the room: in one row, in one column, or in rows and columns, in reading order.
/// Of these the one is taken in which the views show most: one that keeps its shape (a plane with equal
/// units, a space) as large as the place lets it, the others also by how far the place is from the shapes
/// that suit a chart. In one row or column those that keep their shape may get more or less of it than the
/// others.
std::vector<QRectF> arrangedViews(const QRectF& room, const scene::Scene& scene);

} // namespace eigenboard::render
