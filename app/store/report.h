#pragma once

#include "app/store/opening.h"

namespace eigenboard::store {

/// A store as it lies there, for `eigenboard store check`. Nothing is set aside, restored or made.
struct Report {
  enum class State : std::uint8_t { Good, Missing, Damaged, Newer, Locked, Unreadable };
  State state = State::Good;
  QString why; ///< of what is not good, or empty
  QString fileName;
  qint64 bytes = 0;
  bool mayWrite = false;
  Contents contents;    ///< of a good one
  QStringList setAside; ///< files that were set aside earlier, in no order
};

/// Every page and index is looked at; a store of 10,000 notes takes a tenth of a second.
Report report(const QString& folder);

} // namespace eigenboard::store
