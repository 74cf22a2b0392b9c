#pragma once

#include "views/panel/evaluation.h"
#include "views/panel/parameter.h"
#include "views/panel/progress.h"

#include <memory>
#include <utility>
#include <vector>

namespace eigenboard::panel {

struct Identity {
  QString id; ///< "linear_algebra.transform"
  QString title;
  QString purpose; ///< one sentence
  QString section; ///< the chapter it serves: "4.4"
};

/// A named state. settings: parameter or group keys with values in text form; all others are at their
/// default.
struct Preset {
  QString key;
  QString label;
  QString notice; ///< what to look at
  std::vector<std::pair<QString, QString>> settings;
  int steps = 0;
};

struct GoalDescription {
  QString key;
  QString label; ///< "Flatten the plane onto a line"
};

/// One leg of "Show me": ease to these settings (keys not named stay), then take the process to step.
struct Keyframe {
  std::vector<std::pair<QString, QString>> settings;
  int milliseconds = 800;
  int steps = 0;
};

inline constexpr double usualPace = 4; ///< steps a second: slow enough to watch each

struct ProcessDescription {
  QString stepLabel; ///< "Multiply by A once"
  int maximumSteps = 1000;
  double stepsPerSecond = usualPace;
};

struct Description {
  Identity identity;
  std::vector<Parameter> parameters;
  std::vector<Group> groups;
  std::vector<Preset> presets; ///< the first is what a card in the text shows
  std::vector<GoalDescription> goals;
  std::vector<Keyframe> showMe;
  std::vector<ProcessDescription> processes; ///< empty, or the one process of the panel
  bool isSlow = false;                       ///< computed on a thread of its own, at some values at least
  bool comparesStates = false; ///< states are kept to compare, though it has neither process nor seed
  bool isProcess() const { return !processes.empty(); }
  int mostSteps() const { return isProcess() ? processes.front().maximumSteps : 0; }
};

/// One value for each parameter of the description, in its order, each inside its range.
using Values = std::vector<Value>;

/// The recorded history of a process: states 0 (the start) to length().
class Run {
 public:
  virtual ~Run() = default;
  virtual int length() const = 0;
  /// Computes one more state; false, and nothing changes, when the process is at its end.
  virtual bool advance() = 0;
};

/// A panel as its host sees it: a description and pure functions. The same values and step give the same
/// answer. A slow one is shared with the thread that computes it.
class Panel : public std::enable_shared_from_this<Panel> {
 public:
  virtual ~Panel() = default;
  virtual const Description& description() const = 0;
  /// Whether it is computed on a thread of its own at these values; of one that is not slow never.
  virtual bool isSlowAt(const Values&) const { return description().isSlow; }
  /// The process at its start; null for a panel that has none.
  virtual std::unique_ptr<Run> start(const Values& values) const = 0;
  /// The panel at the given step of a run that start() gave for the same values (run null: step is ignored).
  /// Once the progress is cancelled, anything.
  virtual Evaluation evaluate(const Values& values, const Run* run, int step, Progress& progress) const = 0;
  Evaluation evaluate(const Values& values, const Run* run, int step) const {
    Progress unwatched;
    return evaluate(values, run, step, unwatched);
  }
  /// Python that computes the same readouts after so many steps and prints them as one JSON object, where
  /// NaN and infinities are null, "inf" and "-inf".
  virtual QString numpy(const Values& values, int steps) const = 0;
};

using PanelPointer = std::shared_ptr<const Panel>;

} // namespace eigenboard::panel
