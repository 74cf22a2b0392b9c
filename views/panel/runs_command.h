#pragma once

#include "views/panel/run_shelf.h"

#include <QtCore/QPointer>
#include <QtGui/QUndoCommand>

namespace eigenboard::panel {

/// One undo step: all kept runs of a panel before and after. Once the shelf is gone it does nothing.
class RunsCommand final : public QUndoCommand {
 public:
  RunsCommand(RunShelf& shelf, KeptRuns after, const QString& text)
      : QUndoCommand(text), shelf_(&shelf), before_(shelf.runs()), after_(std::move(after)) {}
  void undo() override {
    if (shelf_)
      shelf_->take(before_);
  }
  void redo() override {
    if (shelf_)
      shelf_->take(after_);
  }

 private:
  QPointer<RunShelf> shelf_;
  KeptRuns before_;
  KeptRuns after_;
};

} // namespace eigenboard::panel
