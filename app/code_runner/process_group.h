#pragma once

#include <QtCore/QtGlobal>

namespace eigenboard::code_runner {

/// What the processes of one group use together.
struct GroupUsage {
  int processes = 0; ///< zombies are not counted
  qint64 residentBytes = 0;
};

/// Reads /proc; what ends meanwhile is left out. Cost: about 10 µs for each process on the machine.
GroupUsage usageOf(qint64 group);

/// How many processes and threads the whole machine has: a single call, for looking often.
int tasksOfMachine();

/// Sends a signal to every process of a group. Nothing for groups below 2, which are no group of ours.
void signalGroup(qint64 group, int signal);

} // namespace eigenboard::code_runner
