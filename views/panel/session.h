#pragma once

#include "views/panel/manner.h"
#include "views/panel/merging.h"
#include "views/panel/move.h"
#include "views/panel/playback.h"
#include "views/panel/spotlight.h"
#include "views/panel/state.h"
#include "views/panel/worker.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtGui/QUndoStack>

#include <chrono>
#include <memory>
#include <optional>

namespace eigenboard::panel {

class RunShelf;
class SharedObjects;

/// A panel in use: the one place that holds its state. Every change goes through here, is clamped, becomes
/// undoable, and is answered by one evaluation per event-loop turn, whatever the number of changes before it.
class Session : public QObject {
  Q_OBJECT

 public:
  Session(const Panel& panel, QUndoStack& undoStack, QObject* parent = nullptr); ///< both outlive it
  ~Session() override;

  const Panel& panel() const { return panel_; }
  const Description& description() const { return panel_.description(); }
  const State& state() const { return state_; }
  /// The picture, formula and invariants of the last evaluation without a problem, with the readouts of the
  /// present state. Evaluates at once if a change is pending; evaluated() still comes in its turn. A slow
  /// panel is computed on a thread of its own, and this is what it answered last; at first nothing.
  const Evaluation& evaluation();
  const QString& problem() const { return problem_; } ///< why there is no new picture, or empty
  bool isComputing() const { return usesWorker() && (dirty_ || worker_->isBusy()); } ///< a slow panel, still
  double computed() const { return usesWorker() ? worker_->fraction() : 0; }         ///< how much, in [0, 1]
  void cancelComputing();                       ///< keeps the last picture, and problem() says so
  Spotlight& spotlight() { return spotlight_; } ///< what of this panel the reader points at now
  RunShelf& runs() { return *runs_; }           ///< kept for comparison; the picture with their ghosts
  SharedObjects* shared() { return shared_; }   ///< what it shares with others; null outside a desk
  double number(const QString& key) const;      ///< NaN for an unknown key and for text

  /// Between beginGesture and endGesture all changes are one undo step. Gestures may nest.
  void beginGesture(const QString& undoText, Merging merging = Merging::Never);
  void endGesture();
  bool isInGesture() const { return gesture_ != nullptr; }

  /// Values are clamped. Unknown keys, values of the wrong type and NaN are refused: false, and rejected()
  /// says why; of several assignments then none is made. Outside a gesture each call is an undo step.
  bool set(const QString& key, const Value& value);
  bool set(const scene::Assignments& assignments, const QString& undoText = {});
  /// Settings in text form, as one undo step. False: nothing changed, and rejected() said why.
  bool apply(const Settings& settings, Move move = Move::ByHand);
  void reset(); ///< all but the seeds, which decide what the reader compares
  void reset(const QString& parameterOrGroup);
  void newSeed(const QString& key); ///< drawn by the clock, as nothing else in the program is
  const Manner& manner() const { return manner_; }
  /// A locked seed: presets and links leave it and tell by noted(); only undo, redo and restore change it.
  void setManner(const Manner& manner);
  void restore(const State& state); ///< a saved one, without an undo step; its goals were met before
  /// Plays the description's keyframes as one undo step; with reduced motion, or a slow panel, it jumps.
  void showMe();
  /// Eases to each state in turn, within its milliseconds (0: at once), as one undo step.
  void goThrough(std::vector<State> states, const std::vector<int>& milliseconds, const QString& undoText);
  void stopAnimation(); ///< where it is
  void arrive();        ///< where it leads, at once
  bool isAnimating() const;
  bool isProcess() const { return description().isProcess(); }
  /// When parameters change in a gesture, the process is replayed to the step where the gesture began, so
  /// that its trail follows the hand; where that takes more than 5 ms, to the step it got to.
  int step() const { return state_.steps; }
  int recordedSteps() const; ///< how far the process has been computed
  bool isAtEnd();            ///< no step beyond the present one
  void scrubTo(int step);    ///< computes up to there if need be
  void stepForward();
  void stepBack();
  void play(); ///< at the process' pace times manner().speed; at its end from the start
  void pause();
  bool isPlaying() const { return playback_.isRunning(); }
  void setReducedMotion(bool reduced) { reducedMotion_ = reduced; }

 signals:
  void evaluated(); ///< also as a slow one begins or is cancelled; at most once per event-loop turn
  /// Keys whose values changed since the last evaluation, also those that changed back, and "steps".
  void changed(const QStringList& keys);
  void rejected(const QString& reason);
  void noted(const QString& remark); ///< of a change that was made, but not whole
  void mannerChanged();
  void goalReached(const QString& key);
  void playingChanged();

 private:
  friend class RunShelf;
  friend class SharedObjects;
  friend class StateCommand;
  friend class Viewing;
  void moveTo(State next, const QString& undoText, std::chrono::milliseconds mergeWindow = {});
  void assign(State next);
  std::optional<State> withAssignment(State state, const QString& key, const Value& value);
  State keepingLocked(State wanted);
  void playOn(int steps);
  void schedule();
  bool usesWorker() const { return worker_ && panel_.isSlowAt(state_.values); }
  void compute();
  void takeAnswer();
  void show(Evaluation next);
  void replay();
  void notify();
  void noteGoals(const std::vector<QString>& reached);
  void animate(std::vector<Keyframe> keyframes, std::vector<State> targets, const QString& undoText);
  void animationTick();

  const Panel& panel_;
  QUndoStack& undoStack_;
  Spotlight spotlight_;
  std::unique_ptr<RunShelf> runs_;
  SharedObjects* shared_ = nullptr;
  State state_;
  std::vector<bool> touched_; ///< what changed since views were told; the last place: the steps
  Evaluation evaluation_;
  QString problem_;
  std::vector<QString> goalsMet_;
  std::vector<QString> goalsToTell_;
  QString toNote_;
  Manner manner_;
  bool isOwnMove_ = true;          ///< by the reader; a link, "Show me" or undo meets goals in silence
  std::unique_ptr<Worker> worker_; ///< of a slow panel; it has the run where one is used
  std::unique_ptr<Run> run_;
  Values runValues_;
  int wantedSteps_ = 0;      ///< where a replay tries to get to, when the process was cut short meanwhile
  bool boundReplay_ = false; ///< a frame of a drag or animation: better a shorter trail than a late picture
  bool dirty_ = true;
  bool scheduled_ = false;
  struct Gesture;
  std::unique_ptr<Gesture> gesture_;
  Playback playback_;
  QTimer animationTimer_;
  struct Animation;
  std::unique_ptr<Animation> animation_;
  bool reducedMotion_ = false;
  int viewers_ = 0; ///< Viewing counts them
};

} // namespace eigenboard::panel
