#include "app/window/page_progress.h"

#include <algorithm>

namespace eigenboard::window {

void showProgress(const store::Store& store, reader::Reader& reader) {
  const QString chapter = reader.currentChapter();
  // Both are asked for before the page changes: what it tells while it does is only half of it.
  std::vector<reader::GivenAnswer> given;
  for (const store::Answer& answer : store.answers(chapter))
    given.push_back({answer.key, answer.text, answer.right});
  std::vector<reader::ExerciseState> states;
  for (const store::ExerciseProgress& exercise : store.exercises(chapter)) {
    reader::ExerciseState state;
    state.anchor = exercise.exercise;
    state.solved = exercise.solved;
    state.tried = exercise.tried;
    states.push_back(state);
  }
  reader.setAnswers(given);
  reader.setExercises(states);
}

QString keepProgress(const reader::Reader& reader, store::Store& store, const QString& only) {
  const QString chapter = reader.currentChapter();
  const std::vector<store::ExerciseProgress> known = store.exercises(chapter);
  QString error;
  for (const reader::ExerciseState& state : reader.exercises()) {
    const auto before = std::find_if(known.begin(), known.end(), [&state](const auto& exercise) {
      return exercise.exercise == state.anchor;
    });
    const bool isKnown = before != known.end();
    if (!(only.isEmpty() || only == state.anchor) || !(isKnown || state.tried))
      continue;
    // That a page was opened takes nothing back: a new edition may ask more of an exercise that was done.
    const bool onlyRaises = only.isEmpty() && isKnown;
    const bool tried = state.tried || (onlyRaises && before->tried);
    const bool solved = state.solved || (onlyRaises && before->solved);
    if (const QString refused = store.setExercise({chapter, state.anchor, tried, solved, {}});
        !refused.isEmpty())
      error = refused;
  }
  return error;
}

} // namespace eigenboard::window
