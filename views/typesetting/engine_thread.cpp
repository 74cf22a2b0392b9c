#include "views/typesetting/engine_thread.h"

#include "views/typesetting/formula_cache.h"
#include "views/typesetting/katex_engine.h"
#include "views/typesetting/layout.h"
#include "views/typesetting/tex_error.h"

#include <QtCore/QThread>

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

using namespace std::chrono_literals;

constexpr unsigned stackSize = 8u << 20; // with 1 MB, deeply nested TeX overflows KaTeX's recursive parser
constexpr auto writeDelay = 3s;          // one write for a whole page of new formulas

Formula layOut(KatexEngine& engine, const EngineThread::Job& job) {
  Formula formula;
  if (const std::optional<QString> reason = refuseHostileTex(job.tex)) {
    formula.error = *reason;
  } else if (BoxTree tree = engine.layOut(job.tex, job.style); tree.error.isEmpty()) {
    formula = layOutFormula(std::move(tree.root), job.style);
    formula.spoken = tree.spoken;
  } else {
    formula.error = tree.error;
  }
  formula.tex = job.tex;
  return formula;
}

} // namespace

EngineThread::EngineThread(const TypesetterOptions& options, FormulaCache& cache)
    : options(options), cache(cache) {}

EngineThread::~EngineThread() {
  {
    const std::scoped_lock lock(mutex);
    stopping = true;
    jobs.clear();
    changed.notify_all();
  }
  if (thread)
    thread->wait();
  cache.write();
}

void EngineThread::addLast(Job job) {
  const std::scoped_lock lock(mutex);
  if (!job.channel.isEmpty())
    std::erase_if(jobs, [&](const Job& waiting) {
      return waiting.receiver == job.receiver && waiting.channel == job.channel;
    });
  jobs.push_back(std::move(job));
  start();
}

void EngineThread::addFirst(Job job) {
  const std::scoped_lock lock(mutex);
  jobs.push_front(std::move(job));
  start();
}

void EngineThread::start() {
  if (!thread) {
    thread.reset(QThread::create([this] { run(); }));
    thread->setObjectName(QStringLiteral("typesetting"));
    thread->setStackSize(stackSize);
    thread->start();
  }
  changed.notify_all();
}

void EngineThread::run() {
  std::unique_ptr<KatexEngine> engine;
  std::unique_lock lock(mutex);
  const auto awake = [this] { return stopping || !jobs.empty(); };
  while (!stopping) {
    if (!jobs.empty()) {
      const Job job = std::move(jobs.front());
      jobs.pop_front();
      lock.unlock();
      job.done(answer(job, engine));
      lock.lock();
    } else if (!cache.hasUnwritten()) {
      changed.wait(lock, awake);
    } else if (!changed.wait_for(lock, writeDelay, awake)) {
      lock.unlock();
      cache.write();
      lock.lock();
    }
  }
}

FormulaPointer EngineThread::answer(const Job& job, std::unique_ptr<KatexEngine>& engine) {
  if (FormulaPointer known = cache.find(job.tex, job.style))
    return known;
  if (!engine)
    engine = std::make_unique<KatexEngine>(options.macros, options.timeLimit);
  FormulaPointer result = std::make_shared<const Formula>(layOut(*engine, job));
  cache.insert(result, job.style, job.keepOnDisk);
  return result;
}

} // namespace eigenboard::typesetting
