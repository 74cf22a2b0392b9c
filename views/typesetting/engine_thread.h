#pragma once

#include "views/typesetting/typesetter.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

class QThread;

namespace eigenboard::typesetting {

class FormulaCache;
class KatexEngine;

/// The thread that runs KaTeX: takes jobs one after the other, and writes the cache when it is idle. The
/// thread starts with the first job, the engine with the first job that no cache answers.
class EngineThread {
 public:
  struct Job {
    QString tex;
    Style style = Style::Inline;
    bool keepOnDisk = true;
    std::function<void(FormulaPointer)> done; ///< called in this thread
    const QObject* receiver = nullptr;        ///< with channel: a waiting job of the same pair is replaced
    QString channel;
  };

  EngineThread(const TypesetterOptions& options, FormulaCache& cache);
  ~EngineThread(); ///< Drops the jobs that wait, waits for the one that runs, writes the cache.
  EngineThread(const EngineThread&) = delete;
  EngineThread& operator=(const EngineThread&) = delete;

  void addLast(Job job);
  void addFirst(Job job); ///< for a caller that waits

 private:
  void start();
  void run();
  FormulaPointer answer(const Job& job, std::unique_ptr<KatexEngine>& engine);

  const TypesetterOptions options;
  FormulaCache& cache;

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Job> jobs;
  bool stopping = false;
  std::unique_ptr<QThread> thread;
};

} // namespace eigenboard::typesetting
