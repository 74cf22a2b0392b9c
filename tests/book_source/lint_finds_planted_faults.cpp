#include "app/book/components.h"
#include "app/book/lint.h"
#include "tests/book_source/lint_fixture.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::book;

namespace {

QString shown(const std::vector<Finding>& findings) {
  QString text;
  for (const Finding& finding : findings)
    text += QStringLiteral("\n  %1:%2: %3").arg(finding.file).arg(finding.line).arg(finding.message);
  return text.isEmpty() ? QStringLiteral("nothing") : text;
}

/// The line of the first occurrence of some words in a text; 1 for no words.
int lineOfWords(const QString& text, const QString& words) {
  const qsizetype at = text.indexOf(words);
  if (at < 0)
    qFatal("the text does not hold '%s'", qPrintable(words));
  return static_cast<int>(QStringView(text).first(at).count(u'\n')) + 1;
}

const QString panelLink = QStringLiteral("[Drag the columns](panel:linear_algebra.transform?preset=shear)");
const QString flipLink = QStringLiteral("[flip it](goal:linear_algebra.transform/flip)");

} // namespace

class LintFindsPlantedFaults : public QObject {
  Q_OBJECT

 private:
  std::vector<Finding> lint(const QString& directory) {
    return lintBook(readBook(directory), registry_, [this](const QString& tex, bool display) {
      return typesetter_.typeset(tex, display ? typesetting::Style::Display : typesetting::Style::Inline)
          ->error;
    });
  }

  panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;

