#include "views/render/export.h"

#include "views/render/figure_painter.h"
#include "views/render/figure_pdf.h"
#include "views/render/png_file.h"
#include "views/render/png_text.h"
#include "views/render/svg_device.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <qcustomplot.h>

#include <cmath>
#include <new>

namespace eigenboard::render {
namespace {

using typesetting::GlyphsAs;

QString metadataText(const QJsonObject& metadata) {
  return metadata.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(metadata).toJson(QJsonDocument::Compact));
}

QString notPainted() {
  return QCoreApplication::translate("Figure",
                                     "the picture could not be painted: there is not enough memory for it");
}

Figure svgFigure(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                 const FigureOptions& options) {
  SvgDevice device(
      {options.size, options.title, metadataText(options.metadata), options.text == TextAs::Text});
  QCPPainter painter;
  if (!painter.begin(&device))
    return {{}, notPainted()};
  const QString problem = paintFigure(painter, scene, theme, formulas, GlyphsAs::Outlines, options);
  painter.end();
  return problem.isEmpty() ? Figure{device.bytes(), {}} : Figure{{}, problem};
}

Figure pdfFigure(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                 const FigureOptions& options) {
  FigurePdf pdf(options);
  const QString problem = pdf.addPage(scene, theme, formulas, options);
  return problem.isEmpty() ? pdf.finish() : Figure{{}, problem};
}

/// The same picture at a pixel ratio that a painter takes: below 1 it paints as if it were 1.
FigureOptions paintable(FigureOptions options) {
  if (options.pixelRatio < 1) {
    options.size *= options.pixelRatio;
    options.scale *= options.pixelRatio;
    options.pixelRatio = 1;
  }
  return options;
}

FigureImage paintedImage(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                         const FigureOptions& wanted, FigureMemory* memory = nullptr) {
  const FigureOptions options = paintable(wanted);
  const QSize pixels = (options.size * options.pixelRatio).toSize();
  QImage image(pixels, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  if (image.isNull())
    return {{}, notPainted()};
  image.fill(options.transparent ? QColor(Qt::transparent) : theme.surface);
  image.setDevicePixelRatio(options.pixelRatio);
  QCPPainter painter;
  if (!painter.begin(&image))
    return {{}, notPainted()};
  const QString problem = paintFigure(painter, scene, theme, formulas, GlyphsAs::Outlines, options, memory);
  painter.end();
  return problem.isEmpty() ? FigureImage{image, {}} : FigureImage{{}, problem};
}

} // namespace

namespace {

Figure figureOfKind(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                    const FigureOptions& options) {
  const FormulaSource formulas = waitingFormulas(typesetter);
  switch (options.format) {
  case FigureFormat::Svg:
    return svgFigure(scene, theme, formulas, options);
  case FigureFormat::Pdf:
    return pdfFigure(scene, theme, formulas, options);
  case FigureFormat::Png: {
    const FigureImage painted = paintedImage(scene, theme, formulas, options);
    return painted.error.isEmpty() ? pngOfImage(painted.image, options) : Figure{{}, painted.error};
  }
  }
  return {{}, QCoreApplication::translate("Figure", "unknown format")};
}

} // namespace

Figure exportFigure(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                    const FigureOptions& options) try {
  const QString problem = figureProblem(scene, options);
  return problem.isEmpty() ? figureOfKind(scene, theme, typesetter, options) : Figure{{}, problem};
} catch (const std::bad_alloc&) {
  return {{}, notPainted()};
}

FigureImage figureImage(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                        const FigureOptions& options, FigureMemory* memory) try {
  FigureOptions asImage = options;
  asImage.format = FigureFormat::Png;
  if (const QString problem = figureProblem(scene, asImage); !problem.isEmpty())
    return {{}, problem};
  return paintedImage(scene, theme, waitingFormulas(typesetter), asImage, memory);
} catch (const std::bad_alloc&) {
  return {{}, notPainted()};
}

Figure pngOfImage(const QImage& image, const FigureOptions& options) try {
  QImage stored = image;
  const int dotsPerMeter = static_cast<int>(std::lround(96 * options.pixelRatio / 0.0254));
  stored.setDotsPerMeterX(dotsPerMeter);
  stored.setDotsPerMeterY(dotsPerMeter);
  const QByteArray png = pngFile(stored);
  if (png.isEmpty())
    return {{}, notPainted()};
  return {withPngText(png, {{"Title", options.title},
                            {"Software", options.creator},
                            {pngStateKeyword, metadataText(options.metadata)}}),
          {}};
} catch (const std::bad_alloc&) {
  return {{}, notPainted()};
}

QString endingOf(FigureFormat format) {
  switch (format) {
  case FigureFormat::Svg:
    return QStringLiteral("svg");
  case FigureFormat::Pdf:
    return QStringLiteral("pdf");
  case FigureFormat::Png:
    break;
  }
  return QStringLiteral("png");
}

std::optional<FigureFormat> formatOfFile(const QString& fileName) {
  for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png})
    if (fileName.endsWith(QLatin1Char('.') + endingOf(format), Qt::CaseInsensitive))
      return format;
  return std::nullopt;
}

} // namespace eigenboard::render
