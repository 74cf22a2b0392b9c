#include "tests/support/peak_memory.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <cmath>
#include <ctime>

using namespace eigenboard::typesetting;

/// Malformed TeX gets a reason a reader understands; hostile TeX ends in time, and the engine survives it.
class HostileTexIsRefused : public QObject {
  Q_OBJECT

  // Patient, so that what is refused for another reason is not refused for its time on a busy machine.
  Typesetter typesetter{{{}, {}, std::chrono::seconds(2)}};
  Typesetter ordinary;

 private slots:
  void malformedTexGetsAReason_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown command") << R"(a+\foo b)"
                                     << R"(Undefined control sequence: \foo (at character 3))";
    QTest::newRow("open brace") << R"(\frac{a}{b)"
                                << "The formula ends where '}' is expected (at character 11)";
    QTest::newRow("stray brace") << "a}"
                                 << "'}' has no partner or no place here (at character 2)";
    QTest::newRow("missing right") << R"(\left(x)"
                                   << R"(The formula ends where '\right' is expected)";
    QTest::newRow("double superscript") << "x^a^b"
                                        << "Double superscript (at character 4)";
    QTest::newRow("unknown environment") << R"(\begin{nothing}x\end{nothing})"
                                         << "No such environment: nothing";
    QTest::newRow("mismatched environment") << R"(\begin{matrix}a\end{pmatrix})"
                                            << R"(Mismatch: \begin{matrix})";
    QTest::newRow("ampersand outside a table") << "a & b"
                                               << "'&' has no partner or no place here";
    QTest::newRow("invalid size") << R"(\rule{1xx}{2em})"
                                  << "Invalid unit";
    QTest::newRow("invalid delimiter") << R"(\left a b\right))"
                                       << "Invalid delimiter";
    QTest::newRow("invalid colour") << R"(\textcolor{no colour!}{x})"
                                    << "Invalid color";
    QTest::newRow("missing argument") << R"(\sqrt)"
                                      << "";
    QTest::newRow("comment without end") << R"(a+\frac{1}{2)"
                                         << "The formula ends where";
  }

  void malformedTexGetsAReason() {
    QFETCH(QString, tex);
    QFETCH(QString, reason);
    const FormulaPointer formula = typesetter.typeset(tex, Style::Inline);
    QVERIFY2(!formula->error.isEmpty(), "no error");
    QVERIFY2(formula->error.contains(reason), qPrintable(formula->error));
    QVERIFY2(!formula->error.contains(u"KaTeX parse error"), qPrintable(formula->error));
    QVERIFY2(!formula->error.contains(QChar(0x332)), "underlined with combining marks");
    QCOMPARE(formula->tex, tex);
    QVERIFY(formula->glyphs.empty() && formula->rules.empty() && formula->outlines.empty());
  }

  void nothingReachesOutsideTheFormula_data() {
    QTest::addColumn<QString>("tex");
    for (const char* tex :
         {R"(\href{https://example.org}{x})", R"(\url{https://example.org})", R"(\includegraphics{file.png})",
          R"(\htmlClass{a}{x})", R"(\htmlId{a}{x})", R"(\htmlStyle{color: red}{x})",
          R"(\htmlData{other=1}{x})", R"(\htmlData{part=a, other=1}{x})"})
      QTest::newRow(tex) << QString::fromUtf8(tex);
  }

  void nothingReachesOutsideTheFormula() {
    QFETCH(QString, tex);
    const FormulaPointer formula = typesetter.typeset(tex, Style::Inline);
    QVERIFY2(formula->error.contains(u"is not allowed in a formula"), qPrintable(formula->error));
  }

  void hostileTexEndsInTime_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("reason");
    const auto repeated = [](const char* text, int count) {
      return QString::fromLatin1(text).repeated(count);
    };
    QTest::newRow("100,000 braces") << repeated("{", 100'000) + repeated("}", 100'000)
                                    << "characters; at most";
    QTest::newRow("9,000 braces") << repeated("{", 9'000) + "x" + repeated("}", 9'000) << "nested too deeply";
    QTest::newRow("2,000 superscripts")
        << repeated("x^{", 2'000) + repeated("}", 2'000) << "nested too deeply";
    QTest::newRow("1,400 left") << repeated(R"(\left()", 1'400) + repeated(R"(\right))", 1'400)
                                << "nested too deeply";
    QTest::newRow("4,000 roots without braces") << repeated(R"(\sqrt)", 3'990) + "x"
                                                << "";
    QTest::newRow("macro that calls itself") << R"(\def\a{\a\a}\a)"
                                             << "macro";
    QTest::newRow("doubling macros") << [] {
      QString tex = QStringLiteral(R"(\def\a{xxxxxxxxxx})");
      for (char c = 'b'; c < 'z'; ++c)
        tex += QStringLiteral(R"(\def\%1{\%2\%2\%2})")
                   .arg(QLatin1Char(c))
                   .arg(QLatin1Char(static_cast<char>(c - 1)));
      return tex + R"(\y)";
    }() << "macro";
    QTest::newRow("macro with a long text")
        << R"(\def\a{)" + repeated("x", 9'000) + "}" + repeated(R"(\a)", 5'000) << "";
    QTest::newRow("huge rule") << R"(\rule{1000000em}{1000000em})"
                               << "too large";
    QTest::newRow("huge kern back") << R"(x\kern-1000000em y)"
                                    << "too large";
    QTest::newRow("infinite kern") << R"(x\kern1)" + repeated("0", 400) + "em y"
                                   << "too large";
    QTest::newRow("huge raise") << R"(\raisebox{-100000em}{x})"
                                << "too large";
  }

  void hostileTexEndsInTime() {
    QFETCH(QString, tex);
    QFETCH(QString, reason);
    QElapsedTimer timer;
    timer.start();
    const FormulaPointer formula = typesetter.typeset(tex, Style::Display);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(!formula->error.isEmpty(), "no error");
    QVERIFY2(formula->error.contains(reason), qPrintable(formula->error));

    const FormulaPointer next = typesetter.typeset(QStringLiteral("x^2+%1").arg(tex.size()), Style::Inline);
    QVERIFY2(next->error.isEmpty(), qPrintable(next->error));
    QVERIFY(!next->glyphs.empty());
  }

  // Some of these are formulas, if no one's; what they may cost is bounded all the same. CPU time, since the
  // clock on the wall also counts what else the machine does.
  void costlyTexIsBoundedInTimeAndMemory_data() {
    QTest::addColumn<QString>("tex");
    const auto repeated = [](const char* text, int count) { return QString::fromUtf8(text).repeated(count); };
    QTest::newRow("circle of three") << R"(\def\a{\b}\def\b{\c}\def\c{\a\a}\a)";
    QTest::newRow("command that renews itself") << R"(\newcommand\a{}\renewcommand\a{\a\a}\a)";
    QTest::newRow("edef of itself") << R"(\def\a{x}\edef\a{\a\a}\edef\a{\a\a}\a)" +
                                           repeated(R"(\edef\a{\a\a}\a)", 60);
    QTest::newRow("let to itself") << R"(\let\a=\a\a)";
    QTest::newRow("expandafter") << repeated(R"(\expandafter)", 700) + "x";
    QTest::newRow("wide table") << R"(\begin{matrix})" + repeated("a&", 3'000) + R"(\end{matrix})";
    QTest::newRow("long table") << R"(\begin{matrix})" + repeated(R"(a\\)", 3'000) + R"(\end{matrix})";
    QTest::newRow("wide preamble") << R"(\begin{array}{)" + repeated("c|", 4'000) + R"(}a\end{array})";
    QTest::newRow("many rules") << R"(\begin{array}{c})" + repeated(R"(\hline )", 1'200) + R"(\end{array})";
    QTest::newRow("many lines") << repeated(R"(x\\)", 3'000);
    QTest::newRow("many sizes") << repeated(R"(\Huge\tiny)", 800) + "x";
    QTest::newRow("many colours") << repeated(R"(\color{red}x)", 700);
    QTest::newRow("many delimiters") << R"(\left()" + repeated(R"(\middle|)", 1'000) + R"(\right))";
    QTest::newRow("nested choices") << repeated(R"(\mathchoice{)", 20) + "x" + repeated("}{}{}{}", 20);
    QTest::newRow("nested fractions") << repeated(R"(\frac{1}{)", 60) + "x" + repeated("}", 60);
    QTest::newRow("every letter of the world") << [] {
      QString letters;
      for (char16_t c = 0x4E00; c < 0x4E00 + 3'000; ++c)
        letters += QChar(c);
      return R"(\text{)" + letters + "}";
    }();
    QTest::newRow("marks without end") << R"(\text{e)" + repeated("\u0301", 5'000) + "}";
    QTest::newRow("characters that are none") << "\\char1114111\\char55296\\char1114112\\char4294967296";
    QTest::newRow("huge sizes")
        << R"(\hspace{1e308em}\genfrac(){999999em}{0}{a}{b}\kern-1e300pt\raisebox{9e99em}{x})";
    QTest::newRow("two tags") << R"(x\tag{1}\tag{2})";
  }

  void costlyTexIsBoundedInTimeAndMemory() {
    QFETCH(QString, tex);
    static_cast<void>(ordinary.typeset(QStringLiteral("x"), Style::Display)); // the engine is there
    const qint64 before = eigenboard::tests::peakMemory();
    const std::clock_t start = std::clock();
    const FormulaPointer formula = ordinary.typeset(tex, Style::Display);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 1, qPrintable(QString::number(seconds)));
    QVERIFY(eigenboard::tests::peakMemory() - before < 150'000);
    QVERIFY(std::isfinite(formula->width) && formula->width <= 500 && formula->height <= 500);
    QVERIFY(ordinary.typeset(QStringLiteral("y"), Style::Inline)->error.isEmpty());
  }

  void aLargeMatrixIsNoAttack() {
    QString tex = QStringLiteral(R"(\begin{bmatrix})");
    for (int row = 1; row <= 20; ++row)
      for (int column = 1; column <= 20; ++column)
        tex += QStringLiteral("a_{%1,%2}%3").arg(row).arg(column).arg(column < 20 ? u"&" : uR"(\\)");
    const FormulaPointer formula =
        typesetter.typeset(tex + QStringLiteral(R"(\end{bmatrix})"), Style::Display);
    QVERIFY2(formula->error.isEmpty(), qPrintable(formula->error));
    QVERIFY(formula->glyphs.size() > 20 * 20 * 4);
  }

  void manyCommandsAreNoNesting() {
    const FormulaPointer formula =
        typesetter.typeset(QStringLiteral(R"(\leftarrow)").repeated(300), Style::Inline);
    QVERIFY2(formula->error.isEmpty(), qPrintable(formula->error));
  }

  // Whatever the characters are, there is an answer, and it is drawable.
  void oddCharactersAreSurvived_data() {
    QTest::addColumn<QString>("tex");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << "   ";
    QTest::newRow("null") << QString(QChar(u'\0')) + "x";
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + "x";
    QTest::newRow("emoji") << R"(\text{😀})";
    QTest::newRow("right to left") << R"(\text{שלום})";
    QTest::newRow("combining marks") << R"(\text{e)" + QString(QChar(0x301)).repeated(50) + "}";
    QTest::newRow("line ends") << "a\r\n\n\n+b";
    QTest::newRow("quote and slash") << "\"'</script>\\\\";
  }

  void oddCharactersAreSurvived() {
    QFETCH(QString, tex);
    for (const Style style : {Style::Inline, Style::Display}) {
      const FormulaPointer formula = typesetter.typeset(tex, style);
      QVERIFY(formula);
      QCOMPARE(formula->tex, tex);
      QVERIFY(formula->width >= 0 && formula->width < 100);
    }
  }

  void theClockEndsALongFormulaEveryTime() {
    int errors = 0;
    for (const int limit : {2, 5, 11, 23, 50}) {
      TypesetterOptions options;
      options.timeLimit = std::chrono::milliseconds(limit);
      Typesetter hurried(options);
      for (int i = 0; i < 20; ++i) {
        const QString tex = QStringLiteral(R"(\frac12)").repeated(400 + 100 * i);
        const FormulaPointer slow = hurried.typeset(tex, Style::Inline);
        QVERIFY2(slow->error.isEmpty() || slow->error.contains(u"takes too long"), qPrintable(slow->error));
        errors += slow->error.isEmpty() ? 0 : 1;
      }
    }
    QVERIFY(errors > 40);
    QVERIFY(typesetter.typeset(QStringLiteral("y"), Style::Inline)->error.isEmpty());
  }

  void definitionsDoNotLeak() {
    QVERIFY(typesetter.typeset(QStringLiteral(R"(\gdef\leak{x}\leak)"), Style::Inline)->error.isEmpty());
    QVERIFY(!typesetter.typeset(QStringLiteral(R"(\leak)"), Style::Inline)->error.isEmpty());
  }
};

QTEST_MAIN(HostileTexIsRefused)
#include "hostile_tex_is_refused.moc"
