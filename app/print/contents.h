#pragma once

#include "app/print/pdf_structure.h"
#include "app/print/setting.h"
#include "app/print/sheet_painter.h"

namespace eigenboard::print {

/// A line of the table of contents and where it leads: page of the document, from 0, and px from the sheet's
/// top. A level of the book leads to its first chapter and shows no number.
struct ContentsLine {
  Entry entry;
  int page = 0;
  double y = 0;
};

/// The table of contents without its page numbers, so that it is as long with any.
SetText setContents(const QString& title, const std::vector<ContentsLine>& lines, Setter& setter);

/// The page numbers of one sheet of it, with dots that lead there.
void paintContentsNumbers(QCPPainter& painter, const Ink& ink, const SetText& contents,
                          const std::vector<ContentsLine>& lines, int sheet);

/// A link over each line. The contents are the first pages of the document.
std::vector<PdfLink> contentsLinks(const SetText& contents, const std::vector<ContentsLine>& lines,
                                   const Paper& paper);

} // namespace eigenboard::print
