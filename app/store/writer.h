#pragma once

#include "app/store/disk_work.h"

#include <QtCore/QThread>

namespace eigenboard::store {

/// The thread in which the store's file is written, seen from the reader's thread: nothing here waits for the
/// disk unless it says so.
class Writer : public QObject {
  Q_OBJECT

 public:
  Writer();
  /// Writes what is still to be written, and waits for it.
  ~Writer() override;

  Opened open(const QString& folder);                      ///< waits
  void write(std::vector<Change> changes);                 ///< soon, together with others
  Written flush();                                         ///< waits
  QString writeImport(const std::vector<Change>& changes); ///< waits; all or none

 signals:
  void written(const eigenboard::store::Written& result);
  void backedUp(const QString& error);

 private:
  QThread thread_;
  DiskWork* work_; ///< lives in the thread
};

} // namespace eigenboard::store
