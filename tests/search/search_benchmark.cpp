// Types words letter by letter into the search of a synthetic book of 56 chapters of 5,000 words, with the
// panels of the program, and prints what a key costs, and what building the index costs.

#include "app/search/index.h"
#include "tests/search/synthetic_book.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace eigenboard;

namespace {

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Of this thread: what the machine's other work does not disturb.
double processorMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Key {
  QString typed;
  double cost = 0;
  double processor = 0;
};

void print(const char* what, std::vector<Key> keys, double Key::*cost) {
  std::sort(keys.begin(), keys.end(),
            [cost](const Key& one, const Key& other) { return one.*cost < other.*cost; });
  std::printf("%zu keys, %s: median %.2f ms, 99th percentile %.2f ms, worst %.2f ms\n", keys.size(), what,
              keys[keys.size() / 2].*cost, keys[keys.size() * 99 / 100].*cost, keys.back().*cost);
  for (std::size_t i = 0; i < 5 && i < keys.size(); ++i)
    std::printf("  %6.2f ms  '%s'\n", keys[keys.size() - 1 - i].*cost,
                keys[keys.size() - 1 - i].typed.toUtf8().constData());
}

} // namespace

int main(int count, char** words) {
  const QCoreApplication application(count, words);
  const QTemporaryDir folder;
  const book::Book book = tests::syntheticBook(folder.filePath(QStringLiteral("chapters")), 56, 5000);
  const panel::Registry registry = panel::registeredPanels();
  const QString cache = folder.filePath(QStringLiteral("cache"));
  QElapsedTimer clock;
  double slowestSource = 0;
  {
    clock.start();
    search::Index index(book, registry, cache);
    for (;;) {
      QElapsedTimer step;
      step.start();
      const bool goesOn = index.refreshNext();
      slowestSource = std::max(slowestSource, milliseconds(step));
      if (!goesOn)
        break;
    }
    std::printf("building the index: %.0f ms, longest step %.1f ms, %.1f MB\n", milliseconds(clock),
                slowestSource, static_cast<double>(QFileInfo(index.fileName()).size()) / 1e6);
  }
  clock.start();
  search::Index index(book, registry, cache);
  std::printf("opening it again: %.1f ms", milliseconds(clock));
  while (index.refreshNext()) {
  }
  std::printf(", with a look at every chapter %.1f ms, %d read\n", milliseconds(clock), index.sourcesRead());

  std::vector<Key> keys;
  for (const char* query :
       {"eigenvalue", "the gradient of a matrix", "probability entropy", "\\lambda_1", "λ", "a",
        "of the vector is", "\"the matrix\"", "convergence of the eigenvalue matrix gradient", "eigenvlaue",
        "zzzz qqqq", "1.17.3", "covered", "symmetric matrices of the plane"}) {
    const QString text = QString::fromUtf8(query);
    for (qsizetype length = 1; length <= text.size(); ++length) {
      Key key{text.first(length)};
      const double before = processorMilliseconds();
      clock.start();
      const search::Answer answer = index.search(key.typed, search::Scope::Everything, 40);
      key.cost = milliseconds(clock);
      key.processor = processorMilliseconds() - before;
      if (answer.results.size() > 40)
        return 1;
      keys.push_back(key);
    }
  }
  print("by the clock", keys, &Key::cost);
  print("of the processor", keys, &Key::processor);
  return 0;
}
