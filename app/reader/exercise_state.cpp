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
  if (node.text)
    for (const InlineObject& object : std::as_const(*node.text).objects()) {
      const bool checks =
          object.kind == ObjectKind::Tick ||
          (std::holds_alternative<book::CheckLink>(object.link) && object.kind != ObjectKind::Reveal);
      if (checks) {
        ++made.checks;
        made.right += object.mark == Mark::Right ? 1 : 0;
        made.touched = made.touched || object.mark != Mark::None;
      } else if (object.kind == ObjectKind::Reveal) {
        made.touched = made.touched || object.text == std::get<book::CheckLink>(object.link).answer;
      }
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

void noteTries(std::vector<Node>& nodes) {
  visitExercises(nodes, [](Node& exercise) {
    exercise.exercise.wasTried = exercise.exercise.wasTried || exerciseState(exercise).tried;
  });
}

} // namespace eigenboard::reader
