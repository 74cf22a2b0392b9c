// The words of spoken mathematics, English, as a colleague would say them. Symbols come from symbols.txt.

const symbolWords = new Map();

// text: symbols.txt, whose head says how it is written.
export function readSymbols(text) {
  let section = "";
  for (const line of text.split("\n")) {
    if (/^\[\w+\]$/.test(line)) {
      section = line;
      continue;
    }
    const bar = line.lastIndexOf(" | ");
    if (bar < 0 || line.startsWith("//"))
      continue;
    const [character, ...names] = line.slice(0, bar).split(" ").filter(Boolean);
    const words = line.slice(bar + 3);
    const isNew = section !== "[private]" && !symbolWords.has(character);
    if (isNew)
      symbolWords.set(character, words);
    for (const name of names)
      symbolWords.set(/^[a-zA-Z]{2}/.test(name) ? "\\" + name : name, words);
    for (const name of names)
      if (section === "[private]")
        symbolWords.set("\\@" + name, words);
  }
  symbolWords.set("\\@cdots", symbolWords.get("\\cdots"));
}

// The words of a symbol, or undefined for one that reads itself, as a letter.
export function wordsOf(key) {
  return symbolWords.get(key);
}

// One key for the spellings of a bracket or a bar.
const bracketKeys = {
  "\\lvert" : "|",
  "\\rvert" : "|",
  "\\vert" : "|",
  "\u2223" : "|",
  "\\lVert" : "\\|",
  "\\rVert" : "\\|",
  "\\Vert" : "\\|",
  "\u2225" : "\\|",
  "\\lbrace" : "\\{",
  "\\rbrace" : "\\}",
  "\\lbrack" : "[",
  "\\rbrack" : "]",
  "\\lparen" : "(",
  "\\rparen" : ")",
  "\\lang" : "\\langle",
  "\\rang" : "\\rangle",
  "\u27e8" : "\\langle",
  "\u27e9" : "\\rangle",
  "\u230a" : "\\lfloor",
  "\u230b" : "\\rfloor",
  "\u2308" : "\\lceil",
  "\u2309" : "\\rceil",
};

export function bracketKey(key) {
  return bracketKeys[key] || key;
}

// The same for what stands after \\left or \\big, where < is a bracket.
export function delimiterKey(key) {
  return key === "<" || key === "\\lt" ? "\\langle" : key === ">" || key === "\\gt" ? "\\rangle" : bracketKey(key);
}

// Functions by their names: what is said before "of".
export const functionWords = {
  sin : "sine",
  cos : "cosine",
  tan : "tangent",
  cot : "cotangent",
  sec : "secant",
  csc : "cosecant",
  sinh : "hyperbolic sine",
  cosh : "hyperbolic cosine",
  tanh : "hyperbolic tangent",
  coth : "hyperbolic cotangent",
  arcsin : "arc sine",
  arccos : "arc cosine",
  arctan : "arc tangent",
  ln : "natural log",
  lg : "log",
  det : "the determinant",
  dim : "the dimension",
  ker : "the kernel",
  deg : "the degree",
  gcd : "the greatest common divisor",
  Pr : "the probability",
  max : "the maximum",
  min : "the minimum",
  sup : "the supremum",
  inf : "the infimum",
  lim : "the limit",
  "lim sup" : "the limit superior",
  "lim inf" : "the limit inferior",
  "inj lim" : "the injective limit",
  "proj lim" : "the projective limit",
  arg : "the argument",
  "arg max" : "the arg max",
  "arg min" : "the arg min",
  argmax : "the arg max",
  argmin : "the arg min",
  rank : "the rank",
  tr : "the trace",
  Tr : "the trace",
  trace : "the trace",
  span : "the span",
  Var : "the variance",
  Cov : "the covariance",
  Corr : "the correlation",
  col : "the column space",
  null : "the null space",
  diag : "the diagonal matrix",
  sgn : "the sign",
  sign : "the sign",
  proj : "the projection",
  Re : "the real part",
  Im : "the imaginary part",
  vec : "the vector",
  KL : "K L",
};

