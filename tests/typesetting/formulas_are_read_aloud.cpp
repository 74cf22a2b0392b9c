#include "app/book/book.h"
#include "tests/typesetting/formula_list.h"
#include "views/typesetting/formula_bytes.h"
#include "views/typesetting/symbol_table.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace eigenboard::typesetting;

namespace {

QString contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Pair {
  QString tex;
  QString words;
};

QList<Pair> readPairs() {
  QList<Pair> pairs;
  QString tex;
  for (const QString& line : contents(QStringLiteral(SPOKEN)).split(u'\n')) {
    if (line.startsWith(u' '))
      pairs.append({tex, line.trimmed()});
    else if (!line.startsWith(u'#'))
      tex = line;
  }
  return pairs;
}

/// What no word may hold, and no engine's excuse for having none.
QString faultOf(const QString& words) {
  static const QRegularExpression raw(QStringLiteral("[\\\\{}$^_~#&%]|\\b(undefined|object)\\b"));
  if (words.isEmpty())
    return QStringLiteral("nothing is said");
  if (words == u"a long formula" || words == u"a deeply nested formula")
    return words;
  const QRegularExpressionMatch match = raw.match(words);
  return match.hasMatch() ? QStringLiteral("'%1' is said").arg(match.captured()) : QString();
}

QString repeated(const QString& part, int times) {
  return part.repeated(times);
}

} // namespace

/// Every formula that KaTeX can lay out is read in words a listener can follow, in bounded time and length.
class FormulasAreReadAloud : public QObject {
  Q_OBJECT

  Typesetter typesetter{{{},
                         eigenboard::book::readBook(QStringLiteral(CHAPTERS)).macros.texts(),
                         std::chrono::milliseconds(20000)}};

