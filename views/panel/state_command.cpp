#include "views/panel/state_command.h"

#include "views/panel/session.h"

namespace eigenboard::panel {

StateCommand::StateCommand(Session& session, State before, std::shared_ptr<State> after, const QString& text,
                           std::chrono::milliseconds mergeWindow)
    : QUndoCommand(text), session_(&session), before_(std::move(before)), after_(std::move(after)),
      mergeWindow_(mergeWindow), made_(std::chrono::steady_clock::now()) {}

void StateCommand::undo() {
  if (!session_)
    return;
  // Stopping notes where an animation got to; what was undone on its way is redone to its end.
  const State aim = *after_;
  session_->stopAnimation();
  *after_ = aim;
  session_->isOwnMove_ = false;
  session_->assign(before_);
}

void StateCommand::redo() {
  if (done_) {
    done_ = false;
    return;
  }
  if (!session_)
    return;
  session_->stopAnimation();
  session_->isOwnMove_ = false;
  session_->assign(*after_);
}

int StateCommand::id() const {
  return mergeWindow_ > std::chrono::milliseconds::zero() ? 1 : -1;
}

bool StateCommand::mergeWith(const QUndoCommand* other) {
  const auto* next = static_cast<const StateCommand*>(other); // the stack offers only commands of the same id
  if (next->session_ != session_ || next->text() != text() || next->made_ - made_ > next->mergeWindow_)
    return false;
  after_ = next->after_;
  made_ = next->made_;
  mergeWindow_ = next->mergeWindow_;
  if (after_->values == before_.values && after_->steps == before_.steps)
    setObsolete(true);
  return true;
}

} // namespace eigenboard::panel
