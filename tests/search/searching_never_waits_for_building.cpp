#include "app/search/service.h"
#include "tests/search/synthetic_book.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

struct Fixture {
  QTemporaryDir folder;
  book::Book book;
  panel::Registry registry = panel::registeredPanels();
  search::Service service;

  explicit Fixture(int chapters)
      : book(tests::syntheticBook(folder.filePath(QStringLiteral("book")), chapters, 2000)),
        service(book, registry, folder.filePath(QStringLiteral("cache"))) {}
};

} // namespace

class SearchingNeverWaitsForBuilding : public QObject {
  Q_OBJECT

 private slots:
  void answersComeWhileTheIndexIsBuilt() {
    Fixture fixture(40);
    QSignalSpy answers(&fixture.service, &search::Service::answered);
    QSignalSpy changes(&fixture.service, &search::Service::changed);
    QElapsedTimer clock;
    clock.start();
    fixture.service.search(QStringLiteral("matrix"), search::Scope::Everything, 40);
    const qint64 call = clock.elapsed();
    QVERIFY2(call < 100,
             "a call must not wait"); // it only hands over a question; a loaded machine may pause it
    QVERIFY(answers.wait(10'000));
    QVERIFY(!fixture.service.isComplete()); // one question before any of the forty chapters
    QVERIFY(!answers.first().first().value<search::Answer>().isComplete);
    std::size_t most = 0;
    while (!fixture.service.isComplete()) {
      fixture.service.search(QStringLiteral("matrix"), search::Scope::Everything, 40);
      QVERIFY(answers.wait(10'000));
      most = std::max(most, answers.last().first().value<search::Answer>().results.size());
    }
    QVERIFY(changes.count() >= 1);
    fixture.service.search(QStringLiteral("matrix"), search::Scope::Everything, 40);
    QVERIFY(answers.wait(10'000));
    const auto whole = answers.last().first().value<search::Answer>();
    QVERIFY(whole.isComplete);
    QVERIFY(whole.results.size() >= most);
  }

  void onlyTheLatestQuestionIsAnswered() {
    Fixture fixture(3);
    QSignalSpy answers(&fixture.service, &search::Service::answered);
    QString typed;
    for (const QChar letter : QStringLiteral("eigenvalue of the matrix")) {
      typed += letter;
      fixture.service.search(typed, search::Scope::Everything, 40);
    }
    QVERIFY(answers.wait(10'000));
    QTest::qWait(200);
    QCOMPARE(answers.count(), 1);
    QCOMPARE(answers.first().first().value<search::Answer>().query, typed);
  }

  void chaptersThatChangeAreNoticed() {
    Fixture fixture(2);
    QSignalSpy completed(&fixture.service, &search::Service::completed);
    QSignalSpy answers(&fixture.service, &search::Service::answered);
    fixture.service.start();
    QVERIFY(completed.wait(10'000));
    QFile file(fixture.folder.filePath(QStringLiteral("book/one/1.md")));
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n## New\n\nAn axolotl.\n");
    file.close();
    fixture.service.refresh();
    QVERIFY(completed.wait(10'000));
    fixture.service.search(QStringLiteral("axolotl"), search::Scope::Book, 5);
    QVERIFY(answers.wait(10'000));
    QCOMPARE(answers.last().first().value<search::Answer>().results.size(), std::size_t(1));
  }

  void manyServicesOnOneCacheAndEarlyEnds() {
    QTemporaryDir folder;
    const book::Book book = tests::syntheticBook(folder.filePath(QStringLiteral("book")), 6, 1000);
    const panel::Registry registry = panel::registeredPanels();
    const QString cache = folder.filePath(QStringLiteral("cache"));
    for (int round = 0; round < 6; ++round) {
      search::Service first(book, registry, cache);
      search::Service second(book, registry, cache);
      first.start();
      second.search(QStringLiteral("vector"), search::Scope::Everything, 5);
      QTest::qWait(5 * round); // ended in the middle of whatever they do
    }
    search::Service last(book, registry, cache);
    QSignalSpy completed(&last, &search::Service::completed);
    QSignalSpy answers(&last, &search::Service::answered);
    last.start();
    QVERIFY(completed.wait(10'000));
    last.search(QStringLiteral("vector"), search::Scope::Everything, 5);
    QVERIFY(answers.wait(10'000));
    QVERIFY(!answers.last().first().value<search::Answer>().results.empty());
  }

  void oneThatWasNeverStartedEndsAtOnce() {
    const book::Book book;
    const panel::Registry registry = panel::registeredPanels();
    const search::Service service(book, registry, {});
    QVERIFY(!service.isComplete());
  }
};

QTEST_GUILESS_MAIN(SearchingNeverWaitsForBuilding)
#include "searching_never_waits_for_building.moc"
