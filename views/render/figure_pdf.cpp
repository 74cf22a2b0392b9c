#include "views/render/figure_pdf.h"

#include "views/render/figure_painter.h"
#include "views/render/svg_text.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <qcustomplot.h>

namespace eigenboard::render {
namespace {

QByteArray xmp(const QString& title, const QString& metadata) {
  return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:eigenboard=\"https://eigenboard.github.io/ns/\">\n"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         svg::escaped(title) + "</rdf:li></rdf:Alt></dc:title>\n<eigenboard:state>" + svg::escaped(metadata) +
         "</eigenboard:state>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

/// Qt writes the time of day into the document information. Blanks of the same length leave every offset in
/// the file as it is.
void blankDate(QByteArray& pdf) {
  const QByteArray key = "/CreationDate (";
  const qsizetype start = pdf.lastIndexOf(key);
  const qsizetype end = start < 0 ? -1 : pdf.indexOf(')', start);
  if (end > start)
    pdf.replace(start, end + 1 - start, QByteArray(end + 1 - start, ' '));
}

} // namespace

Figure pdfFigure(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                 const FigureOptions& options, const QString& metadata) {
  constexpr double pointsPerPixel = 0.75;
  Figure figure;
  QBuffer buffer(&figure.bytes);
  if (!buffer.open(QIODevice::WriteOnly))
    return {{}, buffer.errorString()};
  QPdfWriter writer(&buffer);
  writer.setCreator(QStringLiteral("Eigenboard"));
  writer.setTitle(options.title);
  const QPageSize page(QSizeF(options.size) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch);
  writer.setPageLayout(QPageLayout(page, QPageLayout::Portrait, QMarginsF()));
  // Finer than pixels, because Qt's PDF engine rounds glyph positions to its own units.
  constexpr int unitsPerPixel = 10;
  writer.setResolution(96 * unitsPerPixel);
  if (!options.title.isEmpty() || !metadata.isEmpty())
    writer.setDocumentXmpMetadata(xmp(options.title, metadata));
  QCPPainter painter;
  if (!painter.begin(&writer))
    return {{}, QCoreApplication::translate("Figure", "the picture could not be painted as PDF")};
  painter.scale(unitsPerPixel, unitsPerPixel);
  paintFigure(painter, scene, theme, formulas, typesetting::GlyphsAs::Outlines, options);
  painter.end();
  buffer.close();
  blankDate(figure.bytes);
  return figure;
}

} // namespace eigenboard::render
