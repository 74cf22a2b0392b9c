#include "tests/reader/reader_fixture.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;
using reader::Mark;
using reader::ObjectKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString page() {
  return QStringLiteral(
      "# 1.1 First\n\nHalf of one? [answer](check:number?value=0.5&tol=0.01) And which? "
      "[answer](check:choice?value=left&options=left|right)\n\n"
      "<details><summary>Hint</summary>\n\nThink of $\\tfrac12$, and of "
      "[1](scrub:linear_algebra.transform/d).\n\n</details>\n\n"
      "```python\nprint(\"a\" * 3)\n```\n\n```output\naaa\n```\n\n| a | b |\n|---|---|\n| $x$ | 2 |\n");
}

void type(ReaderFixture& fixture, int target, const QString& text) {
  fixture.click(target);
  auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
  QVERIFY(entry);
  entry->setText(text);
  QTest::keyClick(entry, Qt::Key_Return);
  QTest::qWait(10); // the closed entry is deleted in the next turn of the event loop
}

} // namespace

class ExercisesAndFoldsAnswer : public QObject {
  Q_OBJECT

 private slots:
  void answersAreNamedByTheirExerciseAndPutBack() {
    const QString question = QStringLiteral("[answer](check:number?value=2&tol=0.01)");
    const QString text =
        QStringLiteral("# 1.1 First\n\nBefore %1\n\n## Exercises\n\n%2**1.1.2** One %1 and %1\n\n"
                       "<details><summary>More</summary>\n\n**1.1.3** Last %1\n\n</details>\n");
    ReaderFixture fixture(text.arg(question, QString()));
    fixture.open();
    QSignalSpy given(&fixture.reader(), &reader::Reader::answerGiven);
    for (int number = 0; number < 3; ++number) {
      const ReaderFixture::Found found = fixture.object(ObjectKind::Answer, number);
      for (std::size_t i = 0; i < fixture.reader().layout().targets.size(); ++i)
        if (const reader::Target& target = fixture.reader().layout().targets[i];
            target.kind == TargetKind::Object && &fixture.objectOf(static_cast<int>(i)) == found.object) {
          type(fixture, static_cast<int>(i), number == 1 ? QStringLiteral("3") : QStringLiteral("2"));
          break;
        }
    }
    std::vector<reader::GivenAnswer> answers;
    QStringList keys;
    for (const QList<QVariant>& each : given) {
      answers.push_back({each[0].toString(), each[1].toString(), each[2].toBool()});
      keys.append(answers.back().key);
    }
    QCOMPARE(keys.mid(1), (QStringList{QStringLiteral("1.1.2/1"), QStringLiteral("1.1.2/2")}));
    QVERIFY(!keys.front().startsWith(QStringLiteral("1.1.")));

    // A new exercise before them, and a key that leads nowhere, move nothing.
    answers.push_back({QStringLiteral("9.9.9/1"), QStringLiteral("5"), true});
    ReaderFixture later(
        text.arg(question, QStringLiteral("**1.1.1** New ") + question + QStringLiteral("\n\n")));
    later.open();
    later.reader().setAnswers(answers);
    const Mark wanted[] = {Mark::Right, Mark::None, Mark::Wrong, Mark::Right};
    for (int number = 0; number < 4; ++number)
      QCOMPARE(later.object(ObjectKind::Answer, number).object->mark, wanted[number]);
    QCOMPARE(later.object(ObjectKind::Answer, 2).object->text, QStringLiteral("3"));
  }

