#include "app/search/symbols.h"

#include <algorithm>
#include <array>
#include <vector>

namespace eigenboard::search {

namespace {

// Of several commands with one character, or several characters with one word, each has its row. Capital
// letters need none of their own word: words are compared without case.
constexpr Symbol table[] = {
    {"alpha", U'α', "alpha"},
    {"beta", U'β', "beta"},
    {"gamma", U'γ', "gamma"},
    {"delta", U'δ', "delta"},
    {"epsilon", U'ε', "epsilon"},
    {"varepsilon", U'ε', "epsilon"},
    {"zeta", U'ζ', "zeta"},
    {"eta", U'η', "eta"},
    {"theta", U'θ', "theta"},
    {"vartheta", U'ϑ', "theta"},
    {"iota", U'ι', "iota"},
    {"kappa", U'κ', "kappa"},
    {"varkappa", U'ϰ', "kappa"},
    {"lambda", U'λ', "lambda"},
    {"mu", U'μ', "mu"},
    {"nu", U'ν', "nu"},
    {"xi", U'ξ', "xi"},
    {"omicron", U'ο', "omicron"},
    {"pi", U'π', "pi"},
    {"varpi", U'ϖ', "pi"},
    {"rho", U'ρ', "rho"},
    {"varrho", U'ϱ', "rho"},
    {"sigma", U'σ', "sigma"},
    {"varsigma", U'ς', "sigma"},
    {"tau", U'τ', "tau"},
    {"upsilon", U'υ', "upsilon"},
    {"phi", U'φ', "phi"},
    {"varphi", U'φ', "phi"},
    {"chi", U'χ', "chi"},
    {"psi", U'ψ', "psi"},
    {"omega", U'ω', "omega"},
    {"Alpha", U'Α', "alpha"},
    {"Beta", U'Β', "beta"},
    {"Gamma", U'Γ', "gamma"},
    {"varGamma", U'Γ', "gamma"},
    {"Delta", U'Δ', "delta"},
    {"varDelta", U'Δ', "delta"},
    {"Epsilon", U'Ε', "epsilon"},
    {"Zeta", U'Ζ', "zeta"},
    {"Eta", U'Η', "eta"},
    {"Theta", U'Θ', "theta"},
    {"Iota", U'Ι', "iota"},
    {"Kappa", U'Κ', "kappa"},
    {"Lambda", U'Λ', "lambda"},
    {"Mu", U'Μ', "mu"},
    {"Nu", U'Ν', "nu"},
    {"Xi", U'Ξ', "xi"},
    {"Omicron", U'Ο', "omicron"},
    {"Pi", U'Π', "pi"},
    {"Rho", U'Ρ', "rho"},
    {"Sigma", U'Σ', "sigma"},
    {"varSigma", U'Σ', "sigma"},
    {"Tau", U'Τ', "tau"},
    {"Upsilon", U'Υ', "upsilon"},
    {"Phi", U'Φ', "phi"},
    {"Chi", U'Χ', "chi"},
    {"Psi", U'Ψ', "psi"},
    {"Omega", U'Ω', "omega"},
    {"nabla", U'∇', "nabla"},
    {"partial", U'∂', "partial"},
    {"sum", U'∑', "sum"},
    {"prod", U'∏', "product"},
    {"coprod", U'∐', "coproduct"},
    {"int", U'∫', "integral"},
    {"iint", U'∬', "integral"},
    {"oint", U'∮', "integral"},
    {"infty", U'∞', "infinity"},
    {"sqrt", U'√', "root"},
    {"top", U'ᵀ', "transpose"},
    {"intercal", U'ᵀ', "transpose"},
    {"", U'⊤', "transpose"},
    {"dagger", U'†', "dagger"},
    {"forall", U'∀', "forall"},
    {"exists", U'∃', "exists"},
    {"emptyset", U'∅', "emptyset"},
    {"varnothing", U'∅', "emptyset"},
    {"in", U'∈', "element", true},
    {"notin", U'∉', "notin", true},
    {"ni", U'∋', "contains", true},
    {"cup", U'∪', "union", true},
    {"bigcup", U'⋃', "union"},
    {"cap", U'∩', "intersection", true},
    {"bigcap", U'⋂', "intersection"},
    {"subset", U'⊂', "subset", true},
    {"subseteq", U'⊆', "subset", true},
    {"supset", U'⊃', "superset", true},
    {"supseteq", U'⊇', "superset", true},
    {"setminus", U'∖', "setminus", true},
    {"times", U'×', "times", true},
    {"otimes", U'⊗', "otimes", true},
    {"oplus", U'⊕', "oplus", true},
    {"odot", U'⊙', "odot", true},
    {"pm", U'±', "plusminus", true},
    {"mp", U'∓', "minusplus", true},
    {"cdot", U'·', "", true},
    {"circ", U'∘', "compose", true},
    {"ast", U'∗', "", true},
    {"star", U'⋆', "star", true},
    {"leq", U'≤', "leq", true},
    {"le", U'≤', "leq", true},
    {"geq", U'≥', "geq", true},
    {"ge", U'≥', "geq", true},
    {"ll", U'≪', "muchless", true},
    {"gg", U'≫', "muchgreater", true},
    {"neq", U'≠', "neq", true},
    {"ne", U'≠', "neq", true},
    {"approx", U'≈', "approx", true},
    {"equiv", U'≡', "equiv", true},
    {"propto", U'∝', "propto", true},
    {"sim", U'∼', "sim", true},
    {"simeq", U'≃', "simeq", true},
    {"cong", U'≅', "cong", true},
    {"prec", U'≺', "precedes", true},
    {"succ", U'≻', "succeeds", true},
    {"preceq", U'⪯', "precedes", true},
    {"succeq", U'⪰', "succeeds", true},
    {"perp", U'⊥', "perp", true},
    {"bot", U'⊥', "perp"},
    {"parallel", U'∥', "parallel", true},
    {"mid", U'∣', "", true},
    {"to", U'→', "", true},
    {"rightarrow", U'→', "", true},
    {"longrightarrow", U'→', "", true},
    {"xrightarrow", U'→', "", true},
    {"leftarrow", U'←', "", true},
    {"gets", U'←', "", true},
    {"mapsto", U'↦', "mapsto", true},
    {"Rightarrow", U'⇒', "implies", true},
    {"implies", U'⇒', "implies", true},
    {"Longrightarrow", U'⇒', "implies", true},
    {"Leftarrow", U'⇐', "", true},
    {"iff", U'⇔', "iff", true},
    {"Leftrightarrow", U'⇔', "iff", true},
    {"Longleftrightarrow", U'⇔', "iff", true},
    {"leftrightarrow", U'↔', "", true},
    {"neg", U'¬', "not"},
    {"lnot", U'¬', "not"},
    {"land", U'∧', "and", true},
    {"wedge", U'∧', "wedge", true},
    {"lor", U'∨', "or", true},
    {"vee", U'∨', "vee", true},
    {"ell", U'ℓ', "ell"},
    {"hbar", U'ħ', "hbar"},
    {"Re", U'ℜ', "real"},
    {"Im", U'ℑ', "imaginary"},
    {"aleph", U'ℵ', "aleph"},
    {"langle", U'⟨', ""},
    {"rangle", U'⟩', ""},
    {"lfloor", U'⌊', "floor"},
    {"rfloor", U'⌋', ""},
    {"lceil", U'⌈', "ceiling"},
    {"rceil", U'⌉', ""},
    {"lVert", U'‖', "norm"},
    {"rVert", U'‖', ""},
    {"Vert", U'‖', "norm"},
    {"|", U'‖', "norm"},
    {"lvert", U'|', ""},
    {"rvert", U'|', ""},
    {"vert", U'|', ""},
    {"{", U'{', ""},
    {"}", U'}', ""},
    {"lbrace", U'{', ""},
    {"rbrace", U'}', ""},
    {"%", U'%', ""},
    {"#", U'#', ""},
    {"&", U'&', ""},
    {"_", U'_', ""},
    {"$", U'$', ""},
    {"ldots", U'…', ""},
    {"dots", U'…', ""},
    {"cdots", U'⋯', ""},
    {"vdots", U'⋮', ""},
    {"ddots", U'⋱', ""},
    {"prime", U'′', ""},
    {"angle", U'∠', "angle"},
    {"triangle", U'△', "triangle"},
    {"square", U'□', ""},
    {"blacksquare", U'■', ""},
    {"degree", U'°', "degree"},
    {"colon", U':', ""},
    {"imath", U'i', ""},
    {"jmath", U'j', ""},
};

using Rows = std::vector<const Symbol*>;

/// Pointers to the rows, sorted by the key, the first of equal ones first.
template <typename Less>
Rows sortedRows(Less less) {
  Rows rows;
  for (const Symbol& symbol : table)
    rows.push_back(&symbol);
  std::stable_sort(rows.begin(), rows.end(),
                   [less](const Symbol* one, const Symbol* other) { return less(*one, *other); });
  return rows;
}

} // namespace

const Symbol* symbolOfTex(QStringView command) {
  static const Rows rows = sortedRows([](const Symbol& one, const Symbol& other) {
    return QLatin1StringView(one.tex) < QLatin1StringView(other.tex);
  });
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), command, [](const Symbol* symbol, QStringView wanted) {
        return QLatin1StringView(symbol->tex) < wanted;
      });
  const bool isThere =
      found != rows.end() && !command.isEmpty() && QLatin1StringView((*found)->tex) == command;
  return isThere ? *found : nullptr;
}

const Symbol* symbolOfCharacter(char32_t character) {
  static const Rows rows = [] {
    Rows named =
        sortedRows([](const Symbol& one, const Symbol& other) { return one.character < other.character; });
    std::erase_if(named, [](const Symbol* symbol) { return *symbol->word == '\0'; });
    return named;
  }();
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), character,
                       [](const Symbol* symbol, char32_t wanted) { return symbol->character < wanted; });
  return found != rows.end() && (*found)->character == character ? *found : nullptr;
}

} // namespace eigenboard::search
