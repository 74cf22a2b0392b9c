// A formula in words, from KaTeX's parse tree: spoken_items.mjs makes items of the tree, this file says them one
// after the other, spoken_words.mjs knows the words. What has no visible end gets one ("end fraction") where the
// formula goes on; brackets are said where leaving them out would change the meaning.
//
// While a formula is being said, the words stand in a list. Besides words it holds marks: {relation} for a word
// that ends fractions and powers by itself, {end} for the end of a part, {soft} for the end of something that
// an implied product must not run into, {times} for a product to be said if something follows.
import { itemsOf, Reading } from "spoken_items.mjs";
import { joined, tidy } from "spoken_marks.mjs";
import { canFollow, groupIn, isBar, isComma, isDistribution, isDoubleBar, isFamily, isGradient, isInverse, isModulus, isNumberSet,
         isPlainList, isPower, isRelation, isSingle, isSymbol, isVector, isZero, needsBrackets,
         withoutPauses } from "spoken_questions.mjs";
import { brackets, scripts } from "spoken_scripts.mjs";
import { shapes } from "spoken_shapes.mjs";
import { fontWords, functionLetters, functionWords, numberSets, rangeOperators, rangingFunctions,
         wordsOf } from "spoken_words.mjs";

function negated(word) {
  const words = word && word.relation || word || "";
  return words.startsWith("is ") ? "is not " + words.slice(3) : words === "equals" ? "is not equal to" : "not " + words;
}

const quantifiers = new Set([ "\\forall", "\\exists", "\\nexists" ]);

class Speaker {
  constructor() {
    this.words = [];
    this.under = 0; // within a range, where relations are no verbs
    this.given = "bar"; // how a single bar is said here
    this.by = false; // × is "by"
  }

  say(...words) {
    for (const word of words)
      if (word)
        this.words.push(word);
  }

  end(what, items) {
    this.words.push({end : what, holdsRelation : items.some(isRelation)});
  }

  // Says with one of the settings changed.
  with(name, value, action) {
    const before = this[name];
    this[name] = value;
    action();
    this[name] = before;
  }

  items(items) {
    for (let i = 0; i < items.length; ++i)
      i = this.item(items, i);
  }

