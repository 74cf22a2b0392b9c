#include "app/search/commands.h"
#include "app/search/index.h"
#include "tests/search/synthetic_book.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

const QString filler =
    QStringLiteral("Nothing of interest is said in this sentence, which only takes its place on the page. ");

/// Chapter 1.1 has a section on pivots, 1.2 speaks of them once in a long text, 1.3 is called after them; the
/// glossary and the notation stand in chapters H and B.
book::Book smallBook(const QString& folder) {
  book::Book book = tests::writeBook(
      folder,
      {QStringLiteral("Elimination"), QStringLiteral("Orthogonality"), QStringLiteral("Pivots"),
       QStringLiteral("Later")},
      {QStringLiteral("# 1.1 Elimination\n\nRows are subtracted.\n\n## The mathematics: choosing a "
                      "pivot\n\nTake the largest. %1\n\n"
                      "### Growth\n\nEntries grow by $\\gamma_n$.\n\n## Exercises\n\n### Verify\n\n"
                      "**1.1.1** Find the first pivot of a matrix of your "
                      "choice.\n\n<details><summary>Solution</summary>\n\nSeven.\n\n</details>\n\n"
                      "**1.1.2** Prove the theorem of the unicorn.\n")
           .arg(filler.repeated(5)),
       QStringLiteral(
           "# 1.2 Orthogonality\n\n## Intuition\n\n%1 A pivot is mentioned. %1\n\n## The mathematics\n\n"
           "Gram and Schmidt need no $\\lambda_1$.\n\n| symbol | meaning |\n|---|---|\n| $\\perp$ | "
           "orthogonal to |\n")
           .arg(filler.repeated(10)),
       QStringLiteral("# 1.3 Pivots\n\nAll about them.\n")});
  // The appendices as the book has them, by their ids.
  QDir().mkpath(folder + QStringLiteral("/last"));
  const auto write = [&folder](const char* name, const char* text) {
    QFile file(folder + QStringLiteral("/last/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
      qFatal("the fixture cannot be written");
  };
  write("H.md",
        "# Glossary\n\n## P\n\n### Pivot\n\nThe entry that one divides by.\n\n### Projection\n\nA shadow.\n");
  write("B.md", "# Notation\n\n## Letters\n\n| symbol | meaning |\n|---|---|\n| $\\lambda$ | an eigenvalue "
                "of a matrix |\n"
                "| $\\eta$ | the learning rate |\n");
  book::Level level;
  level.number = -1;
  level.chapters.push_back(
      {QStringLiteral("B"), QStringLiteral("Notation"), QStringLiteral("last/B.md"), {}, {}, {}, true});
  level.chapters.push_back(
      {QStringLiteral("H"), QStringLiteral("Glossary"), QStringLiteral("last/H.md"), {}, {}, {}, true});
  book.levels.push_back(level);
  return book;
}

struct Fixture {
  QTemporaryDir folder;
  book::Book book = smallBook(folder.path());
  panel::Registry registry = panel::registeredPanels();
  search::Index index{book, registry, {}};

  Fixture() {
    while (index.refreshNext()) {
    }
  }
  search::Answer find(const QString& typed) { return index.search(typed, search::Scope::Book, 30); }
  QStringList titles(const QString& typed) {
    QStringList list;
    for (const search::Result& result : find(typed).results)
      list += result.title;
    return list;
  }
};

} // namespace

class BetterPlacesComeFirst : public QObject {
  Q_OBJECT

 private slots:
  void titlesBeforeHeadingsBeforeText() {
    Fixture fixture;
    const QStringList titles = fixture.titles(QStringLiteral("pivot"));
    const qsizetype term = titles.indexOf(QStringLiteral("Pivot"));
    const qsizetype chapter = titles.indexOf(QStringLiteral("1.3 Pivots"));
    const qsizetype section = titles.indexOf(QStringLiteral("Choosing a pivot"));
    const qsizetype exercise = titles.indexOf(QStringLiteral("Exercise 1.1.1"));
    const qsizetype text = titles.indexOf(QStringLiteral("Intuition"));
    QVERIFY2(term == 0 || chapter == 0, qPrintable(titles.join(u'|')));
    QVERIFY2(chapter >= 0 && term >= 0 && section > std::max(term, chapter), qPrintable(titles.join(u'|')));
    QVERIFY2(text > section && exercise > section, qPrintable(titles.join(u'|')));
  }

  void resultsSayWhereTheyAre() {
    Fixture fixture;
    const search::Answer answer = fixture.find(QStringLiteral("largest"));
    QCOMPARE(answer.results.size(), std::size_t(1));
    const search::Result& result = answer.results.front();
    QCOMPARE(result.title, QStringLiteral("Choosing a pivot"));
    QCOMPARE(result.where, QStringLiteral("1.1 · The mathematics"));
    QCOMPARE(result.target.chapter, QStringLiteral("1.1"));
    QCOMPARE(result.target.anchor, QStringLiteral("the-mathematics-choosing-a-pivot"));
    QCOMPARE(result.target.passage, QStringLiteral("Take the largest"));
    QCOMPARE(fixture.find(QStringLiteral("grow by")).results.front().where,
             QStringLiteral("1.1 · The mathematics: choosing a pivot"));
  }

  void everyExerciseIsFoundByItself() {
    Fixture fixture;
    const search::Answer answer = fixture.find(QStringLiteral("unicorn"));
    QCOMPARE(answer.results.size(), std::size_t(1));
    QCOMPARE(answer.results.front().kind, search::Kind::Exercise);
    QCOMPARE(answer.results.front().title, QStringLiteral("Exercise 1.1.2"));
    QCOMPARE(answer.results.front().where, QStringLiteral("1.1 · Exercises · Verify"));
    QCOMPARE(fixture.titles(QStringLiteral("1.1.2")).front(), QStringLiteral("Exercise 1.1.2"));
    QCOMPARE(fixture.titles(QStringLiteral("seven")), QStringList{QStringLiteral("Exercise 1.1.1")});
  }

  void numbersFindTheirChapter() {
    Fixture fixture;
    QCOMPARE(fixture.titles(QStringLiteral("1.2")).front(), QStringLiteral("1.2 Orthogonality"));
    QCOMPARE(fixture.titles(QStringLiteral("orthogonality")).front(), QStringLiteral("1.2 Orthogonality"));
  }

  void chaptersNotWrittenAreFoundByWhatTheyCover() {
    Fixture fixture;
    QCOMPARE(fixture.titles(QStringLiteral("later")), QStringList{QStringLiteral("1.4 Later")});
    QVERIFY(fixture.titles(QStringLiteral("something covered")).contains(QStringLiteral("1.4 Later")));
  }

  void notationRowsAreFoundByEitherName() {
    Fixture fixture;
    for (const char* name : {"λ", "\\lambda", "lambda"}) {
      const search::Answer answer = fixture.find(QString::fromUtf8(name));
      QVERIFY(!answer.results.empty());
      QCOMPARE(answer.results.front().kind, search::Kind::Notation);
      QCOMPARE(answer.results.front().title, QString::fromUtf8("λ"));
    }
    QCOMPARE(fixture.titles(QStringLiteral("learning rate")), QStringList{QString::fromUtf8("η")});
  }

  void phrasesPrefixesAndPlurals() {
    Fixture fixture;
    QVERIFY(fixture.titles(QStringLiteral("\"largest the\"")).isEmpty());
    QCOMPARE(fixture.titles(QStringLiteral("\"the largest\"")).size(), 1);
    QVERIFY(fixture.titles(QStringLiteral("ortho")).contains(QStringLiteral("1.2 Orthogonality")));
    QVERIFY(fixture.titles(QStringLiteral("ortho gram")).isEmpty() ||
            fixture.find(QStringLiteral("ortho gram")).isPartial); // a word before the last is whole
    QVERIFY(fixture.titles(QStringLiteral("unicorns ")).contains(QStringLiteral("Exercise 1.1.2")));
    QVERIFY(fixture.titles(QStringLiteral("unicorns")).contains(QStringLiteral("Exercise 1.1.2")));
  }

  void allWordsAreWantedThenSome() {
    Fixture fixture;
    const search::Answer all = fixture.find(QStringLiteral("gram schmidt"));
    QVERIFY(!all.isPartial && all.results.size() == 1);
    const search::Answer some = fixture.find(QStringLiteral("gram unicorn"));
    QVERIFY(some.isPartial);
    QCOMPARE(some.results.size(), std::size_t(2));
  }

  void mistypedWordsHaveSuggestions() {
    Fixture fixture;
    QCOMPARE(fixture.find(QStringLiteral("unicron")).suggestions.value(0), QStringLiteral("unicorn"));
    QCOMPARE(fixture.find(QStringLiteral("gram schmitd ")).suggestions.value(0),
             QStringLiteral("gram schmidt"));
    QVERIFY(fixture.find(QStringLiteral("xyzzyplugh")).suggestions.isEmpty());
    QVERIFY(fixture.find(QStringLiteral("unicorn")).suggestions.isEmpty());
  }

  void panelsAndPresetsAreFound() {
    Fixture fixture;
    const search::Answer answer =
        fixture.index.search(QStringLiteral("matrix as transformation"), search::Scope::Everything, 30);
    QCOMPARE(answer.results.front().kind, search::Kind::Panel);
    QCOMPARE(answer.results.front().target.panel, QStringLiteral("linear_algebra.transform"));
    for (const panel::PanelPointer& panel : fixture.registry.panels())
      for (const panel::Preset& preset : panel->description().presets) {
        const search::Answer found =
            fixture.index.search(u'"' + preset.label + u'"', search::Scope::Everything, 100);
        QVERIFY2(std::any_of(found.results.begin(), found.results.end(),
                             [&](const search::Result& result) {
                               return result.target.panel == panel->description().identity.id &&
                                      result.target.preset == preset.key;
                             }),
                 qPrintable(preset.label));
      }
  }

  void commandsAreFoundByBeginnings() {
    const std::vector<search::Command> commands = {
        {QStringLiteral("next"),
         QStringLiteral("Next chapter"),
         QStringLiteral("Alt+Right"),
         {QStringLiteral("forward")}},
        {QStringLiteral("theme"), QStringLiteral("Light or dark"), {}, {QStringLiteral("theme colours")}}};
    const auto first = [&commands](const QString& typed) {
      const std::vector<search::Result> found = search::foundCommands(commands, search::parseQuery(typed));
      return found.empty() ? QString() : found.front().target.command;
    };
    QCOMPARE(first(QStringLiteral("ne ch")), QStringLiteral("next"));
    QCOMPARE(first(QStringLiteral("chap next")), QStringLiteral("next"));
    QCOMPARE(first(QStringLiteral("dark")), QStringLiteral("theme"));
    QCOMPARE(first(QStringLiteral("col")), QStringLiteral("theme"));
    QCOMPARE(first(QStringLiteral("forw next")), QStringLiteral("next"));
    QCOMPARE(first(QStringLiteral("elephant")), QString());
  }
};

QTEST_GUILESS_MAIN(BetterPlacesComeFirst)
#include "better_places_come_first.moc"
