#include "app/book/groups.h"
#include "app/book/markdown.h"

#include <QtTest/QTest>

using namespace eigenboard::book;

namespace {

/// "statement 3-5; exercise 5-8 1.1.1 Verify; …" without the plain groups.
QString grouped(const QString& source) {
  QStringList parts;
  std::size_t next = 0;
  const Page page = parseMarkdown(source);
  for (const BlockGroup& group : groupsOf(page.blocks)) {
    if (group.begin != next || group.end <= group.begin)
      return QStringLiteral("a gap");
    next = group.end;
    const QString place = QStringLiteral(" %1-%2").arg(group.begin).arg(group.end);
    if (group.kind == GroupKind::Statement)
      parts.push_back(QStringLiteral("statement") + QString::number(static_cast<int>(group.statement)) +
                      place);
    if (group.kind == GroupKind::Mistake)
      parts.push_back(QStringLiteral("mistake") + place);
    if (group.kind == GroupKind::Exercise)
      parts.push_back(QStringLiteral("exercise") + place + u' ' + group.number + u' ' + group.tier);
  }
  return next == page.blocks.size() ? parts.join(QStringLiteral("; ")) : QStringLiteral("the end is missing");
}

} // namespace

/// Statements, mistakes and exercises are found in what chapters write as plain Markdown.
class BlocksAreGrouped : public QObject {
  Q_OBJECT

 private slots:
  void group_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* source, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    row("a theorem", "**Theorem 3 (rank).** It holds.\n\n$$\nx\n$$\n\nWords.", "statement0 0-1");
    row("a sentence that runs on", "**Lemma.** With this,\n\n$$\nx\n$$\n\n$$\ny\n$$\n\nWords.",
        "statement0 0-3");
    row("a definition", "**Definition 2.1 (basis).** A set.", "statement1 0-1");
    row("bold words that are none", "**Theorems are fun.** So.\n\n**Notes** on it.\n\n**Example code** runs.",
        "");
    row("a mistake",
        "**Early.** *Cause:* a\n\n## Common mistakes\n\nIntro.\n\n**Name.** *Symptom:* a. *Cause:* b. *Fix:* "
        "c.\n\n**Name.** Words *Symptom:* a. *Cause:* b.\n\n**Name.** Plain.",
        "mistake 3-4");
    row("exercises",
        "**1.1.1** too early\n\n## Exercises\n\n### Verify\n\n**1.1.1** "
        "One?\n\nMore.\n\n<details><summary>Hint"
        "</summary>\n\nH\n\n</details>\n\n**1.1.2** Two\n\n### Apply\n\n**1.1.3** Three\n\n## What comes "
        "next\n\n"
        "**1.1.4** no",
        "exercise 3-6 1.1.1 Verify; exercise 6-7 1.1.2 Verify; exercise 8-9 1.1.3 Apply");
    row("footnotes end the last exercise", "## Exercises\n\n**1.1.1** One[^a]\n\n[^a]: Note.",
        "exercise 1-2 1.1.1 ");
    row("nothing", "", "");
  }
  void group() {
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(grouped(source), expected);
  }

  void quotedStatements_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("kind"); ///< −1: none
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* source, int kind, const char* label, const char* first) {
      QTest::newRow(source) << QString::fromUtf8(source) << kind << QString::fromUtf8(label)
                            << QString::fromUtf8(first);
    };
    row("> [!NOTE]\n> Read on.", static_cast<int>(StatementKind::Note), "Note", "Read on.");
    row("> [!TIP] At once.", static_cast<int>(StatementKind::Tip), "Tip", "At once.");
    row("> [!WARNING]\n>\n> Apart.", static_cast<int>(StatementKind::Warning), "Warning", "Apart.");
    row("> [!CAUTION]\n> *Lean* words.", static_cast<int>(StatementKind::Warning), "Caution", "Lean words.");
    row("> [!IMPORTANT]", static_cast<int>(StatementKind::Important), "Important", "");
    row("> **Definition.** A basis.", static_cast<int>(StatementKind::Definition), "",
        "Definition. A basis.");
    row("> [!NOISE]\n> Plain.", -1, "", "");
    row("> **Bold** words.", -1, "", "");
    row("> ", -1, "", "");
  }
  void quotedStatements() {
    QFETCH(QString, source);
    QFETCH(int, kind);
    const Page page = parseMarkdown(source);
    const std::optional<QuotedStatement> found = statementIn(std::get<Quote>(page.blocks.front().content));
    QCOMPARE(found ? static_cast<int>(found->kind) : -1, kind);
    if (!found)
      return;
    QTEST(found->label, "label");
    const QString first = found->blocks.empty()
                              ? QString()
                              : plainText(std::get<Paragraph>(found->blocks.front().content).text);
    QTEST(first, "first");
  }

  void mistakesHaveParts() {
    const Page page = parseMarkdown(QStringLiteral(
        "**`eig` on *it*.** *Symptom:* $a$ or `b`. *Cause:* one *lean* word. *Fix:* the last."));
    const std::optional<Mistake> mistake = mistakeIn(page.blocks.front());
    QVERIFY(mistake);
    QCOMPARE(plainText(mistake->name), QStringLiteral("eig on it."));
    QStringList parts;
    for (const MistakePart& part : mistake->parts)
      parts.push_back(part.name + u'=' + plainText(part.text));
    QCOMPARE(parts.join(u'|'), QStringLiteral("Symptom=$a$ or b.|Cause=one lean word.|Fix=the last."));
  }

  void tasksAndCaptionsAreRead() {
    const Page page =
        parseMarkdown(QStringLiteral("- [ ] open\n- [x] done\n- plain\n\n![words](a.png \"Caption\")"));
    const auto& list = std::get<List>(page.blocks.front().content);
    QCOMPARE(list.items[0].task, Task::Open);
    QCOMPARE(list.items[1].task, Task::Done);
    QCOMPARE(list.items[2].task, Task::None);
    QCOMPARE(std::get<Paragraph>(page.blocks[1].content).text.front().title, QStringLiteral("Caption"));
  }
};

QTEST_GUILESS_MAIN(BlocksAreGrouped)
#include "blocks_are_grouped.moc"
