#pragma once

#include "app/store/database.h"
#include "app/store/records.h"
#include "app/store/store.h"

#include <memory>

namespace eigenboard::store {

/// A store as it was found, and what was done about it.
struct Opened {
  Condition condition = Condition::Good;
  QString message; ///< for the reader, in sentences; empty when all is well
  Contents contents;
  std::unique_ptr<Database> database; ///< null: nothing can be saved
  bool isWritable = false;            ///< whether there was one, for whom it is not
  QByteArray identity;                ///< of the file
};

/// Opens the store of a folder, or makes it. What cannot be read is set aside by another name and the newest
/// good backup put in its place; what merely cannot be written or is held by another program stays where it
/// is. Only one program at a time does this.
Opened openStore(const QString& folder);

/// Looks at a file that is there and changes nothing but to bring an older schema up to date.
struct Examined {
  enum class State : std::uint8_t { Good, Damaged, Newer, Locked, Unreadable };
  State state = State::Good;
  QString why;
  bool mayWrite = true;
  Contents contents;
  std::unique_ptr<Database> database; ///< of a good one
};
Examined examine(const QString& fileName);

} // namespace eigenboard::store
