#pragma once

#include "app/reader/flow.h"
#include "views/typesetting/symbol.h"

#include <QtCore/QHash>

namespace eigenboard::reader {

/// Which symbols of the page's formulas stand in the light of what the reader points at.
class SymbolLights {
 public:
  /// Each pattern: the parts of a symbol (typesetting/symbol_parts.h). False: the same as before.
  bool setPatterns(const std::vector<QStringList>& patterns);
  bool isDark() const { return patterns_.empty(); }
  /// The lit places inside a part of the page, in page coordinates. A microsecond a glyph the first time a
  /// formula is asked for, then less.
  std::vector<QRectF> rectsIn(const Layout& layout, const QRectF& area);
  /// The symbols of a formula, kept for the next time.
  const std::vector<typesetting::SymbolAt>& symbolsIn(const typesetting::FormulaPointer& formula);
  /// For another page.
  void clear() { known_.clear(); }

 private:
  struct Known {
    typesetting::FormulaPointer formula; ///< keeps its address its own
    std::vector<typesetting::SymbolAt> symbols;
  };
  std::vector<QStringList> patterns_;
  QHash<const typesetting::Formula*, std::shared_ptr<Known>> known_;
};

} // namespace eigenboard::reader
