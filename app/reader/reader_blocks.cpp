#include "app/reader/block_painter.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

#include <utility>

namespace eigenboard::reader {

void Reader::noticeExercises() {
  noteTries(page_.nodes);
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
  mark(page_.nodes, mark);
  noticeExercises();
}

void Reader::setExercises(const std::vector<ExerciseState>& earlier) {
  putExercises(page_.nodes, earlier);
  noticeExercises();
}

} // namespace eigenboard::reader
