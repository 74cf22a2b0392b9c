#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QByteArray>

#include <utility>
#include <vector>

namespace eigenboard::typesetting {

/// Layouts on disk: one file with an index, of which only what is asked for is decoded. A file that is
/// missing, damaged, or of another fingerprint holds nothing, and is replaced by the next write. Not
/// thread-safe, except that write may run beside the other functions.
class FormulaStore {
 public:
  /// path empty: keeps nothing.
  FormulaStore(QString path, QByteArray fingerprint);

  /// The stored layout, or null. The first call reads the file (1 ms a megabyte).
  FormulaPointer find(const QString& tex, Style style);

  struct Entry {
    quint64 key = 0;
    FormulaPointer formula;
  };

  /// Remembers a layout to be written. Those with an error are not kept.
  void add(const FormulaPointer& formula, Style style);
  bool hasUnwritten() const { return !unwritten.empty(); }
  std::vector<Entry> takeUnwritten() { return std::exchange(unwritten, {}); }

  /// Writes the entries together with what the file holds by now, so that two programs can share it; the
  /// oldest layouts go when there are too many. Either the old file or the new one is there afterwards.
  /// Empty on success, else why not.
  QString write(const std::vector<Entry>& entries) const;

 private:
  struct Place {
    quint64 key = 0;
    quint64 checksum = 0;
    quint32 offset = 0;
    quint32 size = 0;
  };
  struct Contents {
    QByteArray bytes;
    std::vector<Place> places; ///< by age, oldest first
  };

  Contents read() const;
  static QByteArray blob(const Contents& contents, const Place& place);

  QString path;
  QByteArray fingerprint;
  bool loaded = false;
  Contents contents; ///< with its places sorted by key
  std::vector<Entry> unwritten;
};

} // namespace eigenboard::typesetting
