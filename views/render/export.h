#pragma once

#include "views/render/theme.h"
#include "views/scene/scene.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSize>

#include <optional>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::render {

enum class FigureFormat : std::uint8_t { Svg, Pdf, Png };
enum class TextAs : std::uint8_t { Outlines, Text };

/// size: in px at 96 per inch. scale: type and line widths, independent of the size; for PNG also see
/// pixelRatio.
struct FigureOptions {
  FigureFormat format = FigureFormat::Svg;
  QSize size = {960, 720};
  double scale = 1;
  double pixelRatio = 1; ///< PNG only: device pixels per px
  TextAs text =
      TextAs::Outlines; ///< SVG only: titles and numbers at the ticks; formulas are always outlines there
  bool transparent = false;
  bool handles = false; ///< whether the discs that a reader drags are shown
  QString formula;      ///< TeX set under the picture; empty: none
  QJsonObject metadata; ///< the panel's state, stored in the file
  QString title;        ///< of the document, in its metadata
};

struct Figure {
  QByteArray bytes;
  QString error; ///< empty, or why there are no bytes
};

/// The whole scene (its views side by side) as a file in memory. Needs a QApplication, no display. The same
/// input gives the same bytes. A PDF page is a whole number of points (1/72 inch) wide and high. Sizes beyond
/// 20000 px a side or 200 million pixels are refused with a reason, and so are those too small to hold the
/// views at their scale.
Figure exportFigure(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                    const FigureOptions& options);

/// The format by a file name's ending, in any case; empty optional for others.
std::optional<FigureFormat> formatOfFile(const QString& fileName);

} // namespace eigenboard::render
