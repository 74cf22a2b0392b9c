#pragma once

#include "app/print/page_breaks.h"
#include "app/reader/typography.h"

#include <QtCore/QMarginsF>
#include <QtCore/QPointF>
#include <QtCore/QSizeF>

#include <map>

namespace eigenboard::print {

inline constexpr double pointsPerPixel = 0.75; ///< 72 to 96 an inch

/// A sheet in px at 96 per inch, and what is kept free of text on it.
struct Paper {
  QSizeF size;
  double top = 72;
  double bottom = 78;
  double textHeight() const { return size.height() - top - bottom; }
};
Paper a4();
Paper letter();

/// Where something begins: the page in its text, from 0, and px from the sheet's top.
struct Spot {
  int page = 0;
  double y = 0;
};

/// A text of the book set for paper: its parts move together and are not copied.
struct SetText {
  std::vector<reader::Node> nodes;
  reader::Layout layout;
  std::vector<PageRange> pages;
};

/// A heading that the table of contents names. level 0: of a level of the book; 1: a chapter; 2: a section.
struct Entry {
  int level = 1;
  QString title;
  QString file;   ///< of the chapter, relative to the book
  QString anchor; ///< empty: its beginning
};

/// Where a height of the text stands on its pages; the first page for what lies above all of them.
Spot spotOf(const SetText& text, double y, const Paper& paper);

/// A link on the pages of a text: rectangle on the sheet, px.
struct PlacedLink {
  int page = 0;
  QRectF rect;
  book::Link link;
};
/// A rectangle for each line of each link that leads to a file or an address.
std::vector<PlacedLink> linksOf(const SetText& text, const Paper& paper);

} // namespace eigenboard::print
