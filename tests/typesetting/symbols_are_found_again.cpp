#include "tests/typesetting/formula_list.h"
#include "views/typesetting/faces.h"
#include "views/typesetting/symbol.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

using namespace eigenboard::typesetting;

namespace {

QStringList symbols(Typesetter& typesetter, const QString& tex) {
  QStringList found;
  for (const SymbolAt& symbol : symbolsOf(*typesetter.typeset(tex, Style::Inline)))
    found += symbol.tex;
  return found;
}

} // namespace

/// Every symbol of a formula is found where it stands, under the one name it has, and that name draws it
/// again.
class SymbolsAreFoundAgain : public QObject {
  Q_OBJECT

 private slots:
  void spellingsOfOneSymbolAreEqual() {
    const std::vector<QStringList> same{
        {R"(\mathbf{v})", R"(\mathbf v)", R"({\bf v})", R"(\bf v)", R"({\mathbf{v}})", R"( \mathbf { v } )"},
        {R"(\vec{v})", R"(\vec v)", R"({\vec{v}})"},
        {R"(\boldsymbol{\mu})", R"(\bm{\mu})", R"(\bm\mu)", R"(\boldsymbol\mu)"},
        {R"(\mathbb{R})", R"(\R)", R"(\mathbb R)", R"(\Bbb{R})"},
        {R"(\le)", R"(\leq)", R"({\leq})"},
        {R"(\|)", R"(\Vert)", R"(\lVert)", R"(\left\|)"},
        {R"(\ne)", R"(\neq)", R"(\not=)"},
        {R"(\log)", R"(\operatorname{log})", R"(\mathrm{log})"},
        {R"(\argmin)", R"(\operatorname*{arg\,min})"},
        {R"(\operatorname{softmax})", R"(\mathrm{softmax})"},
        {R"(\hat{\mathbf{x}})", R"(\hat{\bf x})", R"(\hat\mathbf x)"},
        {R"(x_i)", R"(x_{i})", R"( x _ i )"},
        {R"(\alpha x)", R"(\alpha{x})", R"({\alpha}{x})"},
    };
    for (const QStringList& spellings : same)
      for (const QString& spelling : spellings)
        QCOMPARE(canonicalSymbol(spelling), spellings.first());
  }

  void symbolsOfAFormula() {
    Typesetter typesetter;
    QCOMPARE(symbols(typesetter, R"(A\mathbf{v}=\lambda\hat{y}_1)"),
             QStringList({"A", "\\mathbf{v}", "=", "\\lambda", "\\hat{y}", "1"}));
    QCOMPARE(symbols(typesetter, R"(\log\vec v+\operatorname{rank}\overline{x}\ne 12.5\notin\mathbb R)"),
             QStringList({"\\log", "\\vec{v}", "+", "\\operatorname{rank}", "\\overline{x}", "\\ne", "12.5",
                          "\\notin", "\\mathbb{R}"}));
  }
};

QTEST_MAIN(SymbolsAreFoundAgain)
#include "symbols_are_found_again.moc"
