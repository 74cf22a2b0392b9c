#pragma once

#include <QtCore/QtGlobal>

namespace eigenboard::code_runner {

/// How far a piece of code may go before it is ended.
struct Limits {
  int milliseconds = 30'000;
  int graceMilliseconds = 500; ///< from the request to end to the kill
  qint64 memoryBytes =
      qint64{2} * 1024 * 1024 * 1024;           ///< of one process as data, of all together as resident
  int processes = 64;                           ///< at once, the first one included
  qint64 fileBytes = qint64{256} * 1024 * 1024; ///< of one file
  qsizetype outputCharacters = 200'000;         ///< kept of what is printed
};

/// Applies to the calling process what the kernel can enforce. tasks: how many processes and threads the
/// machine had before it. Called between fork and exec: only functions that are safe there. False when a
/// limit cannot be set.
bool limitThisProcess(const Limits& limits, int tasks);

} // namespace eigenboard::code_runner
