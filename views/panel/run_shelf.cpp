#include "views/panel/run_shelf.h"

#include "views/panel/runs_command.h"
#include "views/panel/session.h"
#include "views/scene/ghost.h"

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

/// Of a frame of 16 ms, beside the present run's own evaluation and painting.
constexpr std::chrono::milliseconds ghostBudget{5};

/// The present state where it is given, and all that are kept.
std::vector<const State*> statesOf(const State* present, const KeptRuns& runs) {
  std::vector<const State*> states;
  if (present)
    states.push_back(present);
  for (const KeptRun& run : runs)
    states.push_back(&run.state);
  return states;
}

bool isSamePlace(const State& first, const State& second) {
  return first.values == second.values && first.steps == second.steps;
}

} // namespace

RunShelf::RunShelf(Session& session, QUndoStack& undoStack) : session_(session), undoStack_(undoStack) {
  lagging_.setSingleShot(true);
  connect(&lagging_, &QTimer::timeout, this, &RunShelf::ghostsMoved);
}

RunShelf::~RunShelf() = default;

QStringList RunShelf::names() const {
  QStringList names = namesByDifference(session_.description(), statesOf(&session_.state(), runs_));
  for (std::size_t i = 0; i < runs_.size(); ++i)
    if (!runs_[i].name.isEmpty())
      names[static_cast<qsizetype>(i) + 1] = runs_[i].name;
  return names;
}

void RunShelf::keep() {
  if (session_.isComputing()) {
    emit session_.rejected(tr("this run is still being computed; it can be kept when it is done"));
    return;
  }
  KeptRun run;
  for (const Readout& readout : session_.evaluation().readouts)
    run.readouts.emplace_back(readout.key, readout.value);
  run.state = session_.state();
  run.state.unknown = {};
  const auto same = std::find_if(runs_.begin(), runs_.end(),
                                 [&run](const KeptRun& kept) { return isSamePlace(kept.state, run.state); });
  if (same != runs_.end()) {
    emit session_.rejected(tr("This run is kept already: %1").arg(names().at(same - runs_.begin() + 1)));
    return;
  }
  if (runs_.size() >= mostKeptRuns) {
    emit session_.rejected(
        tr("%1 runs are kept, and there is no room for more; remove one first").arg(mostKeptRuns));
    return;
  }
  KeptRuns next = runs_;
  next.push_back(std::move(run));
  change(std::move(next), tr("Keep this run"));
}

void RunShelf::remove(int index) {
  if (!has(index))
    return;
  KeptRuns next = runs_;
  next.erase(next.begin() + index);
  change(std::move(next), tr("Remove the run %1").arg(names().at(index + 1)));
}

void RunShelf::rename(int index, const QString& name) {
  if (!has(index) || runs_[static_cast<std::size_t>(index)].name == asRunName(name))
    return;
  KeptRuns next = runs_;
  next[static_cast<std::size_t>(index)].name = asRunName(name);
  change(std::move(next), tr("Rename a run"));
}

void RunShelf::setGhost(int index, bool isGhost) {
  if (!has(index) || runs_[static_cast<std::size_t>(index)].isGhost == isGhost)
    return;
  KeptRuns next = runs_;
  next[static_cast<std::size_t>(index)].isGhost = isGhost;
  change(std::move(next), isGhost ? tr("Show the ghost of a run") : tr("Hide the ghost of a run"));
}

void RunShelf::bringBack(int index) {
  if (!has(index))
    return;
  session_.pause();
  session_.stopAnimation();
  State next = runs_[static_cast<std::size_t>(index)].state;
  next.unknown = session_.state_.unknown;
  session_.moveTo(session_.keepingLocked(std::move(next)),
                  tr("Bring back the run %1").arg(names().at(index + 1)));
  session_.isOwnMove_ = false;
}

void RunShelf::change(KeptRuns next, const QString& undoText) {
  undoStack_.push(new RunsCommand(*this, std::move(next), undoText));
}

void RunShelf::take(KeptRuns next) {
  runs_ = std::move(next);
  const QStringList names = namesByDifference(session_.description(), statesOf(nullptr, runs_));
  std::vector<std::unique_ptr<RunGhost>> before = std::exchange(ghosts_, {});
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const KeptRun& run = runs_[i];
    if (!run.isGhost)
      continue;
    const QString name = run.name.isEmpty() ? names[static_cast<qsizetype>(i)] : run.name;
    const QString caption = tr("Earlier run: %1 (%2)").arg(u"%1"_s, name);
    const auto known = std::find_if(before.begin(), before.end(), [&](const auto& ghost) {
      return ghost && ghost->isOf(run.state, caption);
    });
    ghosts_.push_back(known != before.end()
                          ? std::move(*known)
                          : std::make_unique<RunGhost>(session_.panel(), run.state, caption));
  }
  emit changed();
  emit ghostsMoved();
}

const scene::Scene& RunShelf::picture() {
  return compose(false);
}

const scene::Scene& RunShelf::livePicture() {
  return compose(true);
}

const scene::Scene& RunShelf::compose(bool isBounded) {
  const scene::Scene& present = session_.evaluation().scene;
  if (ghosts_.empty())
    return present;
  using Clock = std::chrono::steady_clock;
  const Clock::time_point deadline = isBounded ? Clock::now() + ghostBudget : Clock::time_point::max();
  bool isWhole = true;
  composed_ = present;
  for (const std::unique_ptr<RunGhost>& ghost : ghosts_) {
    // A slow panel is not computed twice: its ghost is what it showed when it last stood there.
    if (ghost->isSlow()) {
      if (!session_.isComputing() && session_.problem().isEmpty())
        ghost->takeIfThere(session_.state(), present);
    } else {
      isWhole = ghost->moveTo(session_.step(), deadline) && isWhole;
    }
    composed_ = scene::withGhost(std::move(composed_), ghost->marks());
  }
  if (!isWhole)
    lagging_.start(0);
  return composed_;
}

QJsonArray RunShelf::toJson() const {
  return panel::toJson(session_.description(), runs_);
}

QString RunShelf::fromJson(const QJsonValue& json) {
  KeptRunsResult result = keptRunsFromJson(session_.description(), json);
  if (!result.runs.empty() || !runs_.empty())
    take(std::move(result.runs));
  return result.error;
}

} // namespace eigenboard::panel
