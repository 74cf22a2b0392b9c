#include "views/typesetting/typesetter.h"

#include "views/typesetting/engine_thread.h"
#include "views/typesetting/formula_cache.h"
#include "views/typesetting/layout_fingerprint.h"
#include "views/typesetting/recipient.h"

#include <future>
#include <set>
#include <utility>

namespace eigenboard::typesetting {

struct Typesetter::Private {
  explicit Private(const TypesetterOptions& options)
      : cache(options.cacheDirectory, layoutFingerprint(options.macros)), engineThread(options, cache) {}

  /// Whether this is the first request of the channel.
  bool opens(const QObject* receiver, const QString& channel) {
    const std::scoped_lock lock(mutex);
    return channels.emplace(receiver, channel).second;
  }

  FormulaCache cache;
  std::mutex mutex;
  std::set<std::pair<const QObject*, QString>> channels; ///< those asked so far
  EngineThread engineThread;
};

Typesetter::Typesetter(const TypesetterOptions& options) : d(std::make_unique<Private>(options)) {}

Typesetter::~Typesetter() = default;

FormulaPointer Typesetter::cached(const QString& tex, Style style) const {
  return d->cache.find(tex, style);
}

FormulaPointer Typesetter::typeset(const QString& tex, Style style) {
  if (FormulaPointer known = d->cache.find(tex, style))
    return known;
  const auto promise = std::make_shared<std::promise<FormulaPointer>>();
  std::future<FormulaPointer> future = promise->get_future();
  EngineThread::Job job;
  job.tex = tex;
  job.style = style;
  job.done = [promise](const FormulaPointer& formula) { promise->set_value(formula); };
  d->engineThread.addFirst(std::move(job));
  return future.get();
}

void Typesetter::request(const QString& tex, Style style, QObject* receiver,
                         std::function<void(FormulaPointer)> done, const QString& channel) {
  EngineThread::Job job;
  job.tex = tex;
  job.style = style;
  job.receiver = receiver;
  job.channel = channel;
  job.keepOnDisk = channel.isEmpty() || d->opens(receiver, channel);
  job.done = [recipient = std::make_shared<Recipient>(receiver), done = std::move(done)](
                 const FormulaPointer& formula) { recipient->deliver([done, formula] { done(formula); }); };
  d->engineThread.addLast(std::move(job));
}

} // namespace eigenboard::typesetting