// Operators that stand before all that follows; scripts are their range.
export const rangeOperators = new Set([
  "\\sum", "\\prod", "\\coprod", "\\bigcup", "\\bigcap", "\\bigvee", "\\bigwedge", "\\bigoplus", "\\bigotimes",
  "\\bigodot", "\\biguplus", "\\bigsqcup", "\\int", "\\iint", "\\iiint", "\\oint", "\\oiint", "\\oiiint", "\\intop",
  "\\smallint", "\u2211", "\u220f", "\u2210", "\u22c0", "\u22c1", "\u22c2", "\u22c3", "\u2a00", "\u2a01", "\u2a02", "\u2a04",
  "\u2a06", "\u222b", "\u222c", "\u222d", "\u222e", "\u222f", "\u2230",
]);

// Functions whose subscript is what they range over, not a base.
export const rangingFunctions = new Set([
  "max", "min", "sup", "inf", "arg max", "arg min", "argmax", "argmin", "lim sup", "lim inf", "inj lim", "proj lim",
]);

export const numberSets = {
  R : "the real numbers",
  Z : "the integers",
  N : "the natural numbers",
  Q : "the rational numbers",
  C : "the complex numbers",
};

export const fontWords = {
  mathbf : "bold",
  boldsymbol : "bold",
  mathcal : "script",
  mathscr : "script",
  mathfrak : "fraktur",
  mathbb : "double-struck",
};

// What is said after one letter, and before several.
export const accentWords = {
  "\\hat" : "hat",
  "\\widehat" : "hat",
  "\\tilde" : "tilde",
  "\\widetilde" : "tilde",
  "\\utilde" : "under-tilde",
  "\\bar" : "bar",
  "\\overline" : "bar",
  "\\underline" : "underlined",
  "\\dot" : "dot",
  "\\ddot" : "double dot",
  "\\acute" : "acute",
  "\\grave" : "grave",
  "\\check" : "check",
  "\\widecheck" : "check",
  "\\breve" : "breve",
  "\\mathring" : "ring",
  "\\textcircled" : "circled",
  "\\overgroup" : "group",
  "\\undergroup" : "under-group",
  "\\overlinesegment" : "segment",
  "\\underlinesegment" : "under-segment",
  "\\overleftrightarrow" : "left right arrow",
  "\\underrightarrow" : "under-arrow",
  "\\underleftarrow" : "under-left-arrow",
  "\\underleftrightarrow" : "under-left-right-arrow",
  "\\overleftarrow" : "left arrow",
  "\\overleftharpoon" : "left harpoon",
  "\\overrightharpoon" : "right harpoon",
  "\\Overrightarrow" : "double arrow",
};

// Accents that make a vector.
export const vectorAccents = new Set([ "\\vec", "\\overrightarrow" ]);

export const arrowWords = {
  "\\xrightarrow" : "right arrow",
  "\\xleftarrow" : "left arrow",
  "\\xRightarrow" : "double right arrow",
  "\\xLeftarrow" : "double left arrow",
  "\\xLeftrightarrow" : "double left right arrow",
  "\\xleftrightarrow" : "left right arrow",
  "\\xmapsto" : "maps to",
  "\\xhookrightarrow" : "hooked right arrow",
  "\\xhookleftarrow" : "hooked left arrow",
  "\\xrightharpoonup" : "right harpoon",
  "\\xrightharpoondown" : "right harpoon down",
  "\\xleftharpoonup" : "left harpoon",
  "\\xleftharpoondown" : "left harpoon down",
  "\\xrightleftharpoons" : "equilibrium arrow",
  "\\xleftrightharpoons" : "equilibrium arrow",
  "\\xlongequal" : "equals",
  "\\xtwoheadrightarrow" : "two-headed right arrow",
  "\\xtwoheadleftarrow" : "two-headed left arrow",
  "\\xtofrom" : "to and from arrow",
  "\\\\cdrightarrow" : "right arrow",
  "\\\\cdleftarrow" : "left arrow",
  "\\\\cdlongequal" : "equals",
};

