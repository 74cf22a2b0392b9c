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
    QTest::addColumn<Mark>("mark");
    QTest::newRow("exact") << QStringLiteral("0.5") << Mark::Right;
    QTest::newRow("fraction") << QStringLiteral("1/2") << Mark::Right;
    QTest::newRow("percent") << QStringLiteral("50%") << Mark::Right;
    QTest::newRow("power of ten") << QStringLiteral("5e-1") << Mark::Right;
    QTest::newRow("root") << QStringLiteral("√2 · √2 / 4") << Mark::Right;
    QTest::newRow("function") << QStringLiteral("sin(pi/6)") << Mark::Right;
    QTest::newRow("at the tolerance") << QStringLiteral("0.51") << Mark::Right;
    QTest::newRow("beyond the tolerance") << QStringLiteral("0.511") << Mark::Wrong;
    QTest::newRow("other sign") << QStringLiteral("−0.5") << Mark::Wrong;
    QTest::newRow("infinite") << QStringLiteral("∞") << Mark::Wrong;
    QTest::newRow("words") << QStringLiteral("a half") << Mark::Unreadable;
    QTest::newRow("decimal comma") << QStringLiteral("0,5") << Mark::Unreadable;
    QTest::newRow("no value") << QStringLiteral("sqrt(-1)") << Mark::Unreadable;
    QTest::newRow("open bracket") << QStringLiteral("(1/2") << Mark::Unreadable;
  }
  void anAnswerIsChecked() {
    QFETCH(QString, given);
    QFETCH(Mark, mark);
    ReaderFixture fixture(page());
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("Your answer"));
    type(fixture, answer, given);
    QCOMPARE(fixture.objectOf(answer).mark, mark);
    QCOMPARE(fixture.textOf(answer), given);
    // It is still there in another theme, and can be given again.
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(fixture.textOf(answer), given);
    type(fixture, answer, QStringLiteral("0.5"));
    QCOMPARE(fixture.objectOf(answer).mark, Mark::Right);
  }

  void aJudgedAnswerTakesWhatIsTyped() {
    ReaderFixture fixture(page());
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("Your answer"));
    const double place = fixture.reader().scrolled();
    const auto entry = [&] { return fixture.reader().viewport()->findChild<QLineEdit*>(); };
    type(fixture, answer, QStringLiteral("sqrt(4)"));
    QCOMPARE(fixture.objectOf(answer).mark, Mark::Wrong);
    QTest::keyClick(&fixture.reader(), Qt::Key_Backspace);
    QVERIFY(entry());
    QCOMPARE(entry()->text(), QStringLiteral("sqrt(4)"));
    QTest::keyClick(entry(), Qt::Key_Escape);
    QTest::qWait(10);
    QTest::keyClick(&fixture.reader(), Qt::Key_Space);
    QVERIFY(entry());
    QTest::keyClick(entry(), Qt::Key_Escape);
    QTest::qWait(10);
    QTest::keyClick(&fixture.reader(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(entry());
    QCOMPARE(entry()->selectedText(), QStringLiteral("sqrt(4)"));
    QTest::keyClick(entry(), Qt::Key_Escape);
    QTest::qWait(10);
    QTest::keyClicks(&fixture.reader(), QStringLiteral("s"));
    QVERIFY(entry());
    QCOMPARE(entry()->text(), QStringLiteral("s"));
    QCOMPARE(fixture.reader().scrolled(), place);
  }

  void anEmptyAnswerIsNone() {
    ReaderFixture fixture(page());
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("Your answer"));
    type(fixture, answer, QStringLiteral("  "));
    QCOMPARE(fixture.objectOf(answer).mark, Mark::None);
  }

  void aChoiceIsMadeByMouseAndTriedAgain() {
    ReaderFixture fixture(page());
    fixture.open();
    const int left = fixture.target(TargetKind::Link, QStringLiteral("Choice 1 of 2: left"));
    const int right = fixture.target(TargetKind::Link, QStringLiteral("Choice 2 of 2: right"));
    const auto words = [&](int option) {
      return fixture.reader().describe(
          fixture.reader().layout().targets.at(static_cast<std::size_t>(option)));
    };
    fixture.click(right);
    QCOMPARE(words(right), QStringLiteral("Choice 2 of 2: right, chosen, not right yet"));
    QVERIFY2(!words(left).contains(QStringLiteral("right")), "a wrong choice must not tell the right one");
    QTRY_COMPARE(fixture.reader().cardText(), QStringLiteral("Not yet"));
    fixture.click(left);
    QCOMPARE(words(left), QStringLiteral("Choice 1 of 2: left, chosen, right"));
    QCOMPARE(words(right), QStringLiteral("Choice 2 of 2: right"));
    QTRY_COMPARE(fixture.reader().cardText(), QStringLiteral("Right"));
    // What was chosen is still there in another theme.
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(words(left), QStringLiteral("Choice 1 of 2: left, chosen, right"));
  }

  void aChoiceIsMadeByKeys() {
    ReaderFixture fixture(page());
    fixture.open();
    const int left = fixture.target(TargetKind::Link, QStringLiteral("Choice 1 of 2: left"));
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab); // the number
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QCOMPARE(fixture.reader().focusedTarget(), left);
    const double place = fixture.reader().scrolled();
    QTest::keyClick(&fixture.reader(), Qt::Key_Down);
    QCOMPARE(fixture.reader().focusedTarget(), left + 1);
    QTest::keyClick(&fixture.reader(), Qt::Key_Down); // it stays in its choice
    QCOMPARE(fixture.reader().focusedTarget(), left + 1);
    QTest::keyClick(&fixture.reader(), Qt::Key_Space);
    QCOMPARE(fixture.object(ObjectKind::Choice, 1).object->mark, Mark::Wrong);
    QTest::keyClick(&fixture.reader(), Qt::Key_Left);
    QTest::keyClick(&fixture.reader(), Qt::Key_Return);
    QCOMPARE(fixture.object(ObjectKind::Choice, 0).object->mark, Mark::Right);
    QCOMPARE(fixture.object(ObjectKind::Choice, 1).object->mark, Mark::None);
    QCOMPARE(fixture.reader().scrolled(), place);
  }

  void optionsHoldFormulasAndAreStackedWhenTheyAreLong() {
    ReaderFixture fixture(QStringLiteral(
        "# 1.1 First\n\nThe slope? [answer](check:choice?answer=$2x$&options=$x^2$|$2x$|$|x|$) Draw it.\n\n"
        "Why? [answer](check:choice?answer=because%20it%20is%20steeper%20there&options="
        "because%20it%20is%20steeper%20there|because%20$x>0$%20everywhere%20on%20the%20line) Say so.\n"));
    fixture.open();
    const auto boxOf = [&](int number) { return fixture.object(ObjectKind::Choice, number).box; };
    QCOMPARE(boxOf(0).top(), boxOf(2).top());
    QVERIFY(boxOf(3).top() < boxOf(4).top());
    QCOMPARE(boxOf(3).left(), boxOf(4).left());
    QVERIFY(fixture.reader().text().contains(QStringLiteral("○ $|x|$")));
    QVERIFY(fixture.reader().text().contains(QStringLiteral("\nDraw it."))); // a line of its own
    QVERIFY(fixture.reader().text().contains(QStringLiteral("\nSay so.")));
    // A click on the formula is a click on its option.
    const int slope = fixture.target(TargetKind::Link, QStringLiteral("Choice 2 of 3"));
    fixture.click(slope);
    QCOMPARE(fixture.object(ObjectKind::Choice, 1).object->mark, Mark::Right);
  }

  void anExpressionIsComparedWithTheAnswer_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<Mark>("mark");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* given, Mark mark, const char* words) {
      QTest::newRow(given) << QString::fromUtf8(given) << mark << QString::fromUtf8(words);
    };
    row("2*x*cos(x^2)", Mark::Right, "Right");
    row("cos(x²)·2x", Mark::Right, "Right");
    row("x cos(x^2) + x cos(-x^2)", Mark::Right, "Right");
    row("2x sin(x^2)", Mark::Wrong, "Not yet");
    row("2 sqrt(x)^2 cos(x^2)", Mark::Wrong,
        "Not yet: right where it has a value, but there are points where "
        "only one of the two expressions has one");
    row("2x cos(x^2", Mark::Unreadable, "The bracket '(' is not closed");
    row("2t cos(t^2)", Mark::Unreadable, "'t' is no name known here; write it in x");
    row("2x cos x^2", Mark::Unreadable, "cos needs brackets right after it, as in cos(x)");
  }
  void anExpressionIsComparedWithTheAnswer() {
    QFETCH(QString, given);
    QFETCH(Mark, mark);
    ReaderFixture fixture(QStringLiteral(
        "# 1.1 First\n\nDerive $\\sin x^2$: [answer](check:expression?value=2*x*cos(x^2)&vars=x)\n"));
    fixture.open();
    const int answer = fixture.target(TargetKind::Object, QStringLiteral("an expression in x"));
    type(fixture, answer, given);
    QCOMPARE(fixture.objectOf(answer).mark, mark);
    QCOMPARE(fixture.textOf(answer), given);
    QTEST(fixture.reader().cardText(), "words");
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
    QCOMPARE(text->text(0, text->characterCount()), fixture.reader().text(reader::FormulasAs::Words));
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QVERIFY(text->text(text->cursorPosition(), -1).startsWith(QStringLiteral("answer And which?")));
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QVERIFY(text->text(text->cursorPosition(), -1).startsWith(QStringLiteral("○ left")));
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
