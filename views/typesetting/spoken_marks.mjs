// From the list of words and marks that spoken.mjs describes to one text.
import { withoutTex } from "spoken_words.mjs";

// Whether the word begins something that an implied product would run into.
function isOperandWord(word) {
  return typeof word === "string" && !/^([,;:]|plus|minus|times|dot|cross|over|and|or|close|composed|divided|union|intersect|to the|squared|cubed|, )/.test(word);
}

// The marks become words or nothing.
export function joined(words) {
  const result = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (typeof word === "string")
      result.push(word);
    else if (word.relation)
      result.push(word.relation);
    else if (word.end) {
      const ends = next === undefined && /^(power|sub|probability|cases|matrix|vector|set|norm|absolute value)$/.test(word.end);
      const isClosed = next !== undefined && (next.end || next.relation && !word.holdsRelation && !/^(matrix|vector|table|diagram|set|cases)$/.test(word.end));
      if (!ends && !isClosed)
        result.push(",", "end " + word.end, ",");
    } else if (word.soft && (isOperandWord(next) && !/^close/.test(next)))
      result.push(",");
    else if (word.times && next !== undefined && !next.end && !next.relation)
      result.push("times");
  });
  return result.join(" ");
}

export function tidy(text) {
  return withoutTex(text)
      .replace(/\s+/g, " ")
      .replace(/\bthe the\b/g, "the")
      .replace(/ (?=[,;:])/g, "")
      .replace(/(\d) th\b/g, "$1th")
      .replace(/\b([a-z]) th\b/g, "$1th")
      .replace(/[,;:]*([;:])[,]*/g, "$1")
      .replace(/,+/g, ",")
      .replace(/^[,;: ]+|[,;: ]+$/g, "");
}
