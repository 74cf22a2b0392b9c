#pragma once

#include "app/code_runner/runner.h"

namespace eigenboard::tests {

/// What one run did, and what it did to the program that started it.
struct Run {
  code_runner::Outcome outcome;
  QString printed;
  QString errors;
  std::vector<QByteArray> figures;
  int signalsPerSecond = 0; ///< of Runner::printed, at most in any second
  qint64 longestPause = 0;  ///< ms in which the event loop did nothing else
  bool groupIsGone = false; ///< no process of it lives half a second after the end
  bool folderIsGone = false;
};

/// Runs to the end, with a timer beside it that measures how long the event loop is held up. stopAfter: ms,
/// −1 never.
Run run(const QString& code, const code_runner::Limits& limits = {}, int stopAfter = -1,
        const code_runner::Sandbox& sandbox = {});

} // namespace eigenboard::tests
