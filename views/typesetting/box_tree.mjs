// Runs KaTeX and writes the boxes it laid out as JSON for box_reader.cpp:
//   symbol  [text, classes, italic, style]
//   span    [0, classes, style, children, height, depth, part]
//   svg     [1, attributes, [path data | line attributes], name of the first path]
// Lengths are KaTeX's own: strings such as "0.5em" in styles, numbers of em for italic, height and depth.
import katex from "katex.mjs";
import { spokenForm } from "spoken.mjs";

export { readSymbols } from "spoken_words.mjs";

function classNames(node) {
  return node.classes.join(" ");
}

function shape(node) {
  if (node.attributes)
    return node.attributes;
  return /d='([^']*)'/.exec(node.toMarkup())[1]; // a path does not export its data in any other way
}

function appendBox(node, boxes) {
  if (node.text !== undefined)
    boxes.push([node.text, classNames(node), node.italic, node.style]);
  else if (node.classes === undefined)
    boxes.push([1, node.attributes, node.children.map(shape), node.children[0].pathName]);
  else if (node.attributes === undefined)
    appendBoxes(node.children, boxes); // a fragment is nothing but its children
  else
    boxes.push([0, classNames(node), node.style, appendBoxes(node.children, []), node.height, node.depth,
                node.attributes["data-part"]]);
}

function appendBoxes(nodes, boxes) {
  for (const node of nodes) {
    checkTime();
    if (++boxCount > mostBoxes)
      throw new TooManyBoxes();
    appendBox(node, boxes);
  }
  return boxes;
}

// \htmlData{part=name}{...} names a part of a formula; all else that reaches outside it is refused.
function refuseUntrusted(context) {
  const partOnly = context.command === "\\htmlData" && Object.keys(context.attributes).join() === "data-part";
  if (!partOnly)
    throw new katex.ParseError(context.command + " is not allowed in a formula");
  return true;
}

// QJSEngine::setInterrupted() can crash the engine (Qt 6.4.2, compiled code), so time is kept from within:
// KaTeX looks up a macro for every token it reads, and asks for classes all through building the boxes.
class TimeIsUp extends Error {}

// What comes after KaTeX (writing the boxes, reading them, placing them) costs by the box and cannot look at the
// clock all through. A matrix of 30 by 30 entries with indices has 18,000.
class TooManyBoxes extends Error {}
const mostBoxes = 20000;
let boxCount = 0;

let deadline = Infinity;
let ticks = 0;

function checkTime() {
  if (++ticks % 64 === 0 && Date.now() > deadline)
    throw new TimeIsUp();
}

function watched(method) {
  return function(argument) {
    checkTime();
    return method.call(this, argument);
  };
}

const macroTable = {hasOwnProperty : watched(Object.prototype.hasOwnProperty)};
for (const node of [ katex.__domTree.Span, katex.__domTree.SymbolNode ])
  node.prototype.hasClass = watched(node.prototype.hasClass);

function describe(error) {
  if (error instanceof TooManyBoxes)
    return {kind : "size", message : ""};
  if (error instanceof TimeIsUp)
    return {kind : "time", message : ""};
  if (error instanceof katex.ParseError)
    return {kind : "parse", message : error.message, position : error.position};
  return {kind : error.name, message : String(error.message)};
}

// Fresh for every call: KaTeX writes into them.
function options(display, macros) {
  return {
    displayMode : display,
    output : "html",
    throwOnError : true,
    strict : "ignore",
    trust : refuseUntrusted,
    maxExpand : 10000,
    maxSize : 1000,
    macros : Object.assign(Object.create(macroTable), macros),
  };
}

// The words of a formula that KaTeX has laid out; that it has none is no reason not to show it.
function spoken(tex, display, macros) {
  try {
    return spokenForm(katex.__parse(tex, options(display, macros)), checkTime);
  } catch (error) {
    return error instanceof RangeError ? "a deeply nested formula" : "a long formula";
  }
}

// tex in display style or not, with macros by name; time in milliseconds.
export function boxTree(tex, display, macros, time) {
  deadline = Date.now() + time;
  boxCount = 0;
  try {
    const root = katex.__renderToDomTree(tex, options(display, macros));
    const boxes = appendBoxes([ root ], []);
    return JSON.stringify({boxes, spoken : spoken(tex, display, macros)});
  } catch (error) {
    return JSON.stringify({error : describe(error)});
  }
}
