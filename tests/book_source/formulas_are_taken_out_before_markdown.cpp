#include "app/book/extraction.h"

#include <QtTest/QTest>

using namespace eigenboard::book;

/// Each row: a source, and what is left of it when every formula is written ‹tex› and every display formula
/// «tex».
class FormulasAreTakenOutBeforeMarkdown : public QObject {
  Q_OBJECT

 private:
  static QString shown(const QString& source) {
    const Extraction extraction = extract(source);
    QString text;
    for (qsizetype at = 0; at < extraction.text.size();) {
      if (const auto found = placeholderAt(QStringView(extraction.text).sliced(at))) {
        const Extract& taken = extraction.extracts.at(found->index);
        text += taken.kind == ExtractKind::InlineMath    ? u'‹' + taken.text + u'›'
                : taken.kind == ExtractKind::DisplayMath ? u'«' + taken.text + u'»'
                                                         : QStringLiteral("[message]");
        at += found->length;
      } else {
        text += extraction.text[at++];
      }
    }
    return text;
  }

 private slots:
  void table_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* source, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    row("inline", "let $x_1$ be", "let ‹x_1› be");
    row("two", "$a$ and $b$.", "‹a› and ‹b›.");
    row("money", "from $5 and $10 a month", "from $5 and $10 a month");
    row("money at the end", "it costs $5", "it costs $5");
    row("a digit follows", "US$20 or CA$30", "US$20 or CA$30");
    row("blank after the dollar", "a $ b $ c", "a $ b $ c");
    row("escaped", "\\$5 and $x$", "\\$5 and ‹x›");
    row("escaped inside", "$\\$5$", "‹\\$5›");
    row("dollars in text", "$\\text{if $x$ is}$", "‹\\text{if $x$ is}›");
    row("a brace is missing", "$\\frac{a$ b $c$", "‹\\frac{a› b ‹c›");
    row("bar in a cell", "| $|x|$ | $\\|v\\|$ |", "| ‹|x|› | ‹\\|v\\|› |");
    row("underscores", "$a_1$ _x_ $b_2$", "‹a_1› _x_ ‹b_2›");
    row("code span", "`$x$` and $y$", "`$x$` and ‹y›");
    row("long code span", "``a ` $x$`` $y$", "``a ` $x$`` ‹y›");
    row("stray backtick", "a ` $x$", "a ` ‹x›");
    row("code span over a line end", "`a\n$x$` $y$", "`a\n$x$` ‹y›");
    row("fence", "```python\n$x$\n```\n$y$", "```python\n$x$\n```\n‹y›");
    row("tilde fence with backticks", "~~~\n```\n$x$\n~~~\n$y$", "~~~\n```\n$x$\n~~~\n‹y›");
    row("fence in a list", "- ```\n  $x$\n  ```\n\n$y$", "- ```\n  $x$\n  ```\n\n‹y›");
    row("fence in a quote ends with it", "> ```\n> $x$\n\n$y$", "> ```\n> $x$\n\n‹y›");
    row("over a line end", "$a +\nb$ c", "‹a + b› c");
    row("not over a blank line", "$a\n\nb$ c", "$a\n\nb$ c");
    row("display", "$$\na = b\n$$", "«a = b»");
    row("display on one line", "$$a = b$$", "«a = b»");
    row("display with a blank line", "$$\na\n\n= b\n$$\nText $x$", "«a\n\n= b»\nText ‹x›");
    row("display in a sentence", "so $$a$$ holds", "so «a» holds");
    row("display in a quote", "> $$\n> a\n> $$\n> $b$", "> «a»\n> ‹b›");
    row("display in an item", "- x\n\n  $$\n  a\n  $$", "- x\n\n  «a»");
    row("display with bars", "$$\\begin{vmatrix} a | b \\end{vmatrix}$$",
        "«\\begin{vmatrix} a | b \\end{vmatrix}»");
    row("open display stops at a heading", "$$ a\n\n## B\n\n$x$ $$", "$$ a\n\n## B\n\n‹x› $$");
    row("empty display", "$$ $$ $x$", "$$ $$ ‹x›");
    row("link target", "[$a$](x?p=$1&q=$2) $b$", "[‹a›](x?p=$1&q=$2) ‹b›");
    row("private characters", "\xEE\x80\x80\xEE\x80\x90\xEE\x80\x81 $x$", "��� ‹x›");
    row("carriage returns", "$a$\r\n$b$", "‹a›\n‹b›");
    row("lone backslash at the end", "$x$\\", "‹x›\\");
    row("empty", "", "");
  }
  void table() {
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(shown(source), expected);
  }

  void formulasKnowTheirLine() {
    const Extraction extraction = extract(QStringLiteral("a\n\n$$\nx\n$$\n\n$y$ b\n$z$"), 10);
    QCOMPARE(extraction.extracts.size(), std::size_t(3));
    QCOMPARE(extraction.extracts[0].line, 12);
    QCOMPARE(extraction.extracts[1].line, 16);
    QCOMPARE(extraction.extracts[2].line, 17);
    const QStringList lines = extraction.text.split(u'\n');
    QCOMPARE(static_cast<qsizetype>(extraction.lines.size()), lines.size());
    QCOMPARE(extraction.lines, (std::vector<int>{10, 11, 12, 15, 16, 17}));
  }
};

QTEST_APPLESS_MAIN(FormulasAreTakenOutBeforeMarkdown)
#include "formulas_are_taken_out_before_markdown.moc"
