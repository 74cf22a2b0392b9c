#include "views/panel/viewing.h"

namespace eigenboard::panel {

Viewing::~Viewing() {
  leave();
}

void Viewing::show(Session& session) {
  if (session_ == &session)
    return;
  ++session.viewers_;
  leave();
  session_ = &session;
}

void Viewing::leave() {
  if (session_ && --session_->viewers_ == 0)
    session_->pause();
}

} // namespace eigenboard::panel
