#include "app/book/limits.h"
#include "app/book/markdown.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace eigenboard::book;

namespace {

const List* notesOf(const Page& page) {
  const auto* list = page.blocks.empty() ? nullptr : std::get_if<List>(&page.blocks.back().content);
  return list && list->notes ? list : nullptr;
}

QString wordsOf(const Blocks& blocks) {
  QStringList words;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
      words.push_back(plainText(paragraph->text).trimmed());
    else if (const auto* code = std::get_if<Code>(&block.content))
      words.push_back(code->text);
    else if (const auto* math = std::get_if<DisplayMath>(&block.content))
      words.push_back(math->tex);
  }
  return words.join(u'|');
}

/// "1:words of the note" for each note.
QStringList shown(const Page& page) {
  QStringList lines;
  if (const List* notes = notesOf(page))
    for (std::size_t i = 0; i < notes->items.size(); ++i)
      lines.push_back(QStringLiteral("%1:%2").arg(i + 1).arg(wordsOf(notes->items[i].blocks)));
  return lines;
}

void gather(const Inlines& text, QList<int>& numbers) {
  for (const Inline& piece : text) {
    const auto* note = std::get_if<NoteLink>(&piece.link);
    if (piece.kind == InlineKind::Link && note && !note->isBack)
      numbers.push_back(note->number);
    gather(piece.children, numbers);
  }
}

QList<int> numbersIn(const Block& block) {
  QList<int> numbers;
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
    gather(paragraph->text, numbers);
  return numbers;
}

bool tells(const Page& page, int line, const QString& words) {
  for (const SourceProblem& problem : page.problems)
    if (problem.line == line && problem.text.contains(words))
      return true;
  return false;
}

} // namespace

/// Footnotes as GitHub writes them, and what can be wrong with them.
class FootnotesAreAListAtTheEnd : public QObject {
  Q_OBJECT

 private slots:
  void numbersFollowTheText() {
    const Page page =
        parseMarkdown(QStringLiteral("One[^z] and *two[^a]* and one again[^z].\n\n"
                                     "[^a]: The first in the file.\n[^z]: The `last` $x^2$.\n"));
    QCOMPARE(numbersIn(page.blocks.front()), (QList<int>{1, 2, 1}));
    QCOMPARE(shown(page),
             (QStringList{QStringLiteral("1:The last $x^2$."), QStringLiteral("2:The first in the file.")}));
    QVERIFY(page.problems.empty());
    QCOMPARE(plainText(std::get<Paragraph>(page.blocks.front().content).text),
             QStringLiteral("One and two and one again."));
  }

  void notesHoldBlocks() {
    const Page page =
        parseMarkdown(QStringLiteral("A[^n].\n\n[^n]: Begins\n  and goes on.\n\n    $$\n    x\n    $$\n\n"
                                     "    ```python\n    print(1)\n    ```\n\nAfter.\n"));
    QCOMPARE(shown(page), QStringList{QStringLiteral("1:Begins and goes on.|x|print(1)|")});
    QCOMPARE(wordsOf({page.blocks[1]}), QStringLiteral("After."));
  }

  void codeIsLeftAlone() {
    const Page page = parseMarkdown(QStringLiteral("`x[^1]` and \\[^1] here.\n\n```text\n[^1]: code\n```\n"));
    QVERIFY(!notesOf(page));
    QVERIFY(page.problems.empty());
    QCOMPARE(wordsOf({page.blocks[1]}), QStringLiteral("[^1]: code"));
  }

  void notesNameNotes() {
    const Page page = parseMarkdown(QStringLiteral("A[^a].\n\n[^a]: See[^b].\n\n[^b]: And back[^a].\n"));
    QCOMPARE(shown(page).size(), 2);
    QVERIFY(page.problems.empty());
  }

  void faultsAreTold() {
    const Page page =
        parseMarkdown(QStringLiteral("No such[^x], one[^a].\n\n[^a]: Itself[^a].\n[^a]: Twice.\n"
                                     "[^b]: Unused.\n"));
    QVERIFY(tells(page, 1, QStringLiteral("there is no footnote [^x]")));
    QVERIFY(tells(page, 3, QStringLiteral("names itself")));
    QVERIFY(tells(page, 4, QStringLiteral("written twice")));
    QVERIFY(tells(page, 5, QStringLiteral("nothing names the footnote [^b]")));
    QVERIFY(wordsOf(page.blocks).startsWith(QStringLiteral("No such[^x], one.")));
  }

  void linesAreThoseOfTheFile() {
    const Page page = parseMarkdown(QStringLiteral("A[^n].\n\n[^n]: One.\n\n    Two <b>raw</b>.\n"), 11);
    QVERIFY(tells(page, 15, QStringLiteral("raw HTML")));
  }

  void manyAreBounded_data() {
    QTest::addColumn<QString>("source");
    QString text;
    QString definitions;
    QString chain = QStringLiteral("A[^0].\n\n");
    for (int i = 0; i < 10'000; ++i) {
      text += QStringLiteral("[^%1] ").arg(i);
      definitions += QStringLiteral("[^%1]: note\n\n").arg(i);
      chain += QStringLiteral("[^%1]: on[^%2]\n\n").arg(i).arg(i + 1);
    }
    QTest::newRow("ten thousand") << text + QStringLiteral("\n\n") + definitions;
    QTest::newRow("a chain") << chain;
    QTest::newRow("opened for ever") << QStringLiteral("[^").repeated(100'000);
    QTest::newRow("unknown names") << text;
  }
  void manyAreBounded() {
    QFETCH(QString, source);
    QElapsedTimer clock;
    clock.start();
    const Page page = parseMarkdown(source);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    const List* notes = notesOf(page);
    QVERIFY(!notes || notes->items.size() <= static_cast<std::size_t>(limits::footnotes) + 1);
    if (notes)
      QVERIFY(std::any_of(page.problems.begin(), page.problems.end(), [](const SourceProblem& problem) {
        return problem.text.contains(QStringLiteral("too many footnotes"));
      }));
  }
};

QTEST_GUILESS_MAIN(FootnotesAreAListAtTheEnd)
#include "footnotes_are_a_list_at_the_end.moc"
