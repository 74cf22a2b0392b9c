#include "views/render/safe_write.h"

#include "views/render/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace eigenboard::render {
namespace {

QString failed(const QString& fileName, const QString& reason) {
  return tr("cannot write %1: %2").arg(fileName, reason);
}

QString systemReason() {
  return QString::fromLocal8Bit(std::strerror(errno));
}

/// A write past the file size limit, or into a pipe without a reader, is to come back as an error; the signal
/// that goes with it would end the program. Held back for this thread only, and taken off before it is let
/// through again.
class HeldSignals {
 public:
  HeldSignals() {
    sigemptyset(&held_);
    sigaddset(&held_, SIGXFSZ);
    sigaddset(&held_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &held_, &before_);
  }
  ~HeldSignals() {
    const timespec noWait{0, 0};
    while (sigtimedwait(&held_, nullptr, &noWait) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t held_{};
  sigset_t before_{};
};

/// Empty, or why not all bytes went to the descriptor.
QString writeAll(int descriptor, const QByteArray& bytes) {
  qsizetype written = 0;
  while (written < bytes.size()) {
    const ssize_t count =
        ::write(descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return systemReason();
    if (count == 0)
      return tr("nothing more was taken after %1 of %2 bytes").arg(written).arg(bytes.size());
    written += count;
  }
  return {};
}

/// Names of the process's own streams: they may lead to a regular file, which the caller holds open.
bool isStreamName(const QString& fileName) {
  return fileName.startsWith(QStringLiteral("/dev/std")) || fileName.startsWith(QStringLiteral("/dev/fd/")) ||
         fileName.startsWith(QStringLiteral("/proc/"));
}

QString writeDirectly(const QString& fileName, const QByteArray& bytes) {
  const int descriptor = ::open(QFile::encodeName(fileName).constData(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0)
    return failed(fileName, systemReason());
  QString reason = writeAll(descriptor, bytes);
  if (::close(descriptor) != 0 && reason.isEmpty())
    reason = systemReason();
  return reason.isEmpty() ? QString() : failed(fileName, reason);
}

/// The permissions of the file to be replaced, or those that a new file gets here.
mode_t permissionsFor(const QByteArray& path) {
  struct stat status {};
  if (::stat(path.constData(), &status) == 0)
    return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// Writes, flushes to the disk and compares the size; empty, or what went wrong.
QString fill(int descriptor, const QByteArray& bytes, mode_t permissions) {
  if (const QString reason = writeAll(descriptor, bytes); !reason.isEmpty())
    return reason;
  if (::fchmod(descriptor, permissions) != 0 || ::fsync(descriptor) != 0)
    return systemReason();
  struct stat status {};
  if (::fstat(descriptor, &status) != 0)
    return systemReason();
  if (status.st_size != bytes.size())
    return tr("only %1 of %2 bytes arrived").arg(status.st_size).arg(bytes.size());
  return {};
}

QString replaceFile(const QString& fileName, const QByteArray& bytes) {
  const QByteArray target = QFile::encodeName(fileName);
  QByteArray temporary = target.left(target.lastIndexOf('/') + 1) + ".eigenboard-XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0)
    return failed(fileName, systemReason());
  QString reason = fill(descriptor, bytes, permissionsFor(target));
  if (::close(descriptor) != 0 && reason.isEmpty())
    reason = systemReason();
  if (reason.isEmpty() && std::rename(temporary.constData(), target.constData()) != 0)
    reason = systemReason();
  if (reason.isEmpty())
    return {};
  ::unlink(temporary.constData());
  return failed(fileName, reason);
}

} // namespace

QString writeWhole(const QString& fileName, const QByteArray& bytes) {
  if (fileName.isEmpty())
    return tr("cannot write: the file name is empty");
  const HeldSignals held;
  const QFileInfo info(fileName);
  if (info.isDir())
    return failed(fileName, tr("it is a folder"));
  if (isStreamName(fileName) || (info.exists() && !info.isFile()))
    return writeDirectly(fileName, bytes);
  // A link stays a link: what it points to is replaced.
  const QString target = info.isSymLink() && info.exists() ? info.canonicalFilePath() : fileName;
  return replaceFile(target, bytes);
}

} // namespace eigenboard::render
