#include "app/book/lint.h"
#include "tests/book_source/lint_fixture.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

#include <cmath>

using namespace eigenboard;
using namespace eigenboard::book;
using typesetting::Style;

/// The file of macros gives every definition that is one, and says what is wrong with every other line.
class MacrosAreRead : public QObject {
  Q_OBJECT

 private slots:
  void aDefinitionIsTaken_data();
  void aDefinitionIsTaken();
  void aWrongLineIsToldAndTheRestIsThere_data();
  void aWrongLineIsToldAndTheRestIsThere();
  void hostileFilesAreBounded();
  void theMapNamesTheFile();
  void macrosMeanWhatTheyStandFor();
  void checkFindsWhatCannotBeTypeset();
};

namespace {

QString firstProblem(const Macros& macros) {
  return macros.problems.empty() ? QString() : macros.problems.front().text;
}

QString mapWith(const QString& macros) {
  QString map = LintFixture::mapSource();
  return map.insert(map.indexOf(u'{') + 1, QStringLiteral("\"macros\": %1,").arg(macros));
}

} // namespace

void MacrosAreRead::aDefinitionIsTaken_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("body");
  QTest::addColumn<int>("arguments");
  const auto row = [](const char* title, const char* line, const char* name, const char* body,
                      int arguments) {
    QTest::newRow(title) << QString::fromUtf8(line) << QString::fromUtf8(name) << QString::fromUtf8(body)
                         << arguments;
  };
  row("plain", R"(\newcommand{\R}{\mathbb{R}})", R"(\R)", R"(\mathbb{R})", 0);
  row("without braces", R"(\newcommand\R{\mathbb R})", R"(\R)", R"(\mathbb R)", 0);
  row("argument", R"(\newcommand{\norm}[1]{\lVert #1\rVert})", R"(\norm)", R"(\lVert #1\rVert)", 1);
  row("two", R"(\newcommand{\inner}[2]{\langle #1,#2\rangle})", R"(\inner)", R"(\langle #1,#2\rangle)", 2);
  row("renewed", R"(\renewcommand{\vec}[1]{\mathbf{#1}})", R"(\vec)", R"(\mathbf{#1})", 1);
  row("provided", R"(\providecommand{\half}{\tfrac12})", R"(\half)", R"(\tfrac12)", 0);
  row("starred", R"(\newcommand*{\half}{\tfrac12})", R"(\half)", R"(\tfrac12)", 0);
  row("operator", R"(\DeclareMathOperator{\rank}{rank})", R"(\rank)", R"(\operatorname{rank})", 0);
  row("limits", R"(\DeclareMathOperator*{\argmin}{arg\,min})", R"(\argmin)", R"(\operatorname*{arg\,min})",
      0);
  row("comment", R"(\newcommand{\R}{\mathbb{R}} % the reals)", R"(\R)", R"(\mathbb{R})", 0);
  row("percent", R"(\newcommand{\pc}{\,\%} % per cent)", R"(\pc)", R"(\,\%)", 0);
  row("spaces", "  \\newcommand { \\R } [ 1 ] { x_{#1} } \r", R"(\R)", R"(x_{#1})", 1);
  row("braces", R"(\newcommand{\set}[1]{\{#1\}})", R"(\set)", R"(\{#1\})", 1);
  row("escaped hash", R"(\newcommand{\num}{\#})", R"(\num)", R"(\#)", 0);
}

void MacrosAreRead::aDefinitionIsTaken() {
  QFETCH(QString, line);
  QFETCH(QString, name);
  QFETCH(QString, body);
  QFETCH(int, arguments);
  const Macros macros = parseMacros(QStringLiteral("% comment\n\n") + line + u'\n');
  QCOMPARE(firstProblem(macros), QString());
  QCOMPARE(macros.list.size(), std::size_t(1));
  QCOMPARE(macros.list.front().name, name);
  QCOMPARE(macros.list.front().body, body);
  QCOMPARE(macros.list.front().arguments, arguments);
  QCOMPARE(macros.list.front().line, 3);
  QCOMPARE(macros.texts().value(name), body);
}

