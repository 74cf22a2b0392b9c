#pragma once

#include "views/typesetting/formula_store.h"

#include <QtCore/QCache>
#include <QtCore/QString>

#include <mutex>

namespace eigenboard::typesetting {

/// The layouts used last, in memory, above those on disk. Safe to call from any thread.
class FormulaCache {
 public:
  /// directory empty: memory only.
  FormulaCache(const QString& directory, const QByteArray& fingerprint);

  /// Null if neither holds it. Some microseconds; the first call reads the file.
  FormulaPointer find(const QString& tex, Style style);

  void insert(const FormulaPointer& formula, Style style, bool keepOnDisk);

  bool hasUnwritten() const;
  /// Writes new layouts to disk. A failure is logged: the cache is a convenience, its loss costs 2 ms a
  /// formula.
  void write();

 private:
  using Key = std::pair<QString, bool>; ///< TeX, and whether in display style

  mutable std::mutex mutex;
  QCache<Key, FormulaPointer> memory;
  FormulaStore store;
};

} // namespace eigenboard::typesetting
