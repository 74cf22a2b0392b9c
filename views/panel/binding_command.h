#pragma once

#include "views/panel/shared_objects.h"

#include <QtCore/QPointer>
#include <QtGui/QUndoCommand>

namespace eigenboard::panel {

/// One undo step: a key is bound to an object, or let go of.
class BindingCommand final : public QUndoCommand {
 public:
  BindingCommand(SharedObjects& objects, SharedBinding binding, bool binds)
      : QUndoCommand(
            (binds ? SharedObjects::tr("Share @%1") : SharedObjects::tr("Let go of @%1")).arg(binding.name)),
        objects_(&objects), binding_(std::move(binding)), binds_(binds),
        makesObject_(binds && !objects.object(binding_.name)) {}
  void undo() override { go(!binds_); }
  void redo() override { go(binds_); }

 private:
  void go(bool binds) {
    if (!objects_)
      return;
    if (binds)
      objects_->bind(binding_);
    else
      objects_->unbind(binding_.panel, binding_.key);
    if (!binds && makesObject_)
      objects_->removeObject(binding_.name);
  }
  QPointer<SharedObjects> objects_;
  SharedBinding binding_;
  bool binds_;
  bool makesObject_; ///< undoing takes the object away again
};

} // namespace eigenboard::panel
