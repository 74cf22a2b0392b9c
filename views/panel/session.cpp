#include "views/panel/session.h"

#include "views/panel/run_shelf.h"
#include "views/panel/session_animation.h"
#include "views/panel/shared_objects.h"
#include "views/panel/state_command.h"
#include "views/panel/table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds briefly{700};

bool same(const State& first, const State& second) {
  return first.values == second.values && first.steps == second.steps;
}

} // namespace

struct Session::Gesture {
  int depth = 1; ///< gestures may nest
  State start;
  QString text;
  Merging merging = Merging::Never;
};

Session::Session(const Panel& panel, QUndoStack& undoStack, QObject* parent)
    : QObject(parent), panel_(panel), undoStack_(undoStack),
      runs_(std::make_unique<RunShelf>(*this, undoStack)), state_(defaultState(panel.description())) {
  connect(&playback_, &Playback::due, this, &Session::playOn);
  if (description().isSlow) {
    worker_ = std::make_unique<Worker>(panel);
    connect(worker_.get(), &Worker::answered, this, &Session::takeAnswer);
  }
  animationTimer_.setTimerType(Qt::PreciseTimer);
  connect(&animationTimer_, &QTimer::timeout, this, &Session::animationTick);
  touched_.resize(state_.values.size() + 1);
  restore(state_);
}

Session::~Session() = default;