 private slots:
  void formulasAreReadAsAColleagueWould() {
    const QList<Pair> pairs = readPairs();
    QVERIFY(pairs.size() >= 120);
    QStringList wrong;
    for (const Pair& pair : pairs) {
      const FormulaPointer formula = typesetter.typeset(pair.tex, Style::Display);
      if (formula->spoken != pair.words)
        wrong +=
            pair.tex + QStringLiteral("\n    ") + formula->spoken + QStringLiteral("\n  not ") + pair.words;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
  }

  void everyFormulaHasWords() {
    const QList<ListedFormula> formulas =
        readFormulaList(QStringLiteral(FORMULAS)) + readBookFormulas(QStringLiteral(CHAPTERS));
    QVERIFY(formulas.size() > 200);
    QStringList wrong;
    for (const ListedFormula& listed : formulas) {
      const FormulaPointer formula = typesetter.typeset(listed.tex, listed.style);
      if (!formula->error.isEmpty())
        continue;
      if (const QString fault = faultOf(formula->spoken); !fault.isEmpty())
        wrong += listed.source + QStringLiteral(": ") + fault + QStringLiteral(": ") + listed.tex;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
  }

  // KaTeX's own source is the judge of which symbols there are.
  void everySymbolOfKatexHasWords() {
    static const QRegularExpression definition(QStringLiteral(
        "defineSymbol\\(math, (main|ams), (\\w+), (?:\"[^\"]*\"|'[^']*'|null), \"((?:[^\"\\\\]|\\\\.)+)\""));
    QStringList wrong;
    int count = 0;
    const QString source = contents(QStringLiteral(":/eigenboard/typesetting/katex.mjs"));
    for (auto matches = definition.globalMatch(source); matches.hasNext();) {
      const QRegularExpressionMatch match = matches.next();
      const QString tex = match.captured(3).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
      if (match.captured(2) == u"accent" || match.captured(2) == u"spacing" || tex.startsWith(u"\\@") ||
          tex.contains(QStringLiteral("\\u")) || !tex.startsWith(u'\\'))
        continue;
      ++count;
      const FormulaPointer formula = typesetter.typeset(tex, Style::Inline);
      const QString control = tex.mid(1);
      const bool isWord = QStringLiteral(" Pr hom lg ").contains(u' ' + control + u' ');
      const bool isListed = symbolList().contains(
          QRegularExpression(QStringLiteral("(^|\\s)\\\\?%1(?=\\s)").arg(QRegularExpression::escape(control)),
                             QRegularExpression::MultilineOption));
      if (!formula->error.isEmpty())
        wrong += tex + QStringLiteral(": ") + formula->error;
      else if (const QString fault = faultOf(formula->spoken); !fault.isEmpty() || !(isListed || isWord))
        wrong += tex + QStringLiteral(" is read as ") + formula->spoken;
    }
    QVERIFY2(count > 350, qPrintable(QString::number(count)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
  }

  void macrosAreReadAsWhatTheyStandFor() {
    Typesetter own{{{}, {{"\\norm", "\\lVert #1\\rVert"}}, std::chrono::milliseconds(2000)}};
    QCOMPARE(own.typeset(QStringLiteral("\\norm{x}"), Style::Inline)->spoken,
             QStringLiteral("the norm of x"));
  }

  void wordsAreStoredWithTheLayout() {
    const FormulaPointer formula = typesetter.typeset(QStringLiteral("\\frac{a}{b}"), Style::Inline);
    const std::optional<Formula> stored = formulaFromBytes(toBytes(*formula));
    QVERIFY(stored);
    QCOMPARE(stored->spoken, QStringLiteral("a over b"));
  }

  void whatIsNotFormulaHasNoWords() {
    QVERIFY(typesetter.typeset(QStringLiteral("\\frac{a"), Style::Inline)->spoken.isEmpty());
  }

  void hostileTexIsReadInBoundedTime_data() {
    QTest::addColumn<QString>("tex");
    QTest::newRow("many fractions") << repeated(QStringLiteral("\\frac{a}{b}+"), 700) + u'1';
    QTest::newRow("many bars") << repeated(QStringLiteral("|"), 1500);
    QTest::newRow("many double bars") << repeated(QStringLiteral("\\|x"), 800);
    QTest::newRow("many open brackets") << repeated(QStringLiteral("("), 1500);
    QTest::newRow("brackets in brackets")
        << repeated(QStringLiteral("("), 300) + repeated(QStringLiteral(")"), 300);
    QTest::newRow("roots in roots") << repeated(QStringLiteral("\\sqrt{"), 60) + u'x' +
                                           repeated(QStringLiteral("}"), 60);
    QTest::newRow("powers of powers")
        << repeated(QStringLiteral("x^{"), 60) + u'x' + repeated(QStringLiteral("}"), 60);
    QTest::newRow("for all for all") << repeated(QStringLiteral("\\forall x"), 500);
    QTest::newRow("many letters") << repeated(QStringLiteral("x"), 3000);
    QTest::newRow("odd text") << QStringLiteral(
        "\\text{\\{\\}\\$\\_\\#\\&\\%\\textbackslash\\^{}}\\verb|\\{}$_^~#&%|");
    QTest::newRow("wide matrix") << QStringLiteral("\\begin{matrix}") + repeated(QStringLiteral("a&"), 800) +
                                        QStringLiteral("\\end{matrix}");
  }

  void hostileTexIsReadInBoundedTime() {
    QFETCH(QString, tex);
    QElapsedTimer timer;
    timer.start();
    const FormulaPointer formula = typesetter.typeset(tex, Style::Inline);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    if (!formula->error.isEmpty())
      return; // refused: then there is nothing to read
    QVERIFY(!formula->spoken.isEmpty());
    QVERIFY2(formula->spoken.size() < 200000, qPrintable(QString::number(formula->spoken.size())));
    QVERIFY(!formula->spoken.contains(u'\\') && !formula->spoken.contains(u'{'));
  }
};

QTEST_MAIN(FormulasAreReadAloud)
#include "formulas_are_read_aloud.moc"
