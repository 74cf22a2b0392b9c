#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QRectF>
#include <QtCore/QString>

#include <vector>

namespace eigenboard::print {

/// What makes a PDF a document to move in. Lengths in points from the sheet's top left corner, pages from 0.
struct PdfLink {
  int page = 0;
  QRectF rect;
  int toPage = -1; ///< −1: to the address
  double toY = 0;
  QString address;
};
struct PdfHeading {
  int level = 0; ///< 0 outermost
  QString title;
  int page = 0;
  double y = 0;
};

/// What the document says of itself; what is empty it does not say.
struct PdfFacts {
  QString title;
  QString author;
  QString language; ///< of its words, as BCP 47 writes it: "en"
};

struct PdfBytes {
  QByteArray bytes;
  QString error; ///< empty, or why there are no bytes
};

/// The same document with links, an outline and what it is. Viewers show the title in place of the file's
/// name. The same input gives the same bytes. A link or heading on a page that is not there is left out.
PdfBytes withStructure(const QByteArray& pdf, const std::vector<PdfLink>& links,
                       const std::vector<PdfHeading>& outline, const PdfFacts& facts = {});

} // namespace eigenboard::print
