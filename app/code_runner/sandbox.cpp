#include "app/code_runner/sandbox.h"

#include "app/code_runner/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

#include <csignal>

namespace eigenboard::code_runner {

namespace {

constexpr int longestTry = 2000; ///< ms
/// A shell and bubblewrap tell of a signal by a status above this.
constexpr int signalledFrom = 128;
/// Of what lies in memory: as much as one file may have.
constexpr char scratchBytes[] = "268435456";

} // namespace

QStringList lockedIn(const Sandbox& sandbox, const QStringList& writable, const QString& workingFolder,
                     const QStringList& command) {
  QStringList line{sandbox.program,
                   QStringLiteral("--die-with-parent"),
                   QStringLiteral("--unshare-all"),
                   QStringLiteral("--cap-drop"),
                   QStringLiteral("ALL"),
                   QStringLiteral("--ro-bind"),
                   QStringLiteral("/"),
                   QStringLiteral("/"),
                   QStringLiteral("--dev"),
                   QStringLiteral("/dev"),
                   QStringLiteral("--proc"),
                   QStringLiteral("/proc")};
  // Sockets of the session lie in these folders, and who may read a socket may talk to it.
  for (const QString& folder : {QStringLiteral("/tmp"), QStringLiteral("/var/tmp"), QStringLiteral("/run")})
    if (QDir(folder).exists())
      line << QStringLiteral("--size") << QString::fromLatin1(scratchBytes) << QStringLiteral("--tmpfs")
           << folder;
  for (const QString& folder : writable)
    line << QStringLiteral("--bind") << folder << folder;
  line << QStringLiteral("--chdir") << workingFolder << QStringLiteral("--");
  return line + command;
}

Sandbox findSandbox() {
  Sandbox found{QStandardPaths::findExecutable(QStringLiteral("bwrap")), {}};
  if (!found.works())
    return {
        {},
        text("bubblewrap is not installed; the package bubblewrap brings it: sudo apt install bubblewrap")};
  QStringList line = lockedIn(found, {}, QStringLiteral("/"), {QStringLiteral("/bin/true")});
  QProcess tried;
  tried.setProgram(line.takeFirst());
  tried.setArguments(line);
  tried.setStandardInputFile(QProcess::nullDevice());
  tried.start();
  const bool isOver = tried.waitForFinished(longestTry);
  if (isOver && tried.exitStatus() == QProcess::NormalExit && tried.exitCode() == 0)
    return found;
  tried.kill();
  tried.waitForFinished(longestTry);
  const QString reason = QString::fromLocal8Bit(tried.readAllStandardError()).section(u'\n', 0, 0);
  return {
      {},
      text("bubblewrap does not work on this machine (%1)").arg(isOver ? reason : text("it does not end"))};
}

int signalOf(int exitCode) {
  const int signal = exitCode - signalledFrom;
  return signal > 0 && signal < NSIG ? signal : 0;
}

} // namespace eigenboard::code_runner
