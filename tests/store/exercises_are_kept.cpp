#include "app/store/files.h"
#include "app/store/json_form.h"
#include "app/store/reading.h"
#include "app/store/schema.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

const QString chapter = QStringLiteral("4.4");
const QString first = QStringLiteral("exercise-4.4.1");
const QString second = QStringLiteral("exercise-4.4.2");

store::ExerciseProgress exercise(const QString& anchor, bool tried, bool solved) {
  return {chapter, anchor, tried, solved, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC)};
}

store::Contents with(const store::ExerciseProgress& progress) {
  store::Contents contents;
  contents.exercises = {{{progress.chapter, progress.exercise}, progress}};
  return contents;
}

} // namespace

class ExercisesAreKept : public QObject {
  Q_OBJECT

 private slots:
  void marksComeBackAfterARestart() {
    const QTemporaryDir folder;
    {
      store::Store store;
      store.open(folder.path());
      QCOMPARE(store.setExercise(exercise(first, false, true)), QString());
      QCOMPARE(store.setExercise(exercise(second, true, true)), QString());
      QCOMPARE(store.setExercise(exercise(second, true, false)), QString()); // taken back
    }
    QCOMPARE(askPython(store::storeFile(folder.path()),
                       QStringLiteral("SELECT anchor, is_tried, is_solved FROM exercise ORDER BY anchor")),
             QStringLiteral("exercise-4.4.1|1|1\nexercise-4.4.2|1|0"));
    store::Store store;
    store.open(folder.path());
    const std::vector<store::ExerciseProgress> kept = store.exercises(chapter);
    QCOMPARE(kept.size(), 2U);
    QVERIFY(kept[0].exercise == first && kept[0].tried && kept[0].solved); // what is solved was tried
    QVERIFY(kept[1].exercise == second && kept[1].tried && !kept[1].solved);
    QVERIFY(store.exercises(QStringLiteral("4.6")).empty());
  }

  void theSameMarkAgainChangesNothing() {
    store::Store store;
    QSignalSpy changed(&store, &store::Store::progressChanged);
    store.setExercise(exercise(first, true, false));
    store.setExercise(exercise(first, true, false));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!store.setExercise(exercise(QString(), true, false)).isEmpty());
    QVERIFY(!store.setExercise(exercise(QString(2000, u'x'), true, false)).isEmpty());
    QCOMPARE(store.contents().exercises.size(), 1U);
  }

  void whatWasSolvedOnEitherSideIsSolved() {
    const store::Contents mine = with(exercise(first, true, false));
    const store::Contents theirs = with(exercise(first, true, true));
    QVERIFY(store::merge(mine, theirs).exercises.begin()->second.solved);
    QVERIFY(store::merge(theirs, mine) == theirs);
    QVERIFY(store::merge(theirs, theirs) == theirs);
  }

  void exportsOfEarlierVersionsAreImported() {
    store::Store store;
    store.setExercise(exercise(first, true, true));
    QCOMPARE(store.importJson("{\"eigenboard\": 1, \"sections\": []}"), QString());
    QVERIFY(store.exercises(chapter).front().solved);
    QVERIFY(!store.importJson("{\"eigenboard\": 1, \"exercises\": [{\"chapter\": \"4.4\"}]}").isEmpty());
  }

  void aStoreOfTheFirstVersionIsReadAndBroughtUpToDate() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    const store::Migrations firstVersion{store::migrations().front()};
    {
      store::Database database;
      QVERIFY(database.open(file).ok());
      QVERIFY(store::migrate(database, firstVersion).ok());
      QVERIFY(database.run(QStringLiteral("INSERT INTO section VALUES('4.4', 'x', 1)")).ok());
      // As it is read where it may not be written: without the tables that came later.
      store::Contents contents;
      QVERIFY(store::readContents(database, contents).ok());
      QCOMPARE(contents.sections.size(), 1U);
    }
    store::Store store;
    QCOMPARE(store.open(folder.path()), store::Condition::Good);
    QCOMPARE(store.sectionRead(chapter, QStringLiteral("x")), 1.);
    QCOMPARE(store.setExercise(exercise(first, true, true)), QString());
    QCOMPARE(store.flush(), QString());
    QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM exercise")), QStringLiteral("1"));
  }
};

QTEST_GUILESS_MAIN(ExercisesAreKept)
#include "exercises_are_kept.moc"
