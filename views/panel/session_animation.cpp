#include "views/panel/session_animation.h"

#include "views/panel/state_command.h"
#include "views/panel/table.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panel {

namespace {

constexpr int tickMilliseconds = 16;
constexpr int leastRest = 600; ///< milliseconds; a state that is jumped to must be seen

/// Slow enough to count single steps, and never more than about a second and a half for many.
int millisecondsPerStep(int steps) {
  return std::clamp(1500 / std::max(steps, 1), 1, 250);
}

double mixed(const Parameter& parameter, double from, double to, double progress) {
  const bool geometric = parameter.spacing == Spacing::Logarithmic && from > 0 && to > 0;
  return geometric ? std::exp(std::lerp(std::log(from), std::log(to), progress))
                   : std::lerp(from, to, progress);
}

} // namespace

double cubicInOut(double progress) {
  const double rest = 2 - 2 * progress;
  return progress < 0.5 ? 4 * progress * progress * progress : 1 - rest * rest * rest / 2;
}

State between(const Description& description, const State& from, const State& to, double progress) {
  State state = to;
  state.steps = std::min(from.steps, to.steps);
  for (std::size_t i = 0; i < state.values.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (parameter.kind == Kind::Table && from.values[i] != to.values[i]) {
      const Eigen::MatrixXd first = tableOf(parameter, from.values[i]);
      const Eigen::MatrixXd last = tableOf(parameter, to.values[i]);
      if (first.rows() == last.rows()) // otherwise there is no way in between
        state.values[i] = tableText(parameter, first.binaryExpr(last, [progress](double a, double b) {
          return std::lerp(a, b, progress);
        }));
    }
    if (parameter.kind != Kind::Number && parameter.kind != Kind::Integer)
      continue;
    const double first = std::get<double>(from.values[i]);
    const double last = std::get<double>(to.values[i]);
    if (first != last)
      state.values[i] = clamped(parameter, mixed(parameter, first, last, progress), to.values[i]);
  }
  return state;
}

bool Session::isAnimating() const {
  return animation_ != nullptr;
}

void Session::stopAnimation() {
  if (!animation_)
    return;
  *animation_->end = state_;
  animation_.reset();
  animationTimer_.stop();
}

void Session::arrive() {
  if (animation_)
    Animation::finish(*this);
}

void Session::showMe() {
  std::vector<State> targets;
  State state = state_;
  for (const Keyframe& keyframe : description().showMe) {
    const StateResult next = withSettings(description(), state, keyframe.settings);
    if (!next.ok()) {
      emit rejected(next.error);
      return;
    }
    state = keepingLocked(next.state);
    state.steps = keyframe.steps;
    targets.push_back(state);
  }
  if (targets.empty())
    return;
  pause();
  const QString undoText = tr("Show me");
  if (isInGesture()) {
    stopAnimation();
    moveTo(targets.back(), undoText);
    isOwnMove_ = false;
  } else {
    animate(description().showMe, std::move(targets), undoText);
  }
}

void Session::goThrough(std::vector<State> states, const std::vector<int>& milliseconds,
                        const QString& undoText) {
  if (states.empty())
    return;
  std::vector<Keyframe> legs(states.size());
  for (std::size_t i = 0; i < legs.size(); ++i)
    legs[i].milliseconds = i < milliseconds.size() ? milliseconds[i] : 0;
  pause();
  for (State& state : states)
    state = keepingLocked(std::move(state));
  const bool isStill = reducedMotion_ && states.size() == 1;
  if (milliseconds.empty() || isStill || isInGesture()) {
    stopAnimation();
    moveTo(std::move(states.back()), undoText);
    isOwnMove_ = false;
  } else {
    animate(std::move(legs), std::move(states), undoText);
  }
}

void Session::animate(std::vector<Keyframe> keyframes, std::vector<State> targets, const QString& undoText) {
  stopAnimation();
  const bool alreadyThere = std::all_of(targets.begin(), targets.end(), [this](const State& target) {
    return target.values == state_.values && target.steps == state_.steps;
  });
  if (alreadyThere)
    return;
  isOwnMove_ = false;
  auto end = std::make_shared<State>(targets.back());
  // The next step of a process that plays would stop the picture half-way.
  pause();
  // The undo step is made at the start, so that undo works while the picture is still moving.
  undoStack_.push(new StateCommand(*this, state_, end, undoText, {}));
  animation_ = std::make_unique<Animation>();
  animation_->keyframes = std::move(keyframes);
  animation_->targets = std::move(targets);
  animation_->end = std::move(end);
  animation_->jumps = reducedMotion_ || usesWorker();
  Animation::beginLeg(*this);
  animationTimer_.start(tickMilliseconds);
  if (animation_->jumps)
    Animation::jump(*this);
}

void Session::Animation::beginLeg(Session& session) {
  session.animation_->legStart = session.state_;
  session.animation_->clock.start();
}

void Session::Animation::jump(Session& session) {
  const Animation& animation = *session.animation_;
  if (animation.leg + 1 == animation.targets.size())
    finish(session);
  else
    session.assign(animation.targets[animation.leg]);
}

void Session::Animation::finish(Session& session) {
  const State last = session.animation_->targets.back();
  session.animation_.reset();
  session.animationTimer_.stop();
  session.assign(last);
  // Goals are judged at the end, even when the last frame was there already.
  session.dirty_ = true;
  session.schedule();
}

void Session::animationTick() {
  Animation& animation = *animation_;
  const State& target = animation.targets[animation.leg];
  const double elapsed = static_cast<double>(animation.clock.elapsed());
  if (animation.jumps) {
    if (isComputing() || elapsed < std::max(animation.keyframes[animation.leg].milliseconds, leastRest))
      return;
    ++animation.leg;
    Animation::beginLeg(*this);
    return Animation::jump(*this);
  }
  const double ease = static_cast<double>(std::max(animation.keyframes[animation.leg].milliseconds, 1));
  // What shares a value with this panel may end the animation as it takes it.
  if (elapsed < ease) {
    assign(between(description(), animation.legStart, target, cubicInOut(elapsed / ease)));
    boundReplay_ = true;
    return;
  }

  const int stepsBefore = std::min(animation.legStart.steps, target.steps);
  const int perStep = millisecondsPerStep(target.steps - stepsBefore);
  const int steps = stepsBefore + static_cast<int>((elapsed - ease) / perStep);
  if (steps < target.steps) {
    State next = target;
    next.steps = steps;
    assign(std::move(next));
    return;
  }

  const bool lastLeg = animation.leg + 1 == animation.targets.size();
  if (lastLeg)
    return Animation::finish(*this);
  assign(target);
  if (!animation_)
    return;
  ++animation_->leg;
  Animation::beginLeg(*this);
}

} // namespace eigenboard::panel
