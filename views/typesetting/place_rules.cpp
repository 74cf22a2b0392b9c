#include "views/typesetting/color_name.h"
#include "views/typesetting/ink.h"
#include "views/typesetting/place.h"

#include <cmath>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

// A dashed border as a browser draws it: dashes twice as long as the line is thick, gaps about as long as it
// is thick, stretched so that the line begins and ends with a dash. from, length: along the line.
void addDashes(Formula& formula, const Box& box, QPointF from, double length, double thickness,
               bool vertical) {
  const double dash = 2 * thickness;
  if (!(thickness > 0) || length <= dash) {
    addRule(formula, box,
            vertical ? QRectF(from.x(), from.y(), thickness, length)
                     : QRectF(from.x(), from.y(), length, thickness));
    return;
  }
  const double gaps = std::max(1., std::round((length - dash) / (dash + thickness)));
  const double period = (length - dash) / gaps;
  for (int i = 0; i <= static_cast<int>(gaps); ++i) {
    const double start = i * period;
    addRule(formula, box,
            vertical ? QRectF(from.x(), from.y() + start, thickness, dash)
                     : QRectF(from.x() + start, from.y(), dash, thickness));
  }
}

void addFrame(Formula& formula, const Box& box, const QRectF& outer, double thickness, QRgb color) {
  const double inside = outer.height() - 2 * thickness;
  addRule(formula, box, {outer.left(), outer.top(), outer.width(), thickness}, color);
  addRule(formula, box, {outer.left(), outer.bottom() - thickness, outer.width(), thickness}, color);
  addRule(formula, box, {outer.left(), outer.top() + thickness, thickness, inside}, color);
  addRule(formula, box, {outer.right() - thickness, outer.top() + thickness, thickness, inside}, color);
}

// \fbox, \boxed, \colorbox, \fcolorbox: an empty box as wide as what it frames.
void placeFrame(Formula& formula, const Box& box, double x, double y, double width) {
  const double height = box.style.height.value_or(0) * box.em;
  const QRectF outer(x, y - height, width, height);
  if (const QRgb ground = colorNamed(box.style.backgroundColor); ground != 0)
    addRule(formula, box, outer, ground);
  const double thickness = box.style.border.value_or(box.classes.has(ColorBox) ? 0 : 0.04) * box.em;
  addFrame(formula, box, outer, thickness, colorNamed(box.style.borderColor));
}

// \angl: a line above and one at the right.
void placeAngle(Formula& formula, const Box& box, double x, double y, double width) {
  const double height = box.style.height.value_or(0) * box.em;
  const double top = box.style.borderTop.value_or(0.049) * box.em;
  const double right = box.style.borderRight.value_or(0.049) * box.em;
  addRule(formula, box, {x, y - height, width, top});
  addRule(formula, box, {x + width - right, y - height + top, right, height - top});
}

void placeVerticalSeparator(Formula& formula, const Box& box, double x, double y) {
  const double thickness = box.contentWidth;
  const double height = box.style.height.value_or(0) * box.em;
  const double top = y - box.style.verticalAlign.value_or(0) * box.em - height;
  if (box.style.dashedRight)
    addDashes(formula, box, {x, top}, height, thickness, true);
  else
    addRule(formula, box, {x, top, thickness, height});
}

} // namespace

bool hasRules(const Box& box) {
  return box.classes.hasAny(FracLine, OverlineLine, UnderlineLine, HLine, HDashLine, RuleBlock,
                            VerticalSeparator, Sout, FBox, FColorBox, ColorBox, Angl);
}

void placeRules(Formula& formula, const Box& box, double x, double y, double width) {
  const double thickness = box.style.borderBottom.value_or(0) * box.em;
  if (box.classes.has(HDashLine)) {
    addDashes(formula, box, {x, y - thickness}, width, thickness, false);
  } else if (box.classes.has(VerticalSeparator)) {
    placeVerticalSeparator(formula, box, x, y);
  } else if (box.classes.has(RuleBlock)) {
    const double height = box.style.borderTop.value_or(0) * box.em;
    const double bottom = y - box.style.bottom.value_or(0) * box.em;
    addRule(formula, box, {x, bottom - height, box.contentWidth, height});
  } else if (box.classes.has(Sout)) {
    addRule(formula, box, {x, y - 0.08 * box.em, width, 0.08 * box.em});
  } else if (box.classes.has(Angl)) {
    placeAngle(formula, box, x, y, width);
  } else if (box.classes.hasAny(FBox, FColorBox, ColorBox)) {
    placeFrame(formula, box, x, y, width);
  } else {
    addRule(formula, box, {x, y - thickness, width, thickness});
  }
}

} // namespace eigenboard::typesetting
