#include "views/render/export.h"

#include "views/render/figure_painter.h"
#include "views/render/figure_pdf.h"
#include "views/render/svg_device.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtGui/QImage>
#include <qcustomplot.h>

#include <cmath>

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
      {QSizeF(options.size), options.title, metadataText(options.metadata), options.text == TextAs::Text});
  QCPPainter painter;
  if (!painter.begin(&device))
    return {{}, notPainted()};
  paintFigure(painter, scene, theme, formulas, GlyphsAs::Outlines, options);
  painter.end();
  return {device.bytes(), {}};
}

Figure pngFigure(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                 const FigureOptions& options) {
  const QSize pixels = (QSizeF(options.size) * options.pixelRatio).toSize();
  QImage image(pixels, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  if (image.isNull())
    return {{}, notPainted()};
  image.fill(options.transparent ? QColor(Qt::transparent) : theme.surface);
  image.setDevicePixelRatio(options.pixelRatio);
  const int dotsPerMeter = static_cast<int>(std::lround(96 * options.pixelRatio / 0.0254));
  image.setDotsPerMeterX(dotsPerMeter);
  image.setDotsPerMeterY(dotsPerMeter);
  QCPPainter painter;
  if (!painter.begin(&image))
    return {{}, notPainted()};
  paintFigure(painter, scene, theme, formulas, GlyphsAs::Outlines, options);
  painter.end();
  if (!options.title.isEmpty())
    image.setText(QStringLiteral("Title"), options.title);
  if (!options.metadata.isEmpty())
    image.setText(QStringLiteral("eigenboard"), metadataText(options.metadata));
  Figure figure;
  QBuffer buffer(&figure.bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return {{}, QCoreApplication::translate("Figure", "the picture could not be written as PNG")};
  return figure;
}

} // namespace

Figure exportFigure(const scene::Scene& scene, const Theme& theme, typesetting::Typesetter& typesetter,
                    const FigureOptions& options) {
  if (const QString problem = figureProblem(scene, options); !problem.isEmpty())
    return {{}, problem};
  const FormulaSource formulas = waitingFormulas(typesetter);
  switch (options.format) {
  case FigureFormat::Svg:
    return svgFigure(scene, theme, formulas, options);
  case FigureFormat::Pdf:
    return pdfFigure(scene, theme, formulas, options, metadataText(options.metadata));
  case FigureFormat::Png:
    return pngFigure(scene, theme, formulas, options);
  }
  return {{}, QCoreApplication::translate("Figure", "unknown format")};
}

std::optional<FigureFormat> formatOfFile(const QString& fileName) {
  if (fileName.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive))
    return FigureFormat::Svg;
  if (fileName.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
    return FigureFormat::Pdf;
  if (fileName.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
    return FigureFormat::Png;
  return std::nullopt;
}

} // namespace eigenboard::render