  void anAnswerIsChecked_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("right");
    QTest::newRow("exact") << QStringLiteral("0.5") << true;
    QTest::newRow("fraction") << QStringLiteral("1/2") << true;
    QTest::newRow("percent") << QStringLiteral("50%") << true;
    QTest::newRow("at the tolerance") << QStringLiteral("0.51") << true;
    QTest::newRow("beyond the tolerance") << QStringLiteral("0.511") << false;
    QTest::newRow("other sign") << QStringLiteral("−0.5") << false;
    QTest::newRow("words") << QStringLiteral("a half") << false;
    QTest::newRow("infinite") << QStringLiteral("∞") << false;
    QTest::newRow("not a number") << QStringLiteral("nan") << false;
  }
  void anAnswerIsChecked() {
    QFETCH(QString, given);
    QFETCH(bool, right);
    ReaderFixture fixture(page());
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("Your answer"));
    type(fixture, answer, given);
    QCOMPARE(fixture.objectOf(answer).mark, right ? Mark::Right : Mark::Wrong);
    QCOMPARE(fixture.textOf(answer), given);
    // It is still there in another theme, and can be given again.
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(fixture.textOf(answer), given);
    type(fixture, answer, QStringLiteral("0.5"));
    QCOMPARE(fixture.objectOf(answer).mark, Mark::Right);
  }

  void anEmptyAnswerIsNone() {
    ReaderFixture fixture(page());
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("Your answer"));
    type(fixture, answer, QStringLiteral("  "));
    QCOMPARE(fixture.objectOf(answer).mark, Mark::None);
  }

  void aChoiceIsRevealed() {
    ReaderFixture fixture(page());
    fixture.open();
    const int choice = fixture.target(TargetKind::Object, QStringLiteral("Show the answer"));
    fixture.click(choice);
    QCOMPARE(fixture.textOf(choice), QStringLiteral("left"));
  }

  void aFoldOpensByMouseAndKeys() {
    ReaderFixture fixture(page());
    fixture.open();
    QVERIFY(!fixture.reader().text().contains(QStringLiteral("Think of")));
    const double closed = fixture.reader().layout().height;
    fixture.click(fixture.target(TargetKind::Fold, QStringLiteral("Hint")));
    fixture.settle();
    QVERIFY(fixture.reader().text().contains(QStringLiteral("Think of $\\tfrac12$")));
    QVERIFY(fixture.reader().layout().height > closed);
    // The number in the fold is reached by Tab after the fold.
    const int fold = fixture.target(TargetKind::Fold);
    QCOMPARE(fixture.reader().focusedTarget(), fold);
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QTest::keyClick(&fixture.reader(), Qt::Key_Right);
    QCOMPARE(fixture.transform().number(QStringLiteral("d")), 1.05);
    QTest::keyClick(&fixture.reader(), Qt::Key_Backtab);
    QCOMPARE(fixture.reader().focusedTarget(), fold);
    QTest::keyClick(&fixture.reader(), Qt::Key_Return);
    QVERIFY(!fixture.reader().text().contains(QStringLiteral("Think of")));
    QCOMPARE(fixture.reader().layout().height, closed);
  }

  void codeIsCopiedAsItStands() {
    ReaderFixture fixture(page());
    fixture.open();
    fixture.click(fixture.target(TargetKind::Copy));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("print(\"a\" * 3)\n"));
    QVERIFY(fixture.reader().text().contains(QStringLiteral("print(\"a\" * 3)")));
    QVERIFY(fixture.reader().text().contains(QStringLiteral("$x$\t2")));
  }

  void aScreenReaderGetsTheTextAndTheCaret() {
    ReaderFixture fixture(page());
    fixture.open();
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&fixture.reader());
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Document);
    QAccessibleTextInterface* text = accessible->textInterface();
    QVERIFY(text);
    QCOMPARE(text->text(0, text->characterCount()), fixture.reader().text());
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QVERIFY(text->text(text->cursorPosition(), -1).startsWith(QStringLiteral("answer And which?")));
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QVERIFY(text->text(text->cursorPosition(), -1).trimmed().startsWith(QStringLiteral("Hint")));
    QVERIFY(text->characterRect(text->cursorPosition() + 3).isValid());
  }

  void tabLeavesThePageAtItsEnd() {
    ReaderFixture fixture(page());
    fixture.open();
    const int count = static_cast<int>(fixture.reader().layout().targets.size());
    for (int i = 0; i < count; ++i) {
      QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
      QCOMPARE(fixture.reader().focusedTarget(), i);
    }
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QCOMPARE(fixture.reader().focusedTarget(), -1);
  }
};

QTEST_MAIN(ExercisesAndFoldsAnswer)
#include "exercises_and_folds_answer.moc"
