#pragma once

#include <QtCore/QStringList>

namespace eigenboard::code_runner {

/// Bubblewrap, which gives a program a system of its own: it reads the machine's files and writes none, sees
/// no other process and no network, and nothing of it outlives it.
struct Sandbox {
  QString program; ///< empty: code is not locked in
  QString problem; ///< then why not, as a sentence
  bool works() const { return !program.isEmpty(); }
};

/// Looks for bubblewrap and tries it once, for where user namespaces are forbidden it cannot work. Any
/// thread. Cost: about 20 ms, 2 s at most.
Sandbox findSandbox();

/// What to start instead of the command so that it is locked in. writable: the folders that it may write.
QStringList lockedIn(const Sandbox& sandbox, const QStringList& writable, const QString& workingFolder,
                     const QStringList& command);

/// The signal that a status of a locked-in program stands for, as of a shell: 0 when it stands for none.
int signalOf(int exitCode);

} // namespace eigenboard::code_runner
