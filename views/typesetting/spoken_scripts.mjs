// How scripts and brackets are said: methods of the speaker in spoken.mjs.
import { isBar, isComma, isFamily, isInverse, isMatrixLike, isModulus, isNumberSet, isPlainList, isPlainScript, isSingle, isSymbol, needsBrackets, split, withoutPauses } from "spoken_questions.mjs";
import { wordsOf } from "spoken_words.mjs";

const powers = {2 : "squared", 3 : "cubed"};
const primes = [ "", "prime", "double prime", "triple prime" ];

export const scripts = {
  scripted(item) {
    const {base, sub, sup} = item;
    if (base.length === 1 && isBar(base[0]) || base.length === 1 && base[0].kind === "group" && base[0].open === "." && base[0].close === "|")
      return this.evaluated(base[0], sub, sup);
    if (base.length === 1 && isNumberSet(base[0]) && sup) {
      this.say(base[0].key);
      return this.with("by", true, () => this.items(sup));
    }
    if (base.length === 1 && base[0].kind === "group" && base[0].open === "\\|" && sub) {
      this.say("the");
      this.items(sub);
      this.wrapped("norm of", "norm", base[0].items);
      if (sup) {
        this.say(",");
        this.power(sup, base);
      }
      return;
    }
    if (base.length === 1 && base[0].kind === "group" && base[0].open === "(" && needsBrackets(base[0]))
      this.inBrackets(base[0].items);
    else if (base.length > 1)
      this.inBrackets(base);
    else
      this.items(base);
    const last = this.words[this.words.length - 1];
    if (last !== undefined && last.end || base.length === 1 && base[0].kind === "group" && base[0].open !== "(" && base[0].open !== "[")
      this.say(",");
    this.scripts(item);
  },

  evaluated(bar, sub, sup) {
    if (bar.kind === "group")
      this.items(bar.items);
    this.say(",", "evaluated");
    if (sub)
      this.range(sup ? "from" : "at", sub);
    if (sup)
      this.range("to", sup);
  },

  scripts(item) {
    const sup = item.sup || [];
    const primeCount = sup.filter(other => isSymbol(other, "\\prime")).length;
    const rest = sup.filter(other => !isSymbol(other, "\\prime"));
    if (primeCount > 0)
      this.say(primes[primeCount] || primeCount + " primes");
    if (item.sub && item.sub.length) {
      this.say("sub");
      if (item.sub.length === 1 && item.sub[0].kind === "operator")
        this.say(item.sub[0].key.replace("\\", ""));
      else
        this.with("under", 1, () => this.items(item.sub));
      if (!isPlainScript(item.sub) && item.sub[0].kind !== "operator")
        this.end("sub", item.sub);
    }
    if (rest.length)
      this.power(rest, item.base || []);
  },

  power(sup, base) {
    const only = sup.length === 1 ? sup[0] : null;
    if (only) {
      const word = this.namedPower(only, base);
      if (word)
        return this.say(word);
      if (only.kind === "group" && /^[(\[]$/.test(only.open)) {
        this.say("superscript");
        return this.items(only.items);
      }
      if (only.kind === "text" || only.kind === "word" && only.key.length > 1)
        return this.say(/^(st|nd|rd|th)$/.test(only.key) ? only.key : "superscript " + only.key.trim());
      if (base.length === 1 && base[0].kind === "number" && isSymbol(only, "+", "-"))
        return this.say(only.key === "+" ? "from above" : "from below");
      if (isFamily(only, "bin", "rel", "punct", "open", "close")) {
        this.say("superscript");
        return this.letter(only);
      }
    }
    if (base.length === 0 || base.length === 1 && base[0].kind === "text") {
      this.say("superscript");
      return this.items(sup);
    }
    if (isInverse(sup) && isMatrixLike(base))
      return this.say("inverse");
    this.say(isPlainScript(sup) ? "to the" : "to the power");
    this.items(sup);
    if (!isPlainScript(sup))
      this.end("power", sup);
  },

  namedPower(only, base) {
    if (only.kind === "number")
      return powers[only.key];
    if (only.kind === "word" && only.key === "T")
      return "transpose";
    if (only.kind !== "symbol")
      return undefined;
    const isNumber = base.length === 1 && base[0].kind === "number";
    switch (only.key) {
    case "T":
      return isNumber ? undefined : "transpose";
    case "\\top":
    case "\\intercal":
      return "transpose";
    case "*":
    case "\\ast":
    case "\\star":
      return "star";
    case "\\circ":
      return isNumber ? "degrees" : "superscript circle";
    case "\\perp":
    case "\\bot":
      return "perp";
    case "+":
      return isMatrixLike(base) ? "pseudo-inverse" : undefined;
    case "\\dagger":
      return "dagger";
    }
    return undefined;
  },
};

export const brackets = {
  group(item, previous) {
    const inside = withoutPauses(item.items);
    const pair = item.open + item.close;
    const single = inside.length === 1 ? inside[0] : null;
    if (single && single.kind === "table")
      return this.matrix(single, item);
    switch (pair) {
    case "||":
      return this.wrapped("the absolute value of", "absolute value", inside);
    case "\\|\\|":
      return this.wrapped("the norm of", "norm", inside);
    case "\\lfloor\\rfloor":
      return this.wrapped("the floor of", "floor", inside);
    case "\\lceil\\rceil":
      return this.wrapped("the ceiling of", "ceiling", inside);
    case "\\{\\}":
      return this.set(inside);
    case "\\langle\\rangle": {
      const parts = split(inside, isComma);
      if (parts.length !== 2)
        return this.wrapped("the average of", "average", inside);
      this.say("the inner product of");
      this.items(parts[0]);
      this.say("and");
      this.items(parts[1]);
      return isPlainList(inside) ? undefined : this.end("inner product", inside);
    }
    }
    if (isModulus(item)) {
      this.say(",");
      return this.items(inside);
    }
    if (this.interval(item, previous, inside))
      return;
    if (pair === "()" && single && isSingle(inside) && single.kind !== "fraction")
      return this.items(inside);
    this.delimiter(item.open);
    this.items(item.items);
    this.delimiter(item.close);
  },

  set(inside) {
    const condition = inside.findIndex(other => isBar(other) || isSymbol(other, ":") || isFamily(other, "middle"));
    this.say(condition < 0 ? "the set" : "the set of");
    if (condition >= 0)
      this.with("under", 1, () => this.items(inside.slice(0, condition)));
    this.with("given", "such that", () => this.items(inside.slice(Math.max(0, condition))));
    this.end("set", []);
  },

  delimiter(key) {
    if (key !== ".")
      this.say(wordsOf(key));
  },

  wrapped(words, what, inside) {
    this.say(words);
    this.items(inside);
    if (isSingle(inside))
      this.words.push({soft : true});
    else
      this.end(what, inside);
  },

  // After "is in", two numbers in brackets are the ends of an interval.
  interval(item, previous, inside) {
    const parts = split(inside, isComma);
    const isMixed = /^(\(\]|\[\))$/.test(item.open + item.close);
    if (parts.length !== 2 || !isMixed && !(isSymbol(previous, "\\in", "\\subset", "\\subseteq") && /^[(\[]$/.test(item.open)))
      return false;
    const included = bracket => /^[\[\]]$/.test(bracket) ? ", included," : ", excluded,";
    this.say(isMixed ? "the interval from" : item.open === "[" ? "the closed interval from" : "the open interval from");
    this.items(parts[0]);
    if (isMixed)
      this.say(included(item.open));
    this.say("to");
    this.items(parts[1]);
    if (isMixed)
      this.say(included(item.close));
    return true;
  },

  bracketed(group) {
    this.say("open bracket");
    this.items(group.items);
    this.say("close bracket");
  },

  inBrackets(items) {
    this.say("open paren");
    this.items(items);
    this.say("close paren");
  },
};
