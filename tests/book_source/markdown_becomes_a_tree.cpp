#include "app/book/chapter_page.h"
#include "app/book/limits.h"

#include <QtTest/QTest>

using namespace eigenboard::book;

namespace {

QString outline(const Blocks& blocks);

QString outline(const Inlines& text) {
  QString out;
  for (const Inline& piece : text) {
    switch (piece.kind) {
    case InlineKind::Text:
      out += piece.text;
      break;
    case InlineKind::Code:
      out += u'`' + piece.text + u'`';
      break;
    case InlineKind::Math:
      out += u'$' + piece.text + u'$';
      break;
    case InlineKind::Break:
      out += u'/';
      break;
    case InlineKind::Emphasis:
      out += QStringLiteral("em(") + outline(piece.children) + u')';
      break;
    case InlineKind::Strong:
      out += QStringLiteral("strong(") + outline(piece.children) + u')';
      break;
    case InlineKind::Strike:
      out += QStringLiteral("del(") + outline(piece.children) + u')';
      break;
    case InlineKind::Link:
      out += QStringLiteral("link%1(").arg(piece.link.index()) + outline(piece.children) + u')';
      break;
    case InlineKind::Image:
      out += QStringLiteral("image[") + piece.text + QStringLiteral("](") + outline(piece.children) + u')';
      break;
    }
  }
  return out;
}

struct Outline {
  QString operator()(const Paragraph& paragraph) const {
    return QStringLiteral("p:") + outline(paragraph.text);
  }
  QString operator()(const Heading& heading) const {
    return QStringLiteral("h%1#%2:").arg(heading.level).arg(heading.anchor) + outline(heading.text);
  }
  QString operator()(const DisplayMath& math) const { return QStringLiteral("math:") + math.tex; }
  QString operator()(const List& list) const {
    QString out = list.ordered ? QStringLiteral("ol%1").arg(list.start) : QStringLiteral("ul");
    for (const ListItem& item : list.items)
      out += u'[' + outline(item.blocks) + u']';
    return out;
  }
  QString operator()(const Quote& quote) const {
    return QStringLiteral("quote[") + outline(quote.blocks) + u']';
  }
  QString operator()(const Table& table) const {
    QString out = QStringLiteral("table");
    for (const Align align : table.columns)
      out += QStringLiteral("lcr")[static_cast<int>(align)];
    const auto row = [&](const std::vector<Inlines>& cells) {
      out += u'[';
      for (const Inlines& cell : cells)
        out += outline(cell) + u'|';
      out += u']';
    };
    row(table.header);
    for (const auto& cells : table.rows)
      row(cells);
    return out;
  }
  QString operator()(const Code& code) const {
    return QStringLiteral("code.") + code.language + u'[' + code.text + u']';
  }
  QString operator()(const Fold& fold) const {
    return QStringLiteral("fold(") + outline(fold.summary) + QStringLiteral(")[") + outline(fold.blocks) +
           u']';
  }
  QString operator()(const PanelCard& card) const {
    return QStringLiteral("card:") + card.link.panel + u'(' + outline(card.caption) + u')';
  }
  QString operator()(const Rule&) const { return QStringLiteral("rule"); }
  QString operator()(const Message&) const { return QStringLiteral("message"); }
};

QString outline(const Blocks& blocks) {
  QStringList parts;
  for (const Block& block : blocks)
    parts.push_back(std::visit(Outline{}, block.content));
  return parts.join(QStringLiteral("; "));
}

} // namespace

class MarkdownBecomesATree : public QObject {
  Q_OBJECT

