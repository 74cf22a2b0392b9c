#include "app/reader/exercise_state.h"

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

namespace {

struct Count {
  int checks = 0;
  int right = 0;
  bool touched = false;
};

void count(const Node& node, Count& made) {
  if (node.kind == NodeKind::Fold && node.open)
    made.touched = true;
  int group = -1;
  if (node.text)
    for (const InlineObject& object : std::as_const(*node.text).objects()) {
      if (object.kind != ObjectKind::Tick && object.kind != ObjectKind::Answer &&
          object.kind != ObjectKind::Choice)
        continue;
      // The circles of a choice are one check, which one of them makes right.
      const bool isSameChoice = object.kind == ObjectKind::Choice && object.group == group;
      group = object.kind == ObjectKind::Choice ? object.group : -1;
      made.checks += isSameChoice ? 0 : 1;
      made.right += object.mark == Mark::Right ? 1 : 0;
      made.touched = made.touched || object.mark != Mark::None;
    }
  for (const Node& child : node.children)
    count(child, made);
}

Count count(const Node& exercise) {
  Count made;
  count(exercise, made);
  return made;
}

template <typename Nodes, typename Visit>
void visitExercises(Nodes& nodes, const Visit& visit) {
  for (auto& node : nodes)
    if (node.kind == NodeKind::Exercise)
      visit(node);
    else
      visitExercises(node.children, visit);
}

} // namespace

ExerciseState exerciseState(const Node& exercise) {
  const Count made = count(exercise);
  ExerciseState state;
  state.anchor = exercise.anchor;
  state.number = exercise.exercise.number;
  state.tier = exercise.exercise.tier;
  state.solved = made.checks > 0 ? made.right == made.checks : exercise.exercise.isDone;
  state.tried = state.solved || made.touched || exercise.exercise.wasTried;
  return state;
}

std::vector<ExerciseState> exerciseStates(const std::vector<Node>& nodes) {
  std::vector<ExerciseState> states;
  visitExercises(nodes, [&](const Node& exercise) { states.push_back(exerciseState(exercise)); });
  return states;
}

bool isChecked(const Node& exercise) {
  return count(exercise).checks > 0;
}

void putExercises(std::vector<Node>& nodes, const std::vector<ExerciseState>& earlier) {
  visitExercises(nodes, [&earlier](Node& exercise) {
    for (const ExerciseState& state : earlier)
      if (state.anchor == exercise.anchor) {
        exercise.exercise.isDone = state.solved && !isChecked(exercise);
        exercise.exercise.wasTried = state.tried;
      }
  });
}

void noteTries(std::vector<Node>& nodes) {
  visitExercises(nodes, [](Node& exercise) {
    exercise.exercise.wasTried = exercise.exercise.wasTried || exerciseState(exercise).tried;
  });
}

} // namespace eigenboard::reader
