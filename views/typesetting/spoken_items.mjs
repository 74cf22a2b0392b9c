// KaTeX's parse tree as items to be read, in the order they are read. What only looks different (colour, size,
// style, position) is gone, what takes room without ink is gone, brackets and bars hold what is between them.
//   symbol    key, family (ord bin rel open close punct inner middle), font
//   number    key                     word   key: upright letters, a name
//   text      key                     operator  key, isName
//   scripted  base, sub, sup          group  open, close, items
//   fraction  over, under, hasBar, open, close
//   root      items, index            accent label, items
//   brace     isOver, items, note     arrow  label, above, below
//   stack     items, above, below     table  rows, tags, type
//   crossed   items                   tag    key
//   pause, line, not (strikes the next one through)
import { structured } from "spoken_brackets.mjs";
import { bracketKey, delimiterKey, textAccents, wordsInText, wordsOf } from "spoken_words.mjs";

const mostItems = 4000;

// How many items were made; the tree of a hostile formula can be huge.
export class Reading {
  constructor(tick) {
    this.tick = tick;
    this.count = 0;
  }

  add(items, item) {
    this.tick();
    if (++this.count <= mostItems)
      items.push(item);
    return item;
  }

  get isFull() {
    return this.count > mostItems;
  }
}

const uprightFonts = new Set([ "mathrm", "mathit", "mathtt", "mathnormal", "textrm" ]);

function isDigit(text) {
  return text.length === 1 && text >= "0" && text <= "9";
}

function lastOf(items) {
  return items[items.length - 1];
}

// Composed relations come as ordinary symbols.
function isVerb(key) {
  return key !== "\\bot" && /^(is|does|contains|defines|estimates|corresponds) ?/.test(wordsOf(key) || "");
}

function addSymbol(reading, items, node, font) {
  if (node.mode === "text") {
    addText(reading, items, [ node ]);
    return;
  }
  const key = bracketKey(node.text);
  const last = lastOf(items);
  const isPoint = key === "." && last && last.kind === "number" && !last.key.includes(".");
  if ((isDigit(key) || isPoint) && (!font || uprightFonts.has(font.name))) {
    if (last && last.kind === "number")
      last.key += key;
    else
      reading.add(items, {kind : "number", key});
    return;
  }
  if (font && uprightFonts.has(font.name) && /^[a-zA-Z]$/.test(key)) {
    if (last && last.kind === "word" && last.font === font)
      last.key += key;
    else
      reading.add(items, {kind : "word", key, font});
    return;
  }
  const family = node.type === "atom" ? node.family : isVerb(key) ? "rel" : "ord";
  reading.add(items, {kind : "symbol", key, family, font : font && font.name});
}

// The letters of an operator's name, with spaces between its words.
function nameOf(nodes) {
  let name = "";
  for (const node of nodes) {
    if (node.type === "kern" || node.type === "spacing")
      name += " ";
    else if (node.text !== undefined)
      name += node.text.replace(/^\\/, "");
    else if (node.body)
      name += nameOf(Array.isArray(node.body) ? node.body : [ node.body ]);
  }
  return name;
}

const decoratedLimits = {
  overline : "lim sup",
  underline : "lim inf",
  "\\underrightarrow" : "inj lim",
  "\\underleftarrow" : "proj lim",
};

function operatorName(node) {
  const first = node.body[0];
  return first && (decoratedLimits[first.type] || decoratedLimits[first.label]) || nameOf(node.body).trim();
}

function asArray(part) {
  return Array.isArray(part) ? part : part ? [ part ] : [];
}

function addText(reading, items, nodes) {
  for (const node of nodes) {
    const last = lastOf(items);
    const add = text => {
      if (last && last.kind === "text")
        last.key += text;
      else
        reading.add(items, {kind : "text", key : text});
    };
    if (node.type === "spacing")
      add(" ");
    else if (node.text !== undefined)
      add(wordsInText(node.text));
    else if (node.type === "accent" && textAccents[node.label]) {
      const base = [];
      addText(reading, base, [ node.base ]);
      add(base.length === 1 && base[0].kind === "text" ? (base[0].key.replace("\u0131", "i").replace("\u0237", "j") + textAccents[node.label]).normalize("NFC") : "");
    } else if (node.type === "text" || node.type === "ordgroup" || node.type === "font")
      addText(reading, items, asArray(node.body));
    else
      addNode(reading, items, node, null);
  }
}

