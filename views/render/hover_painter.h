#pragma once

#include "views/render/hover.h"
#include "views/render/theme.h"

class QPainter;

namespace eigenboard::render {

/// A small card beside the note's pixel, inside the canvas: the name, and under it the values.
void paintHoverNote(QPainter& painter, const HoverNote& note, const QRectF& canvas, const Theme& theme);

} // namespace eigenboard::render
