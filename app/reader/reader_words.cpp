#include "app/reader/answering.h"
#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/code_flow.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

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
    const Paragraph& paragraph = *page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& link = paragraph.content().links[static_cast<std::size_t>(target.index)];
    if (const auto* note = std::get_if<book::NoteLink>(&link.link))
      return note->isBack
                 ? tr("Back to the text")
                 : tr("Footnote %1: %2").arg(note->number).arg(footnoteText(page_.nodes, note->number));
    if (const book::GlossaryEntry* entry = pointing_->termOf(target))
      return tr("%1. %2: %3")
          .arg(paragraph.copy(link.span), book::plainText(entry->term), book::plainText(entry->definition));
    return link.isOption ? describeOption(paragraph, link)
                         : describeLink(link, paragraph.copy(link.span, FormulasAs::Words));
  }
  case TargetKind::Object: {
    const Paragraph& paragraph = *page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
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
  case TargetKind::Beside:
  case TargetKind::Reset:
  case TargetKind::More:
    return code_->describe(target);
  case TargetKind::Strip:
    return target.node->kind == NodeKind::Table
               ? tr("A table wider than the page, moved with the left and right arrow keys")
               : tr("Code wider than the page, moved with the left and right arrow keys");
  case TargetKind::Exercise:
    return exerciseWords(*target.node);
  }
  return {};
}

} // namespace eigenboard::reader
