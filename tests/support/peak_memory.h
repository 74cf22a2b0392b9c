#pragma once

#include <QtCore/QFile>

#include <limits>

namespace eigenboard::tests {

/// Peak resident memory of this process so far, in kB. Where the system does not tell, the largest number
/// there is, so that a bound on it fails rather than passes unmeasured.
inline qint64 peakMemory() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (status.open(QIODevice::ReadOnly))
    for (const QByteArray& line : status.readAll().split('\n'))
      if (line.startsWith("VmHWM:"))
        return line.simplified().split(' ').at(1).toLongLong();
  return std::numeric_limits<qint64>::max();
}

} // namespace eigenboard::tests
