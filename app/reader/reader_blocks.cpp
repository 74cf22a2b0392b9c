#include "app/reader/block_painter.h"
#include "app/reader/reader.h"

#include <utility>

namespace eigenboard::reader {

PageState Reader::shownState() {
  PageState shown = state_;
  if (!hasFocus())
    shown.focused = -1;
  shown.picture = [this](const Node& node, QSize size) {
    const double ratio = devicePixelRatioF();
    if (node.kind == NodeKind::Card)
      return cards_.image(node.panel, node.panel.panel == state_.stagePanel, theme_, size, ratio);
    return pictures_.image(node.picture, (QSizeF(size) * ratio).toSize());
  };
  shown.pictureProblem = [this](const Node& node) { return pictures_.problem(node.picture); };
  return shown;
}

void Reader::followNote(const book::NoteLink& link) {
  // There and back: from the number in the text to the sign at the end of its note, or the other way round.
  for (std::size_t i = 0; i < layout_.targets.size(); ++i) {
    const Target& target = layout_.targets[i];
    if (target.kind != TargetKind::Link)
      continue;
    const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(target.index)];
    const auto* other = std::get_if<book::NoteLink>(&span.link);
    if (!other || other->number != link.number || other->isBack == link.isBack)
      continue;
    const double top =
        link.isBack ? target.rect.top()
                    : layout_.anchors.value(QStringLiteral("note-%1").arg(link.number), target.rect.top());
    setPosition(placeAt(layout_, std::max(0., top - viewport()->height() / 3.)));
    state_.isByKeyboard = true;
    setFocused(static_cast<int>(i));
    return;
  }
}

void Reader::sayFootnote(const Target& target) {
  if (target.kind != TargetKind::Link)
    return;
  const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
  const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(target.index)];
  const auto* note = std::get_if<book::NoteLink>(&span.link);
  if (note && !note->isBack)
    say(target, footnoteText(nodes_, note->number));
}

void Reader::noticeExercises() {
  noteTries(nodes_);
  QStringList changed;
  for (const ExerciseState& state : exercises()) {
    const auto before = progress_.constFind(state.anchor);
    if (before == progress_.constEnd() ? state.progress() != Progress::Untouched
                                       : *before != state.progress())
      changed.push_back(state.anchor);
    progress_.insert(state.anchor, state.progress());
  }
  if (changed.isEmpty())
    return;
  viewport()->update();
  for (const QString& anchor : std::as_const(changed))
    emit exerciseChanged(anchor);
}

void Reader::setExerciseDone(const QString& anchor, bool done) {
  const auto mark = [&](std::vector<Node>& nodes, const auto& again) -> void {
    for (Node& node : nodes) {
      if (node.kind == NodeKind::Exercise && node.anchor == anchor && !isChecked(node))
        node.exercise.isDone = done;
      again(node.children, again);
    }
  };
  mark(nodes_, mark);
  noticeExercises();
}

} // namespace eigenboard::reader
