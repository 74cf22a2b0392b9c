#pragma once

#include "app/book/book.h"
#include "app/search/document.h"
#include "views/panel/registry.h"

#include <QtCore/QMutex>
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QWaitCondition>

#include <memory>
#include <optional>

namespace eigenboard::search {

class Index;

/// Searching for a window: an index in a thread of its own, which is brought up to date when nobody is
/// searching. No call waits for it. A newer question replaces one that is not answered yet.
class Service : public QObject {
  Q_OBJECT

 public:
  /// registry outlives the service. Nothing is opened or read before start() or the first search.
  Service(const book::Book& book, const panel::Registry& registry, QString cacheFolder,
          QObject* parent = nullptr);
  /// Waits for the source or search at hand: some milliseconds.
  ~Service() override;

  void start();
  void search(const QString& typed, Scope scope, int limit);
  void setCommands(std::vector<Command> commands);
  /// Looks whether chapters have changed.
  void refresh();
  bool isComplete() const { return isComplete_; }

 signals:
  /// To the latest search.
  void answered(const eigenboard::search::Answer& answer);
  /// There is more to be found than a moment ago; not more often than every 200 ms while the index is built.
  void changed();
  /// The index is up to date.
  void completed();

 private:
  struct Question {
    quint64 number = 0;
    QString typed;
    Scope scope = Scope::Everything;
    int limit = 0;
  };

  void work();
  void deliver(quint64 number, const Answer& answer);

  const book::Book book_;
  const panel::Registry& registry_;
  const QString cacheFolder_;
  std::unique_ptr<QThread> thread_;

  // Shared with the thread, under the mutex.
  QMutex mutex_;
  QWaitCondition wake_;
  std::optional<Question> question_;
  std::optional<std::vector<Command>> commands_;
  bool startOver_ = false;
  bool ends_ = false;

  // Of the service's own thread.
  quint64 asked_ = 0;
  bool isComplete_ = false;
};

} // namespace eigenboard::search
