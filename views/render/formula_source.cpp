#include "views/render/formula_source.h"

#include "views/typesetting/typesetter.h"

namespace eigenboard::render {

using typesetting::FormulaPointer;
using typesetting::Style;

FormulaSource waitingFormulas(typesetting::Typesetter& typesetter) {
  return [&typesetter](const QString& tex, int) { return typesetter.typeset(tex, Style::Inline); };
}

LiveFormulas::LiveFormulas(typesetting::Typesetter& typesetter, QObject* parent)
    : QObject(parent), typesetter_(typesetter) {}

FormulaPointer LiveFormulas::formula(const QString& tex, int slot) {
  Slot& place = slots_[slot];
  if (place.wanted == tex && (place.isWaiting || place.shown))
    return place.shown;
  place.wanted = tex;
  if (FormulaPointer ready = typesetter_.cached(tex, Style::Inline)) {
    place.shown = std::move(ready);
    place.isWaiting = false;
    return place.shown;
  }
  place.isWaiting = true;
  typesetter_.request(
      tex, Style::Inline, this,
      [this, tex, slot](const FormulaPointer& formula) {
        Slot& waiting = slots_[slot];
        // While the reader drags, the slot may wait for something newer by now: this is the nearest there is.
        // If it has what it wants, this answer is late.
        if (!waiting.isWaiting)
          return;
        waiting.shown = formula;
        if (waiting.wanted == tex)
          waiting.isWaiting = false;
        emit arrived();
      },
      QStringLiteral("label %1").arg(slot));
  return place.shown;
}

} // namespace eigenboard::render
