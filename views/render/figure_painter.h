#pragma once

#include "views/render/export.h"
#include "views/render/scene_painter.h"

class QCPPainter;

namespace eigenboard::render {

/// Paints the views, side by side or stacked, with the words above and below them on a canvas of options.size
/// px at the painter's origin, with the painting that the widget uses. The painter must be active. Empty, or
/// why nothing was painted: the words leave no room for the views. memory: of the frame before, for an image.
QString paintFigure(QCPPainter& painter, const scene::Scene& scene, const Theme& theme,
                    const FormulaSource& formulas, typesetting::GlyphsAs glyphs, const FigureOptions& options,
                    FigureMemory* memory = nullptr);

/// Empty, or why such a figure cannot be laid out, as far as that is known before its words are typeset.
QString figureProblem(const scene::Scene& scene, const FigureOptions& options);

} // namespace eigenboard::render
