#include "app/reader/symbol_lights.h"

#include "app/reader/wide_formula.h"
#include "views/typesetting/symbol_parts.h"

#include <cmath>

namespace eigenboard::reader {

namespace {

/// An occurrence in a broken formula may go on in the next row: each row has its own rectangle.
void addPlaces(std::vector<QRectF>& rects, const typesetting::Occurrence& occurrence,
               const std::vector<typesetting::SymbolAt>& symbols, const InlineObject& object,
               const PlacedText& text, QPointF origin) {
  QRectF area;
  double row = 0;
  const auto finish = [&] {
    const QRectF seen = text.window.isNull() ? area : area & text.window;
    if (seen.width() > 0)
      rects.push_back(seen);
    area = {};
  };
  for (std::size_t i = occurrence.first; i < occurrence.first + occurrence.count; ++i) {
    const QRectF place = placeOf(symbols[i].rect, object, text.paragraph->style(), origin);
    const double itsRow =
        place.top() - symbols[i].rect.top() * text.paragraph->style().formulaEm * object.scale;
    if (!area.isNull() && std::abs(itsRow - row) > 1)
      finish();
    row = itsRow;
    area |= place;
  }
  finish();
}

} // namespace

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
        for (const typesetting::Occurrence& occurrence : typesetting::placesOf(parts, symbols))
          addPlaces(rects, occurrence, symbols, object, text, origin);
    }
  }
  return rects;
}

} // namespace eigenboard::reader
