#pragma once

#include "views/panel/spotlight.h"
#include "views/panel/state.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtGui/QUndoStack>

#include <chrono>
#include <memory>
#include <optional>

namespace eigenboard::panel {

/// Whether a gesture joins the one before it, if that was the same gesture a moment ago (700 ms): an arrow
/// key that repeats is one undo step, two drags of the mouse are two.
enum class Merging : std::uint8_t { Never, Briefly };

/// A panel in use: the one place that holds its state. Every change goes through here, is clamped, becomes
/// undoable, and is answered by one evaluation per event-loop turn, whatever the number of changes before it.
class Session : public QObject {
  Q_OBJECT

 public:
  /// panel and undoStack outlive the session.
  Session(const Panel& panel, QUndoStack& undoStack, QObject* parent = nullptr);
  ~Session() override;

  const Panel& panel() const { return panel_; }
  const Description& description() const { return panel_.description(); }
  const State& state() const { return state_; }
  /// The picture, formula and invariants of the last evaluation without a problem, with the readouts of the
  /// present state. Evaluates at once if a change is pending; evaluated() still comes in its turn.
  const Evaluation& evaluation();
  /// Why the present state has no picture; empty when it has one. As of the last evaluation.
  const QString& problem() const { return problem_; }
  /// What of this panel the reader points at now.
  Spotlight& spotlight() { return spotlight_; }
  /// NaN for an unknown key and for text.
  double number(const QString& key) const;

  /// Between beginGesture and endGesture all changes are one undo step. Gestures may nest.
  void beginGesture(const QString& undoText, Merging merging = Merging::Never);
  void endGesture();
  bool isInGesture() const { return gestureDepth_ > 0; }

  /// Values are clamped. Unknown keys, values of the wrong type and NaN are refused: false, and rejected()
  /// says why; of several assignments then none is made. Outside a gesture each call is an undo step.
  bool set(const QString& key, const Value& value);
  bool set(const scene::Assignments& assignments, const QString& undoText = {});
  /// Settings in text form (a link, a typed matrix). animated: numbers ease there, as one undo step.
  /// False: nothing changed, and rejected() said why.
  bool apply(const Settings& settings, bool animated = false);
  void reset();
  void reset(const QString& parameterOrGroup);
  /// Takes a saved state, without an undo step; goals that it meets were met before.
  void restore(const State& state);
  /// Plays the keyframes of the description as one undo step and stays at the last.
  void showMe();
  /// Eases to each of these states in turn, within its milliseconds, and stays at the last; without
  /// milliseconds at once. One undo step; where the panel is there already, none. States are of this panel.
  void goThrough(std::vector<State> states, const std::vector<int>& milliseconds, const QString& undoText);
  void stopAnimation();
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
  void play(double stepsPerSecond = 4);
  void pause();
  bool isPlaying() const { return playTimer_.isActive(); }

  void setReducedMotion(bool reduced) { reducedMotion_ = reduced; }

 signals:
  /// After an evaluation: at most once per event-loop turn.
  void evaluated();
  /// Keys whose values changed since the last evaluation, also those that changed back, and "steps".
  void changed(const QStringList& keys);
  void rejected(const QString& reason);
  void goalReached(const QString& key);
  void playingChanged();

 private:
  friend class StateCommand;
  void moveTo(State next, const QString& undoText, std::chrono::milliseconds mergeWindow = {});
  void assign(State next);
  std::optional<State> withAssignment(State state, const QString& key, const Value& value);
  void schedule();
  void compute();
  void replay();
  void notify();
  void noteGoals(const std::vector<QString>& reached);
  void animate(std::vector<Keyframe> keyframes, std::vector<State> targets, const QString& undoText);
  void beginLeg();
  void animationTick();

  const Panel& panel_;
  QUndoStack& undoStack_;
  Spotlight spotlight_;
  State state_;
  std::vector<bool>
      touched_; ///< parameters that changed since views were last told; the last place is for the steps
  Evaluation evaluation_;
  QString problem_;
  std::vector<QString> goalsMet_;
  std::vector<QString> goalsToTell_;
  bool isOwnMove_ =
      true; ///< the reader made the last change; a link, "Show me" or undo meets goals in silence
  std::unique_ptr<Run> run_;
  Values runValues_;
  int wantedSteps_ = 0;      ///< where a replay tries to get to, when the process was cut short meanwhile
  bool boundReplay_ = false; ///< a frame of a drag or animation: better a shorter trail than a late picture
  bool dirty_ = true;
  bool scheduled_ = false;
  int gestureDepth_ = 0;
  State gestureStart_;
  QString gestureText_;
  Merging gestureMerging_ = Merging::Never;
  QTimer playTimer_;
  QTimer animationTimer_;
  struct Animation;
  std::unique_ptr<Animation> animation_;
  bool reducedMotion_ = false;
};

} // namespace eigenboard::panel
