#include "app/export/animation.h"

#include "app/export/words.h"
#include "views/panel/session_animation.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::figures {
namespace {

constexpr double slowestFrames = 1;
constexpr double fastestFrames = 60;

AnimationResult noAnimation(const QString& reason) {
  return {{}, reason};
}

QString framesProblem(double framesPerSecond) {
  return framesPerSecond >= slowestFrames && framesPerSecond <= fastestFrames
             ? QString()
             : tr("there can be %1 to %2 frames a second").arg(slowestFrames).arg(fastestFrames);
}

QString tooMany(std::size_t frames) {
  return tr("that makes %1 frames; at most %2 are possible").arg(frames).arg(mostFrames);
}

/// How long the frame of that index is seen, so that no rounding adds up.
int milliseconds(int index, double framesPerSecond) {
  const auto at = [&](int frame) { return std::lround(frame * 1000 / framesPerSecond); };
  return static_cast<int>(at(index + 1) - at(index));
}

/// As long as the stage takes for one step of so many.
int millisecondsPerStep(int steps) {
  return std::clamp(1500 / std::max(steps, 1), 1, 250);
}

/// The frames from one keyframe to the next, without either.
void addMove(std::vector<AnimationFrame>& frames, const panel::Description& description,
             const panel::State& from, const panel::State& to, double framesPerSecond) {
  const int count =
      std::max(1, static_cast<int>(std::lround(panel::easeMilliseconds * framesPerSecond / 1000)));
  if (from.values != to.values)
    for (int i = 1; i < count; ++i)
      frames.push_back(
          {panel::between(description, from, to, panel::cubicInOut(static_cast<double>(i) / count)),
           milliseconds(i, framesPerSecond)});
  const int stepsBefore = std::min(from.steps, to.steps);
  const int steps = to.steps - stepsBefore;
  const double frameTime = 1000 / framesPerSecond;
  const double stepsPerFrame = std::max(1.0, frameTime / millisecondsPerStep(steps));
  for (double done = stepsPerFrame; done < steps; done += stepsPerFrame) {
    panel::State state = to;
    state.steps = stepsBefore + static_cast<int>(done);
    frames.push_back({std::move(state), std::max(millisecondsPerStep(steps), static_cast<int>(frameTime))});
  }
}

} // namespace

SweepResult sweepFromText(const QString& text) {
  const QString wrong = tr("'%1' is no sweep; write key=from:to or key=from:to:frames").arg(text.left(100));
  const qsizetype equals = text.indexOf(QLatin1Char('='));
  if (equals < 1)
    return {{}, wrong};
  const QStringList parts = text.mid(equals + 1).split(QLatin1Char(':'));
  if (parts.size() < 2 || parts.size() > 3 || parts[0].isEmpty() || parts[1].isEmpty())
    return {{}, wrong};
  Sweep sweep{text.left(equals), parts[0], parts[1]};
  if (parts.size() == 3) {
    bool isNumber = false;
    sweep.frames = parts[2].toInt(&isNumber);
    if (!isNumber)
      return {{}, wrong};
  }
  return {sweep, {}};
}

AnimationResult sweepAnimation(const panel::Description& description, const panel::State& state,
                               const Sweep& sweep, double framesPerSecond) {
  if (const QString problem = framesProblem(framesPerSecond); !problem.isEmpty())
    return noAnimation(problem);
  if (sweep.frames < 2 || sweep.frames > mostFrames)
    return noAnimation(tr("a sweep has 2 to %1 frames").arg(mostFrames));
  if (sweep.key == QStringLiteral("preset") || sweep.key == QStringLiteral("steps"))
    return noAnimation(tr("'%1' is no parameter; a sweep moves a number of the panel").arg(sweep.key));
  const panel::StateResult from = panel::withSettings(description, state, {{sweep.key, sweep.from}});
  const panel::StateResult to = panel::withSettings(description, state, {{sweep.key, sweep.to}});
  if (!from.ok() || !to.ok())
    return noAnimation(from.ok() ? to.error : from.error);
  const int index = panel::parameterIndex(description, sweep.key);
  const panel::Kind kind =
      index < 0 ? panel::Kind::Number : description.parameters[static_cast<std::size_t>(index)].kind;
  if (kind != panel::Kind::Number && kind != panel::Kind::Integer)
    return noAnimation(tr("'%1' is no number, and a sweep moves a number").arg(sweep.key));
  AnimationResult result;
  for (int i = 0; i < sweep.frames; ++i) {
    panel::State frame =
        panel::between(description, from.state, to.state, static_cast<double>(i) / (sweep.frames - 1));
    frame.steps = state.steps;
    result.animation.frames.push_back({std::move(frame), milliseconds(i, framesPerSecond)});
  }
  return result;
}