void MacrosAreRead::aWrongLineIsToldAndTheRestIsThere_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* title, const char* line, const char* words) {
    QTest::newRow(title) << QString::fromUtf8(line) << QString::fromUtf8(words);
  };
  row("prose", "the reals", "a line reads");
  row("def", R"(\def\R{\mathbb R})", "a line reads");
  row("no name", R"(\newcommand{R}{\mathbb R})", "a line reads");
  row("digit in the name", R"(\newcommand{\R2}{\mathbb R})", "a line reads");
  row("no definition", R"(\newcommand{\R})", "in braces on the same line");
  row("open", R"(\newcommand{\R}{\mathbb{R})", "in braces on the same line");
  row("default", R"(\newcommand{\R}[1][n]{\mathbb R^{#1}})", "in braces on the same line");
  row("left over", R"(\newcommand{\R}{\mathbb R} and more)",
      "after the definition of \\R stands ' and more'");
  row("too many", R"(\newcommand{\R}[12]{#1})", "at most 9");
  row("unused", R"(\newcommand{\R}[2]{#1})", "argument 2 of \\R is never used");
  row("unknown", R"(\newcommand{\R}[1]{#1#2})", "it has 1");
  row("no number", R"(\newcommand{\R}[1]{#1#})", "it has 1");
  row("operator with arguments", R"(\DeclareMathOperator{\R}[1]{#1})", "can have no arguments");
  row("twice", R"(\newcommand{\kept}{x})", "\\kept is defined twice");
  row("calls itself", R"(\newcommand{\R}{\R x})", "leads back to itself");
}

void MacrosAreRead::aWrongLineIsToldAndTheRestIsThere() {
  QFETCH(QString, line);
  QFETCH(QString, words);
  const Macros macros = parseMacros(QStringLiteral("\\newcommand{\\kept}{y}\n") + line +
                                    QStringLiteral("\n\\newcommand{\\after}{z}\n"));
  QCOMPARE(macros.problems.size(), std::size_t(1));
  QCOMPARE(macros.problems.front().line, 2);
  QVERIFY2(macros.problems.front().text.contains(words), qPrintable(firstProblem(macros)));
  QCOMPARE(macros.texts(), (QHash<QString, QString>{{QStringLiteral("\\kept"), QStringLiteral("y")},
                                                    {QStringLiteral("\\after"), QStringLiteral("z")}}));
}

