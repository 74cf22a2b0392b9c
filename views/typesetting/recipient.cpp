#include "views/typesetting/recipient.h"

#include <QtCore/QObject>

#include <utility>

namespace eigenboard::typesetting {

// destroyed() is emitted directly, in the thread that destroys the receiver. While deliver() holds the mutex
// that destruction waits, so the call is posted to a whole object, which takes it back if it dies first.
// The state is shared because the connection's function may still be running as this object goes.
Recipient::Recipient(QObject* object) : receiver(std::make_shared<Receiver>()) {
  receiver->object = object;
  destruction = QObject::connect(object, &QObject::destroyed, [shared = receiver] {
    const std::scoped_lock lock(shared->mutex);
    shared->object = nullptr;
  });
}

Recipient::~Recipient() {
  QObject::disconnect(destruction);
}

void Recipient::deliver(std::function<void()> call) {
  const std::scoped_lock lock(receiver->mutex);
  if (receiver->object)
    QMetaObject::invokeMethod(receiver->object, std::move(call), Qt::QueuedConnection);
}

} // namespace eigenboard::typesetting
