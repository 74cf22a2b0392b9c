#pragma once

#include "app/store/change.h"
#include "app/store/opening.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace eigenboard::store {

/// What came of an attempt to write.
struct Written {
  QString error; ///< empty, or why it is not yet written; it is tried again every second
  /// The file was replaced, removed or damaged while the program ran, and another was opened: everything must
  /// be written to it again.
  bool isAnother = false;
  QString message; ///< then: what the reader should know
  Condition condition = Condition::Good;
  bool isOpen = true; ///< then: whether there is a file that can be written
};

/// The side of the store that waits for the disk: one connection, and what is still to be written. Lives in
/// the writer's thread; every function is called there.
class DiskWork : public QObject {
  Q_OBJECT

 public:
  DiskWork();

  /// Opens the store and hands out what the reader's side needs; the connection stays here.
  Opened open(const QString& folder);
  /// Remembers changes and writes them together a moment later.
  void take(std::vector<Change> changes);
  /// Writes what is still to be written, now.
  Written commit();
  /// Backup, then all of them or none, in one transaction, with what was still to be written before.
  QString commitImport(const std::vector<Change>& changes);
  /// Closes the connection.
  void finish();

 signals:
  /// After every attempt to write that was not asked for.
  void written(const eigenboard::store::Written& result);
  /// Empty, or why there is no backup of this day.
  void backedUp(const QString& error);

 private:
  void commitAndTell();
  bool isStillThere() const;
  Written reopen(const QString& what);
  Failure writeAll(const std::vector<Change>& more);
  void backUp();

  QString folder_;
  QByteArray identity_;
  std::unique_ptr<Database> database_;
  QHash<QString, Change> waiting_; ///< by row
  QTimer writeTimer_;
  QTimer backupTimer_;
};

} // namespace eigenboard::store
