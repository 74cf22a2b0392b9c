#pragma once

#include "app/code_runner/limits.h"

#include <QtCore/QString>

namespace eigenboard::code_runner {

enum class Ending : std::uint8_t {
  Exited,    ///< by itself, with exitCode
  Signalled, ///< by a signal that this program did not send
  Stopped,   ///< by the reader
  TimedOut,
  TooManyProcesses,
  TooMuchMemory,
  NotStarted, ///< problem says why
};

/// How a run ended.
struct Outcome {
  Ending ending = Ending::NotStarted;
  int exitCode = 0;
  int signal = 0;
  bool isTruncated = false; ///< it wrote more than is kept
  int errorLine = 0;        ///< of the code, from 1, where the traceback ends; 0: there is none
  QString error;            ///< the last line of the traceback, as "ValueError: …"
  QString missingModule;    ///< that the code imports and Python does not have
  QString problem;          ///< why it did not start
  qint64 milliseconds = 0;  ///< from start to end
  qint64 firstOutput = -1;  ///< milliseconds to the first output; −1: it wrote nothing

  bool isGood() const { return ending == Ending::Exited && exitCode == 0; }
};

/// Fills in errorLine, error and missingModule from what a script wrote to standard error.
void readTraceback(Outcome& outcome, const QString& errors);

/// Why the run was not good, as a sentence for the reader, with what would help; empty when it was good.
QString sentence(const Outcome& outcome, const Limits& limits);

/// Whether what code printed is what the book shows. recorded: the text of the fence, which has no last line
/// end; code may print one or not.
bool printsAsRecorded(const QString& printed, const QString& recorded);

} // namespace eigenboard::code_runner