 private slots:
  void aCleanBookHasNone() {
    const LintFixture fixture;
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.empty(), qPrintable(shown(findings)));
  }

  void aBookIsCleanFromWhereverItIsNamed() {
    const LintFixture fixture;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(fixture.directory() + QStringLiteral("/..")));
    const std::vector<Finding> findings = lint(QDir(fixture.directory()).dirName());
    QVERIFY(QDir::setCurrent(before));
    QVERIFY2(findings.empty(), qPrintable(shown(findings)));
  }

  /// Each row replaces one piece of the clean chapter; the finding is on the line of `at` in the faulty one.
  void oneFaultOfEachKind_data() {
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("count");
    const auto row = [](const char* name, const QString& piece, const QString& fault, const QString& at,
                        const QString& words,
                        int count = 1) { QTest::newRow(name) << piece << fault << at << words << count; };

    row("id", "id: 4.4", "id: 4.5", "---", "id is '4.5' in the front matter and '4.4' in book.json");
    row("title of the front matter", "title: Maps", "title: Mops", "---", "title is 'Mops'");
    row("level", "level: 4", "level: 3", "---", "level is '3'");
    row("needs", "needs: [4.6]", "needs: []", "---", "needs is '[]' in the front matter and '[4.6]'");
    row("panels", "panels: [linear_algebra.transform]",
        "panels: [linear_algebra.transform, linear_algebra.eigen]", "---",
        "panels is '[linear_algebra.transform, linear_algebra.eigen]'", 2);
    row("minutes", "minutes: 30\n", "", "---", "minutes");
    row("minutes that are no number", "minutes: 30", "minutes: some", "---", "minutes");
    row("unknown key", "minutes: 30", "minutes: 30\nauthor: me", "---", "'author'");
    row("no front matter", QStringLiteral("---\nid: 4.4"), QStringLiteral("\nid: 4.4"), "",
        "front matter is missing", 2);

    row("other title", "# 4.4 Maps", "# 4.4 Mops", "# 4.4 Mops", "# 4.4 Maps");
    row("no title", "# 4.4 Maps", "4.4 Maps", "4.4 Maps", "the title is missing");
    row("second title", "A matrix moves points.", "# 4.4 Maps\n\nA matrix.", "# 4.4 Maps\n\nA matrix.",
        "level 1");
    row("misspelt component", "## Intuition", "## Intuitions", "## Intuitions", "did you mean 'Intuition'?",
        3);
    row("component of another level", "## Common mistakes", "### Common mistakes", "---",
        "'## Common mistakes'");
    row("component twice", "## Where ML uses this\n", "## In code\n\nMore.\n\n## Where ML uses this\n",
        "## In code\n\nMore.", "'## In code' is there twice");

    row("unknown panel", flipLink, "[x](panel:linear_algebra.transfrom)", "transfrom",
        "did you mean 'linear_algebra.transform'?");
    row("unknown parameter", flipLink, "[x](set:linear_algebra.transform?zz=1)", "zz=1",
        "unknown parameter 'zz'");
    row("value outside the range", flipLink, "[x](set:linear_algebra.transform?c=99)", "c=99",
        "between -4 and 4");
    row("unknown preset", flipLink, "[x](set:linear_algebra.transform?preset=shaer)", "shaer",
        "did you mean 'shear'?");
    row("shared cell", flipLink, "[x](set:linear_algebra.transform?a=@A)", "a=@A", "a cannot be shared");
    row("wrong name of a shared object", flipLink, "[x](set:linear_algebra.transform?A=@my-A)", "my-A",
        "names no shared object");
    row("shared object of two shapes", flipLink,
        "[x](set:linear_algebra.transform?A=@A) and [y](set:linear_algebra.transform?v=@A)", "[y]",
        "is a point of 2 coordinates, and @A is a 2 × 2 matrix");
    row("unknown readout", flipLink, "[1](value:linear_algebra.transform/dett)", "dett",
        "did you mean 'det'?");
    row("readout of another mode", flipLink, "[0.1](value:graph.algorithms/error)", "graph.algorithms",
        "has no error here");
    row("unknown goal", flipLink, "[x](goal:linear_algebra.transform/flop)", "flop", "did you mean 'flip'?");
    row("unknown scrub", flipLink, "[1](scrub:linear_algebra.transform/zz)", "zz", "unknown parameter 'zz'");
    row("scrub of no number", flipLink, "[on](scrub:linear_algebra.transform/compose)", "compose",
        "not a number");
    row("steps of a panel without", flipLink, "[x](set:linear_algebra.transform?steps=3)", "steps=3",
        "has no steps");
    row("unknown kind of link", flipLink, "[x](sett:linear_algebra.transform?a=1)", "sett",
        "did you mean 'set'?");
    row("answer that is no number", flipLink, "[x](check:number?value=two)", "value=two",
        "'two' is not a number");
    row("answer that is no option", flipLink, "[x](check:choice?value=c&options=a|b)", "check:choice",
        "'c' is none of the options");
    row("code to check without a cell", "**4.4.1** How", "**4.4.1** [Check it](check:code?function=f) How",
        "check:code", "no python fence with 'def f('");
    row("code to check outside of the exercises", flipLink, "[Check it](check:code?function=f)", "check:code",
        "stands in no exercise");
    row("unknown footnote", "A matrix moves points.", "A matrix[^x] moves points.", "[^x]",
        "there is no footnote [^x]");
    row("footnote that nothing names", "A matrix moves points.", "A matrix.\n\n[^x]: Words.", "[^x]",
        "nothing names the footnote [^x]");
    row("options alike", flipLink, "[x](check:choice?answer=a&options=a|a)", "check:choice",
        "two of the options are the same");
    row("choice without options", flipLink, "[x](check:choice?answer=a)", "check:choice", "at least two");
    row("expression that cannot be read", flipLink, "[x](check:expression?value=2*x*&vars=x)", "2*x*",
        "Something is missing at the end");
    row("variable that is not declared", flipLink, "[x](check:expression?value=2*y&vars=x)", "2*y",
        "'y' is no name known here; write it in x");
    row("expression without values", flipLink, "[x](check:expression?value=sqrt(-1-x^2)&vars=x)", "sqrt(-1",
        "has no value at most points");
    row("key of a check that is none", flipLink, "[x](check:number?value=2&tolerance=1)", "tolerance",
        "check:number does not know 'tolerance'");
    row("symbol on no panel", "`b`, `area`", "`b`, `aera`", "`aera`", "did you mean 'area'?");
    row("symbol without a meaning", "The lean of the square.", "", "| $b$", "the symbol $b$ has no meaning");
    row("symbol without a formula", "| $b$ |", "| b |", "| b |", "no formula in its first column");
    row("link without words", flipLink, "[](goal:linear_algebra.transform/flip)", "[](goal", "no words");
    row("malformed term", flipLink, "[x](term:Big%20word)", "term:Big", "small letters");
    row("unknown term", "[determinant](term:determinant)", "[determinant](term:determinants)",
        "term:determinants", "did you mean 'determinant'?");
    row("missing file", "06-turns.md#the-problem", "06-tuns.md", "06-tuns.md", "did you mean '06-turns.md'?");
    row("file that is not written", "06-turns.md#the-problem", "05-systems.md", "05-systems.md",
        "chapter 4.5 is not written");
    row("file outside the book", "06-turns.md#the-problem", "../README.md", "../README.md",
        "no chapter of the book");
    row("missing anchor there", "#the-problem", "#the-problems", "#the-problems",
        "did you mean 'the-problem'?");
    row("missing anchor here", "(#intuition)", "(#intuitions)", "#intuitions", "did you mean 'intuition'?");
    row("missing image", "square.png", "circle.png", "circle.png", "there is no image 'circle.png'");
    row("image from the web", "square.png", "https://example.org/a.png", "example.org",
        "not in the book's folder");
    row("image without words", "![a square]", "![]", "square.png", "no description");

    row("panel not placed", panelLink, "Drag: " + panelLink, "---",
        "linear_algebra.transform of the front matter is not");
    row("panel not named", "A matrix moves points.", "[Turn](panel:linear_algebra.eigen)", "[Turn]",
        "does not name the panel linear_algebra.eigen");

    row("value at a preset", "[82](value", "[83](value", "[83](value",
        "'83', but kappa of linear_algebra.transform is "
        "shown as '82' here");
    row("value with other digits", "[1.00](value", "[1.0](value", "[1.0](value", "shown as '1.00'");
    row("value of the other panel's state", "preset=near_singular", "preset=shear&d=1.5", "[82](value",
        "kappa", 2);
    row("value after other steps", "steps=4", "steps=3", "[0.0247](value", "below_diagonal");
    row("scrub at a preset", "[1](scrub", "[0](scrub", "[0](scrub",
        "'0', but b of linear_algebra.transform is 1");
    row("scrub coarser than its steps", "[1.05](scrub", "[1](scrub:linear_algebra.transform/a), [1.1](scrub",
        "[1.1](scrub", "'1.1', but d of linear_algebra.transform is 1.05");
    row("scrub that is no number", "[1.05](scrub", "[corner](scrub", "[corner](scrub", "'corner'");
    row("scrub after a change", "b=-0.5", "b=0.5", "[-0.5](scrub", "is 0.5 here, at ");

    row("malformed TeX in a cell", "$\\lvert x\\rvert$", "$\\frac{1}$", "| Salt", "\\frac{1}");
    row("malformed TeX in a sentence", "$\\kappa$", "$\\kapppa$", "almost a collapse", "\\kapppa");
    row("malformed TeX on a line of its own", "ad-bc.", "\\left(ad-bc.", "$$", "cannot be typeset");
    row("formula before a heading", "The area is a difference of products.\n", "", "$$",
        "no paragraph of words");
    row("formula before a formula", "The area is a difference of products.", "$$\n1\n$$\n\nOne.", "$$",
        "no paragraph of words");
    row("formula that ends a quote", ">\n> A square.\n", "", "> $$", "no paragraph of words");

    row("code without output", "```output\n1\n```\n", "It prints 1.\n", "```python", "no output fence");
    row("words between code and output", "```\n\n```output", "```\n\nIt prints\n\n```output", "```python",
        "no output fence follows", 2);
    row("output without code", "Everywhere.", "```output\n1\n```", "```output\n1\n```\n\n## Common",
        "does not follow");
    row("open fold", "Everywhere.", "<details><summary>Aside</summary>\n\nNo end.", "<details><summary>Aside",
        "<details> is not closed");
    row("closed fold that was not open", "Everywhere.", "No start.\n\n</details>", "</details>",
        "without <details>");

    row("no hint", "<details><summary>Hint</summary>\n\nMultiply the sides of 3.",
        "<details><summary>Help</summary>\n\nM.", "**4.4.3**", "exercise 4.4.3 has no fold 'Hint'");
    row("no solution", "<details><summary>Solution</summary>\n\nIt is $2\\cdot 1$ for 8.\n\n</details>", "",
        "**4.4.8**", "exercise 4.4.8 has no fold 'Solution'");
    row("number out of order", "**4.4.5**", "**4.4.55**", "**4.4.55**", "where 4.4.5 is expected", 2);
    row("missing tier", "### Apply\n", "", "## Exercises", "'### Apply'");
    row("raw HTML", "Everywhere.", "<b>Everywhere</b>.", "<b>", "raw HTML", 2);
  }

  void oneFaultOfEachKind() {
    QFETCH(QString, piece);
    QFETCH(QString, fault);
    QFETCH(QString, at);
    QFETCH(QString, words);
    QFETCH(int, count);
    QString source = LintFixture::chapterSource();
    QVERIFY2(source.contains(piece), qPrintable(piece));
    source.replace(source.indexOf(piece), piece.size(), fault);
    const LintFixture fixture;
    fixture.write(LintFixture::chapterFile(), source);
    const std::vector<Finding> findings = lint(fixture.directory());
    const int line = lineOfWords(source, at);
    const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.file == LintFixture::chapterFile() && finding.line == line &&
             finding.message.contains(words);
    });
    QVERIFY2(found,
             qPrintable(
                 QStringLiteral("wanted line %1 with \"%2\", got %3").arg(line).arg(words, shown(findings))));
    // A fault is said once. Where more is said, the fault has consequences of its own elsewhere.
    QVERIFY2(findings.size() == static_cast<std::size_t>(count), qPrintable(shown(findings)));
  }

  void everyComponentIsMissed_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : componentNames())
      QTest::newRow(qPrintable(name)) << name;
  }

  void everyComponentIsMissed() {
    QFETCH(QString, name);
    const LintFixture fixture;
    QString source = LintFixture::chapterSource();
    // The mathematics has two sections in the fixture.
    fixture.write(LintFixture::chapterFile(),
                  source.replace(QStringLiteral("## ") + name, QStringLiteral("#### ") + name));
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 1, qPrintable(shown(findings)));
    QCOMPARE(findings.front().message, QStringLiteral("a component is missing: '## %1'").arg(name));
  }

  void exercisesAreCounted() {
    const LintFixture fixture;
    QString source = LintFixture::chapterSource();
    const qsizetype begin = source.indexOf(QStringLiteral("**4.4.7**"));
    const qsizetype end = source.indexOf(QStringLiteral("## What comes next"));
    const int section = lineOfWords(source, QStringLiteral("## Exercises"));
    const int tier = lineOfWords(source, QStringLiteral("### Build"));
    fixture.write(LintFixture::chapterFile(), source.remove(begin, end - begin));
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 2, qPrintable(shown(findings)));
    QCOMPARE(findings[0].line, section);
    QVERIFY2(findings[0].message.contains(QStringLiteral("there are 6")), qPrintable(findings[0].message));
    QCOMPARE(findings[1].line, tier);
    QVERIFY2(findings[1].message.contains(QStringLiteral("'Build' has no exercise")),
             qPrintable(findings[1].message));
  }

  void aFoldLeftOpenBringsNoOtherFindings() {
    const LintFixture fixture;
    QString source = LintFixture::chapterSource();
    const QString hint = QStringLiteral("Multiply the sides of 2.\n\n</details>\n");
    QVERIFY(source.contains(hint));
    source.replace(hint, QStringLiteral("Multiply the sides of 2.\n"));
    fixture.write(LintFixture::chapterFile(), source);
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 1, qPrintable(shown(findings)));
    QVERIFY2(findings.front().message.contains(QStringLiteral("<details> is not closed")),
             qPrintable(shown(findings)));
  }

  void theMapIsHeldAgainstTheFolder() {
    const LintFixture fixture;
    fixture.write(QStringLiteral("04-level-4-maps/07-stray.md"), QStringLiteral("# Stray\n"));
    fixture.write(QStringLiteral("book.json"),
                  LintFixture::mapSource().replace(QStringLiteral("\"needs\": [\"4.6\"]"),
                                                   QStringLiteral("\"needs\": [\"4.6\", \"9.9\"]")));
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 2, qPrintable(shown(findings)));
    QCOMPARE(findings[0].file, QStringLiteral("04-level-4-maps/07-stray.md"));
    QVERIFY2(findings[0].message.contains(QStringLiteral("does not list")), qPrintable(shown(findings)));
    QCOMPARE(findings[1].file, QStringLiteral("book.json"));
    QVERIFY2(findings[1].message.contains(QStringLiteral("unknown chapter '9.9'")),
             qPrintable(shown(findings)));
  }

  void aTermNeedsADefinition() {
    const LintFixture fixture;
    const QString source =
        QStringLiteral("---\nid: H\ntitle: Glossary\nneeds: []\npanels: []\nminutes: 5\n---\n\n"
                       "# Glossary\n\n## D\n\n### determinant\n\nMet in: 4.4.\n");
    fixture.write(LintFixture::glossaryFile(), source);
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 1, qPrintable(shown(findings)));
    QCOMPARE(findings.front().line, lineOfWords(source, QStringLiteral("### determinant")));
    QCOMPARE(findings.front().message, QStringLiteral("the term 'determinant' has no definition"));
  }

  void aDamagedMapIsOneFinding() {
    const LintFixture fixture;
    fixture.write(QStringLiteral("book.json"), LintFixture::mapSource().chopped(30));
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY2(findings.size() == 1, qPrintable(shown(findings)));
    QCOMPARE(findings.front().file, QStringLiteral("book.json"));
    QVERIFY2(findings.front().message.startsWith(QStringLiteral("line ")), qPrintable(shown(findings)));
  }

  void aDamagedFileNeverStopsTheRest() {
    const LintFixture fixture;
    fixture.write(LintFixture::chapterFile(), QByteArray(4'000'001, '\xff'));
    static constexpr char notText[] = "---\nid: H\n\xc3\x28 $x \0 | `";
    fixture.write(LintFixture::glossaryFile(), QByteArray(notText, sizeof notText - 1));
    fixture.write(LintFixture::otherFile(), QStringLiteral("[x](goal:linear_algebra.transform/none)\n"));
    const std::vector<Finding> findings = lint(fixture.directory());
    const auto says = [&findings](const QString& file, const QString& words) {
      return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.file == file && finding.message.contains(words);
      });
    };
    QVERIFY2(says(LintFixture::chapterFile(), QStringLiteral("larger than 4 MB")),
             qPrintable(shown(findings)));
    QVERIFY2(says(LintFixture::glossaryFile(), QStringLiteral("front matter is not closed")),
             qPrintable(shown(findings)));
    QVERIFY2(says(LintFixture::otherFile(), QStringLiteral("unknown goal 'none'")),
             qPrintable(shown(findings)));
  }

  void findingsAreSortedPlainLines() {
    const LintFixture fixture;
    QString source = LintFixture::chapterSource();
    source.replace(QStringLiteral("Everywhere."),
                   QStringLiteral("[a](no\x1b[31m.md) $\\x\x07$ [b](goal:p/%0Aq)"));
    source.replace(QStringLiteral("minutes: 30"), QStringLiteral("minutes: 0"));
    fixture.write(LintFixture::chapterFile(), source);
    fixture.write(LintFixture::otherFile(), QStringLiteral("Nothing.\n"));
    const std::vector<Finding> findings = lint(fixture.directory());
    QVERIFY(findings.size() > 4);
    for (const Finding& finding : findings) {
      QVERIFY(finding.line >= 1);
      QVERIFY(!finding.message.isEmpty());
      for (const QChar character : finding.message)
        QVERIFY2(character.isPrint(), qPrintable(QString::number(character.unicode())));
    }
    const bool sorted =
        std::is_sorted(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
          return a.file < b.file || (a.file == b.file && a.line < b.line);
        });
    QVERIFY2(sorted, qPrintable(shown(findings)));
  }
};

QTEST_MAIN(LintFindsPlantedFaults)
#include "lint_finds_planted_faults.moc"
