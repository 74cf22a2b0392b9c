#pragma once

#include "app/reader/paragraph_text.h"

class QPainter;

namespace eigenboard::reader {

/// Sets the object's width, above and below for the style it stands in. available: the width of its column.
void measure(InlineObject& object, const TextStyle& style, double available);

/// How a live thing stands at this moment.
struct Attention {
  bool focused = false;
  bool hovered = false;
};

/// Paints with the object's baseline starting at origin.
void paint(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
           const render::Theme& theme, Attention attention);

/// The box of the object on the page when its baseline starts at origin.
QRectF box(const InlineObject& object, QPointF origin);

/// How a text has its formulas.
enum class FormulasAs : std::uint8_t {
  Tex,   ///< in dollars, for copies
  Words, ///< spoken, for screen readers; as TeX while they are not typeset
};

/// What a text has in the object's place: the formula, or the shown words.
QString copied(const InlineObject& object, FormulasAs formulas = FormulasAs::Tex);

} // namespace eigenboard::reader
