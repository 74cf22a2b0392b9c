// How fractions, roots, accents, arrows and tables are said: methods of the speaker in spoken.mjs.
import { canFollow, endsWithPower, isFamily, isSingle } from "spoken_questions.mjs";
import { accentWords, arrowWords, namedFractions, ordinals, vectorAccents, wordsOf } from "spoken_words.mjs";

// The d of a derivative: which one, and of what order.
function differential(item) {
  if (item === undefined)
    return null;
  if (item.kind === "scripted" && item.base.length === 1 && !item.sub && item.sup) {
    const head = differential(item.base[0]);
    return head && {key : head.key, order : item.sup};
  }
  const isD = (item.kind === "symbol" || item.kind === "word") && (item.key === "d" || item.key === "\\partial");
  return isD ? {key : item.key, order : null} : null;
}

// The variables of dx dy, or null if it is something else.
function differentials(items, key) {
  const variables = [];
  for (let i = 0; i < items.length; i += 2) {
    const head = differential(items[i]);
    const variable = items[i + 1];
    if (!head || head.key !== key || head.order || variable === undefined || isFamily(variable, "bin", "rel"))
      return null;
    const isPowered = variable.kind === "scripted" && variable.sup && variable.sup.length === 1 && variable.sup[0].kind === "number";
    variables.push(!isPowered ? [ variable ] : variable.sub ? [ {kind : "scripted", base : variable.base, sub : variable.sub, sup : null} ] : variable.base);
  }
  return variables.length ? variables : null;
}

