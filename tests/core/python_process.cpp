#include "tests/core/python_process.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryFile>

namespace eigenboard::tests {

PythonAnswer runPython(const QString& script, const QByteArray& input) {
  QTemporaryFile file;
  if (!file.open() || file.write(script.toUtf8()) < 0 || !file.flush())
    return {{}, QStringLiteral("the script could not be written: %1").arg(file.errorString())};
  QProcess python;
  python.start(QStringLiteral("/usr/bin/python3"), {file.fileName()});
  if (!python.waitForStarted())
    return {{}, QStringLiteral("Python did not start: %1").arg(python.errorString())};
  python.write(input);
  python.closeWriteChannel();
  constexpr int fourMinutes = 240'000;
  if (!python.waitForFinished(fourMinutes)) {
    python.kill();
    python.waitForFinished();
    return {{}, QStringLiteral("Python did not finish")};
  }
  if (python.exitStatus() != QProcess::NormalExit || python.exitCode() != 0)
    return {{}, QString::fromUtf8(python.readAllStandardError())};
  return {python.readAllStandardOutput(), {}};
}

} // namespace eigenboard::tests
