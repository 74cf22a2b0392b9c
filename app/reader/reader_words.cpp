#include "app/reader/answering.h"
#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/code_flow.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"

#include <algorithm>

namespace eigenboard::reader {

namespace {

QString describeLink(const LinkSpan& link, const QString& words) {
  if (!link.problem.isEmpty())
    return Reader::tr("%1 (this link does not work: %2)").arg(words, link.problem);
  if (std::holds_alternative<book::SetLink>(link.link))
    return Reader::tr("Set the panel: %1").arg(words);
  if (std::holds_alternative<book::GoalLink>(link.link))
    return Reader::tr("Challenge: %1").arg(words);
  return words;
}

} // namespace

QString Reader::describe(const Target& target) const {
  switch (target.kind) {
  case TargetKind::Link: {
    const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& link = paragraph.content().links[static_cast<std::size_t>(target.index)];
    if (const auto* note = std::get_if<book::NoteLink>(&link.link))
      return note->isBack ? tr("Back to the text")
                          : tr("Footnote %1: %2").arg(note->number).arg(footnoteText(nodes_, note->number));
    if (const book::GlossaryEntry* entry = pointing_->termOf(target))
      return tr("%1. %2: %3")
          .arg(paragraph.copy(link.span), book::plainText(entry->term), book::plainText(entry->definition));
    return link.isOption ? describeOption(paragraph, link)
                         : describeLink(link, paragraph.copy(link.span, FormulasAs::Words));
  }
  case TargetKind::Object: {
    const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
    const InlineObject& object = paragraph.objects()[static_cast<std::size_t>(target.index)];
    if (object.kind == ObjectKind::Answer)
      return describeAnswer(object);
    if (object.kind == ObjectKind::Formula)
      return tr("A formula wider than the page, moved with the left and right arrow keys: %1")
          .arg(object.tex);
    const auto* scrub = std::get_if<book::ScrubLink>(&object.link);
    return scrub ? tr("%1, a number to change").arg(object.text) : object.text;
  }
  case TargetKind::Fold:
    return target.node->open
               ? tr("Hide: %1")
                     .arg(target.node->text->copy({0, target.node->text->length()}, FormulasAs::Words))
               : tr("Show: %1")
                     .arg(target.node->text->copy({0, target.node->text->length()}, FormulasAs::Words));
  case TargetKind::Card: {
    const Paragraph& title = *target.node->children.front().text;
    return tr("Show the panel %1").arg(title.copy({0, title.length()}, FormulasAs::Words));
  }
  case TargetKind::Copy:
  case TargetKind::Run:
  case TargetKind::Edit:
  case TargetKind::Reset:
  case TargetKind::More:
    return code_->describe(target);
  case TargetKind::Exercise:
    return exerciseWords(*target.node);
  }
  return {};
}

QString Reader::toolTipAt(QPointF point) {
  if (const QString note = places_->noteText(places_->noteAt(point)); !note.isEmpty())
    return note;
  if (const int target = targetAt(point); target >= 0) {
    const Target& found = layout_.targets[static_cast<std::size_t>(target)];
    if (isCodeButton(found.kind))
      return code_->describe(found);
  }
  for (const PlacedText& text : layout_.texts) {
    if (!text.rect().contains(point))
      continue;
    const QPointF local = point - text.origin;
    if (const int link = text.paragraph->linkAt(local); link >= 0) {
      const LinkSpan& span = text.paragraph->content().links[static_cast<std::size_t>(link)];
      if (!span.problem.isEmpty())
        return span.problem;
      if (const auto* note = std::get_if<book::NoteLink>(&span.link))
        return note->isBack ? tr("Back to the text") : footnoteText(nodes_, note->number);
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
    const panel::Panel* panel = book::panelOf(object.link).isEmpty()
                                    ? nullptr
                                    : numbers_.desk().registry().find(book::panelOf(object.link));
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
      const auto& readouts = numbers_.session(value->panel)->evaluation().readouts;
      const auto found = std::find_if(readouts.begin(), readouts.end(), [&](const panel::Readout& readout) {
        return readout.key == value->readout;
      });
      return found == readouts.end() ? QString() : tr("%1. %2").arg(found->label, found->meaning);
    }
  }
  return {};
}

} // namespace eigenboard::reader
