#include "app/reader/reader.h"
#include "app/reader/wide_formula.h"

#include <QtGui/QWheelEvent>

#include <cmath>

namespace eigenboard::reader {

InlineObject* Reader::wideFormulaAt(int target) {
  const bool exists = target >= 0 && target < static_cast<int>(layout_.targets.size());
  InlineObject* object = exists ? objectOf(layout_.targets[static_cast<std::size_t>(target)]) : nullptr;
  return object && isScrollable(*object) ? object : nullptr;
}

bool Reader::moveFormula(int target, double pixels) {
  InlineObject* object = wideFormulaAt(target);
  if (!object)
    return false;
  if (scrollFormula(*object, pixels))
    updatePage(layout_.targets[static_cast<std::size_t>(target)].rect.adjusted(-10, -10, 10, 10));
  return true;
}

bool Reader::stepFormula(int direction, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = wideFormulaAt(state_.focused);
  if (!object)
    return false;
  const double step = modifiers & Qt::ShiftModifier ? 0.8 * object->width : 3 * type_.unit;
  return moveFormula(state_.focused, direction * step);
}

void Reader::wheelEvent(QWheelEvent* event) {
  constexpr double eighthsPerNotch = 120;
  const bool exact = !event->pixelDelta().isNull();
  const QPointF turned = exact ? QPointF(event->pixelDelta())
                               : QPointF(event->angleDelta()) * (3 * type_.unit / eighthsPerNotch);
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const double sideways = shift && turned.x() == 0 ? turned.y() : turned.x();
  const bool meant = shift || std::abs(turned.x()) > std::abs(turned.y());
  if (meant && sideways != 0 && moveFormula(targetAt(toPage(event->position())), -sideways))
    return event->accept();
  QAbstractScrollArea::wheelEvent(event);
}

} // namespace eigenboard::reader