AnimationResult processAnimation(const panel::Panel& panel, const panel::State& state, int first, int last,
                                 double framesPerSecond) {
  const panel::Description& description = panel.description();
  if (const QString problem = framesProblem(framesPerSecond); !problem.isEmpty())
    return noAnimation(problem);
  if (!description.isProcess())
    return noAnimation(tr("%1 is no process, so it has no steps").arg(description.identity.id));
  const int most = description.processes.front().maximumSteps;
  if (first < 0 || last < 0 || std::max(first, last) > most)
    return noAnimation(tr("the steps of %1 go from 0 to %2").arg(description.identity.id).arg(most));
  const std::unique_ptr<panel::Run> run = panel.start(state.values);
  while (run && run->length() < std::max(first, last) && run->advance()) {
  }
  const int reached = run ? run->length() : 0;
  if (std::min(first, last) > reached)
    return noAnimation(tr("the process ends after %1 steps").arg(reached));
  const int from = std::min(first, reached);
  const int to = std::min(last, reached);
  const int count = std::abs(to - from) + 1;
  if (count > mostFrames)
    return noAnimation(tooMany(static_cast<std::size_t>(count)));
  AnimationResult result;
  for (int i = 0; i < count; ++i) {
    panel::State frame = state;
    frame.steps = from + (to < from ? -i : i);
    result.animation.frames.push_back({std::move(frame), milliseconds(i, framesPerSecond)});
  }
  return result;
}

AnimationResult keyframeAnimation(const panel::Description& description,
                                  const std::vector<Keyframe>& keyframes, double framesPerSecond) {
  if (const QString problem = framesProblem(framesPerSecond); !problem.isEmpty())
    return noAnimation(problem);
  AnimationResult result;
  std::vector<AnimationFrame>& frames = result.animation.frames;
  for (std::size_t i = 0; i < keyframes.size(); ++i) {
    if (i > 0)
      addMove(frames, description, keyframes[i - 1].state, keyframes[i].state, framesPerSecond);
    frames.push_back({keyframes[i].state, keyframes[i].milliseconds, keyframes[i].label});
  }
  if (frames.empty())
    return noAnimation(tr("there are no keyframes"));
  return frames.size() > mostFrames ? noAnimation(tooMany(frames.size())) : result;
}

AnimationResult deckAnimation(const panel::Description& description, const std::vector<Keyframe>& keyframes,
                              int inBetweens) {
  if (keyframes.empty())
    return noAnimation(tr("there are no keyframes"));
  const std::size_t count =
      keyframes.size() + (keyframes.size() - 1) * static_cast<std::size_t>(std::max(0, inBetweens));
  if (inBetweens < 0 || count > mostFrames)
    return noAnimation(tooMany(count));
  AnimationResult result;
  for (std::size_t i = 0; i < keyframes.size(); ++i) {
    for (int j = 1; i > 0 && j <= inBetweens; ++j)
      result.animation.frames.push_back(
          {panel::between(description, keyframes[i - 1].state, keyframes[i].state,
                          panel::cubicInOut(static_cast<double>(j) / (inBetweens + 1)))});
    result.animation.frames.push_back({keyframes[i].state, keyframes[i].milliseconds, keyframes[i].label});
  }
  return result;
}

} // namespace eigenboard::figures
