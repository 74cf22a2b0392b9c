#pragma once

#include "views/panel/kept_runs.h"
#include "views/panel/run_ghost.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QUndoStack;

namespace eigenboard::panel {

class Session;

/// The runs that the reader keeps of one panel, in the order in which they were kept, and their ghosts in its
/// picture. Every change is one undo step.
class RunShelf : public QObject {
  Q_OBJECT

 public:
  /// Both outlive the shelf.
  RunShelf(Session& session, QUndoStack& undoStack);
  ~RunShelf() override;

  const KeptRuns& runs() const { return runs_; }
  /// What the present run and then each kept one is called: the reader's name, or what differs among them.
  QStringList names() const;
  /// The present run. Refused, and Session::rejected() says why, where it is kept already or the shelf is
  /// full. All indices below are those of runs(); one that is none changes nothing.
  void keep();
  void remove(int index);
  void rename(int index, const QString& name); ///< empty: called by what differs again
  void setGhost(int index, bool isGhost);
  void bringBack(int index);

  /// The present picture with the ghosts in it: of a process at the step of the present run, so that they
  /// race. Valid until the next call. Cost without ghosts: nothing; with them a copy of the scene, and for
  /// each ghost an evaluation after the step or the run has changed.
  const scene::Scene& picture();
  /// The same for a frame: ghosts that would take longer than a third of it lag behind, and ghostsMoved()
  /// comes when there is more to show.
  const scene::Scene& livePicture();

  QJsonArray toJson() const;
  /// Takes kept runs without an undo step; empty, or one line that says what could not be read.
  QString fromJson(const QJsonValue& json);

 signals:
  void changed(); ///< the runs, their names as kept, or which of them are ghosts
  void ghostsMoved();

 private:
  friend class RunsCommand;
  bool has(int index) const { return index >= 0 && index < static_cast<int>(runs_.size()); }
  void change(KeptRuns next, const QString& undoText);
  void take(KeptRuns next);
  const scene::Scene& compose(bool isBounded);

  Session& session_;
  QUndoStack& undoStack_;
  KeptRuns runs_;
  std::vector<std::unique_ptr<RunGhost>> ghosts_; ///< of the runs that are ghosts, in their order
  scene::Scene composed_;
  QTimer lagging_;
};

} // namespace eigenboard::panel