export const shapes = {
  fraction(item, previous, next) {
    const {over, under} = item;
    if (!item.hasBar)
      return this.binomial(item);
    if (this.derivative(over, under, next))
      return;
    const named = over.length === 1 && under.length === 1 && namedFractions[over[0].key + "/" + under[0].key];
    if (named)
      return this.say(named);
    const isSimple = !endsWithPower(over) && [ over, under ].every(part => isSingle(part) && !/^(fraction|table|group)$/.test(part[part.length - 1].kind));
    if (!isSimple)
      this.say("the fraction");
    this.items(over);
    this.say("over");
    this.items(under);
    if (!isSimple)
      this.end("fraction", over.concat(under));
    else if (canFollow(next))
      this.words.push({times : true});
  },

  binomial(item) {
    const isSimple = isSingle(item.over) && isSingle(item.under);
    const isChoice = item.open === "(";
    if (item.open && !isChoice)
      this.say(wordsOf(item.open));
    else if (!isSimple && isChoice)
      this.say("the binomial coefficient");
    this.items(item.over);
    this.say(isChoice ? "choose" : "above");
    this.items(item.under);
    if (item.close && !isChoice)
      this.say(wordsOf(item.close));
    else if (!isSimple && isChoice)
      this.end("binomial", []);
  },

  // d f over d x, with d upright or not, or the curly one.
  derivative(over, under, next) {
    const head = differential(over[0]);
    const variables = head ? differentials(under, head.key) : null;
    if (!variables)
      return false;
    const order = head.order || (variables.length > 1 ? [ {kind : "number", key : String(variables.length)} ] : null);
    this.say("the");
    if (order && order.length === 1 && order[0].kind === "number" && ordinals[order[0].key])
      this.say(ordinals[order[0].key].trim());
    else if (order) {
      this.items(order);
      this.say("th");
    }
    this.say(head.key === "\\partial" ? "partial derivative" : "derivative");
    const what = over.slice(1);
    if (what.length) {
      this.say("of");
      this.items(what);
    }
    this.say("with respect to");
    variables.forEach((variable, i) => {
      this.say(i > 0 ? "and" : "");
      this.items(variable);
    });
    if (!what.length && canFollow(next))
      this.say("of");
    else if (canFollow(next))
      this.words.push({times : true});
    return true;
  },

  root(item) {
    const index = item.index && item.index.length ? item.index : null;
    if (!index)
      this.say("the square root of");
    else if (index.length === 1 && index[0].key === "3")
      this.say("the cube root of");
    else {
      this.say("the");
      this.items(index);
      this.say("th root of");
    }
    this.items(item.items);
    if (isSingle(item.items))
      this.words.push({soft : true});
    else
      this.end("root", item.items);
  },

  accent(item) {
    const isOne = isSingle(item.items);
    if (vectorAccents.has(item.label)) {
      this.say("vector");
      return this.items(item.items);
    }
    const words = accentWords[item.label] || item.label.replace(/\\/g, "");
    if (isOne) {
      this.items(item.items);
      return this.say(words);
    }
    this.say(words === "underlined" ? "underlined" : words + " over");
    this.items(item.items);
    this.end(words === "underlined" ? "underline" : words, item.items);
  },

  brace(item) {
    this.items(item.items);
    this.say(",", item.isOver ? "with an overbrace" : "with an underbrace");
    if (item.note) {
      this.say("labelled");
      this.items(item.note);
    }
    this.say(",");
  },

  arrow(item) {
    this.say({relation : arrowWords[item.label] || "arrow"});
    if (item.above.length) {
      this.say("labelled");
      this.with("under", 1, () => this.items(item.above));
    }
    if (item.below.length) {
      this.say("with");
      this.with("under", 1, () => this.items(item.below));
      this.say("below");
    }
    if (item.above.length || item.below.length)
      this.say(",");
  },

  stack(item) {
    this.items(item.items);
    for (const [part, place] of [[ item.above, "above" ], [ item.below, "below" ]])
      if (part && part.length) {
        this.say(",", "with");
        this.items(part);
        this.say(place, ",");
      }
  },

  crossed(item) {
    this.say("crossed-out");
    this.items(item.items);
    if (!isSingle(item.items))
      this.end("crossed out", item.items);
  },

  // A table in brackets: a matrix, a vector, cases, a determinant.
  matrix(table, group) {
    const pair = group.open + group.close;
    if (group.open === "\\{" && group.close === "." || group.open === "." && group.close === "\\}")
      return this.cases(table);
    if (pair === "||")
      this.say("the determinant of");
    else if (pair === "\\|\\|")
      this.say("the norm of");
    const rows = table.rows.length;
    const columns = Math.max(...table.rows.map(row => row.length));
    if (columns === 1 && rows > 1 || rows === 1 && columns > 1) {
      this.say(rows > 1 ? "the column vector" : "the row vector");
      this.cells(rows > 1 ? table.rows.map(row => row[0] || []) : table.rows[0]);
      return this.end("vector", []);
    }
    this.say("the", String(rows), "by", String(columns), "matrix");
    this.rows(table.rows, "row");
    this.end("matrix", []);
  },

  cells(cells) {
    cells.forEach((cell, i) => {
      if (i > 0)
        this.say(",");
      if (cell.length)
        this.items(cell);
      else
        this.say("blank");
    });
  },

  rows(rows, name) {
    rows.forEach((row, i) => {
      this.say(i > 0 ? ";" : ",", name + " " + (i + 1), ":");
      this.cells(row);
    });
  },

  cases(table) {
    this.say(String(table.rows.length), "cases", ":");
    table.rows.forEach((row, i) => {
      if (i > 0)
        this.say(";");
      row.forEach((cell, column) => {
        if (!cell.length)
          return;
        if (column > 0)
          this.say(",", cell[0].kind === "text" ? "" : "if");
        this.items(cell);
      });
    });
    this.end("cases", []);
  },

  // A table without brackets: lines that belong together, or a diagram.
  table(item) {
    const rows = item.rows.filter(row => row.some(cell => cell.length));
    const areLines = /align|gather/.test(item.type);
    const isList = rows.every(row => row.length === 1);
    if (!areLines && !isList) {
      this.say(item.type === "CD" ? "a diagram" : "a table");
      this.rows(rows, "row");
      return this.end(item.type === "CD" ? "diagram" : "table", []);
    }
    rows.forEach((row, i) => {
      if (i > 0)
        this.say(areLines || !this.under ? ";" : ",");
      if (areLines && rows.length > 1)
        this.say("line " + (i + 1), ":");
      row.forEach((cell, column) => {
        if (item.type === "align" && column > 0 && column % 2 === 0)
          this.say(",");
        this.items(cell);
      });
      if (item.tags[i])
        this.say(",", item.tags[i]);
    });
  },
};
