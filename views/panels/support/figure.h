#pragma once

#include "views/scene/scene.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::panels::figure {

using Outline = std::vector<Eigen::Vector2d>;

QPointF toPoint(const Eigen::Vector2d& vector);
Eigen::Vector2d toVector(QPointF point);
/// Turned by 90° anticlockwise.
Eigen::Vector2d quarterTurn(const Eigen::Vector2d& vector);

/// count points round the unit circle, the first again at the end.
Outline unitCircle(int count = 96);
/// The corners of the unit square, anticlockwise from the origin.
Outline unitSquare();
/// A letter F and a house with a door, left of the vertical axis and above the horizontal one, within a
/// distance of two of the origin. An F differs from its mirror image.
Outline letter();
Outline house();
Outline door();

/// Every point mapped by M.
Outline mapped(const Eigen::Matrix2d& M, const Outline& outline);
std::vector<QPointF> toPoints(const Outline& outline);

/// The image of the integer grid under M.
scene::Lattice lattice(const Eigen::Matrix2d& M, const scene::Stroke& stroke);
/// An arrow from the origin. label: TeX.
scene::Arrow arrow(const Eigen::Vector2d& to, const scene::Stroke& stroke, const QString& label,
                   const QString& name);
scene::Line lineThroughOrigin(const Eigen::Vector2d& direction, const scene::Stroke& stroke,
                              const QString& name);
/// The arc about the origin, from the direction of one vector the shorter way to that of the other.
std::vector<QPointF> arc(const Eigen::Vector2d& from, const Eigen::Vector2d& to, double radius);

/// Where a line through the origin is labelled: the point furthest along direction in the box of these half
/// sides. A zero direction gives the origin.
Eigen::Vector2d farPoint(const Eigen::Vector2d& direction, double halfWidth, double halfHeight);

/// A handle that sets two parameters to the coordinates of the point it is dragged to.
scene::Handle handle(const QString& key, const QString& name, const Eigen::Vector2d& position,
                     scene::Role role, const QString& keyX, const QString& keyY);

} // namespace eigenboard::panels::figure
