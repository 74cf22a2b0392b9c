#pragma once

#include "views/panel/panel.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace eigenboard::panel {

/// A process: start and step are pure, so the host may keep, replay and rewind what they give.
template <typename Params, typename Step>
struct Process {
  QString stepLabel;
  int maximumSteps = 1000;
  std::function<Step(const Params&)> start;
  std::function<Step(const Params&, const Step&)> step;
  std::function<bool(const Params&, const Step&)> finished; ///< no step beyond this state
  double stepsPerSecond = usualPace;                        ///< at which it plays, at a speed of 1
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

} // namespace detail

} // namespace eigenboard::panel
