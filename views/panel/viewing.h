#pragma once

#include "views/panel/session.h"

#include <QtCore/QPointer>

namespace eigenboard::panel {

/// That a view shows a session. What plays goes on as long as any view shows it, and pauses as the last one
/// turns to another session or is gone.
class Viewing {
 public:
  Viewing() = default;
  ~Viewing();
  Viewing(const Viewing&) = delete;
  Viewing& operator=(const Viewing&) = delete;

  void show(Session& session);
  /// Null before the first, and once the session is gone.
  Session* session() const { return session_; }

 private:
  void leave();
  QPointer<Session> session_;
};

} // namespace eigenboard::panel
