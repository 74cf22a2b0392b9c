#include "views/typesetting/symbol_table.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <array>

namespace eigenboard::typesetting {

namespace {

// Character, the name we use, other names of the same drawing. Names of two letters or more are commands.
// clang-format off: a table
constexpr char16_t mainSymbols[] = uR"(
≡ equiv; ≺ prec; ≻ succ; ∼ sim; ⊥ perp bot; ⪯ preceq; ⪰ succeq; ≃ simeq; ∣ | mid lvert rvert vert; ≪ ll;
≫ gg; ≍ asymp; ∥ \| parallel lVert rVert Vert; ⋈ bowtie Join; ⌣ smile; ⊑ sqsubseteq; ⊒ sqsupseteq;
≐ doteq; ⌢ frown; ∋ ni owns; ∝ propto; ⊢ vdash; ⊣ dashv; . ldotp .; ⋅ cdot cdotp; # \#; & \& And;
ℵ aleph; ∀ forall; ℏ hbar; ∃ exists; ∇ nabla; ♭ flat; ℓ ell; ♮ natural; ♣ clubsuit; ℘ wp; ♯ sharp;
♢ diamondsuit; ℜ Re; ♡ heartsuit; ℑ Im; ♠ spadesuit; § \S; ¶ \P; † dagger dag; ‡ ddagger ddag;
⎱ rmoustache; ⎰ lmoustache; ⟯ rgroup; ⟮ lgroup; ∓ mp; ⊖ ominus; ⊎ uplus; ⊓ sqcap; ∗ * ast; ⊔ sqcup;
◯ bigcirc; ∙ bullet; ≀ wr; ⨿ amalg; ⟵ longleftarrow; ⇐ Leftarrow; ⟸ Longleftarrow; ⟶ longrightarrow;
⇒ Rightarrow; ⟹ Longrightarrow; ↔ leftrightarrow; ⟷ longleftrightarrow; ⇔ Leftrightarrow;
⟺ Longleftrightarrow; ↦ mapsto; ⟼ longmapsto; ↗ nearrow; ↩ hookleftarrow; ↪ hookrightarrow; ↘ searrow;
↼ leftharpoonup; ⇀ rightharpoonup; ↙ swarrow; ↽ leftharpoondown; ⇁ rightharpoondown; ↖ nwarrow;
⇌ rightleftharpoons; ⊶ origof; ⊷ imageof; ‘ `; $ \$; % \%; _ \_; ∠ angle; ∞ infty; ′ prime;
△ triangle bigtriangleup; Γ Gamma; Δ Delta; Θ Theta; Λ Lambda; Ξ Xi; Π Pi; Σ Sigma; Υ Upsilon; Φ Phi;
Ψ Psi; Ω Omega; ¬ neg lnot; ⊤ top; ∅ emptyset; α alpha; β beta; γ gamma; δ delta; ϵ epsilon; ζ zeta;
η eta; θ theta; ι iota; κ kappa; λ lambda; μ mu; ν nu; ξ xi; ο omicron; π pi; ρ rho; σ sigma; τ tau;
υ upsilon; ϕ phi; χ chi; ψ psi; ω omega; ε varepsilon; ϑ vartheta; ϖ varpi; ϱ varrho; ς varsigma;
φ varphi; − -; ∘ circ; ÷ div; ± pm; × times; ∩ cap; ∪ cup; ∖ setminus; ∧ wedge land; ∨ vee lor; √ surd;
⟨ langle; ⟩ rangle; ≈ approx; ≅ cong; ≥ ge geq; ← gets leftarrow; > > gt; ∈ in; ⊂ subset; ⊃ supset;
⊆ subseteq; ⊇ supseteq; ⊨ models; ≤ le leq; < < lt; → to rightarrow; ⊙ odot; ⊕ oplus; ⊗ otimes;
∂ partial; ⊘ oslash; ▽ bigtriangledown; ⋄ diamond; ⋆ star; ◃ triangleleft; ▹ triangleright; { \{ lbrace;
} \} rbrace; [ [ lbrack; ] ] rbrack; ( ( lparen; ) ) rparen; ⌊ lfloor; ⌋ rfloor; ⌈ lceil; ⌉ rceil;
\ backslash; ↑ uparrow; ⇑ Uparrow; ↓ downarrow; ⇓ Downarrow; ↕ updownarrow; ⇕ Updownarrow; ∐ coprod;
⋁ bigvee; ⋀ bigwedge; ⨄ biguplus; ⋂ bigcap; ⋃ bigcup; ∫ int intop smallint; ∬ iint; ∭ iiint; ∏ prod;
∑ sum; ⨂ bigotimes; ⨁ bigoplus; ⨀ bigodot; ∮ oint; ∯ oiint; ∰ oiiint; ⨆ bigsqcup; … ldots mathellipsis;
⋱ ddots; ⋮ varvdots; ° degree; £ pounds mathsterling; ⋯ cdots;
)";

constexpr char16_t amsSymbols[] = uR"(
≮ nless; ⪇ lneq; ≨ lneqq; ⋦ lnsim; ⪉ lnapprox; ⊀ nprec; ⋠ npreceq; ⋨ precnsim; ⪹ precnapprox; ≁ nsim;
∤ nmid; ⊬ nvdash; ⊭ nvDash; ⋪ ntriangleleft; ⋬ ntrianglelefteq; ⊊ subsetneq; ⫋ subsetneqq; ≯ ngtr;
⪈ gneq; ≩ gneqq; ⋧ gnsim; ⪊ gnapprox; ⊁ nsucc; ⋡ nsucceq; ⋩ succnsim; ⪺ succnapprox; ≆ ncong;
∦ nparallel; ⊯ nVDash; ⋫ ntriangleright; ⋭ ntrianglerighteq; ⊋ supsetneq; ⫌ supsetneqq; ⊮ nVdash;
⪵ precneqq; ⪶ succneqq; ⊴ trianglelefteq unlhd; ⊵ trianglerighteq unrhd; ↚ nleftarrow; ↛ nrightarrow;
⇍ nLeftarrow; ⇏ nRightarrow; ↮ nleftrightarrow; ⇎ nLeftrightarrow; △ vartriangle; ℏ hslash;
▽ triangledown; ◊ lozenge Diamond; Ⓢ circledS; ® circledR; ∡ measuredangle; ∄ nexists; ℧ mho; Ⅎ Finv;
⅁ Game; ‵ backprime; ▲ blacktriangle; ▼ blacktriangledown; ■ blacksquare; ⧫ blacklozenge; ★ bigstar;
∢ sphericalangle; ∁ complement; ð eth; ╱ diagup; ╲ diagdown; □ square Box; ¥ yen; ✓ checkmark; ℶ beth;
ℸ daleth; ℷ gimel; ϝ digamma; ϰ varkappa; ≦ leqq; ⩽ leqslant; ⪕ eqslantless; ≲ lesssim; ⪅ lessapprox;
≊ approxeq; ⋖ lessdot; ⋘ lll llless; ≶ lessgtr; ⋚ lesseqgtr; ⪋ lesseqqgtr; ≑ doteqdot Doteq;
≓ risingdotseq; ≒ fallingdotseq; ∽ backsim; ⋍ backsimeq; ⫅ subseteqq; ⋐ Subset; ⊏ sqsubset;
≼ preccurlyeq; ⋞ curlyeqprec; ≾ precsim; ⪷ precapprox; ⊲ lhd vartriangleleft; ⊨ vDash; ⊪ Vvdash;
⌣ smallsmile; ⌢ smallfrown; ≏ bumpeq; ≎ Bumpeq; ≧ geqq; ⩾ geqslant; ⪖ eqslantgtr; ≳ gtrsim; ⪆ gtrapprox;
⋗ gtrdot; ⋙ ggg gggtr; ≷ gtrless; ⋛ gtreqless; ⪌ gtreqqless; ≖ eqcirc; ≗ circeq; ≜ triangleq; ∼ thicksim;
≈ thickapprox; ⫆ supseteqq; ⋑ Supset; ⊐ sqsupset; ≽ succcurlyeq; ⋟ curlyeqsucc; ≿ succsim; ⪸ succapprox;
⊳ rhd vartriangleright; ⊩ Vdash; ∣ shortmid; ∥ shortparallel; ≬ between; ⋔ pitchfork; ∝ varpropto;
◀ blacktriangleleft; ∴ therefore; ∍ backepsilon; ▶ blacktriangleright; ∵ because; ≂ eqsim; ∔ dotplus;
∖ smallsetminus; ⋒ Cap doublecap; ⋓ Cup doublecup; ⩞ doublebarwedge; ⊟ boxminus; ⊞ boxplus;
⋇ divideontimes; ⋉ ltimes; ⋊ rtimes; ⋋ leftthreetimes; ⋌ rightthreetimes; ⋏ curlywedge; ⋎ curlyvee;
⊝ circleddash; ⊛ circledast; ⋅ centerdot; ⊺ intercal; ⊠ boxtimes; ⇢ dashrightarrow; ⇠ dashleftarrow;
⇇ leftleftarrows; ⇆ leftrightarrows; ⇚ Lleftarrow; ↞ twoheadleftarrow; ↢ leftarrowtail; ↫ looparrowleft;
⇋ leftrightharpoons; ↶ curvearrowleft; ↺ circlearrowleft; ↰ Lsh; ⇈ upuparrows; ↿ upharpoonleft;
⇃ downharpoonleft; ⊸ multimap; ↭ leftrightsquigarrow; ⇉ rightrightarrows; ⇄ rightleftarrows;
↠ twoheadrightarrow; ↣ rightarrowtail; ↬ looparrowright; ↷ curvearrowright; ↻ circlearrowright; ↱ Rsh;
⇊ downdownarrows; ↾ upharpoonright restriction; ⇂ downharpoonright; ⇝ leadsto rightsquigarrow;
⇛ Rrightarrow; ∅ varnothing; ⊈ nsubseteq; ⊉ nsupseteq; ≱ ngeq; ≰ nleq; ⊼ barwedge; ⊻ veebar;
⊚ circledcirc; ⊡ boxdot; ✠ maltese;
)";

// clang-format on

struct PrivateSymbol {
  char32_t character;
  const char* tex;
};

// KaTeX draws these from the faces' private use area.
constexpr std::array<PrivateSymbol, 20> privateSymbols{{
    {0xe006, "\\nshortmid"},     {0xe007, "\\nshortparallel"}, {0xe00c, "\\lvertneqq"},
    {0xe00d, "\\gvertneqq"},     {0xe00e, "\\ngeqq"},          {0xe00f, "\\ngeqslant"},
    {0xe010, "\\nleqslant"},     {0xe011, "\\nleqq"},          {0xe016, "\\nsubseteqq"},
    {0xe017, "\\varsubsetneqq"}, {0xe018, "\\nsupseteqq"},     {0xe019, "\\varsupsetneqq"},
    {0xe01a, "\\varsubsetneq"},  {0xe01b, "\\varsupsetneq"},   {0x250c, "\\ulcorner"},
    {0x2510, "\\urcorner"},      {0x2514, "\\llcorner"},       {0x2518, "\\lrcorner"},
    {0xe131, "\\imath"},         {0xe237, "\\jmath"},
}};

struct Tables {
  QHash<char32_t, QString> names;    ///< of the upright faces
  QHash<char32_t, QString> amsNames; ///< of the AMS face
  QHash<QString, QString> canonical; ///< by other name
};

QString spelled(QStringView name) {
  const bool isCommand = name.size() > 1 && name[0].isLetter();
  return isCommand ? u'\\' + name.toString() : name.toString();
}

void readTable(QStringView table, QHash<char32_t, QString>& names, QHash<QString, QString>& canonical) {
  for (const QStringView line : table.split(u';')) {
    const QList<QStringView> words = line.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
      continue;
    const QString name = spelled(words[1]);
    names.insert(words[0].toUcs4().first(), name);
    for (const QStringView other : words.mid(2))
      canonical.insert(spelled(other), name);
  }
}

// The semicolon ends an entry in the tables, so it is not in them; it is its own name.
const Tables& tables() {
  static const Tables all = [] {
    Tables made;
    readTable(mainSymbols, made.names, made.canonical);
    readTable(amsSymbols, made.amsNames, made.canonical);
    for (const PrivateSymbol& symbol : privateSymbols)
      for (QHash<char32_t, QString>* names : {&made.names, &made.amsNames})
        names->insert(symbol.character, QString::fromLatin1(symbol.tex));
    return made;
  }();
  return all;
}

} // namespace

QString symbolTex(char32_t character, bool ams) {
  return (ams ? tables().amsNames : tables().names).value(character);
}

QString canonicalCommand(const QString& command) {
  return tables().canonical.value(command, command);
}

QString accentTex(const QString& character) {
  static const QHash<QString, QString> accents{
      {"^", "\\hat"},   {"~", "\\tilde"}, {"ˉ", "\\bar"},   {"˙", "\\dot"},   {"¨", "\\ddot"},
      {"ˊ", "\\acute"}, {"ˋ", "\\grave"}, {"ˇ", "\\check"}, {"˘", "\\breve"}, {"˚", "\\mathring"},
  };
  return accents.value(character);
}

QString wordTex(const QString& letters) {
  static const QSet<QString> commands{
      "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot",  "coth", "csc", "deg",
      "det",    "dim",    "exp",    "gcd", "hom", "inf",  "ker",  "lg",   "lim", "ln",
      "log",    "max",    "min",    "Pr",  "sec", "sin",  "sinh", "sup",  "tan", "tanh",
  };
  static const QHash<QString, QString> pairs{
      {"arg\\,min", "\\argmin"},
      {"arg\\,max", "\\argmax"},
      {"lim\\,sup", "\\limsup"},
      {"lim\\,inf", "\\liminf"},
  };
  if (letters.size() == 1)
    return QStringLiteral("\\mathrm{%1}").arg(letters);
  if (commands.contains(letters))
    return u'\\' + letters;
  const auto pair = pairs.constFind(letters);
  return pair != pairs.cend() ? *pair : QStringLiteral("\\operatorname{%1}").arg(letters);
}

QString tallDelimiterTex(const QString& glyphs) {
  static const QHash<QString, QString> delimiters{
      {"⎛⎝", "("},
      {"⎞⎠", ")"},
      {"⎡⎣", "["},
      {"⎤⎦", "]"},
      {"⎡", "\\lceil"},
      {"⎤", "\\rceil"},
      {"⎣", "\\lfloor"},
      {"⎦", "\\rfloor"},
      {"⎧⎨⎩", "\\{"},
      {"⎫⎬⎭", "\\}"},
      {"⎧⎩", "\\lgroup"},
      {"⎫⎭", "\\rgroup"},
      {"⎧⎭", "\\lmoustache"},
      {"⎫⎩", "\\rmoustache"},
  };
  QString sorted;
  for (const QChar piece : QStringLiteral("⎛⎝⎞⎠⎡⎣⎤⎦⎧⎨⎩⎫⎬⎭"))
    if (glyphs.contains(piece))
      sorted += piece;
  return delimiters.value(sorted);
}

QString negated(const QString& tex) {
  if (tex == u"=")
    return QStringLiteral("\\ne");
  return tex.size() > 1 ? QStringLiteral("\\not") + tex : QStringLiteral("\\not ") + tex;
}

} // namespace eigenboard::typesetting
