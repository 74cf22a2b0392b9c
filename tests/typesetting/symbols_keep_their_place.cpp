#include "views/typesetting/symbol_parts.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

using namespace eigenboard::typesetting;

/// Where a symbol stands, on the line, in an index or in an exponent, is part of what it is.
class SymbolsKeepTheirPlace : public QObject {
  Q_OBJECT

  Typesetter typesetter;

  QStringList drawn(const QString& tex, Style style = Style::Inline) {
    QStringList parts;
    for (const SymbolAt& symbol : symbolsOf(*typesetter.typeset(tex, style)))
      parts << symbol.script + symbol.tex;
    parts.sort();
    return parts;
  }

  qsizetype found(const QString& symbol, const QString& formula) {
    return static_cast<qsizetype>(occurrencesOf(symbolParts(canonicalSymbol(symbol)),
                                                symbolsOf(*typesetter.typeset(formula, Style::Inline)))
                                      .size());
  }

 private slots:
  void whatIsDrawnIsWhatIsWritten_data() {
    QTest::addColumn<QString>("tex");
    for (const char* tex : {"x",
                            "x_i",
                            "x^2",
                            "x_i^2",
                            "x^{12}",
                            "x_{ij}",
                            "e^{x_i}",
                            "e^{x_i^2}",
                            "x_{i_j}",
                            "\\mathbf{A}^{+}",
                            "\\mathbf{A}^{-1}",
                            "\\mathbf{A}^\\top",
                            "\\mathbf{A}_k",
                            "\\sigma_{\\max}",
                            "\\frac{a}{b}",
                            "\\frac{a_1}{b^2}",
                            "\\hat{x}_i",
                            "\\mathbf{h}^{(l)}",
                            "\\sum_{i=1}^n x_i",
                            "\\int_a^b x",
                            "f'",
                            "\\sqrt{x^2}",
                            "\\lVert\\mathbf{x}\\rVert_2",
                            "2^{n+1}"})
      QTest::newRow(tex) << QString::fromUtf8(tex);
  }
  void whatIsDrawnIsWhatIsWritten() {
    QFETCH(QString, tex);
    QStringList written = symbolParts(canonicalSymbol(tex));
    written.sort();
    QCOMPARE(drawn(tex), written);
    QCOMPARE(drawn(tex, Style::Display), written); // where limits stand above and below
  }

  void anIndexIsNoExponent() {
    QCOMPARE(
        found(QStringLiteral("\\mathbf{A}_k"), QStringLiteral("\\mathbf{A}_k+\\mathbf{A}^k+\\mathbf{A}k")),
        1);
    QCOMPARE(
        found(QStringLiteral("\\mathbf{A}^k"), QStringLiteral("\\mathbf{A}_k+\\mathbf{A}^k+\\mathbf{A}k")),
        1);
    QCOMPARE(found(QStringLiteral("\\mathbf{A}"), QStringLiteral("\\mathbf{A}_k+\\mathbf{A}^k+\\mathbf{A}k")),
             3);
    QCOMPARE(found(QStringLiteral("k"), QStringLiteral("\\mathbf{A}_k+\\mathbf{A}^k+\\mathbf{A}k")), 3);
  }

  void aSignAloneAboveIsAnother() {
    QCOMPARE(found(QStringLiteral("+"), QStringLiteral("\\mathbf{A}^{+}+x")), 1);
    QCOMPARE(found(QStringLiteral("+"), QStringLiteral("e^{a+b}")), 1);
    QCOMPARE(found(QStringLiteral("\\mathbf{A}^{+}"), QStringLiteral("\\mathbf{A}^++\\mathbf{A}+x")), 1);
    QCOMPARE(found(QStringLiteral("\\top"), QStringLiteral("\\mathbf{A}^\\top")), 1); // stands nowhere else
    QCOMPARE(found(QStringLiteral("^\\circ"), QStringLiteral("30^\\circ + f\\circ g")), 1);
    QCOMPARE(found(QStringLiteral("\\circ"), QStringLiteral("30^\\circ + f\\circ g")), 1);
  }

  void theOrderOfIndexAndExponentIsOne() {
    QCOMPARE(found(QStringLiteral("x_i^2"), QStringLiteral("x^2_i")), 1);
    QCOMPARE(found(QStringLiteral("x_i"), QStringLiteral("e^{x_i}")), 1);
    QCOMPARE(found(QStringLiteral("x_2"), QStringLiteral("x^2")), 0);
  }

  void rowsOfABrokenFormulaKeepIt() {
    const FormulaPointer formula =
        typesetter.typeset(QStringLiteral("\\mathbf{A}^{+}+x_1+y^2"), Style::Inline);
    const std::vector<SymbolAt> symbols = symbolsOf(*formula);
    const auto around = [&](const QString& tex) {
      for (std::size_t i = 0; i < symbols.size(); ++i)
        if (symbols[i].script + symbols[i].tex == tex)
          return symbolNear(symbols, symbols[i].rect.center(), 0, formula->width) == static_cast<int>(i);
      return false;
    };
    for (const char* tex : {"^+", "+", "x", "_1", "^2"})
      QVERIFY2(around(QString::fromUtf8(tex)), tex);
    QCOMPARE(symbolNear(symbols, symbols.back().rect.center(), 0, 0.5 * formula->width), -1);
    QCOMPARE(symbolNear({}, {0, 0}, 0, 1), -1);
  }
};

QTEST_MAIN(SymbolsKeepTheirPlace)
#include "symbols_keep_their_place.moc"
