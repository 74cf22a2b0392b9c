#include "app/search/page_text.h"
#include "app/search/passage.h"
#include "app/search/query.h"
#include "app/search/snippet.h"
#include "app/search/tex_text.h"
#include "app/search/tokens.h"

#include <QtTest/QTest>

using namespace eigenboard;

class SymbolsAndWordsAreOne : public QObject {
  Q_OBJECT

 private slots:
  void formulasBecomeText_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* tex, const char* text) {
      QTest::newRow(name) << QString::fromUtf8(tex) << QString::fromUtf8(text);
    };
    row("eigen", R"(\mathbf{A}\mathbf{v} = \lambda\mathbf{v})", "Av = λv");
    row("index", R"(\lambda_1 \geq \lambda_{12})", "λ₁ ≥ λ₁₂");
    row("power", R"(x^2 + y^{-1})", "x² + y⁻¹");
    row("transpose", R"(\mathbf{A}^\top\mathbf{A})", "AᵀA");
    row("fraction", R"(\frac{a+b}{2})", "(a+b)/2");
    row("short fraction", R"(\frac12)", "1/2");
    row("root", R"(\sqrt{2} + \sqrt[3]{x+1})", "√2 + √(x+1)");
    row("matrix", R"(\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix})", "[1 2; 3 4]");
    row("sum", R"(\sum_{i=1}^n x_i)", "∑_(i = 1)ⁿ xᵢ");
    row("expectation", R"(\mathbb{E}[X] \in \mathbb{R}^n)", "𝔼[X] ∈ ℝⁿ");
    row("words", R"(p \text{ is true})", "p is true");
    row("fences", R"(\left\lVert x \right\rVert_2)", "‖x ‖₂");
    row("function", R"(\det(\mathbf{A}))", "det (A)");
    row("macro of nobody", R"(\mysterious x)", "mysterious x");
    row("unbalanced", R"(\frac{a}{b)", "a/b");
    row("lone backslash", "\\", "");
    row("lone index", "x_", "x");
    row("closing brace", "a}b", "ab");
  }
  void formulasBecomeText() {
    QFETCH(QString, tex);
    QFETCH(QString, text);
    QCOMPARE(search::textOfTex(tex), text);
  }

  void hostileFormulasAreBounded() {
    QVERIFY(search::textOfTex(QString(200'000, u'{')).size() <= 4000);
    QVERIFY(search::textOfTex(QStringLiteral("\\frac").repeated(50'000)).size() <= 4000);
    QVERIFY(search::textOfTex(QStringLiteral("^{_{").repeated(50'000)).size() <= 4000);
    QVERIFY(search::textOfTex(QStringLiteral("\\lambda ").repeated(50'000)).size() <= 4000);
  }

  void textBecomesWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* text, const char* words) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("case", "Matrix MATRIX", "matrix matrix");
    row("accents", "Poincaré, Erdős, Łoś, Gauß", "poincare erdos los gauss");
    row("combining", "Poincare\u0301", "poincare");
    row("greek letter", "the λ of Λ", "the lambda of lambda");
    row("greek in a formula", "Av = λv", "av lambda v");
    row("bold greek", "𝛌 and 𝝀", "lambda and lambda");
    row("index", "λ₁² v₁", "lambda 1 2 v 1");
    row("symbols", "∇f = ∂f/∂x", "nabla f partial f partial x");
    row("ligature", "ﬁnite", "finite");
    row("possessive", "Euler's and Bayes’ rule", "euler and bayes rule");
    row("contraction", "don't", "dont");
    row("code", "np.linalg.eig(A_hat)", "np linalg eig a hat");
    row("numbers", "4.6 and 0.05", "4 6 and 0 05");
    row("hyphen", "cross-entropy", "cross entropy");
    row("nothing", " .,;*\"() ", "");
  }
  void textBecomesWords() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(search::wordsOf(text), words);
    for (const search::Token& token : search::tokensOf(text)) {
      QVERIFY(token.length > 0 && token.start >= 0 && token.start + token.length <= text.size());
      // Each word stands where it says: read alone it is the same word.
      QCOMPARE(search::wordsOf(QStringView(text).sliced(token.start, token.length)), token.word);
    }
  }

  void brokenUnicodeIsNoWord() {
    const QString halves = QString(QChar(0xD835)) + u'a' + QString(QChar(0xDECC)) + QChar(0);
    QCOMPARE(search::wordsOf(halves), QStringLiteral("a"));
    QVERIFY(search::tokensOf(QString(1'000'000, u'x')).front().word.size() <= 64);
  }

  void everyNameOfASymbolIsTheSameQuery_data() {
    QTest::addColumn<QStringList>("names");
    QTest::newRow("lambda") << QStringList{QStringLiteral("lambda"), QStringLiteral("λ"),
                                           QStringLiteral("\\lambda"), QStringLiteral("Λ"),
                                           QStringLiteral("$\\lambda$")};
    QTest::newRow("nabla") << QStringList{QStringLiteral("nabla"), QStringLiteral("∇"),
                                          QStringLiteral("\\nabla")};
    QTest::newRow("infinity") << QStringList{QStringLiteral("infinity"), QStringLiteral("∞"),
                                             QStringLiteral("\\infty")};
    QTest::newRow("sum") << QStringList{QStringLiteral("sum"), QStringLiteral("∑"), QStringLiteral("\\sum")};
    QTest::newRow("lambda 1") << QStringList{QStringLiteral("λ₁"), QStringLiteral("\\lambda_1"),
                                             QStringLiteral("lambda_1"), QStringLiteral("\\lambda_{1}")};
  }
  void everyNameOfASymbolIsTheSameQuery() {
    QFETCH(QStringList, names);
    for (const QString& name : names)
      QCOMPARE(search::parseQuery(name).words, search::parseQuery(names.front()).words);
  }

  void queriesHaveTerms() {
    const search::Query query = search::parseQuery(QStringLiteral("Power \"of two\" cross-entropy mat"));
    QCOMPARE(query.terms.size(), std::size_t(4));
    QCOMPARE(query.terms[0].words, QStringList{QStringLiteral("power")});
    QVERIFY(!query.terms[0].isPrefix);
    QCOMPARE(query.terms[1].words, (QStringList{QStringLiteral("of"), QStringLiteral("two")}));
    QVERIFY(query.terms[1].isQuoted && !query.terms[1].isPrefix);
    QCOMPARE(query.terms[2].words, (QStringList{QStringLiteral("cross"), QStringLiteral("entropy")}));
    QVERIFY(query.terms[3].isPrefix);
    QVERIFY(!search::parseQuery(QStringLiteral("done ")).terms.front().isPrefix);
    QVERIFY(search::parseQuery(QStringLiteral("\"still typ")).terms.front().isPrefix);
  }

  void passagesAreWordsThatThePageHas() {
    const QString formula = search::formulaBegin + QString::fromUtf8("Av = λv") + search::formulaEnd;
    const QString text = QStringLiteral("First line of it.\nLet ") + formula +
                         QStringLiteral(" hold for every vector of the plane, and nothing else.\nLast line.");
    const qsizetype vector = text.indexOf(QStringLiteral("vector"));
    QCOMPARE(search::passageAt(text, vector), QStringLiteral("hold for every vector of the plane"));
    // Found in the formula: the words beside it.
    QCOMPARE(search::passageAt(text, text.indexOf(u'λ')),
             QStringLiteral("hold for every vector of the plane"));
    QCOMPARE(search::passageAt(text, 3), QStringLiteral("First line of it"));
    QCOMPARE(search::passageAt(formula, 3), QString());
    QCOMPARE(search::passageAt({}, 5), QString());
    QCOMPARE(search::openingOf(QStringLiteral("4.6.2 A ") + formula + QStringLiteral(" more")),
             QStringLiteral("4.6.2 A"));
    QCOMPARE(search::openingOf(QStringLiteral("4.6.2 Prove it.\nHint")), QStringLiteral("4.6.2 Prove it."));
    // Marks are never shown.
    const search::Snippet snippet =
        search::snippetOf(search::parseQuery(QStringLiteral("lambda plane")), text);
    QVERIFY(!snippet.text.contains(search::formulaBegin) && !snippet.text.contains(search::formulaEnd));
    QCOMPARE(snippet.ranges.size(), 2);
    QCOMPARE(snippet.text.mid(snippet.ranges[0].start, snippet.ranges[0].length), QStringLiteral("λ"));
    QCOMPARE(snippet.text.mid(snippet.ranges[1].start, snippet.ranges[1].length), QStringLiteral("plane"));
  }

  void snippetsMarkTheWords() {
    const QString filler = QStringLiteral("word and word ").repeated(40);
    const QString text = filler + QStringLiteral("the eigenvalue λ of a\nsymmetric matrix ") + filler;
    const search::Query query = search::parseQuery(QStringLiteral("\\lambda symmetric eigen"));
    const search::Snippet snippet = search::snippetOf(query, text);
    QVERIFY(snippet.text.size() < 170);
    QVERIFY(!snippet.text.contains(u'\n'));
    QStringList marked;
    for (const search::Range& range : snippet.ranges)
      marked += snippet.text.mid(range.start, range.length);
    QCOMPARE(marked,
             (QStringList{QStringLiteral("eigenvalue"), QStringLiteral("λ"), QStringLiteral("symmetric")}));
  }
};

QTEST_APPLESS_MAIN(SymbolsAndWordsAreOne)
#include "symbols_and_words_are_one.moc"
