#include "app/reader/answering.h"
#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/code_flow.h"
#include "app/reader/hover_card.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

#include <algorithm>

// What a tooltip says.
namespace eigenboard::reader {

namespace {

constexpr int wordsMilliseconds = 10000;
constexpr int wordsMillisecondsPerLetter = 40; ///< of what is longer than a hundred

std::vector<CardEntry> entryOf(const QString& words) {
  CardEntry entry;
  for (const QString& line : words.split(u'\n')) {
    entry.text.emplace_back();
    entry.text.back().text = line;
  }
  return {entry};
}

} // namespace

QRectF Pointing::thingAt(QPointF point) const {
  for (const PlacedText& text : reader_.page_.layout.texts) {
    if (!text.rect().contains(point))
      continue;
    const QPointF local = point - text.origin;
    if (const int link = text.paragraph->linkAt(local); link >= 0)
      for (const QRectF& rect :
           text.paragraph->rects(text.paragraph->content().links[static_cast<std::size_t>(link)].span))
        if (rect.contains(local))
          return rect.translated(text.origin);
    if (const int object = text.paragraph->objectAt(local); object >= 0)
      return text.paragraph->objectBox(object).translated(text.origin).adjusted(-1, -2, 1, 2);
  }
  if (const int target = targetAt(reader_.page_.layout, point); target >= 0)
    return reader_.page_.layout.targets[static_cast<std::size_t>(target)].rect.adjusted(-2, -2, 2, 2);
  const double half = reader_.type_.unit / 2;
  return {point.x() - half, point.y() - half, 2 * half, 2 * half};
}

void Pointing::showTip(QPointF point) {
  const QString words = toolTipAt(point);
  if (words.isEmpty() || (card_ && card_->isVisible() && tipAnchor_.contains(point)))
    return;
  closeCard();
  tipAnchor_ = thingAt(point);
  card().showFor(entryOf(words), inWindow(tipAnchor_), reader_.context());
}

void Pointing::leaveTip(QPointF point) {
  if (!tipAnchor_.isNull() && !tipAnchor_.contains(point))
    closeCard();
}

void Pointing::say(const QRectF& anchor, int text, const QString& words) {
  closeCard();
  if (words.isEmpty())
    return;
  QRectF line = anchor;
  if (text >= 0 && text < static_cast<int>(reader_.page_.layout.texts.size())) {
    const PlacedText& placed = reader_.page_.layout.texts[static_cast<std::size_t>(text)];
    for (int i = 0; i < placed.paragraph->lineCount(); ++i) {
      const auto [top, bottom] = placed.paragraph->lineSpan(i);
      if (anchor.center().y() >= placed.origin.y() + top && anchor.center().y() < placed.origin.y() + bottom)
        line = QRectF(QPointF(anchor.left(), placed.origin.y() + top),
                      QPointF(std::max(anchor.right(), placed.origin.x() + placed.paragraph->lineEnd(i)),
                              placed.origin.y() + bottom));
    }
  }
  isSaying_ = true;
  card().showFor(
      entryOf(words), inWindow(anchor), reader_.context(),
      {inWindow(line), inWindow(QRectF(reader_.viewport()->rect()).translated(0, reader_.scrolled()))});
  wordsTimer_.start(wordsMilliseconds +
                    wordsMillisecondsPerLetter * std::max(0, static_cast<int>(words.size()) - 100));
}

QString Pointing::toolTipAt(QPointF point) {
  if (const QString note = reader_.places_->noteText(reader_.places_->noteAt(point)); !note.isEmpty())
    return note;
  if (const int target = targetAt(reader_.page_.layout, point); target >= 0) {
    const Target& found = reader_.page_.layout.targets[static_cast<std::size_t>(target)];
    if (isCodeButton(found.kind))
      return reader_.code_->describe(found);
    if (found.kind == TargetKind::Exercise)
      return exerciseWords(*found.node);
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
      if (span.isOption)
        return describeOption(*text.paragraph, span);
      if (std::holds_alternative<book::GoalLink>(span.link))
        return tr("A challenge: reach it on the panel, and it ticks itself off");
    }
    const int index = text.paragraph->objectAt(local);
    if (index < 0)
      continue;
    const InlineObject& object = text.paragraph->objects()[static_cast<std::size_t>(index)];
    if (object.formula && !object.formula->error.isEmpty())
      return object.formula->error;
    if (object.kind == ObjectKind::Answer)
      return describeAnswer(object);
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
