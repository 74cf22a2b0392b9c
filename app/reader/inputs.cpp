#include "app/reader/inputs.h"

#include "app/reader/answering.h"
#include "app/reader/code_desk.h"
#include "app/reader/number_entry.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

// The pace of the numbers beside the panels, so that a hand finds the same number of pixels to the step here.
constexpr double pixelsPerStep = 2;
constexpr double pixelsPerWhole = 6;

double pace(Qt::KeyboardModifiers modifiers) {
  return modifiers & Qt::ShiftModifier ? 10 : modifiers & Qt::AltModifier ? 0.1 : 1;
}

} // namespace

Inputs::Inputs(Reader& reader) : reader_(reader) {}

InlineObject* Inputs::numberAt(int target) {
  const bool exists = target >= 0 && target < static_cast<int>(reader_.page_.layout.targets.size());
  InlineObject* object =
      exists ? objectOf(reader_.page_.layout, reader_.page_.layout.targets[static_cast<std::size_t>(target)])
             : nullptr;
  return object && object->kind == ObjectKind::Scrub && reader_.supplies_.numbers.parameter(object->link)
             ? object
             : nullptr;
}

void Inputs::dragNumber(const QPointF& pagePoint, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = numberAt(reader_.press_.target);
  if (!object)
    return;
  emit reader_.numberMoved(book::panelOf(object->link));
  const panel::Parameter& parameter = *reader_.supplies_.numbers.parameter(object->link);
  const double perStep = panel::isWhole(parameter) ? pixelsPerWhole : pixelsPerStep;
  const double steps = pace(modifiers) * (pagePoint.x() - reader_.press_.at.x()) / perStep;
  const bool rests =
      parameter.spacing == panel::Spacing::Linear && !(modifiers & Qt::AltModifier) && parameter.step > 0;
  const double whole = std::round(reader_.press_.startValue / parameter.step + steps) * parameter.step;
  reader_.supplies_.numbers.session(book::panelOf(object->link))
      ->set(parameter.key, rests ? panel::stepped(parameter, whole, 0)
                                 : panel::stepped(parameter, reader_.press_.startValue, steps));
}

bool Inputs::stepNumber(int direction, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = numberAt(reader_.page_.state.focused);
  if (!object)
    return false;
  const panel::Parameter& parameter = *reader_.supplies_.numbers.parameter(object->link);
  panel::Session* session = reader_.supplies_.numbers.session(book::panelOf(object->link));
  emit reader_.numberMoved(book::panelOf(object->link));
  session->set(parameter.key,
               panel::stepped(parameter, session->number(parameter.key), direction * pace(modifiers)));
  return true;
}

void Inputs::resetNumber(int target) {
  if (const InlineObject* object = numberAt(target))
    reader_.supplies_.numbers.session(book::panelOf(object->link))
        ->reset(reader_.supplies_.numbers.parameter(object->link)->key);
}

bool Inputs::isAnswer(int target) const {
  if (target < 0 || target >= static_cast<int>(reader_.page_.layout.targets.size()))
    return false;
  const InlineObject* object =
      objectOf(reader_.page_.layout, reader_.page_.layout.targets[static_cast<std::size_t>(target)]);
  return object && object->kind == ObjectKind::Answer;
}

void Inputs::openEntry(int index, const QString& typed) {
  closeEntry();
  const Target target = reader_.page_.layout.targets[static_cast<std::size_t>(index)];
  InlineObject* object = objectOf(reader_.page_.layout, target);
  if (!object || (object->kind != ObjectKind::Scrub && object->kind != ObjectKind::Answer))
    return;
  reader_.setFocused(index);
  if (const auto* check = std::get_if<book::CheckLink>(&object->link);
      check && check->kind == book::CheckLink::Kind::Code)
    return reader_.code_->judge(*object); // nothing is typed here
  edited_ = target;
  const bool isEmpty = object->kind == ObjectKind::Answer && object->mark == Mark::None;
  entry_ = new NumberEntry(!typed.isEmpty() ? typed
                           : isEmpty        ? QString()
                                            : object->text,
                           reader_.type_.cell, reader_.theme_, reader_.viewport());
  entry_->setAccessibleName(reader_.describe(target));
  if (object->kind == ObjectKind::Answer)
    entry_->setPlaceholderText(answerHint(std::get<book::CheckLink>(object->link)));
  const QRectF area = target.rect.translated(0, -reader_.scrolled());
  const double width = std::max(area.width(), 5.5 * reader_.type_.body.font.pixelSize());
  entry_->setGeometry(QRectF(area.left(), area.top() - 1, width, area.height() + 2).toAlignedRect());
  connect(entry_, &NumberEntry::committed, this, [this](const QString& text) {
    closeEntry();
    commit(text);
  });
  connect(entry_, &NumberEntry::cancelled, this, &Inputs::closeEntry);
  connect(entry_, &NumberEntry::doubleClicked, this, [this] {
    closeEntry();
    resetNumber(reader_.page_.state.focused);
  });
  connect(entry_, &NumberEntry::leaveWanted, &reader_, &Reader::focusNextPrevChild);
  entry_->show();
  entry_->setFocus();
  if (typed.isEmpty())
    entry_->selectAll();
}

void Inputs::closeEntry() {
  NumberEntry* entry = std::exchange(entry_, nullptr);
  if (!entry)
    return;
  entry->abandon();
  if (entry->hasFocus())
    reader_.setFocus(); // before it is hidden, which would send the focus on to the next target
  entry->hide();
  entry->deleteLater();
}

void Inputs::commit(const QString& text) {
  InlineObject* object = text.trimmed().isEmpty() ? nullptr : objectOf(reader_.page_.layout, edited_);
  if (!object)
    return;
  if (object->kind == ObjectKind::Answer)
    return check(*object, text.trimmed());
  const panel::Parameter* parameter = reader_.supplies_.numbers.parameter(object->link);
  const panel::Parsed parsed = parameter ? panel::fromText(*parameter, text) : panel::Parsed{};
  if (!parameter || !parsed.ok())
    return reader_.say(edited_, parsed.error);
  emit reader_.numberMoved(book::panelOf(object->link));
  reader_.supplies_.numbers.session(book::panelOf(object->link))->set(parameter->key, parsed.value);
}

} // namespace eigenboard::reader
