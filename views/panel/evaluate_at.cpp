#include "views/panel/evaluate_at.h"

namespace eigenboard::panel {

Evaluation evaluateAt(const Panel& panel, const State& state) {
  const std::unique_ptr<Run> run = panel.start(state.values);
  while (run && run->length() < state.steps && run->advance()) {
  }
  return panel.evaluate(state.values, run.get(), state.steps);
}

} // namespace eigenboard::panel
