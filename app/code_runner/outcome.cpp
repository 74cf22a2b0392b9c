#include "app/code_runner/outcome.h"

#include "app/code_runner/python.h"
#include "app/code_runner/transcript.h"
#include "app/code_runner/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <csignal>
#include <cstring>

namespace eigenboard::code_runner {

namespace {

/// The line that names the error: after the last frame of the traceback the first that is not indented.
QString errorAfter(const QString& errors, qsizetype lastFrame) {
  const QStringList lines = errors.mid(lastFrame).split(u'\n', Qt::SkipEmptyParts);
  for (const QString& line : lines)
    if (!line.startsWith(u' '))
      return line;
  return {};
}

} // namespace

void readTraceback(Outcome& outcome, const QString& errors) {
  static const QRegularExpression frame(QStringLiteral("^  File \"([^\"\n]*)\", line (\\d+)"),
                                        QRegularExpression::MultilineOption);
  static const QRegularExpression missing(QStringLiteral("^ModuleNotFoundError: No module named '([\\w.]+)'"),
                                          QRegularExpression::MultilineOption);
  qsizetype lastFrame = -1;
  for (auto found = frame.globalMatch(errors); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    lastFrame = match.capturedStart();
    if (match.captured(1) == QString::fromUtf16(cellName))
      outcome.errorLine = match.captured(2).toInt();
  }
  if (lastFrame >= 0)
    outcome.error = errorAfter(errors, lastFrame);
  for (auto found = missing.globalMatch(errors); found.hasNext();)
    outcome.missingModule = found.next().captured(1);
}

QString sentence(const Outcome& outcome, const Limits& limits) {
  switch (outcome.ending) {
  case Ending::Exited:
    break;
  case Ending::Signalled:
    return text("Ended by signal %1 (%2)")
        .arg(outcome.signal)
        .arg(QString::fromLocal8Bit(strsignal(outcome.signal)));
  case Ending::Stopped:
    return text("Stopped");
  case Ending::TimedOut:
    return text("Ended: still running after %1 s").arg(limits.milliseconds / 1000.);
  case Ending::TooManyProcesses:
    return text("Ended: more than %1 processes at once").arg(limits.processes);
  case Ending::TooMuchMemory:
    return text("Ended: more than %1 MB of memory").arg(limits.memoryBytes / (1024 * 1024));
  case Ending::NotStarted:
    return outcome.problem;
  }
  if (outcome.exitCode == 0)
    return {};
  if (!outcome.missingModule.isEmpty())
    return missingModuleText(outcome.missingModule);
  if (outcome.errorLine > 0)
    return text("Line %1: %2").arg(outcome.errorLine).arg(outcome.error);
  return text("Ended with status %1").arg(outcome.exitCode);
}

bool printsAsRecorded(const QString& printed, const QString& recorded) {
  return printed == recorded || printed == recorded + u'\n';
}

} // namespace eigenboard::code_runner
