#include "app/navigation/progress.h"
#include "app/navigation/reading_watch.h"

#include <QtTest/QTest>

using namespace eigenboard;
using namespace std::chrono_literals;
using navigation::ReadingWatch;
using navigation::SectionInView;

namespace {

const QString first = QStringLiteral("first");
const QString second = QStringLiteral("second");
const QString chapter = QStringLiteral("1.1");

SectionInView whole(const QString& anchor, int words) {
  return {anchor, words, 1, true};
}

} // namespace

class ReadingTimeTellsReadingFromLeafing : public QObject {
  Q_OBJECT

 private slots:
  void aSectionIsReadAfterItsTime() {
    ReadingWatch watch;
    watch.begin({});
    QVERIFY(watch.observe(0ms, {whole(first, 200)}, true).isEmpty());
    QVERIFY(watch.observe(19900ms, {whole(first, 200)}, false).isEmpty());
    QCOMPARE(watch.observe(20000ms, {whole(first, 200)}, false), QStringList{first});
    QVERIFY(watch.observe(30000ms, {whole(first, 200)}, false).isEmpty()); // told once
  }

  void leafingThroughReadsNothing() {
    ReadingWatch watch;
    watch.begin({});
    for (int page = 0; page < 20; ++page)
      QVERIFY(watch.observe(page * 300ms, {whole(QString::number(page), 120)}, true).isEmpty());
  }

  void withoutItsEndNothingIsRead() {
    ReadingWatch watch;
    watch.begin({});
    SectionInView top{first, 20, 1, false};
    watch.observe(0ms, {top}, true);
    QVERIFY(watch.observe(60s, {top}, true).isEmpty());
    top.isEndSeen = true;
    QCOMPARE(watch.observe(61s, {top}, true), QStringList{first});
  }

  void aHalfOfTheWindowCountsAHalf() {
    ReadingWatch watch;
    watch.begin({});
    const std::vector<SectionInView> both = {{first, 100, 0.5, true}, {second, 100, 0.25, true}};
    watch.observe(0ms, both, true);
    QVERIFY(watch.observe(19999ms, both, false).isEmpty());
    QCOMPARE(watch.observe(20000ms, both, false), QStringList{first});
    QVERIFY(watch.observe(39999ms, both, true).isEmpty());
    QCOMPARE(watch.observe(40000ms, both, true), QStringList{second});
  }

  void nobodyThereIsNoReading() {
    ReadingWatch watch;
    watch.begin({});
    const std::vector<SectionInView> page = {whole(first, 2000)}; // 200 s
    watch.observe(0ms, page, true);
    // Without a touch only 90 s count, however long the window stays open.
    for (int second = 1; second < 3600; ++second)
      QVERIFY(watch.observe(second * 1s, page, false).isEmpty());
    // Another window in front: the time until the next look does not count.
    watch.observe(3600s, page, true);
    watch.suspend();
    QVERIFY(watch.observe(7200s, page, true).isEmpty());
    // The 90 s of before, and 110 more.
    QVERIFY(watch.observe(7289s, page, true).isEmpty());
    QCOMPARE(watch.observe(7310s, page, true), QStringList{first});
  }

  void shortSectionsTakeTwoSeconds() {
    QCOMPARE(navigation::leastReadingTime(0), std::chrono::milliseconds(2000));
    QCOMPARE(navigation::leastReadingTime(-5), std::chrono::milliseconds(2000));
    QCOMPARE(navigation::leastReadingTime(600), std::chrono::milliseconds(60000));
  }

  void aClockThatJumpsBackIsHarmless() {
    ReadingWatch watch;
    watch.begin({});
    watch.observe(100s, {whole(first, 10)}, true);
    QVERIFY(watch.observe(50s, {whole(first, 10)}, true).isEmpty());
    QCOMPARE(watch.observe(52s, {whole(first, 10)}, true), QStringList{first});
  }

  void chaptersAndLevelsAddUp() {
    store::Store store;
    navigation::Outlines outlines;
    outlines[chapter] = {{first, second},
                         {QStringLiteral("exercise-1.1.1"), QStringLiteral("exercise-1.1.2")}};
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.);
    store.setSectionRead({chapter, first, 1});
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.25);
    // Tried is not done, and what the page does not have any more does not count.
    store.setExercise({chapter, QStringLiteral("exercise-1.1.1"), true, false, {}});
    store.setExercise({chapter, QStringLiteral("exercise-1.1.9"), true, true, {}});
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.25);
    store.setExercise({chapter, QStringLiteral("exercise-1.1.2"), true, true, {}});
    QCOMPARE(navigation::progressWords(navigation::progressOf(chapter, outlines, store)),
             QStringLiteral("1 of 2 sections, 1 of 2 exercises"));
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.5);
    book::Level level;
    level.chapters.resize(3);
    level.chapters[0].id = chapter;
    level.chapters[0].written = true;
    level.chapters[1].id = QStringLiteral("1.2");
    level.chapters[1].written = true;
    level.chapters[2].id = QStringLiteral("1.3"); // not written: does not count
    QCOMPARE(navigation::fractionOf(level, outlines, store), 0.25);

    const navigation::ChapterRecord was = navigation::resetProgress(chapter, store);
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.);
    navigation::restoreProgress(was, store);
    QCOMPARE(navigation::progressOf(chapter, outlines, store).fraction(), 0.5);
  }

  void whatCanBeReadNext() {
    book::Book book;
    book.levels.resize(1);
    const auto add = [&book](const char* id, bool written, const QStringList& needs) {
      book::Chapter made;
      made.id = QString::fromLatin1(id);
      made.written = written;
      made.needs = needs;
      book.levels[0].chapters.push_back(made);
    };
    add("1.1", true, {});
    add("1.2", false, {chapter});
    add("1.3", true, {QStringLiteral("1.2")}); // what it needs is not to be had
    add("1.4", true, {chapter});
    store::Store store;
    navigation::Outlines outlines;
    outlines[chapter] = {{first}, {}};
    QCOMPARE(navigation::readableNext(book, outlines, store), (QStringList{chapter, QStringLiteral("1.3")}));
    store.setSectionRead({chapter, first, 1});
    QCOMPARE(navigation::readableNext(book, outlines, store),
             (QStringList{QStringLiteral("1.3"), QStringLiteral("1.4")}));
  }

  void percentagesAreHonest() {
    QCOMPARE(navigation::percent(0), QStringLiteral("0 %"));
    QCOMPARE(navigation::percent(0.0001), QStringLiteral("1 %"));
    QCOMPARE(navigation::percent(0.999), QStringLiteral("99 %"));
    QCOMPARE(navigation::percent(1), QStringLiteral("100 %"));
    QCOMPARE(navigation::percent(std::nan("")), QStringLiteral("0 %"));
  }

  void outlinesSurviveARestart() {
    navigation::Outlines outlines;
    outlines[chapter] = {{first, second}, {QStringLiteral("exercise-1.1.1")}};
    QCOMPARE(navigation::outlinesFromJson(navigation::toJson(outlines)), outlines);
    const QJsonObject hostile{
        {QStringLiteral("x"), 5},
        {QStringLiteral("y"), QJsonObject{{QStringLiteral("exercises"), -1e9},
                                          {QStringLiteral("sections"), QStringLiteral("z")}}}};
    for (const navigation::ChapterOutline& outline : navigation::outlinesFromJson(hostile))
      QCOMPARE(outline, navigation::ChapterOutline());
  }
};

QTEST_GUILESS_MAIN(ReadingTimeTellsReadingFromLeafing)
#include "reading_time_tells_reading_from_leafing.moc"
