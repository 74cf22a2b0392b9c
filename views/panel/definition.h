#pragma once

#include "views/panel/fields.h"
#include "views/panel/process.h"

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
  /// In place of model, where that or a step of the process takes longer than a frame. The host then computes
  /// on a thread of its own, tells of the progress and lets the reader cancel. All functions of the
  /// definition but numpy are called there too: they must not share anything that changes.
  std::function<Result(const Params&, std::span<const Step> history, Progress&)> slowModel;
  /// With slowModel: whether these parameters need it. At others the panel answers within a frame like any,
  /// with a progress that nobody watches. Empty: all do.
  std::function<bool(const Params&)> isSlow;
  std::function<scene::Scene(const Params&, const Result&)> scene;
  std::function<QString(const Params&, const Result&)> formula;
  std::function<std::vector<Readout>(const Params&, const Result&)> readouts;
  std::function<std::vector<Invariant>(const Params&, const Result&)> invariants;
  std::function<QString(const Params&, const Result&)> spoken;
  std::function<QString(const Result&)> problem; ///< may be left empty: the panel always has a picture
  QString problemKey; ///< of the text that is wrong where there is a problem; empty: of no one parameter
  std::function<QString(const Result&)> problemKeyOf; ///< in its place where several texts may be wrong
  std::function<QString(const Params&, int steps)> numpy;
  bool comparesStates = false; ///< see Description; with a process or a seed runs are kept anyway
};

namespace detail {

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
      description_.processes.push_back({definition_.process->stepLabel, definition_.process->maximumSteps,
                                        definition_.process->stepsPerSecond});
    description_.isSlow = static_cast<bool>(definition_.slowModel);
    description_.comparesStates = definition_.comparesStates;
  }

  const Description& description() const override { return description_; }

  bool isSlowAt(const Values& values) const override {
    return description_.isSlow &&
           (!definition_.isSlow || definition_.isSlow(definition_.fields.toParams(values)));
  }

  std::unique_ptr<Run> start(const Values& values) const override {
    if (!definition_.process)
      return nullptr;
    return std::make_unique<TypedRun<Params, Step>>(*definition_.process,
                                                    definition_.fields.toParams(values));
  }

  Evaluation evaluate(const Values& values, const Run* run, int step, Progress& progress) const override {
    const Params params = definition_.fields.toParams(values);
    std::span<const Step> history;
    std::optional<Step> atStart;
    if (const auto* typed = dynamic_cast<const TypedRun<Params, Step>*>(run)) {
      history = typed->upTo(step);
    } else if (definition_.process) {
      atStart = definition_.process->start(params);
      history = std::span<const Step>(&*atStart, 1);
    }
    const Result result = definition_.slowModel ? definition_.slowModel(params, history, progress)
                                                : definition_.model(params, history);
    Evaluation evaluation;
    if (progress.isCancelled())
      return evaluation;
    if (definition_.problem)
      evaluation.problem = definition_.problem(result);
    if (!evaluation.problem.isEmpty())
      evaluation.problemKey =
          definition_.problemKeyOf ? definition_.problemKeyOf(result) : definition_.problemKey;
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
  return std::make_shared<const detail::TypedPanel<Params, Result, Step>>(std::move(definition));
}

} // namespace eigenboard::panel
