#include "app/reader/code_desk.h"
#include "tests/reader/reader_fixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;
using namespace Qt::StringLiterals;
using reader::Mark;
using reader::ObjectKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString page() {
  return uR"(# 1.1 First

## Exercises

### Build

**1.1.1** Write it.

```python
def double(x):
    ...

print(double(2))
```

```output
None
```

[Check it](check:code?function=double)

<details><summary>Solution</summary>

```python
def double(x):
    return 2 * x
```

```cases
double(2)
double(-1.5)
```

</details>

**1.1.2** Its transpose? [answer](check:matrix?value=1,3;2,4&tol=0.01) And the column? [answer](check:matrix?value=5;6)
)"_s;
}

} // namespace

/// The cell of an exercise is held against its cases, the answer is kept, and matrices are typed row by row.
class CodeOfExercisesIsJudged : public QObject {
  Q_OBJECT

 private slots:
  void theCellAsItStandsIsJudged() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy given(&fixture.reader(), &reader::Reader::answerGiven);
    const int answer = fixture.target(TargetKind::Object, u"held against cases"_s);
    QCOMPARE(fixture.textOf(answer), u"Check it"_s);
    fixture.click(answer);
    QCOMPARE(fixture.textOf(answer), u"Checking…"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.objectOf(answer).mark, Mark::Wrong, 30'000);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.last().at(0).toString(), u"1.1.1/1"_s);
    QCOMPARE(given.last().at(2).toBool(), false);

    write(fixture, u"def double(x):\n    return x + x\n"_s);
    fixture.click(fixture.target(TargetKind::Object, u"Your answer Not yet"_s));
    QTRY_COMPARE_WITH_TIMEOUT(object(fixture).mark, Mark::Right, 30'000);
    QCOMPARE(given.last().at(2).toBool(), true);
    const auto states = exerciseStates(fixture);
    QVERIFY(states.front().solved);
    QVERIFY(!states.back().solved);

    // What was answered is put back on a page made anew.
    ReaderFixture later(page());
    later.open();
    later.reader().setAnswers({{u"1.1.1/1"_s, given.last().at(1).toString(), true}});
    QCOMPARE(object(later).mark, Mark::Right);
    QCOMPARE(object(later).text, u"All cases right"_s);
  }

  void codeThatDoesNotRunIsNoAnswer() {
    ReaderFixture fixture(page());
    fixture.open();
    write(fixture, u"def double(x):\n    return 2 *\n"_s);
    const int answer = fixture.target(TargetKind::Object, u"held against cases"_s);
    fixture.reader().setFocus();
    fixture.click(answer);
    QTRY_COMPARE_WITH_TIMEOUT(object(fixture).mark, Mark::Unreadable, 30'000);
    QVERIFY(!exerciseStates(fixture).front().solved);
  }

  void aPageMayGoWhileItsCodeIsJudged() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy given(&fixture.reader(), &reader::Reader::answerGiven);
    fixture.click(fixture.target(TargetKind::Object, u"held against cases"_s));
    fixture.open(u"1.2"_s);
    QTest::qWait(1500);
    QCOMPARE(given.size(), 0);
    fixture.open();
    QCOMPARE(object(fixture).mark, Mark::None);
  }

  void matricesAreTypedRowByRow_data() {
    QTest::addColumn<int>("number"); ///< of the answer
    QTest::addColumn<QString>("text");
    QTest::addColumn<Mark>("mark");
    QTest::newRow("rows") << 1 << u"1, 3; 2, 4"_s << Mark::Right;
    QTest::newRow("as NumPy prints") << 1 << u"[[1, 3], [2, 4]]"_s << Mark::Right;
    QTest::newRow("expressions") << 1 << u"1,sqrt(9);4/2,2^2"_s << Mark::Right;
    QTest::newRow("within the tolerance") << 1 << u"1.009, 3; 2, 4"_s << Mark::Right;
    QTest::newRow("beyond it") << 1 << u"1.02, 3; 2, 4"_s << Mark::Wrong;
    QTest::newRow("transposed") << 1 << u"1, 2; 3, 4"_s << Mark::Wrong;
    QTest::newRow("other shape") << 1 << u"1, 3, 2, 4"_s << Mark::Wrong;
    QTest::newRow("ragged") << 1 << u"1, 3; 2"_s << Mark::Unreadable;
    QTest::newRow("words") << 1 << u"one, 3; 2, 4"_s << Mark::Unreadable;
    QTest::newRow("infinite") << 1 << u"∞, 3; 2, 4"_s << Mark::Unreadable;
    QTest::newRow("empty row") << 1 << u";"_s << Mark::Unreadable;
    QTest::newRow("column") << 2 << u"5; 6"_s << Mark::Right;
    QTest::newRow("lying column") << 2 << u"5, 6"_s << Mark::Right;
    QTest::newRow("other vector") << 2 << u"6, 5"_s << Mark::Wrong;
    QTest::newRow("too long") << 2 << u"5, 6, 7"_s << Mark::Wrong;
  }
  void matricesAreTypedRowByRow() {
    QFETCH(int, number);
    QFETCH(QString, text);
    QFETCH(Mark, mark);
    ReaderFixture fixture(page());
    fixture.open();
    const reader::InlineObject* wanted = fixture.object(ObjectKind::Answer, number).object;
    int target = fixture.target(TargetKind::Object, u"a matrix"_s);
    while (&fixture.objectOf(target) != wanted)
      ++target;
    fixture.click(target);
    auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
    QVERIFY(entry);
    entry->setText(text);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(fixture.objectOf(target).mark, mark);
  }

 private:
  static reader::InlineObject& object(ReaderFixture& fixture) {
    return *fixture.object(ObjectKind::Answer, 0).object;
  }
  static std::vector<reader::ExerciseState> exerciseStates(ReaderFixture& fixture) {
    return fixture.reader().exercises();
  }
  /// The reader's own code for the first cell of the page.
  static void write(ReaderFixture& fixture, const QString& code) {
    const reader::Target& run =
        fixture.reader().layout().targets[static_cast<std::size_t>(fixture.target(TargetKind::Run))];
    fixture.reader().codeCells().setCode(*run.node, code);
    QCoreApplication::processEvents();
  }
};

QTEST_MAIN(CodeOfExercisesIsJudged)
#include "code_of_exercises_is_judged.moc"
