#include "views/render/figure_pdf.h"

#include "views/render/figure_painter.h"
#include "views/render/svg_text.h"
#include "views/render/words.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonDocument>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <qcustomplot.h>

namespace eigenboard::render {
namespace {

constexpr int unitsPerPixel = 10;

QByteArray xmp(const FigureOptions& options, const QString& metadata) {
  return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
         "xmlns:eigenboard=\"https://eigenboard.github.io/ns/\">\n"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         svg::escaped(options.title) + "</rdf:li></rdf:Alt></dc:title>\n<xmp:CreatorTool>" +
         svg::escaped(options.creator) + "</xmp:CreatorTool>\n<eigenboard:state>" + svg::escaped(metadata) +
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

struct FigurePdf::Private {
  explicit Private(const FigureOptions& given) : options(given), buffer(&figure.bytes), writer(&buffer) {}

  FigureOptions options;
  Figure figure;
  QBuffer buffer;
  QPdfWriter writer;
  QCPPainter painter;
  bool hasPage = false;
};

FigurePdf::FigurePdf(const FigureOptions& options) : d(std::make_unique<Private>(options)) {
  constexpr double pointsPerPixel = 0.75;
  if (!d->buffer.open(QIODevice::WriteOnly))
    d->figure.error = d->buffer.errorString();
  QPdfWriter& writer = d->writer;
  writer.setCreator(options.creator);
  writer.setTitle(options.title);
  const QPageSize page(options.size * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch);
  writer.setPageLayout(QPageLayout(page, QPageLayout::Portrait, QMarginsF()));
  // Finer than pixels, because Qt's PDF engine rounds glyph positions to its own units.
  writer.setResolution(96 * unitsPerPixel);
  if (!options.title.isEmpty() || !options.metadata.isEmpty())
    writer.setDocumentXmpMetadata(
        xmp(options, QString::fromUtf8(QJsonDocument(options.metadata).toJson(QJsonDocument::Compact))));
}

FigurePdf::~FigurePdf() = default;

QString FigurePdf::addPage(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                           const FigureOptions& options) {
  if (!d->figure.error.isEmpty())
    return d->figure.error;
  FigureOptions sized = options;
  sized.format = FigureFormat::Pdf;
  sized.size = d->options.size;
  d->figure.error = figureProblem(scene, sized);
  if (!d->figure.error.isEmpty())
    return d->figure.error;
  const bool isReady = d->hasPage ? d->writer.newPage() : d->painter.begin(&d->writer);
  if (!isReady) {
    d->figure.error = tr("the picture could not be painted as PDF");
    return d->figure.error;
  }
  d->hasPage = true;
  d->painter.save();
  d->painter.scale(unitsPerPixel, unitsPerPixel);
  d->figure.error = paintFigure(d->painter, scene, theme, formulas, typesetting::GlyphsAs::Outlines, sized);
  d->painter.restore();
  return d->figure.error;
}

Figure FigurePdf::finish() {
  if (d->painter.isActive())
    d->painter.end();
  d->buffer.close();
  if (!d->figure.error.isEmpty())
    return {{}, d->figure.error};
  blankDate(d->figure.bytes);
  return std::move(d->figure);
}

} // namespace eigenboard::render
