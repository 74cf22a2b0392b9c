#pragma once

#include "views/render/theme.h"
#include "views/scene/scene.h"

#include <QtGui/QImage>

namespace eigenboard::render {

/// The first view of a scene as a small picture: marks and faint grid, no words, numbers or handles. size in
/// px; the image has pixelRatio device pixels to each. Null for a scene without views or an empty size.
/// Cost: that of the marks, about a millisecond.
QImage thumbnail(const scene::Scene& scene, const Theme& theme, QSize size, double pixelRatio);

} // namespace eigenboard::render
