#include "views/typesetting/formula_cache.h"

#include <QtCore/QDir>
#include <QtCore/QLoggingCategory>

namespace eigenboard::typesetting {

namespace {

Q_LOGGING_CATEGORY(cacheLog, "eigenboard.typesetting.cache")

// A page shows some hundred formulas, a drag makes some hundred more; each takes 1 to 10 KB.
constexpr int mostInMemory = 4096;

} // namespace

FormulaCache::FormulaCache(const QString& directory, const QByteArray& fingerprint)
    : memory(mostInMemory),
      store(directory.isEmpty() ? QString() : QDir(directory).filePath(QStringLiteral("formulas.cache")),
            fingerprint) {}

FormulaPointer FormulaCache::find(const QString& tex, Style style) {
  const std::scoped_lock lock(mutex);
  const Key key{tex, style == Style::Display};
  if (const FormulaPointer* known = memory.object(key))
    return *known;
  FormulaPointer stored = store.find(tex, style);
  if (stored)
    memory.insert(key, new FormulaPointer(stored));
  return stored;
}

void FormulaCache::insert(const FormulaPointer& formula, Style style, bool keepOnDisk) {
  const std::scoped_lock lock(mutex);
  memory.insert({formula->tex, style == Style::Display}, new FormulaPointer(formula));
  if (keepOnDisk)
    store.add(formula, style);
}

bool FormulaCache::hasUnwritten() const {
  const std::scoped_lock lock(mutex);
  return store.hasUnwritten();
}

void FormulaCache::write() {
  std::unique_lock lock(mutex);
  const std::vector<FormulaStore::Entry> entries = store.takeUnwritten();
  lock.unlock();
  if (entries.empty())
    return;
  if (const QString problem = store.write(entries); !problem.isEmpty())
    qCWarning(cacheLog).noquote() << problem;
}

} // namespace eigenboard::typesetting
