#pragma once

#include "views/render/export.h"
#include "views/render/formula_source.h"

namespace eigenboard::render {

/// One page without margins: text in embedded fonts, formulas as outlines, title and metadata as XMP. No date
/// is kept in the file, so that the same figure gives the same bytes.
Figure pdfFigure(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                 const FigureOptions& options, const QString& metadata);

} // namespace eigenboard::render