void MacrosAreRead::hostileFilesAreBounded() {
  // A circle through three: none of them is left to expand for ever; what only leads into it is harmless to
  // keep, since KaTeX then says which name it does not know.
  const Macros circle = parseMacros(QStringLiteral(
      "\\newcommand{\\a}{\\b}\n\\newcommand{\\b}{\\c\\c}\n\\newcommand{\\c}{\\a}\n\\newcommand{\\d}{\\a}\n"));
  QCOMPARE(circle.problems.size(), std::size_t(3));
  QCOMPARE(circle.list.size(), std::size_t(1));

  QString many;
  for (int i = 0; i < 400; ++i)
    many += QStringLiteral("\\newcommand{\\m%1%2}{x}\n").arg(QChar('a' + i / 26)).arg(QChar('a' + i % 26));
  QCOMPARE(parseMacros(many).list.size(), std::size_t(300));

  const QString longBody = QStringLiteral("\\newcommand{\\x}{%1}").arg(QString(2000, u'y'));
  QCOMPARE(parseMacros(longBody).list.size(), std::size_t(0));
  QCOMPARE(parseMacros(QString(100'000, u'{')).problems.size(), std::size_t(1));
  QCOMPARE(parseMacros(QString(60'000, u'{')).problems.size(), std::size_t(1));
  QVERIFY(parseMacros(QString(60'000, u'\n')).problems.empty());
  QVERIFY(parseMacros({}).list.empty());
}

void MacrosAreRead::theMapNamesTheFile() {
  const LintFixture fixture;
  QVERIFY(readBook(fixture.directory()).macros.list.empty());
  QCOMPARE(readBook(fixture.directory()).allProblems(), QStringList());

  fixture.write(QStringLiteral("book.json"), mapWith(QStringLiteral("\"macros.tex\"")));
  QVERIFY(
      readBook(fixture.directory()).allProblems().join(u' ').contains(QStringLiteral("macros.tex, line 1")));
  QVERIFY(!readBook(fixture.directory()).levels.empty());

  fixture.write(QStringLiteral("macros.tex"), QStringLiteral("\\newcommand{\\R}{\\mathbb R}\noops\n"));
  const Book book = readBook(fixture.directory());
  QCOMPARE(book.macros.list.size(), std::size_t(1));
  QVERIFY(book.allProblems().join(u' ').contains(QStringLiteral("macros.tex, line 2")));

  fixture.write(QStringLiteral("macros.tex"), QByteArray("\\newcommand{\\R}{\xff\xfe}"));
  QVERIFY(readBook(fixture.directory()).allProblems().join(u' ').contains(QStringLiteral("not UTF-8")));
  QVERIFY(QDir(fixture.directory()).mkdir(QStringLiteral("folder")));
  for (const char* name : {"\"folder\"", "\"../outside.tex\"", "7", "\"\""}) {
    fixture.write(QStringLiteral("book.json"), mapWith(QString::fromLatin1(name)));
    QCOMPARE(readBook(fixture.directory()).allProblems().size(), 1);
  }
}

void MacrosAreRead::macrosMeanWhatTheyStandFor() {
  const Macros macros = parseMacros(
      QStringLiteral("\\newcommand{\\norm}[1]{\\left\\lVert #1\\right\\rVert}\n"
                     "\\DeclareMathOperator*{\\best}{arg\\,max}\n\\newcommand{\\twice}[2]{\\norm{#2#1}}\n"));
  QCOMPARE(firstProblem(macros), QString());
  typesetting::Typesetter with({{}, macros.texts()});
  typesetting::Typesetter plain;
  const auto same = [&](const QString& tex, const QString& meaning) {
    const auto one = with.typeset(tex, Style::Display);
    const auto other = plain.typeset(meaning, Style::Display);
    QVERIFY2(one->error.isEmpty(), qPrintable(one->error));
    QVERIFY2(other->error.isEmpty(), qPrintable(other->error));
    QCOMPARE(one->width, other->width);
    QCOMPARE(one->glyphs.size(), other->glyphs.size());
    for (std::size_t i = 0; i < one->glyphs.size(); ++i) {
      QCOMPARE(one->glyphs[i].character, other->glyphs[i].character);
      QCOMPARE(one->glyphs[i].x, other->glyphs[i].x);
    }
  };
  same(QStringLiteral("\\norm{\\frac ab}+1"), QStringLiteral("\\left\\lVert \\frac ab\\right\\rVert+1"));
  same(QStringLiteral("\\best_x f"), QStringLiteral("\\operatorname*{arg\\,max}_x f"));
  same(QStringLiteral("\\twice{a}{b}"), QStringLiteral("\\left\\lVert ba\\right\\rVert"));
}

void MacrosAreRead::checkFindsWhatCannotBeTypeset() {
  const LintFixture fixture;
  fixture.write(QStringLiteral("book.json"), mapWith(QStringLiteral("\"macros.tex\"")));
  fixture.write(
      QStringLiteral("macros.tex"),
      QStringLiteral("\\newcommand{\\good}[1]{\\sqrt{#1}}\n\\newcommand{\\bad}{\\nosuchthing}\nprose\n"));
  const Book book = readBook(fixture.directory());
  typesetting::Typesetter typesetter({{}, book.macros.texts()});
  const std::vector<Finding> findings =
      lintBook(book, panel::registeredPanels(), [&](const QString& tex, bool display) {
        return typesetter.typeset(tex, display ? Style::Display : Style::Inline)->error;
      });
  QCOMPARE(findings.size(), std::size_t(2));
  QCOMPARE(findings.at(0).file, QStringLiteral("macros.tex"));
  QCOMPARE(findings.at(0).line, 2);
  QVERIFY(findings.at(0).message.contains(QStringLiteral("\\nosuchthing")));
  QCOMPARE(findings.at(1).line, 3);
}

QTEST_MAIN(MacrosAreRead)
#include "macros_are_read.moc"
