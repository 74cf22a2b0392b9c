#include "app/reader/symbol_lights.h"

#include "views/typesetting/symbol_parts.h"

namespace eigenboard::reader {

bool SymbolLights::setPatterns(const std::vector<QStringList>& patterns) {
  if (patterns == patterns_)
    return false;
  patterns_ = patterns;
  return true;
}

const std::vector<typesetting::SymbolAt>&
SymbolLights::symbolsIn(const typesetting::FormulaPointer& formula) {
  std::shared_ptr<Known>& known = known_[formula.get()];
  if (!known)
    known = std::make_shared<Known>(Known{formula, typesetting::symbolsOf(*formula)});
  return known->symbols;
}

std::vector<QRectF> SymbolLights::rectsIn(const Layout& layout, const QRectF& area) {
  std::vector<QRectF> rects;
  if (isDark())
    return rects;
  for (const PlacedText& text : layout.texts) {
    if (!text.rect().intersects(area))
      continue;
    for (const InlineObject& object : std::as_const(*text.paragraph).objects()) {
      const QPointF origin = text.origin + object.origin;
      if (object.kind != ObjectKind::Formula || !object.formula || !box(object, origin).intersects(area))
        continue;
      const std::vector<typesetting::SymbolAt>& symbols = symbolsIn(object.formula);
      for (const QStringList& parts : patterns_)
        for (const QRectF& em : typesetting::occurrencesOf(parts, symbols))
          rects.push_back(onPage(em, object, text.paragraph->style(), origin));
    }
  }
  return rects;
}

QRectF onPage(const QRectF& em, const InlineObject& object, const TextStyle& style, QPointF origin) {
  const double size = style.formulaEm * object.scale;
  return {origin.x() + em.left() * size, origin.y() + em.top() * size, em.width() * size, em.height() * size};
}

} // namespace eigenboard::reader
