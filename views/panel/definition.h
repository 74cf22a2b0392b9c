#pragma once

#include "views/panel/fields.h"
#include "views/panel/panel.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <utility>

namespace eigenboard::panel {

template <typename Params, typename Result>
struct Goal {
  QString key;
  QString label;
  std::function<bool(const Params&, const Result&)> reached;
};

/// A process: start and step are pure, so the host may keep, replay and rewind what they give.
template <typename Params, typename Step>
struct Process {
  QString stepLabel;
  int maximumSteps = 1000;
  std::function<Step(const Params&)> start;
  std::function<Step(const Params&, const Step&)> step;
  std::function<bool(const Params&, const Step&)> finished; ///< no step beyond this state
};

/// What the author of a panel writes: data and pure functions of the typed parameters. A panel without a
/// process leaves Step at its default, and its model gets an empty history.
template <typename Params, typename Result, typename Step = std::monostate>
struct Definition {
  Identity identity;
  Fields<Params> fields;
  std::vector<Preset> presets;
  std::vector<Goal<Params, Result>> goals;
  std::vector<Keyframe> showMe;
  std::optional<Process<Params, Step>> process;
  /// history: the process from its start to the current step, inclusive; never empty for a panel with a
  /// process.
  std::function<Result(const Params&, std::span<const Step> history)> model;
  std::function<scene::Scene(const Params&, const Result&)> scene;
  std::function<QString(const Params&, const Result&)> formula;
  std::function<std::vector<Readout>(const Params&, const Result&)> readouts;
  std::function<std::vector<Invariant>(const Params&, const Result&)> invariants;
  std::function<QString(const Params&, const Result&)> spoken;
  std::function<QString(const Result&)> problem; ///< may be left empty: the panel always has a picture
  std::function<QString(const Params&, int steps)> numpy;
};

namespace detail {

template <typename Params, typename Step>
class TypedRun final : public Run {
 public:
  TypedRun(const Process<Params, Step>& process, Params params)
      : process_(process), params_(std::move(params)), states_{process_.start(params_)} {}
  int length() const override { return static_cast<int>(states_.size()) - 1; }
  bool advance() override {
    if (length() >= process_.maximumSteps || process_.finished(params_, states_.back()))
      return false;
    states_.push_back(process_.step(params_, states_.back()));
    return true;
  }
  std::span<const Step> upTo(int step) const {
    return std::span<const Step>(states_).first(static_cast<std::size_t>(std::clamp(step, 0, length())) + 1);
  }

 private:
  Process<Params, Step> process_;
  Params params_;
  std::vector<Step> states_;
};

template <typename Params, typename Result, typename Step>
class TypedPanel final : public Panel {
 public:
  explicit TypedPanel(Definition<Params, Result, Step> definition) : definition_(std::move(definition)) {
    description_.identity = definition_.identity;
    description_.parameters = definition_.fields.parameters();
    description_.groups = definition_.fields.groups();
    description_.presets = definition_.presets;
    description_.showMe = definition_.showMe;
    for (const auto& goal : definition_.goals)
      description_.goals.push_back({goal.key, goal.label});
    if (definition_.process)
      description_.processes.push_back({definition_.process->stepLabel, definition_.process->maximumSteps});
  }

  const Description& description() const override { return description_; }

  std::unique_ptr<Run> start(const Values& values) const override {
    if (!definition_.process)
      return nullptr;
    return std::make_unique<TypedRun<Params, Step>>(*definition_.process,
                                                    definition_.fields.toParams(values));
  }

  Evaluation evaluate(const Values& values, const Run* run, int step) const override {
    const Params params = definition_.fields.toParams(values);
    std::span<const Step> history;
    std::optional<Step> atStart;
    if (const auto* typed = dynamic_cast<const TypedRun<Params, Step>*>(run)) {
      history = typed->upTo(step);
    } else if (definition_.process) {
      atStart = definition_.process->start(params);
      history = std::span<const Step>(&*atStart, 1);
    }
    const Result result = definition_.model(params, history);
    Evaluation evaluation;
    if (definition_.problem)
      evaluation.problem = definition_.problem(result);
    evaluation.readouts = definition_.readouts(params, result);
    evaluation.spoken = definition_.spoken(params, result);
    if (!evaluation.problem.isEmpty())
      return evaluation;
    evaluation.scene = definition_.scene(params, result);
    evaluation.formula = definition_.formula(params, result);
    evaluation.invariants = definition_.invariants(params, result);
    for (const auto& goal : definition_.goals)
      if (goal.reached(params, result))
        evaluation.goalsReached.push_back(goal.key);
    return evaluation;
  }

  QString numpy(const Values& values, int steps) const override {
    return definition_.numpy(definition_.fields.toParams(values), steps);
  }

 private:
  Definition<Params, Result, Step> definition_;
  Description description_;
};

} // namespace detail

/// The typed definition behind the interface the host knows.
template <typename Params, typename Result, typename Step>
PanelPointer makePanel(Definition<Params, Result, Step> definition) {
  return std::make_unique<detail::TypedPanel<Params, Result, Step>>(std::move(definition));
}

} // namespace eigenboard::panel