// A comma in braces between digits is a separator of thousands: 1{,}000.
function isThousands(node, items) {
  return node.body.length === 1 && node.body[0].type === "atom" && node.body[0].text === "," && lastOf(items) &&
         lastOf(items).kind === "number";
}

function lengthInEm(dimension) {
  return dimension.unit === "mu" ? dimension.number / 18 : dimension.unit === "em" ? dimension.number : 0;
}

function addScripts(reading, items, node, font) {
  const base = node.base;
  const script = part => {
    const inside = part ? itemsOf(reading, [ part ], font) : [];
    return inside.length ? inside : null;
  };
  const sub = script(node.sub);
  const sup = script(node.sup);
  if (base && base.type === "horizBrace") {
    reading.add(items, {
      kind : "brace",
      isOver : base.isOver,
      items : itemsOf(reading, [ base.base ], font),
      note : base.isOver ? sup : sub,
    });
    return;
  }
  if (base && base.type === "op" && base.suppressBaseShift !== undefined) {
    const inside = itemsOf(reading, base.body, font);
    const operator = lastOf(inside);
    if (operator && operator.kind === "operator" && !sup) { // \underset{x}{\arg\min}
      items.push(...inside.slice(0, -1));
      reading.add(items, {kind : "scripted", base : [ operator ], sub, sup});
    } else
      reading.add(items, {kind : "stack", items : inside, above : sup, below : sub});
    return;
  }
  const baseItems = [];
  const isDegrees = sup && sup.length === 1 && sup[0].key === "\\circ";
  if (isDegrees && items.length > 1 && lastOf(items).kind === "thin")
    items.pop();
  const last = lastOf(items);
  if (isDegrees && last && last.kind === "number" && !(base && base.text))
    baseItems.push(items.pop()); // 25\,^\circ
  if (base && base.type === "textord" && isDigit(base.text) && last && last.kind === "number")
    baseItems.push(items.pop()); // in 90^\circ only the 0 is KaTeX's base
  if (base)
    addNode(reading, baseItems, base, font);
  reading.add(items, {kind : "scripted", base : structured(baseItems), sub, sup});
}

function addTable(reading, items, node, font) {
  reading.add(items, {
    kind : "table",
    rows : node.body.map(row => row.map(cell => itemsOf(reading, [ cell ], font))),
    tags : (node.tags || []).map(tag => Array.isArray(tag) ? tagText(reading, tag) : ""),
    type : node.colSeparationType || "",
  });
}

function tagText(reading, nodes) {
  const items = [];
  addNodes(reading, items, nodes, null);
  return items.map(item => item.key || "").join("").replace(/^\((.*)\)$/, "equation $1");
}

