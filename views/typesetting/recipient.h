#pragma once

#include <QtCore/QMetaObject>

#include <functional>
#include <memory>
#include <mutex>

class QObject;

namespace eigenboard::typesetting {

/// Somebody in another thread who waits for an answer, and may be destroyed before it comes.
class Recipient {
 public:
  explicit Recipient(QObject* receiver);
  ~Recipient();
  Recipient(const Recipient&) = delete;
  Recipient& operator=(const Recipient&) = delete;

  /// Has the call made in the receiver's thread, or never if the receiver is gone by then. From any thread.
  void deliver(std::function<void()> call);

 private:
  struct Receiver {
    std::mutex mutex;
    QObject* object; ///< null once its destruction began
  };
  std::shared_ptr<Receiver> receiver;
  QMetaObject::Connection destruction;
};

} // namespace eigenboard::typesetting
