#include "app/book/chapter_page.h"
#include "app/book/code_check.h"
#include "tests/core/python_process.h"

#include <QtTest/QTest>

using namespace eigenboard::book;
using namespace Qt::StringLiterals;
using eigenboard::tests::runPython;

namespace {

QString exercise() {
  return uR"(Write it.

```python
import numpy as np

def project(u, v):
    ...

print(project([1, 0], [3, 4]))
```

```output
None
```

[Check it](check:code?function=project)

<details><summary>Hint</summary>

Divide.

```python
def project(u, v):
    return "not the solution"
```

</details>

<details><summary>Solution</summary>

```python
import numpy as np

def project(u, v):
    u, v = np.asarray(u, float), np.asarray(v, float)
    if not u.any():
        raise ValueError("no direction")
    return (u @ v) / (u @ u) * u
```

```cases
project([1, 0], [3, 4])

project([2, 1], [-1, 3])
project([1e-3, 0, 0], [1, 2, 3]).tolist()
project([0, 0], [1, 1])
```

</details>
)"_s;
}

CodeCheck check() {
  return codeCheck(chapterPage(exercise()).page.blocks);
}

} // namespace

/// A function is right when it does on all cases what the solution's does, however it is written.
class CodeIsJudgedByItsCases : public QObject {
  Q_OBJECT

 private slots:
  void theExerciseHasItsParts() {
    const CodeCheck found = check();
    QVERIFY(found.starter.contains(u"..."_s));
    QVERIFY(found.solution.contains(u"u @ v"_s));
    QCOMPARE(found.cases.size(), 4);
    QCOMPARE(codeCheckProblem(found, u"project"_s), QString());
    QVERIFY(codeCheckProblem(found, u"reject"_s).contains(u"'def reject('"_s));
    CodeCheck less = found;
    less.cases.clear();
    QVERIFY(codeCheckProblem(less, u"project"_s).contains(u"cases"_s));
    less = found;
    less.solution.clear();
    QVERIFY(codeCheckProblem(less, u"project"_s).contains(u"solution"_s));
  }

  void verdicts_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("words");
    const CodeCheck found = check();
    const QString otherWay =
        u"import numpy as np\n"
        "def project(u, v):\n"
        "    print('noise', u)\n"
        "    t = sum(a * b for a, b in zip(u, v)) / sum(a * a for a in u) if any(u) else None\n"
        "    if t is None: raise ValueError('0')\n"
        "    return np.array([t * a for a in u])\n"
        "print(project([1, 0], [3, 4]), 100 % 7, '%1 %2')"_s;
    QTest::newRow("the solution") << found.solution << Verdict::Right << u"Right: all 4 cases"_s;
    QTest::newRow("another way") << otherWay << Verdict::Right << u"Right: all 4 cases"_s;
    QTest::newRow("the starter") << found.starter << Verdict::NotYet
                                 << u"project([1, 0], [3, 4]) gives None"_s;
    QTest::newRow("wrong at one") << QString(otherWay).replace(u"a * a for a in u"_s, u"abs(a) for a in u"_s)
                                  << Verdict::NotYet << u"project([2, 1], [-1, 3]) gives array("_s;
    QTest::newRow("raises another") << QString(otherWay).replace(u"raise ValueError('0')"_s,
                                                                 u"return [0, 0]"_s)
                                    << Verdict::NotYet << u"project([0, 0], [1, 1]) gives [0, 0]"_s;
    QTest::newRow("raises") << u"def project(u, v): return u[7]"_s << Verdict::NotYet
                            << u"raises IndexError: list index out of range"_s;
    QTest::newRow("no function") << u"x = 1"_s << Verdict::NotYet << u"there is no function project"_s;
    QTest::newRow("too long a value")
        << u"def project(u, v): return 'a' * 10**6"_s << Verdict::NotYet << u"…"_s;
    QTest::newRow("not-a-number") << u"def project(u, v): return [float('nan')] * 2"_s << Verdict::NotYet
                                  << u"gives [nan, nan]"_s;
    QTest::newRow("another shape") << u"def project(u, v): return [[3.0, 0.0]]"_s << Verdict::NotYet
                                   << u"gives [[3.0, 0.0]]"_s;
  }
  void verdicts() {
    QFETCH(QString, code);
    QFETCH(Verdict, verdict);
    QFETCH(QString, words);
    const auto answer = runPython(codeCheckScript(check(), code, u"project"_s), {});
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const Judgement judgement = judgeCode(QString::fromUtf8(answer.output));
    QCOMPARE(judgement.verdict, verdict);
    QVERIFY2(judgement.words.contains(words), qPrintable(judgement.words));
    QVERIFY(judgement.words.size() < 250);
  }

  void values_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isAlike");
    const auto row = [](const char* given, const char* wanted, bool isAlike) {
      QTest::newRow(qPrintable(QLatin1String(given) + u" for "_s + QLatin1String(wanted)))
          << QString::fromLatin1(given) << QString::fromLatin1(wanted) << isAlike;
    };
    row("0.1 + 0.2", "0.3", true);
    row("0.3001", "0.3", false);
    row("2", "2.0", true);
    row("[1, 2]", "(1, 2)", true);
    row("np.array([1, 2])", "[1, 2]", true);
    row("np.float64(1)", "1.0", true);
    row("np.bool_(True)", "True", true);
    row("1", "True", false);
    row("'a'", "'a'", true);
    row("'a'", "1", false);
    row("None", "1", false);
    row("None", "None", true);
    row("[(1, 'a'), (2, 'b')]", "[(1, 'a'), (2, 'b')]", true);
    row("[(1, 'a')]", "[(1, 'a'), (2, 'b')]", false);
    row("(np.eye(2), [1.0, 2])", "(np.eye(2), np.array([1, 2]))", true);
    row("{'a': 1}", "{'a': 1}", true);
    row("float('nan')", "float('nan')", true);
    row("float('inf')", "1e300", false);
    row("np.array([], int)", "[]", true);
    row("1 + 2j", "1 + 2j", true);
    row("object()", "1.0", false);
  }
  void values() {
    QFETCH(QString, given);
    QFETCH(QString, wanted);
    QFETCH(bool, isAlike);
    const QString function = u"import numpy as np\ndef f():\n    return %1\n"_s;
    const CodeCheck made{{}, function.arg(wanted), {u"f()"_s}};
    const auto answer = runPython(codeCheckScript(made, function.arg(given), u"f"_s), {});
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const Verdict verdict = judgeCode(QString::fromUtf8(answer.output)).verdict;
    QCOMPARE(verdict, isAlike ? Verdict::Right : Verdict::NotYet);
  }

  void faultsOfTheCodeAreItsOwn() {
    for (const QString& code : {u"x = 1\ny = x / 0"_s, u"x = 1\ndef f(:"_s}) {
      const auto answer = runPython(codeCheckScript(check(), code, u"project"_s), {});
      QVERIFY2(answer.error.contains(u"File \"cell.py\", line 2"_s), qPrintable(answer.error));
      QVERIFY2(!answer.error.contains(u"exec(compile"_s), qPrintable(answer.error));
      QCOMPARE(judgeCode(QString::fromUtf8(answer.output)).verdict, Verdict::Unreadable);
    }
    QCOMPARE(judgeCode({}).verdict, Verdict::Unreadable);
  }
};

QTEST_GUILESS_MAIN(CodeIsJudgedByItsCases)
#include "code_is_judged_by_its_cases.moc"