 private slots:
  void tree_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* source, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    row("sentence", "A *b* **c** `d` ~~e~~ $f$\ng", "p:A em(b) strong(c) `d` del(e) $f$ g");
    row("emphasis round a formula", "*$x$* and **the $y$**", "p:em($x$) and strong(the $y$)");
    row("hard break", "a  \nb\\\nc<br>d", "p:a/b/c/d");
    row("entities", "a &amp; b &#8722; &#x3b1; &unknown;", "p:a & b − α &unknown;");
    row("headings", "# A\n\n## The mathematics: $x$\n\n## A",
        "h1#a:A; h2#the-mathematics-x:The mathematics: $x$; h2#a-1:A");
    row("display splits a paragraph", "so\n$$\na\n$$\nthen", "p:so; math:a; p:then");
    row("display in an item", "1. a\n\n   $$\n   b\n   $$\n\n   c", "ol1[p:a; math:b; p:c]");
    row("display in a quote", "> a\n>\n> $$\n> b\n> $$", "quote[p:a; math:b]");
    row("tight list", "- a\n- b\n  - c", "ul[p:a][p:b; ul[p:c]]");
    row("ordered list", "3. a\n4. b", "ol3[p:a][p:b]");
    row("table", "| a | b |\n|:-:|--:|\n| $|x|$ | c |\n| d |", "tablecr[a|b|][$|x|$|c|][d||]");
    row("code and output", "```python\nprint(1)\n\n```\n```output\n1\n```",
        "code.python[print(1)\n]; code.output[1]");
    row("indented text is no code", "a\n\n    b", "p:a; p:b");
    row("fold", "<details><summary>Hint</summary>\n\nText $x$\n\n</details>\n\nafter",
        "fold(Hint)[p:Text $x$]; p:after");
    row("fold on lines of its own", "<details>\n<summary>Why $x$</summary>\n\n- a\n\n</details>",
        "fold(Why $x$)[ul[p:a]]");
    row("two folds",
        "<details><summary>Hint</summary>\n\na\n\n</details>\n<details><summary>Solution</summary>\n\nb\n\n</"
        "details>",
        "fold(Hint)[p:a]; fold(Solution)[p:b]");
    row("fold in an item", "- a\n\n  <details><summary>H</summary>\n\n  b\n\n  </details>\n- c",
        "ul[p:a; fold(H)[p:b]][p:c]");
    row("fold left open", "<details><summary>H</summary>\n\na", "fold(H)[p:a]");
    row("fold left open in a quote", "> <details><summary>H</summary>\n>\n> a\n\nb",
        "quote[fold(H)[p:a]]; p:b");
    row("fold closed twice", "a\n\n</details>\n\nb", "p:a; p:b");
    row("card", "[Drag](panel:a.b?preset=c)", "card:a.b(Drag)");
    row("panel link in a sentence", "See [it](panel:a.b).", "p:See link0(it).");
    row("links",
        "[a](set:a.b?c=1) [1](scrub:a.b/c) [2](value:a.b/d) [g](goal:a.b/e) [t](term:x) [c](../f.md) "
        "[w](https://e.org)",
        "p:link1(a) link2(1) link3(2) link4(g) link5(t) link7(c) link8(w)");
    row("formula in a link", "[$\\lambda$](term:eigenvalue)", "p:link5($\\lambda$)");
    row("image", "![a *b*](c.png)", "p:image[c.png](a em(b))");
    row("rule", "a\n\n---\n\nb", "p:a; rule; p:b");
    row("comment", "<!-- nothing -->\n\na", "p:a");
    row("raw HTML is text", "<div>\nx\n</div>", "p:<div> x </div>");
  }
  void tree() {
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(outline(parseMarkdown(source).blocks), expected);
  }

  void blocksKnowTheirLine() {
    const ChapterPage chapter =
        chapterPage(QStringLiteral("---\nid: 1.1\n---\n# "
                                   "A\n\nb\n\n$$\nx\n\ny\n$$\n\n```python\nz\n```\n\n<details><summary>H</"
                                   "summary>\n\n[c](set:a)\n\n</details>\n"));
    const Blocks& blocks = chapter.page.blocks;
    QCOMPARE(blocks.size(), std::size_t(5));
    QCOMPARE(blocks[0].line, 4);
    QCOMPARE(blocks[1].line, 6);
    QCOMPARE(blocks[2].line, 8);
    QCOMPARE(blocks[3].line, 14);
    QCOMPARE(blocks[4].line, 18);
    const auto& fold = std::get<Fold>(blocks[4].content);
    QCOMPARE(std::get<Paragraph>(fold.blocks.at(0).content).text.at(0).line, 20);
  }

  void foldsThatDoNotBalanceAreReported() {
    QCOMPARE(parseMarkdown(QStringLiteral("<details><summary>H</summary>\n\na")).problems.size(),
             std::size_t(1));
    QCOMPARE(parseMarkdown(QStringLiteral("a\n\n</details>")).problems.size(), std::size_t(1));
    QCOMPARE(
        parseMarkdown(QStringLiteral("<details><summary>H</summary>\n\na\n\n</details>")).problems.size(),
        std::size_t(0));
  }

  void frontMatterIsRead() {
    const FrontMatter matter =
        readFrontMatter(QStringLiteral("---\nid: 4.4\ntitle: \"Matrix: a map\"\nlevel: 4\nneeds: [4.3, "
                                       "'4.1']\npanels: [a.b]\nminutes: 75\nhue: red\n---\nx"));
    QVERIFY(matter.present);
    QCOMPARE(matter.id, QStringLiteral("4.4"));
    QCOMPARE(matter.title, QStringLiteral("Matrix: a map"));
    QCOMPARE(matter.level, 4);
    QCOMPARE(matter.needs, (QStringList{QStringLiteral("4.3"), QStringLiteral("4.1")}));
    QCOMPARE(matter.panels, QStringList{QStringLiteral("a.b")});
    QCOMPARE(matter.minutes, 75);
    QCOMPARE(matter.lines, 9);
    QCOMPARE(matter.problems.size(), 1);
    QVERIFY(!readFrontMatter(QStringLiteral("# A\n---\n")).present);
    QVERIFY(!readFrontMatter(QStringLiteral("---\nid: 1\n")).present);
    QVERIFY(!readFrontMatter(QString()).present);
  }
};

QTEST_APPLESS_MAIN(MarkdownBecomesATree)
#include "markdown_becomes_a_tree.moc"
