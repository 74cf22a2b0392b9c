#pragma once

#include "views/panel/state.h"

#include <QtCore/QPointer>
#include <QtGui/QUndoCommand>

#include <chrono>
#include <memory>

namespace eigenboard::panel {

class Session;

/// One undo step: a session's whole state before and after. after is shared with an animation that is still
/// on its way, which writes there where it was stopped.
class StateCommand final : public QUndoCommand {
 public:
  /// mergeWindow: joins a command of the same session and text that was made at most so long ago; zero:
  /// never.
  StateCommand(Session& session, State before, std::shared_ptr<State> after, const QString& text,
               std::chrono::milliseconds mergeWindow);
  void undo() override;
  void redo() override;
  int id() const override;
  bool mergeWith(const QUndoCommand* other) override;

 private:
  QPointer<Session> session_; ///< null once the session is gone: then the command does nothing
  State before_;
  std::shared_ptr<State> after_;
  std::chrono::milliseconds mergeWindow_;
  std::chrono::steady_clock::time_point made_;
  bool done_ = true; ///< the session is in the state already when the command is made
};

} // namespace eigenboard::panel
