#pragma once

#include "tests/core/random_numbers.h"
#include "views/panel/state.h"

#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::tests {

/// A state with a name for messages: "preset shear", "random 17".
struct NamedState {
  QString name;
  panel::State state;
};

/// The panel at a state, its process run from the start as far as it goes.
panel::Evaluation evaluateAt(const panel::Panel& panel, const panel::State& state);

/// Every number on the grid of its step, as a reader's decimal; every toggle and choice; up to maximumSteps
/// steps.
panel::State randomState(const panel::Description& description, RandomNumbers& random, int maximumSteps);

std::vector<NamedState> randomStates(const panel::Description& description, std::uint64_t seed, int count,
                                     int maximumSteps);
std::vector<NamedState> presetStates(const panel::Description& description);
/// The end of every leg of "Show me", from the default state.
std::vector<NamedState> showMeStates(const panel::Description& description);
/// Each parameter at its minimum and at its maximum, and every option, the others at their defaults.
std::vector<NamedState> extremeStates(const panel::Description& description);

/// Random states whose numbers are scaled down to 1e-150 and 1e-200, where squares underflow, as far as their
/// ranges hold them.
std::vector<NamedState> tinyStates(const panel::Description& description, std::uint64_t seed, int count);
/// A process at its last step with every cell of a matrix at its maximum: numbers beyond 1e154, where squares
/// overflow. One state for each option of each choice; none for a panel without a process.
std::vector<NamedState> longestStates(const panel::Description& description);

/// All that an evaluation says, in text; two evaluations are the same when their texts are. pictureOnly
/// leaves out all but scene and formula.
QString toText(const panel::Evaluation& evaluation);
QString pictureText(const panel::Evaluation& evaluation);

/// What in a scene has a coordinate that is not finite, or is empty where it must not be.
QStringList faultsOf(const scene::Scene& scene);

} // namespace eigenboard::tests
