#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/code_flow.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

#include <algorithm>

// What a tooltip says.
namespace eigenboard::reader {

QString Pointing::toolTipAt(QPointF point) {
  if (const QString note = reader_.places_->noteText(reader_.places_->noteAt(point)); !note.isEmpty())
    return note;
  if (const int target = targetAt(reader_.page_.layout, point); target >= 0) {
    const Target& found = reader_.page_.layout.targets[static_cast<std::size_t>(target)];
    if (isCodeButton(found.kind))
      return reader_.code_->describe(found);
  }
  for (const PlacedText& text : reader_.page_.layout.texts) {
    if (!text.rect().contains(point))
      continue;
    const QPointF local = point - text.origin;
    if (const int link = text.paragraph->linkAt(local); link >= 0) {
      const LinkSpan& span = text.paragraph->content().links[static_cast<std::size_t>(link)];
      if (!span.problem.isEmpty())
        return span.problem;
      if (const auto* note = std::get_if<book::NoteLink>(&span.link))
        return note->isBack ? tr("Back to the text") : footnoteText(reader_.page_.nodes, note->number);
      if (const auto* web = std::get_if<book::WebLink>(&span.link))
        return web->address;
      if (std::holds_alternative<book::GoalLink>(span.link))
        return tr("A challenge: reach it on the panel, and it ticks itself off");
    }
    const int index = text.paragraph->objectAt(local);
    if (index < 0)
      continue;
    const InlineObject& object = text.paragraph->objects()[static_cast<std::size_t>(index)];
    if (object.formula && !object.formula->error.isEmpty())
      return object.formula->error;
    const panel::Panel* panel =
        book::panelOf(object.link).isEmpty()
            ? nullptr
            : reader_.supplies_.numbers.desk().registry().find(book::panelOf(object.link));
    if (!panel)
      continue;
    if (const auto* scrub = std::get_if<book::ScrubLink>(&object.link)) {
      const int parameter = panel::parameterIndex(panel->description(), scrub->parameter);
      return parameter < 0
                 ? QString()
                 : tr("%1. Drag it, type it, or use the arrow keys; a double click resets it")
                       .arg(panel->description().parameters[static_cast<std::size_t>(parameter)].label);
    }
    if (const auto* value = std::get_if<book::ValueLink>(&object.link)) {
      const auto& readouts = reader_.supplies_.numbers.session(value->panel)->evaluation().readouts;
      const auto found = std::find_if(readouts.begin(), readouts.end(), [&](const panel::Readout& readout) {
        return readout.key == value->readout;
      });
      return found == readouts.end() ? QString() : tr("%1. %2").arg(found->label, found->meaning);
    }
  }
  return {};
}

} // namespace eigenboard::reader
