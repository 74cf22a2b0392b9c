// What an item of spoken_items.mjs is, as far as saying it depends on that.
import { functionLetters, numberSets, vectorAccents } from "spoken_words.mjs";

export function isSymbol(item, ...keys) {
  return item !== undefined && item.kind === "symbol" && keys.includes(item.key);
}

export function isFamily(item, ...families) {
  return item !== undefined && item.kind === "symbol" && families.includes(item.family);
}

export function isComma(item) {
  return isSymbol(item, ",", ";");
}

export function isBar(item) {
  return isSymbol(item, "|", "\\mid");
}

export function isDoubleBar(item) {
  return isSymbol(item, "\\|");
}

export function isZero(item) {
  return item !== undefined && (item.kind === "number" || item.kind === "symbol") && item.key === "0";
}

// (mod n)
export function isModulus(item) {
  return item.kind === "group" && item.items.length > 0 && item.items[0].kind === "word" && item.items[0].key === "mod";
}

export function isRelation(item) {
  return isFamily(item, "rel") && !isBar(item) || item !== undefined && (item.kind === "stack" || item.kind === "arrow");
}

export function isBracket(item) {
  return item !== undefined && item.kind === "group" && (item.open === "(" || item.open === "[");
}

// The group itself, or the one under its scripts: f(x)^2.
export function groupIn(item) {
  if (item !== undefined && item.kind === "scripted" && item.base.length === 1)
    return isBracket(item.base[0]) ? item.base[0] : null;
  return isBracket(item) ? item : null;
}

export function split(items, isSeparator) {
  const parts = [ [] ];
  for (const item of items)
    if (isSeparator(item))
      parts.push([]);
    else
      parts[parts.length - 1].push(item);
  return parts;
}

export function withoutPauses(items) {
  return items.filter(item => item.kind !== "pause");
}

// One thing, perhaps with a sign: it needs no bracket to be heard as one.
export function isSingle(items) {
  const unsigned = isSymbol(items[0], "-") ? items.slice(1) : items;
  const rest = unsigned.length === 2 && isSymbol(unsigned[1], "!") ? unsigned.slice(0, 1) : unsigned;
  return rest.length === 1 && rest[0].kind !== "operator" && !isFamily(rest[0], "bin", "rel");
}

// A single thing or a product of two.
export function isShort(items) {
  const isApplication = items.length === 2 && isBracket(items[1]) && /^(symbol|word|scripted|accent)$/.test(items[0].kind) &&
                        !isFamily(items[0], "bin", "rel");
  const isNamed = items.length === 2 && items[0].kind === "operator" && isSingle(items.slice(1));
  return isSingle(items) || isApplication || isNamed || items.length <= 2 && items.every(item => /^(symbol|number|word|text|scripted|accent)$/.test(item.kind) &&
                                                                     !isFamily(item, "bin", "rel", "punct"));
}

// Has no sign of its own that brackets would have to protect from its surroundings.
export function isPlainList(items) {
  return split(items, item => isComma(item) || isBar(item) || isDoubleBar(item) || item.kind === "pause" || isFamily(item, "middle"))
      .every(part => part.length === 0 || isShort(part));
}

// Ends with a power that would swallow what comes next: "x to the n over 2".
export function endsWithPower(items) {
  const last = items[items.length - 1];
  return last !== undefined && last.kind === "scripted" && isPower(last.sup) &&
         !(last.sup.length === 1 && /^([23T]|\\top|\+)$/.test(last.sup[0].key));
}

// A script that needs no "end".
export function isPlainScript(items) {
  if (items.some(item => item.kind === "fraction"))
    return false;
  return isSingle(items) || items.length <= 4 && items.length > 0 && items.every(item => /^(symbol|number|word|text)$/.test(item.kind) &&
                                                                     !isFamily(item, "bin", "rel"));
}

export function canFollow(item) {
  const isEvaluation = item !== undefined && item.kind === "scripted" && item.base.length === 1 && isBar(item.base[0]);
  return !isEvaluation && item !== undefined && !isFamily(item, "bin", "rel", "punct", "close", "middle") && !isBar(item) &&
         !/^(pause|line|tag|stack|arrow|not|text)$/.test(item.kind);
}

export function isNumberSet(item) {
  return item !== undefined && item.kind === "symbol" && item.font === "mathbb" && numberSets[item.key] !== undefined;
}

export function isVector(item) {
  if (item === undefined)
    return false;
  if (item.kind === "scripted" && item.base.length === 1)
    return isVector(item.base[0]);
  return item.kind === "symbol" && /^(mathbf|boldsymbol)$/.test(item.font) ||
         item.kind === "accent" && vectorAccents.has(item.label) || item.kind === "symbol" && item.key === "\\nabla";
}

// What a transpose or an inverse is taken of: a capital, something bold, something in brackets.
export function isMatrixLike(items) {
  const item = items[0];
  return items.length === 1 && (item.kind === "group" || item.kind === "table" || isVector(item) || item.kind === "accent" ||
                                item.kind === "symbol" && /^[A-Z]$|^\\[A-Z]/.test(item.key) ||
                                item.kind === "symbol" && functionLetters.has(item.key) && /^[fgh]$/.test(item.key));
}

export function isGradient(item) {
  const core = item.kind === "scripted" && item.base.length === 1 && !item.sup ? item.base[0] : item;
  return isSymbol(core, "\\nabla");
}

export function isInverse(sup) {
  return sup.length === 2 && isSymbol(sup[0], "-") && sup[1].kind === "number" && sup[1].key === "1";
}

// A superscript that makes a number of a letter, not another function.
export function isPower(sup) {
  return sup !== null && sup !== undefined && sup.length > 0 && !isInverse(sup) &&
         !(sup.length === 1 && (sup[0].kind === "group" || isSymbol(sup[0], "*", "\\ast", "\\star", "\\prime"))) &&
         !sup.every(item => isSymbol(item, "\\prime"));
}

export function needsBrackets(group) {
  return !isSingle(withoutPauses(group.items)) || group.items[0].kind === "fraction" || isSymbol(group.items[0], "-");
}

// x ~ N(...): a capital, a script letter or a name after the sign.
export function isDistribution(rest) {
  const first = rest.length && rest[0].kind === "scripted" && rest[0].base.length === 1 ? rest[0].base[0] : rest[0];
  return first !== undefined && (first.kind === "operator" || first.kind === "word" || first.kind === "text" ||
                                 first.kind === "symbol" && (/^[A-Z]$/.test(first.key) || functionLetters.has(first.key)));
}
