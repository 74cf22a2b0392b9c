#include "app/reader/inputs.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"
#include "app/reader/wide_block.h"
#include "app/reader/wide_formula.h"

// What is wider than the page and moved sideways: formulas, and windows onto code and tables.
namespace eigenboard::reader {

InlineObject* Inputs::wideFormulaAt(int target) {
  const bool exists = target >= 0 && target < static_cast<int>(reader_.page_.layout.targets.size());
  InlineObject* object =
      exists ? objectOf(reader_.page_.layout, reader_.page_.layout.targets[static_cast<std::size_t>(target)])
             : nullptr;
  return object && isScrollable(*object) ? object : nullptr;
}

const Strip* Inputs::stripAt(int target) const {
  const Layout& layout = reader_.page_.layout;
  return target >= 0 && target < static_cast<int>(layout.targets.size())
             ? stripOf(layout, layout.targets[static_cast<std::size_t>(target)])
             : nullptr;
}

bool Inputs::isWide(int target) {
  return wideFormulaAt(target) || stripAt(target);
}

void Inputs::scroll(const Strip& strip, double pixels) {
  if (moveStrip(reader_.page_.layout, strip, pixels))
    reader_.updatePage(strip.window.united(strip.bar));
}

bool Inputs::moveFormula(int target, double pixels) {
  InlineObject* object = wideFormulaAt(target);
  if (!object)
    return false;
  if (scrollFormula(*object, pixels))
    reader_.updatePage(
        reader_.page_.layout.targets[static_cast<std::size_t>(target)].rect.adjusted(-10, -10, 10, 10));
  return true;
}

void Inputs::pressSideways(int target, QPointF pagePoint) {
  if (const Strip* strip = stripAt(target))
    scroll(*strip, stripJump(*strip, pagePoint.x()));
}

bool Inputs::dragSideways(int target, double pixels) {
  const Strip* strip = stripAt(target);
  if (!strip)
    return moveFormula(target, -pixels); // a formula is taken by itself, code and tables by their bar
  scroll(*strip, pixels * stripPace(*strip));
  return true;
}

bool Inputs::turnSideways(QPointF pagePoint, double pixels) {
  if (moveFormula(targetAt(reader_.page_.layout, pagePoint), pixels))
    return true;
  const Strip* strip = reader::stripAt(reader_.page_.layout, pagePoint);
  if (strip)
    scroll(*strip, pixels);
  return strip;
}

bool Inputs::stepSideways(int direction, Qt::KeyboardModifiers modifiers) {
  const int focused = reader_.page_.state.focused;
  const InlineObject* object = wideFormulaAt(focused);
  const Strip* strip = stripAt(focused);
  if (!object && !strip)
    return false;
  const double width = object ? object->width : strip->window.width();
  const double step = direction * (modifiers & Qt::ShiftModifier ? 0.8 * width : 3 * reader_.type_.unit);
  if (object)
    return moveFormula(focused, step);
  scroll(*strip, step);
  return true;
}

void Inputs::followSelection(QPointF pagePoint) {
  const Strip* strip = stripWith(reader_.page_.layout, reader_.page_.state.selection.anchor.text);
  if (!strip)
    return;
  const double beyond = std::max(0., pagePoint.x() - strip->window.right()) +
                        std::min(0., pagePoint.x() - strip->window.left());
  if (beyond != 0)
    scroll(*strip, beyond / 4);
}

} // namespace eigenboard::reader
