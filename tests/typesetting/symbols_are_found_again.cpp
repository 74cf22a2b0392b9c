#include "tests/typesetting/formula_list.h"
#include "views/typesetting/faces.h"
#include "views/typesetting/symbol.h"
#include "views/typesetting/symbol_table.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtQml/QJSEngine>
#include <QtTest/QTest>

#include <algorithm>

using namespace eigenboard::typesetting;

namespace {

QStringList symbols(Typesetter& typesetter, const QString& tex) {
  QStringList found;
  for (const SymbolAt& symbol : symbolsOf(*typesetter.typeset(tex, Style::Inline)))
    found += symbol.tex;
  return found;
}

bool isWritten(const Glyph& glyph) {
  return !glyphOutline(glyph.face, glyph.character).isEmpty();
}

QRectF inkOf(const Glyph& glyph) {
  return QTransform(glyph.size, 0, 0, glyph.size, glyph.x, glyph.y)
      .map(glyphOutline(glyph.face, glyph.character))
      .boundingRect();
}

bool isPlainLetter(const QString& tex) {
  static const QString greek =
      QStringLiteral(" \\alpha \\beta \\gamma \\delta \\epsilon \\zeta \\eta \\theta \\kappa \\lambda \\mu "
                     "\\nu \\xi \\pi \\rho "
                     "\\sigma \\tau \\phi \\chi \\psi \\omega \\varepsilon \\varphi \\vartheta ");
  return (tex.size() == 1 && tex[0].isLetter()) || greek.contains(u' ' + tex + u' ');
}

QString withoutAccents(QString tex) {
  static const QRegularExpression accent(
      QStringLiteral("^\\\\(?!math(?!ring)|pmb|bold|operatorname)[a-zA-Z]+\\{(.*)\\}$"));
  for (auto match = accent.match(tex); match.hasMatch(); match = accent.match(tex))
    tex = match.captured(1);
  return tex;
}

// The letters KaTeX parsed, other than those a font or a name makes something else of. Null where the tree
// does not say what is drawn: a choice by style, invisible ink, a font that lacks the character, a letter
// struck through, a letter of Unicode that is a font by itself.
const char* const lettersOfKatex = R"js((function(tree) {
  const found = [];
  const other = /^(font|operatorname|phantom|hphantom|vphantom|pmb|verb)$/;
  let isPlain = true;
  const look = node => {
    if (!node || typeof node !== "object") return;
    const text = JSON.stringify(node, (key, value) => key === "loc" ? undefined : value);
    const isFontOfOthers = node.type === "font" &&
      (node.font === "mathnormal" || /"type":"(?:text|array)\W|"mathord"[^}]*"text":"[^a-zA-Z]/.test(text));
    if (node.type === "mathchoice" || node.color === "transparent" || isFontOfOthers || text.includes("@not") || /[\ud800-\udfff]/.test(text))
      isPlain = false;
    for (const key of Object.keys(node))
      if (key !== "loc") look(node[key]);
  };
  look(tree);
  if (!isPlain) return null;
  const visit = node => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!node || typeof node !== "object" || other.test(node.type)) return;
    if (node.type === "mathord") found.push(node.text);
    if (node.type === "htmlmathml") return visit(node.html);
    for (const key of ["base", "sub", "sup", "body", "numer", "denom", "index", "above", "below", "tag", "label", "fragment"])
      visit(node[key]);
  };
  visit(tree);
  return found;
}))js";

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

  void eachSymbolHoldsItsInkAndDrawsItAgain() {
    Typesetter typesetter;
    const QList<ListedFormula> formulas = readFormulaList(QStringLiteral(FORMULAS));
    QVERIFY(formulas.size() > 100);
    QSet<QString> known;
    QStringList wrong;
    for (const ListedFormula& listed : formulas) {
      const FormulaPointer formula = typesetter.typeset(listed.tex, listed.style);
      const std::vector<SymbolAt> found = symbolsOf(*formula);
      std::vector<bool> isText(formula->glyphs.size());
      for (const GlyphGroup& group : formula->groups)
        if (group.kind == GlyphGroup::Kind::Text)
          std::fill_n(isText.begin() + group.first, group.count, true);
      for (std::size_t i = 0; i < formula->glyphs.size(); ++i) {
        const Glyph& glyph = formula->glyphs[i];
        const QRectF ink = inkOf(glyph).adjusted(1e-6, 1e-6, -1e-6, -1e-6); // floats
        const bool isHeld = std::any_of(found.begin(), found.end(),
                                        [&](const SymbolAt& symbol) { return symbol.rect.contains(ink); });
        const bool isAccent = !accentTex(QString::fromUcs4(&glyph.character, 1)).isEmpty(); // over several
        if (isWritten(glyph) && !isText[i] && !isHeld && !isAccent)
          wrong += listed.source +
                   QStringLiteral(": ink of U+%1 is in no symbol").arg(uint(glyph.character), 4, 16);
      }
      for (const SymbolAt& symbol : found) {
        const std::optional<SymbolAt> hit = symbolAt(*formula, symbol.rect.center());
        if (!hit)
          wrong += listed.source + QStringLiteral(": nothing is found in the middle of ") + symbol.tex;
        if (!known.contains(symbol.tex))
          wrong += faultsOf(typesetter, symbol.tex, listed.source);
        known.insert(symbol.tex);
      }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(known.size() > 200);
  }

  void lettersAreThoseKatexParsed() {
    Typesetter typesetter;
    QJSEngine engine;
    const QJSValue katex = engine.importModule(QStringLiteral(":/eigenboard/typesetting/katex.mjs"))
                               .property(QStringLiteral("default"));
    const QJSValue letters = engine.evaluate(QString::fromLatin1(lettersOfKatex));
    QVERIFY(letters.isCallable());
    QStringList wrong;
    int compared = 0;
    for (const ListedFormula& listed : readFormulaList(QStringLiteral(FORMULAS))) {
      const FormulaPointer formula = typesetter.typeset(listed.tex, listed.style);
      QJSValue options = engine.newObject();
      options.setProperty(QStringLiteral("displayMode"), listed.style == Style::Display);
      options.setProperty(QStringLiteral("strict"), QStringLiteral("ignore"));
      options.setProperty(QStringLiteral("trust"), true);
      const QJSValue tree = katex.property(QStringLiteral("__parse")).call({listed.tex, options});
      if (tree.isError() || !formula->error.isEmpty())
        continue;
      const QJSValue read = letters.call({tree});
      QVERIFY2(!read.isError(), qPrintable(read.toString()));
      if (read.isNull())
        continue;
      QStringList parsed;
      for (const QVariant& letter : read.toVariant().toList())
        parsed += canonicalSymbol(letter.toString());
      QStringList found;
      for (const SymbolAt& symbol : symbolsOf(*formula))
        found += withoutAccents(symbol.tex);
      const auto keepLetters = [](QStringList& list) {
        list.erase(
            std::remove_if(list.begin(), list.end(), [](const QString& tex) { return !isPlainLetter(tex); }),
            list.end());
        list.sort();
      };
      keepLetters(parsed);
      keepLetters(found);
      ++compared;
      if (parsed != found)
        wrong += listed.source + QStringLiteral(": ") + found.join(u' ') + QStringLiteral(" but KaTeX has ") +
                 parsed.join(u' ');
    }
    QVERIFY2(compared > 600, qPrintable(QString::number(compared)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
  }

  void whatIsNoSymbolIsLeft() {
    QCOMPARE(canonicalSymbol({}), QString());
    for (const QString& tex :
         {QStringLiteral("{{{{"), QStringLiteral("}"), QStringLiteral("\\"), QStringLiteral("x^"),
          QString(5000, u'{'), QString(400, u'{'), QString(3000, u'x')})
      QCOMPARE(canonicalSymbol(tex), tex);
    QVERIFY(!symbolAt(Formula{}, {0, 0}));
    Typesetter typesetter;
    QVERIFY(!symbolAt(*typesetter.typeset(QStringLiteral("x"), Style::Inline), {50, 50}));
  }

 private:
  // The name is canonical, and what it draws is a symbol of that name alone.
  static QStringList faultsOf(Typesetter& typesetter, const QString& tex, const QString& source) {
    QStringList faults;
    if (canonicalSymbol(tex) != tex)
      faults += source + QStringLiteral(": %1 is spelled %2").arg(tex, canonicalSymbol(tex));
    if (const QStringList again = symbols(typesetter, tex); again != QStringList(tex))
      faults += source + QStringLiteral(": %1 draws %2 %3")
                             .arg(tex, again.join(u' '), typesetter.typeset(tex, Style::Inline)->error);
    return faults;
  }
};

QTEST_MAIN(SymbolsAreFoundAgain)
#include "symbols_are_found_again.moc"
