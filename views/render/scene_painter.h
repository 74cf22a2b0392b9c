#pragma once

#include "views/render/formula_label.h"
#include "views/render/formula_source.h"
#include "views/render/heat_map.h"
#include "views/render/plane_frame.h"
#include "views/render/theme.h"

#include <cstddef>
#include <vector>

class QPainter;

namespace eigenboard::render {

/// What one widget keeps from frame to frame so that labels stay calm, and they and heat maps cheap. A file
/// is painted without it.
struct LabelMemory {
  LabelImages images;
  std::vector<int> candidates;       ///< by the mark's index: where its label last went
  std::vector<KeptHeatMap> heatMaps; ///< in the order of the marks
};

/// With what a scene is painted. memory: null for files, which get shapes instead of images of the labels.
struct PaintKit {
  const Theme* theme = nullptr;
  FormulaSource formulas;
  typesetting::GlyphsAs glyphs = typesetting::GlyphsAs::Outlines;
  LabelMemory* memory = nullptr;
  bool halos = true;
  bool handles = true; ///< whether handles are shown: arrows that end at one leave room for it
};

/// Radius of a handle's disc, in pixels at scale 1.
inline constexpr double handleRadius = 6.5;

/// Paints the marks of a view, cut to the frame's area, then the labels over them. Any QPainter: screen,
/// image, SVG or PDF. Marks or parts of marks with coordinates that are not finite are left out.
/// first: the mark to begin with, where those before it are on the picture already; the labels of all are
/// painted.
void paintMarks(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame, const PaintKit& kit,
                std::size_t first = 0);

/// Some of the marks of a view, by their places: from first up to before end.
struct MarkSpan {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// Marks alone, without labels, which lie over the shapes of all.
void paintShapes(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame,
                 const PaintKit& kit, MarkSpan marks);

/// Which handle the reader is at; -1: none.
struct HandleEmphasis {
  int hovered = -1;
  int focused = -1;
  int pressed = -1;
};

void paintHandles(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame,
                  const Theme& theme, const HandleEmphasis& emphasis);

} // namespace eigenboard::render
