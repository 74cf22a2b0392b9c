#pragma once

#include "views/render/export.h"
#include "views/render/formula_source.h"

#include <memory>

namespace eigenboard::render {

/// A PDF of one page or more, without margins: text in embedded fonts, formulas as outlines, title and
/// metadata as XMP. No date is kept in the file, so that the same figures give the same bytes (in a program
/// that has fixed the seed of its hashes, by whose order Qt names fonts). Pages are written as they come;
/// memory holds the bytes of the file. Only for the thread of the interface.
class FigurePdf {
 public:
  /// size, title, creator and metadata are those of the document.
  explicit FigurePdf(const FigureOptions& options);
  ~FigurePdf();
  FigurePdf(const FigurePdf&) = delete;
  FigurePdf& operator=(const FigurePdf&) = delete;

  /// Empty, or why the page could not be painted; then the document is of no use. The page has the size of
  /// the document, whatever options.size says.
  QString addPage(const scene::Scene& scene, const Theme& theme, const FormulaSource& formulas,
                  const FigureOptions& options);
  /// Ends the document, which takes no more pages.
  Figure finish();

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render