  // Says items[i], with what follows if they belong together; returns the last index said.
  item(items, i) {
    const item = items[i];
    const next = items[i + 1];
    if (item.kind === "operator" || item.kind === "scripted" && item.base.length === 1 && item.base[0].kind === "operator")
      return this.operator(items, i);
    const group = groupIn(next);
    if (group && this.isApplied(item, group)) {
      this.functionName(item);
      this.argument(next, group);
      return i + 1;
    }
    if (quantifiers.has(item.key)) {
      this.say(wordsOf(item.key));
      const verb = items.findIndex((other, at) => at > i && isRelation(other));
      const stop = items.findIndex((other, at) => at > i && (isComma(other) || other.kind === "pause"));
      if (verb < 0 || stop >= 0 && stop < verb)
        return i;
      this.with("under", 1, () => this.items(items.slice(i + 1, verb + 1)));
      return verb;
    }
    if (item.kind === "not" && next) {
      const start = this.words.length;
      this.item([ next ], 0);
      this.words[start] = {relation : negated(this.words[start])};
      return i + 1;
    }
    if (isSymbol(item, "\\succ", "\\succeq") && isZero(next) && !canFollow(items[i + 2])) {
      this.say({relation : item.key === "\\succ" ? "is positive definite" : "is positive semidefinite"});
      return i + 1;
    }
    const expectation = this.expectation(item);
    if (expectation && canFollow(next)) {
      this.functionName(item);
      this.say("of");
      return i;
    }
    if (isGradient(item) && canFollow(next)) {
      this.gradient(item);
      return i;
    }
    if (item.kind === "symbol")
      this.symbol(item, items[i - 1], next, () => items.slice(i + 1));
    else
      this[item.kind](item, items[i - 1], next);
    if (next && next.kind === "group" && /^[(\[]$/.test(next.open) && /^(symbol|number|scripted)$/.test(item.kind) &&
        !isFamily(item, "bin", "rel", "punct", "open", "middle") && needsBrackets(next) && !isBar(item))
      this.words.push({times : true});
    return i;
  }

  // A symbol's own word, with the name of its font.
  letter(item) {
    const words = wordsOf(item.key) || item.key.replace(/^\\@?/, "");
    this.say(fontWords[item.font], words);
  }

  // rest: gives all that follows.
  symbol(item, previous, next, rest) {
    switch (item.key) {
    case "|":
    case "\\mid":
      return this.say(item.key === "\\mid" && this.given === "bar" ? "divides" : this.given);
    case "\\|":
      return this.say(this.given === "given" ? "relative to" : "double bar");
    case "\\parallel":
      return this.say({relation : "is parallel to"});
    case "\\bot":
      return this.say("bottom");
    case "!":
      return this.say(previous === undefined ? "exclamation mark" : "factorial");
    case "/":
      return this.say("over");
    case "\\cdot":
      return this.say(isVector(previous) && isVector(next) ? "dot" : "times");
    case "\\times":
      return this.say(this.by ? "by" : isVector(previous) && isVector(next) ? "cross" : "times");
    case ":":
      return this.say(rest().some(other => isSymbol(other, "\\to", "\\rightarrow")) ? "from"
                      : this.given === "bar" || this.given === "given" ? "colon" : this.given);
    case "\\to":
    case "\\rightarrow":
      return this.say({relation : this.isApproach(next) ? "approaches" : this.words.includes("from") || isNumberSet(next) ? "to" : "goes to"});
    case "\\equiv":
      return this.say({relation : this.relation(rest().some(isModulus) ? "is congruent to" : "is equivalent to")});
    case "\\sim":
      return this.say({relation : this.relation(isDistribution(rest()) ? "is distributed as" : "is similar to")});
    }
    if (isNumberSet(item))
      return this.say(numberSets[item.key]);
    if (isFamily(item, "rel"))
      return this.say({relation : this.relation(wordsOf(item.key) || item.key)});
    this.letter(item);
  }

  // In a range "i is in I" is "i in I".
  relation(words) {
    return this.under ? words.replace(/^is /, "") : words;
  }

  isApproach(next) {
    return this.under > 0 || isSymbol(next, "\\infty") || next !== undefined && next.kind === "number" ||
           next !== undefined && next.kind === "scripted" && next.base.length === 1 && next.base[0].kind === "number";
  }

  number(item) {
    this.say(item.key);
  }

  word(item) {
    this.say(/^[a-z]$/i.test(item.key) ? item.key : functionWords[item.key] && item.key.length > 3 ? item.key : item.key);
  }

  text(item) {
    this.say(item.key.trim());
  }

  not() {
    this.say("not");
  }

  tag(item) {
    this.say(",", item.key);
  }

  pause() {
    this.say(",");
  }

  line() {
    this.say(";");
  }

  // Whether a bracket after the item holds its argument rather than a factor.
  isApplied(item, group) {
    if (item.kind === "word")
      return item.key.length > 1;
    if (item.kind === "group")
      return item.open === "(" && item.items.some(other => isSymbol(other, "\\circ")); // (f\circ g)(x)
    if (item.kind === "accent")
      return isSingle(item.items) && this.isApplied(item.items[0], group);
    if (item.kind === "scripted")
      return item.base.length === 1 && /^(symbol|word|accent)$/.test(item.base[0].kind) && !isPower(item.sup) &&
             this.isApplied(item.base[0], group);
    if (item.kind !== "symbol" || item.family !== "ord" || isSymbol(item, "\\infty", "!", "/", "|", "\\|", "\\partial") ||
        isNumberSet(item) || group.items.length === 0)
      return false;
    const arguments_ = withoutPauses(group.items);
    if (arguments_.length === 1 && arguments_[0].kind === "table")
      return functionLetters.has(item.key);
    if (group.open === "[")
      return item.key === "E" || item.font === "mathbb" || functionLetters.has(item.key) && isPlainList(arguments_);
    if (arguments_.some(other => isComma(other) || isBar(other) || isDoubleBar(other) || isFamily(other, "middle")))
      return true;
    const holdsItself = arguments_.some(other => isSymbol(other, item.key)); // p(1-p) is a product
    return isSingle(arguments_) && /^(symbol|scripted|accent)$/.test(arguments_[arguments_.length - 1].kind) ||
           !holdsItself && (functionLetters.has(item.key) || /^math(cal|scr|bb)$/.test(item.font));
  }

  // What a double-struck letter stands for where something follows it.
  expectation(item) {
    const core = item.kind === "scripted" && item.base.length === 1 ? item.base[0] : item;
    const names = {E : "the expected value", P : "the probability", 1 : "the indicator"};
    return core.kind === "symbol" && core.font === "mathbb" ? names[core.key] : undefined;
  }

  functionName(item) {
    const key = item.kind === "scripted" ? item.base[0].key : item.key;
    const expectation = this.expectation(item);
    if (item.kind === "word")
      this.say(functionWords[key] || key);
    else if (item.kind === "scripted" && item.base[0].kind === "word") {
      this.say(functionWords[key] || key);
      this.scripts(item);
    } else if (expectation) {
      this.say(expectation);
      if (item.kind === "scripted" && item.sub)
        this.range("over", item.sub);
    } else
      this.item([ item ], 0);
  }

  // The bracket after a function; next is the group or the group with scripts.
  argument(next, group) {
    this.say("of");
    if (group.items.length === 1 && group.items[0].kind === "table")
      return this.item([ next ], 0);
    const isPlain = isPlainList(group.items);
    this.with("given", "given", () => {
      if (isPlain)
        this.items(group.items);
      else if (group.open === "[")
        this.bracketed(group);
      else
        this.inBrackets(group.items);
    });
    if (isPlain)
      this.words.push({soft : true});
    if (next.kind === "scripted") {
      this.say(",");
      this.scripts(next);
    }
  }

  range(word, items) {
    this.say(word);
    this.with("under", 1, () => this.items(items));
  }

  operator(items, i) {
    const item = items[i];
    const scripts = item.kind === "scripted" ? item : {sub : null, sup : null};
    const core = item.kind === "scripted" ? item.base[0] : item;
    const next = items[i + 1];
    if (core.key === "arg" && next) {
      const extremum = next.kind === "scripted" && next.base.length === 1 ? next.base[0] : next;
      if (extremum.kind === "operator" && /^(max|min)$/.test(extremum.key)) {
        const joined = {kind : "operator", key : "arg " + extremum.key, isName : true};
        const whole = next.kind === "scripted" ? {kind : "scripted", base : [ joined ], sub : next.sub, sup : next.sup} : joined;
        return this.operator([...items.slice(0, i + 1), whole, ...items.slice(i + 2) ], i + 1);
      }
    }
    if (!core.isName)
      return this.rangeOperator(core, scripts, next, i);
    const words = functionWords[core.key] || core.key;
    if (/^(lim|lim sup|lim inf)$/.test(core.key)) {
      this.say(words);
      if (scripts.sub)
        this.range("as", scripts.sub);
    } else if (rangingFunctions.has(core.key)) {
      this.say(words);
      if (scripts.sub)
        this.range("over", scripts.sub);
    } else if (scripts.sup && isInverse(scripts.sup) && !scripts.sub) {
      this.say("inverse", words);
    } else {
      this.say(words);
      if (scripts.sub && /^(log|lg)$/.test(core.key)) {
        this.say("base");
        this.items(scripts.sub);
        scripts.sup && this.power(scripts.sup, []);
      } else
        this.scripts(scripts);
    }
    const group = groupIn(next);
    if (group && core.key === "Pr" && next === group && group.items.some(isRelation)) {
      this.say("that");
      this.with("given", "given", () => this.items(group.items));
      this.end("probability", group.items);
      return i + 1;
    }
    if (group) {
      this.argument(next, group);
      return i + 1;
    }
    if (next && next.kind === "group" && next.open === "\\{" && isPlainList(next.items)) {
      this.say("of");
      this.items(next.items);
      this.words.push({soft : true});
      return i + 1;
    }
    if (canFollow(next))
      this.say("of");
    return i;
  }

  // A sum, a product, an integral: its range, then what it is of.
  rangeOperator(core, scripts, next, i) {
    this.say(rangeOperators.has(core.key) ? wordsOf(core.key) : core.key);
    const isIntegral = /int|[\u222b-\u2230]/.test(core.key);
    if (scripts.sub && (scripts.sup || scripts.sub.some(item => isSymbol(item, "="))))
      this.range("from", scripts.sub);
    else if (scripts.sub)
      this.range("over", scripts.sub);
    if (scripts.sup)
      this.range(scripts.sub ? "to" : "up to", scripts.sup);
    if (canFollow(next) || isIntegral && next)
      this.say("of");
    return i;
  }

  gradient(item) {
    this.say("the gradient");
    if (item.kind === "scripted" && item.sub)
      this.range("with respect to", item.sub);
    this.say("of");
  }

}

Object.assign(Speaker.prototype, shapes, scripts, brackets);

// tree: from katex.__parse. tick: called often, may throw to stop. Never empty for a formula with ink.
export function spokenForm(tree, tick) {
  const reading = new Reading(tick);
  const items = itemsOf(reading, tree, null);
  const speaker = new Speaker();
  speaker.items(items);
  const text = tidy(joined(speaker.words));
  if (text === "")
    return "blank";
  return reading.isFull ? text + ", and so on" : text;
}