// Letters that are taken for functions when a bracket follows.
export const functionLetters = new Set([
  "f", "g", "h", "F", "G", "H", "p", "q", "P", "Q", "T", "J", "L", "K", "R", "N", "O", "\\phi", "\\varphi", "\\psi",
  "\\sigma", "\\Phi", "\\Psi", "\\Gamma", "\\Theta", "\\Omega", "\\pi", "\\ell", "\\Pr", "\\rho", "\\kappa",
]);

export const ordinals = [ "", "", "second ", "third ", "fourth ", "fifth ", "sixth " ];

export const namedFractions = {
  "1/2" : "one half",
  "1/3" : "one third",
  "2/3" : "two thirds",
  "1/4" : "one quarter",
  "3/4" : "three quarters",
};

// Letters of \text that are commands.
const textWords = {
  "\\ss" : "\u00df",
  "\\ae" : "\u00e6",
  "\\AE" : "\u00c6",
  "\\oe" : "\u0153",
  "\\OE" : "\u0152",
  "\\o" : "\u00f8",
  "\\O" : "\u00d8",
  "\\i" : "\u0131",
  "\\j" : "\u0237",
  "\\textellipsis" : "\u2026",
  "\\textquoteleft" : "\u2018",
  "\\textquoteright" : "\u2019",
  "\\textquotedblleft" : "\u201c",
  "\\textquotedblright" : "\u201d",
  "\\textendash" : "\u2013",
  "\\textemdash" : "\u2014",
  "\\textasciitilde" : " tilde ",
  "\\textasciicircum" : " caret ",
  "\\textbackslash" : " backslash ",
  "\\textless" : " less than ",
  "\\textgreater" : " greater than ",
  "\\textbar" : " bar ",
  "\\textbardbl" : " double bar ",
  "\\textbraceleft" : " open brace ",
  "\\textbraceright" : " close brace ",
  "\\textdollar" : " dollar ",
  "\\textsterling" : " pounds ",
  "\\textunderscore" : " underscore ",
  "\\textdegree" : " degrees ",
  "\\textregistered" : " registered ",
  "\\textdagger" : " dagger ",
  "\\textdaggerdbl" : " double dagger ",
};

export function wordsInText(key) {
  if (key.length === 1)
    return key;
  const words = textWords[key] || wordsOf(key);
  return words === undefined ? key.replace(/^\\(text)?/, " ") + " " : words.length > 1 ? " " + words + " " : words;
}

// A combining character for each accent of \text.
export const textAccents = {
  "\\'" : "\u0301",
  "\\`" : "\u0300",
  "\\^" : "\u0302",
  "\\~" : "\u0303",
  "\\=" : "\u0304",
  "\\u" : "\u0306",
  "\\." : "\u0307",
  "\\\"" : "\u0308",
  "\\c" : "\u0327",
  "\\r" : "\u030a",
  "\\H" : "\u030b",
  "\\v" : "\u030c",
  "\\acute" : "\u0301",
  "\\grave" : "\u0300",
  "\\hat" : "\u0302",
  "\\tilde" : "\u0303",
  "\\bar" : "\u0304",
  "\\breve" : "\u0306",
  "\\dot" : "\u0307",
  "\\ddot" : "\u0308",
  "\\check" : "\u030c",
  "\\mathring" : "\u030a",
};

const rawCharacters = {
  "\\" : "backslash",
  "{" : "open brace",
  "}" : "close brace",
  "$" : "dollar",
  "_" : "underscore",
  "^" : "caret",
  "~" : "tilde",
  "#" : "number sign",
  "&" : "and",
  "%" : "percent",
};

// What is left of TeX's own characters, in words.
export function withoutTex(text) {
  return /[\\{}$_^~#&%]/.test(text) ? text.replace(/[\\{}$_^~#&%]/g, character => " " + rawCharacters[character] + " ") : text;
}