double Session::number(const QString& key) const {
  const int index = parameterIndex(description(), key);
  const double* number =
      index < 0 ? nullptr : std::get_if<double>(&state_.values[static_cast<std::size_t>(index)]);
  return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

void Session::beginGesture(const QString& undoText, Merging merging) {
  if (gesture_) {
    ++gesture_->depth;
    return;
  }
  stopAnimation();
  gesture_ = std::make_unique<Gesture>(Gesture{1, state_, undoText, merging});
  wantedSteps_ = state_.steps;
}

void Session::endGesture() {
  if (!gesture_ || --gesture_->depth > 0)
    return;
  const std::unique_ptr<Gesture> ended = std::move(gesture_);
  if (same(state_, ended->start))
    return;
  undoStack_.push(
      new StateCommand(*this, ended->start, std::make_shared<State>(state_), ended->text,
                       ended->merging == Merging::Briefly ? briefly : std::chrono::milliseconds{}));
}

std::optional<State> Session::withAssignment(State state, const QString& key, const Value& value) {
  const int index = parameterIndex(description(), key);
  if (const auto cell = index < 0 ? tableCellAt(description(), key) : std::nullopt) {
    const StateResult changed = withTableCell(description(), std::move(state), *cell, value);
    if (changed.ok())
      return changed.state;
    emit rejected(changed.error);
    return std::nullopt;
  }
  if (index < 0) {
    // The settings know how to word this, with the nearest name.
    emit rejected(withSettings(description(), state, {{key, {}}}).error);
    return std::nullopt;
  }
  const auto at = static_cast<std::size_t>(index);
  const Parameter& parameter = description().parameters[at];
  const double* number = std::get_if<double>(&value);
  if (number && std::isnan(*number)) {
    emit rejected(tr("%1 must be a number").arg(parameter.label));
    return std::nullopt;
  }
  if (std::holds_alternative<QString>(value) != holdsText(parameter)) {
    emit rejected(number ? tr("%1 takes text").arg(parameter.label)
                         : tr("%1 takes a number").arg(parameter.label));
    return std::nullopt;
  }
  if (manner_.locked.contains(parameter.key)) {
    emit rejected(tr("%1 is locked; unlock it to change it").arg(parameter.label));
    return std::nullopt;
  }
  state.values[at] = clamped(parameter, value, state.values[at]);
  return state;
}

bool Session::set(const QString& key, const Value& value) {
  stopAnimation();
  std::optional<State> next = withAssignment(state_, key, value);
  if (!next)
    return false;
  const int index = parameterIndex(description(), key);
  next->steps = isInGesture() ? wantedSteps_ : state_.steps;
  moveTo(std::move(*next),
         tr("Change %1").arg(description().parameters[static_cast<std::size_t>(index)].label));
  boundReplay_ = true;
  return true;
}

bool Session::set(const scene::Assignments& assignments, const QString& undoText) {
  stopAnimation();
  State next = state_;
  next.steps = isInGesture() ? wantedSteps_ : state_.steps;
  for (const auto& [key, number] : assignments) {
    std::optional<State> changed = withAssignment(std::move(next), key, number);
    if (!changed)
      return false;
    next = std::move(*changed);
  }
  moveTo(std::move(next), undoText.isEmpty() ? tr("Move") : undoText);
  boundReplay_ = true;
  return true;
}

bool Session::apply(const Settings& settings, Move move) {
  if (shared_ && namesSharedObject(description(), settings))
    return shared_->apply(*this, settings, move);
  const StateResult result = withSettings(description(), state_, settings);
  if (!result.ok()) {
    emit rejected(result.error);
    return false;
  }
  QStringList names;
  for (const auto& [key, text] : settings)
    names += key == u"preset"_s ? text : key;
  const QString undoText = tr("Set %1").arg(names.join(u", "_s));
  const State wanted = keepingLocked(result.state);
  // A slow panel could not follow.
  if (move == Move::Eased && !reducedMotion_ && !usesWorker() && !panel_.isSlowAt(wanted.values) &&
      !isInGesture()) {
    Keyframe keyframe;
    keyframe.milliseconds = easeMilliseconds;
    animate({keyframe}, {wanted}, undoText);
  } else {
    stopAnimation();
    moveTo(wanted, undoText);
    isOwnMove_ = move == Move::ByHand;
  }
  return true;
}

void Session::reset() {
  stopAnimation();
  State next = defaultsOf(description(), state_);
  next.unknown = state_.unknown;
  moveTo(std::move(next), tr("Reset"));
}

void Session::reset(const QString& parameterOrGroup) {
  stopAnimation();
  State next = state_;
  QString label;
  for (std::size_t i = 0; i < next.values.size(); ++i) {
    const Parameter& parameter = description().parameters[i];
    if (parameter.key != parameterOrGroup &&
        (parameter.group != parameterOrGroup || parameter.group.isEmpty()))
      continue;
    if (manner_.locked.contains(parameter.key)) {
      emit rejected(tr("%1 is locked; unlock it to change it").arg(parameter.label));
      return;
    }
    next.values[i] = parameter.defaultValue;
    label = parameter.key == parameterOrGroup ? parameter.label : parameterOrGroup;
  }
  if (label.isEmpty())
    emit rejected(withSettings(description(), state_, {{parameterOrGroup, {}}}).error);
  else
    moveTo(std::move(next), tr("Reset %1").arg(label));
}

void Session::restore(const State& state) {
  stopAnimation();
  assign(state);
  isOwnMove_ = false;
  compute();
  goalsToTell_.clear();
}

void Session::moveTo(State next, const QString& undoText, std::chrono::milliseconds mergeWindow) {
  isOwnMove_ = true;
  if (same(next, state_))
    return;
  const State before = state_;
  assign(std::move(next));
  if (!isInGesture())
    undoStack_.push(new StateCommand(*this, before, std::make_shared<State>(state_), undoText, mergeWindow));
}

void Session::assign(State next) {
  if (!dirty_ && same(next, state_)) {
    state_.unknown = std::move(next.unknown);
    return;
  }
  for (std::size_t i = 0; i < next.values.size(); ++i)
    if (next.values[i] != state_.values[i])
      touched_[i] = true;
  if (next.steps != state_.steps)
    touched_.back() = true;
  state_ = std::move(next);
  wantedSteps_ = state_.steps;
  boundReplay_ = false;
  dirty_ = true;
  schedule();
  if (shared_)
    shared_->take(*this);
}

} // namespace eigenboard::panel
