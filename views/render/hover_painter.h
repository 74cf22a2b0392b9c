#pragma once

#include "views/render/hover.h"
#include "views/render/theme.h"

class QPainter;

namespace eigenboard::render {

/// A small card beside the note's pixel, inside the canvas: the name, and under it the values. It lies on the
/// side that points away from centre, where the picture has its weight, so that what moves stays in sight.
void paintHoverNote(QPainter& painter, const HoverNote& note, QPointF centre, const QRectF& canvas,
                    const Theme& theme);

} // namespace eigenboard::render
