#include "app/store/writer.h"

#include <csignal>

namespace eigenboard::store {

Writer::Writer() : work_(new DiskWork) {
  thread_.setObjectName(QStringLiteral("store"));
  work_->moveToThread(&thread_);
  connect(work_, &DiskWork::written, this, &Writer::written);
  connect(work_, &DiskWork::backedUp, this, &Writer::backedUp);
  connect(&thread_, &QThread::finished, work_, &QObject::deleteLater);
  // Beyond a limit on the size of files a write is to fail, not to end the program.
  sigset_t held;
  sigset_t before;
  sigemptyset(&held);
  sigaddset(&held, SIGXFSZ);
  pthread_sigmask(SIG_BLOCK, &held, &before);
  thread_.start(); // inherits what is held back
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Writer::~Writer() {
  QMetaObject::invokeMethod(
      work_,
      [this] {
        work_->commit();
        work_->finish();
      },
      Qt::BlockingQueuedConnection);
  thread_.quit();
  thread_.wait();
}

Opened Writer::open(const QString& folder) {
  Opened opened;
  QMetaObject::invokeMethod(
      work_, [&] { opened = work_->open(folder); }, Qt::BlockingQueuedConnection);
  return opened;
}

void Writer::write(std::vector<Change> changes) {
  if (!changes.empty())
    QMetaObject::invokeMethod(
        work_, [work = work_, changes = std::move(changes)]() mutable { work->take(std::move(changes)); },
        Qt::QueuedConnection);
}

Written Writer::flush() {
  Written result;
  QMetaObject::invokeMethod(
      work_, [&] { result = work_->commit(); }, Qt::BlockingQueuedConnection);
  return result;
}

QString Writer::writeImport(const std::vector<Change>& changes) {
  QString error;
  QMetaObject::invokeMethod(
      work_, [&] { error = work_->commitImport(changes); }, Qt::BlockingQueuedConnection);
  return error;
}

} // namespace eigenboard::store
