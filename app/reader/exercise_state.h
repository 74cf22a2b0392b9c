#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace eigenboard::reader {

struct Node;

enum class Progress : std::uint8_t { Untouched, Tried, Solved };

/// How far a reader has come with one exercise of the page. tried: an answer was given, a goal reached or a
/// fold opened; solved: every answer in it is right and every goal reached, or, where it has none of either,
/// the reader says so.
struct ExerciseState {
  QString anchor; ///< "exercise-4.4.1"
  QString number; ///< "4.4.1"
  QString tier;   ///< "Verify"
  bool solved = false;
  bool tried = false;

  Progress progress() const {
    return solved ? Progress::Solved : tried ? Progress::Tried : Progress::Untouched;
  }
};

/// Of a node that is an exercise.
ExerciseState exerciseState(const Node& exercise);
/// Of all exercises of the page, in order.
std::vector<ExerciseState> exerciseStates(const std::vector<Node>& nodes);
/// Whether anything in the exercise is checked by the program.
bool isChecked(const Node& exercise);
/// Puts back what was said and tried; exercises that are not named stay as they are.
void putExercises(std::vector<Node>& nodes, const std::vector<ExerciseState>& earlier);
/// Keeps what is being tried: called when something in the page changed.
void noteTries(std::vector<Node>& nodes);

} // namespace eigenboard::reader
