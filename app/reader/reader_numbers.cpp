#include "app/book/number_text.h"
#include "app/reader/number_entry.h"
#include "app/reader/reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

// The pace of the numbers beside the panels, so that a hand finds the same number of pixels to the step here.
constexpr double pixelsPerStep = 2;
constexpr double pixelsPerWhole = 6;

/// Slack for answers that are exact in decimals but not in binary.
constexpr double decimalSlack = 1e-9;

double pace(Qt::KeyboardModifiers modifiers) {
  return modifiers & Qt::ShiftModifier ? 10 : modifiers & Qt::AltModifier ? 0.1 : 1;
}

} // namespace

InlineObject* Reader::numberAt(int target) {
  const bool exists = target >= 0 && target < static_cast<int>(layout_.targets.size());
  InlineObject* object = exists ? objectOf(layout_.targets[static_cast<std::size_t>(target)]) : nullptr;
  return object && object->kind == ObjectKind::Scrub && numbers_.parameter(object->link) ? object : nullptr;
}

void Reader::dragNumber(const QPointF& pagePoint, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = numberAt(press_.target);
  if (!object)
    return;
  const panel::Parameter& parameter = *numbers_.parameter(object->link);
  const double perStep = parameter.kind == panel::Kind::Integer ? pixelsPerWhole : pixelsPerStep;
  const double steps = pace(modifiers) * (pagePoint.x() - press_.at.x()) / perStep;
  const bool rests =
      parameter.spacing == panel::Spacing::Linear && !(modifiers & Qt::AltModifier) && parameter.step > 0;
  const double whole = std::round(press_.startValue / parameter.step + steps) * parameter.step;
  numbers_.session(book::panelOf(object->link))
      ->set(parameter.key, rests ? panel::stepped(parameter, whole, 0)
                                 : panel::stepped(parameter, press_.startValue, steps));
}

bool Reader::stepNumber(int direction, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = numberAt(state_.focused);
  if (!object)
    return false;
  const panel::Parameter& parameter = *numbers_.parameter(object->link);
  panel::Session* session = numbers_.session(book::panelOf(object->link));
  session->set(parameter.key,
               panel::stepped(parameter, session->number(parameter.key), direction * pace(modifiers)));
  return true;
}

void Reader::resetNumber(int target) {
  if (const InlineObject* object = numberAt(target))
    numbers_.session(book::panelOf(object->link))->reset(numbers_.parameter(object->link)->key);
}

void Reader::openEntry(int index, const QString& typed) {
  closeEntry();
  const Target target = layout_.targets[static_cast<std::size_t>(index)];
  InlineObject* object = objectOf(target);
  if (!object || (object->kind != ObjectKind::Scrub && object->kind != ObjectKind::Answer))
    return;
  setFocused(index);
  edited_ = target;
  const bool isEmpty = object->kind == ObjectKind::Answer && object->mark == Mark::None;
  entry_ = new NumberEntry(!typed.isEmpty() ? typed
                           : isEmpty        ? QString()
                                            : object->text,
                           type_.cell, theme_, viewport());
  entry_->setAccessibleName(describe(target));
  if (object->kind == ObjectKind::Answer)
    entry_->setPlaceholderText(tr("a number"));
  const QRectF area = target.rect.translated(0, -scrolled());
  const double width = std::max(area.width(), 5.5 * type_.body.font.pixelSize());
  entry_->setGeometry(QRectF(area.left(), area.top() - 1, width, area.height() + 2).toAlignedRect());
  connect(entry_, &NumberEntry::committed, this, [this](const QString& text) {
    closeEntry();
    commit(text);
  });
  connect(entry_, &NumberEntry::cancelled, this, &Reader::closeEntry);
  connect(entry_, &NumberEntry::doubleClicked, this, [this] {
    closeEntry();
    resetNumber(state_.focused);
  });
  connect(entry_, &NumberEntry::leaveWanted, this, &Reader::focusNextPrevChild);
  entry_->show();
  entry_->setFocus();
  if (typed.isEmpty())
    entry_->selectAll();
}

void Reader::closeEntry() {
  NumberEntry* entry = std::exchange(entry_, nullptr);
  if (!entry)
    return;
  entry->abandon();
  if (entry->hasFocus())
    setFocus(); // before it is hidden, which would send the focus on to the next target
  entry->hide();
  entry->deleteLater();
}

void Reader::commit(const QString& text) {
  InlineObject* object = text.trimmed().isEmpty() ? nullptr : objectOf(edited_);
  if (!object)
    return;
  if (object->kind == ObjectKind::Answer)
    return check(*object, text.trimmed());
  const panel::Parameter* parameter = numbers_.parameter(object->link);
  const panel::Parsed parsed = parameter ? panel::fromText(*parameter, text) : panel::Parsed{};
  if (!parameter || !parsed.ok())
    return say(edited_, parsed.error);
  numbers_.session(book::panelOf(object->link))->set(parameter->key, parsed.value);
}

void Reader::check(InlineObject& object, const QString& answer) {
  const auto& wanted = std::get<book::CheckLink>(object.link);
  const std::optional<double> given = book::numberFromText(answer);
  const double slack = decimalSlack * (1 + std::abs(wanted.value));
  const bool isRight = given && std::abs(*given - wanted.value) <= wanted.tolerance + slack;
  object.text = answer;
  object.mark = isRight ? Mark::Right : Mark::Wrong;
  say(edited_, isRight ? tr("Right")
               : given ? tr("Not yet")
                       : tr("A number is needed, such as 0.5, −3 or 1/3"));
  updatePage(edited_.rect);
  emit answerGiven(answerKey(nodes_, &object), answer, isRight);
}

} // namespace eigenboard::reader
