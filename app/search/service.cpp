#include "app/search/service.h"

#include "app/search/index.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMetaObject>

#include <utility>

namespace eigenboard::search {

namespace {
constexpr qint64 changeMilliseconds = 200;
}

Service::Service(const book::Book& book, const panel::Registry& registry, QString cacheFolder,
                 QObject* parent)
    : QObject(parent), book_(book), registry_(registry), cacheFolder_(std::move(cacheFolder)) {}

Service::~Service() {
  if (!thread_)
    return;
  {
    const QMutexLocker lock(&mutex_);
    ends_ = true;
    wake_.wakeOne();
  }
  thread_->wait();
}

void Service::start() {
  if (thread_)
    return;
  thread_.reset(QThread::create([this] { work(); }));
  thread_->setObjectName(QStringLiteral("search"));
  thread_->start(QThread::LowPriority);
}

void Service::search(const QString& typed, Scope scope, int limit) {
  {
    const QMutexLocker lock(&mutex_);
    question_ = Question{++asked_, typed, scope, limit};
    wake_.wakeOne();
  }
  start();
}

void Service::setCommands(std::vector<Command> commands) {
  const QMutexLocker lock(&mutex_);
  commands_ = std::move(commands);
}

void Service::refresh() {
  const QMutexLocker lock(&mutex_);
  startOver_ = true;
  wake_.wakeOne();
}

void Service::deliver(quint64 number, const Answer& answer) {
  if (number == asked_)
    emit answered(answer);
}

/// The life of the thread: questions first, then one source after another, then sleep.
void Service::work() {
  Index index(book_, registry_, cacheFolder_);
  QElapsedTimer sinceChange;
  sinceChange.start();
  for (;;) {
    std::optional<Question> question;
    {
      QMutexLocker lock(&mutex_);
      while (!ends_ && !question_ && !startOver_ && index.isComplete())
        wake_.wait(&mutex_);
      if (ends_)
        return;
      question = std::exchange(question_, std::nullopt);
      if (commands_)
        index.setCommands(*std::exchange(commands_, std::nullopt));
      if (std::exchange(startOver_, false))
        index.startOver();
    }
    if (question) {
      const Answer answer = index.search(question->typed, question->scope, question->limit);
      QMetaObject::invokeMethod(
          this, [this, number = question->number, answer] { deliver(number, answer); }, Qt::QueuedConnection);
      continue;
    }
    const int read = index.sourcesRead();
    if (!index.refreshNext())
      QMetaObject::invokeMethod(
          this,
          [this] {
            isComplete_ = true;
            emit changed();
            emit completed();
          },
          Qt::QueuedConnection);
    else if (index.sourcesRead() != read && sinceChange.elapsed() >= changeMilliseconds) {
      sinceChange.restart();
      QMetaObject::invokeMethod(this, &Service::changed, Qt::QueuedConnection);
    }
  }
}

} // namespace eigenboard::search
