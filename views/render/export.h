#pragma once

#include "views/render/theme.h"
#include "views/scene/scene.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>
#include <QtCore/QStringList>
#include <QtGui/QImage>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::render {

enum class FigureFormat : std::uint8_t { Svg, Pdf, Png };
enum class TextAs : std::uint8_t { Outlines, Text };

/// size: in px at 96 per inch, which need not be whole. scale: type and line widths, independent of the size;
/// for PNG also see pixelRatio.
struct FigureOptions {
  FigureFormat format = FigureFormat::Svg;
  QSizeF size = {960, 720};
  double scale = 1;
  double pixelRatio = 1; ///< images only: device pixels per px; the resolution stored is 96 times this
  TextAs text =
      TextAs::Outlines; ///< SVG only: titles and numbers at the ticks; formulas are always outlines there
  bool transparent = false;
  bool handles = false;        ///< whether the discs that a reader drags are shown
  QString formula = {};        ///< TeX set under the picture; empty: none
  QString heading = {};        ///< set large above the picture; at most 300 characters
  QString caption = {};        ///< set below, in lines; at most 2000 characters
  QStringList parameters = {}; ///< each TeX, "\\eta = 0.1": a line, or lines, under picture and formula
  QJsonObject metadata = {};   ///< the panel's state, stored in the file
  QString title = {};          ///< of the document, in its metadata
  QString creator = QStringLiteral("Eigenboard"); ///< the program and its version, in PNG and PDF
};

struct Figure {
  QByteArray bytes;
  QString error; ///< empty, or why there are no bytes
};

/// A figure in pixels: an image of (size · pixelRatio) rounded, or why there is none.
struct FigureImage {
  QImage image;
  QString error;
};

/// The whole scene with its words as a file in memory. Needs a QApplication, no display. The same
/// input gives the same bytes. A PDF page is a whole number of points (1/72 inch) wide and high. Sizes beyond
/// 20000 px a side or 200 million pixels are refused with a reason, and so are those too small to hold the
/// views at their scale.
Figure exportFigure(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                    const FigureOptions& options);

struct SpaceMemory;

/// What the frames of one movement share: surfaces and buffers, which take longer to make anew than to paint,
/// and where things stand, so that nothing jumps which does not move. By the keys of the views.
struct FigureMemory {
  std::map<QString, std::shared_ptr<SpaceMemory>> spaces;
  std::map<QString, double> nearness; ///< of the camera of a space
  std::map<QString, int> legends;     ///< the place of a plane's legend
  std::vector<QRectF> places;         ///< of the views, while the room for them is the same
  QRectF room;
};

/// The pixels that a PNG of these options has, before they are compressed. Needs a QApplication; only for the
/// thread of the interface. memory: for a frame of a movement; edges of surfaces are a little less smooth
/// then.
FigureImage figureImage(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                        const FigureOptions& options, FigureMemory* memory = nullptr);

/// An image as PNG with its resolution, and title, creator and metadata as text of the options. Any thread.
Figure pngOfImage(const QImage& image, const FigureOptions& options);

/// The format by a file name's ending, in any case; empty optional for others.
std::optional<FigureFormat> formatOfFile(const QString& fileName);
/// "svg", "pdf" or "png".
QString endingOf(FigureFormat format);

} // namespace eigenboard::render