const handlers = {
  mathord : addSymbol,
  textord : addSymbol,
  atom : addSymbol,
  ordgroup(reading, items, node, font) {
    if (isThousands(node, items))
      lastOf(items).key += ",";
    else
      addNodes(reading, items, node.body, font);
  },
  font(reading, items, node) {
    addNodes(reading, items, asArray(node.body), {name : node.font});
  },
  pmb(reading, items, node) {
    addNodes(reading, items, node.body, {name : "mathbf"});
  },
  text(reading, items, node) {
    addText(reading, items, node.body);
  },
  verb(reading, items, node) {
    reading.add(items, {kind : "text", key : node.body});
  },
  op(reading, items, node, font) {
    if (node.name)
      reading.add(items, {kind : "operator", key : node.name.replace(/^\\(?=[a-z]+$)/i, node.symbol ? "\\" : ""), isName : !node.symbol});
    else if (node.body.length === 1 && node.body[0].type === "font" && uprightFonts.has(node.body[0].font))
      reading.add(items, {kind : "operator", key : operatorName(node), isName : true});
    else
      addNodes(reading, items, node.body, font);
  },
  operatorname(reading, items, node) {
    reading.add(items, {kind : "operator", key : operatorName(node), isName : true});
  },
  supsub : addScripts,
  genfrac(reading, items, node, font) {
    reading.add(items, {
      kind : "fraction",
      over : itemsOf(reading, [ node.numer ], font),
      under : itemsOf(reading, [ node.denom ], font),
      hasBar : node.hasBarLine,
      open : node.leftDelim,
      close : node.rightDelim,
    });
  },
  sqrt(reading, items, node, font) {
    const index = node.index ? itemsOf(reading, [ node.index ], font) : null;
    reading.add(items, {kind : "root", items : itemsOf(reading, [ node.body ], font), index});
  },
  accent(reading, items, node, font) {
    reading.add(items, {kind : "accent", label : node.label, items : itemsOf(reading, [ node.base ], font)});
  },
  overline(reading, items, node, font) {
    reading.add(items, {kind : "accent", label : "\\" + node.type, items : itemsOf(reading, [ node.body ], font)});
  },
  horizBrace(reading, items, node, font) {
    const inside = itemsOf(reading, [ node.base ], font);
    reading.add(items, {kind : "brace", isOver : node.isOver, items : inside, note : null});
  },
  xArrow(reading, items, node, font) {
    reading.add(items, {
      kind : "arrow",
      label : node.label,
      above : itemsOf(reading, [ node.body ], font),
      below : node.below ? itemsOf(reading, [ node.below ], font) : [],
    });
  },
  enclose(reading, items, node, font) {
    const inside = itemsOf(reading, [ node.body ], font);
    const label = node.label.replace("\\", "");
    if (/cancel|sout/.test(label))
      reading.add(items, {kind : "crossed", items : inside});
    else {
      if (label === "phase" || label === "angl")
        reading.add(items, {kind : "word", key : label === "phase" ? "phase angle" : "angle"});
      for (const item of inside)
        items.push(item);
    }
  },
  array : addTable,
  leftright(reading, items, node, font) {
    const inside = itemsOf(reading, node.body, font);
    reading.add(items, {kind : "group", open : delimiterKey(node.left), close : delimiterKey(node.right), items : inside});
  },
  middle(reading, items, node) {
    reading.add(items, {kind : "symbol", key : bracketKey(node.delim), family : "middle"});
  },
  delimsizing(reading, items, node) {
    const families = {mopen : "open", mclose : "close"};
    const key = delimiterKey(node.delim);
    const family = families[node.mclass] || (/^(\(|\[|\\\{|\\langle|\\lfloor|\\lceil)$/.test(key) ? "open"
                                             : /^(\)|\]|\\\}|\\rangle|\\rfloor|\\rceil)$/.test(key) ? "close" : "ord");
    if (key !== ".")
      reading.add(items, {kind : "symbol", key, family});
  },
  htmlmathml(reading, items, node) {
    if (node.mathml.length === 1 && node.mathml[0].text === "\u0338")
      reading.add(items, {kind : "not"});
    else
      addNodes(reading, items, node.mathml, null);
  },
  mathchoice(reading, items, node, font) {
    addNodes(reading, items, node.display, font);
  },
  kern(reading, items, node) {
    if (lengthInEm(node.dimension) >= 1)
      reading.add(items, {kind : "pause"});
    else if (lastOf(items) && lastOf(items).kind === "number")
      reading.add(items, {kind : "thin"});
  },
  spacing(reading, items, node) {
    if (node.mode === "text")
      addText(reading, items, [ node ]);
  },
  cr(reading, items) {
    reading.add(items, {kind : "line"});
  },
  tag(reading, items, node, font) {
    addNodes(reading, items, node.body, font);
    reading.add(items, {kind : "tag", key : tagText(reading, node.tag)});
  },
  cdlabel(reading, items, node, font) {
    addNodes(reading, items, asArray(node.label), font);
  },
  cdlabelparent(reading, items, node, font) {
    addNodes(reading, items, asArray(node.fragment), font);
  },
};
handlers.underline = handlers.overline;
handlers.accentUnder = handlers.accent;
for (const silent of [ "phantom", "hphantom", "vphantom", "rule", "internal", "raw", "size", "url", "color-token" ])
  handlers[silent] = () => {};

// A kind of node that is not known is read as its parts.
function addNode(reading, items, node, font) {
  if (!node || reading.isFull)
    return; // KaTeX leaves an argument undefined that is not there
  const handler = handlers[node.type];
  if (handler)
    handler(reading, items, node, font);
  else
    for (const part of [ node.base, node.body, node.value ])
      if (part && typeof part === "object")
        addNodes(reading, items, asArray(part), font);
}

function addNodes(reading, items, nodes, font) {
  for (const node of nodes)
    addNode(reading, items, node, font);
}

export function itemsOf(reading, nodes, font) {
  const items = [];
  addNodes(reading, items, nodes, font || null);
  return structured(items);
}
