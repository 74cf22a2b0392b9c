// Runs KaTeX and writes the boxes it laid out as JSON for box_reader.cpp:
//   symbol  [text, classes, italic, style]
//   span    [0, classes, style, children, height, depth, part]
//   svg     [1, attributes, [path data | line attributes]]
// Lengths are KaTeX's own: strings such as "0.5em" in styles, numbers of em for italic, height and depth.
import katex from "katex.mjs";

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
    boxes.push([1, node.attributes, node.children.map(shape)]);
  else if (node.attributes === undefined)
    appendBoxes(node.children, boxes); // a fragment is nothing but its children
  else
    boxes.push([0, classNames(node), node.style, appendBoxes(node.children, []), node.height, node.depth,
                node.attributes["data-part"]]);
}

function appendBoxes(nodes, boxes) {
  for (const node of nodes)
    appendBox(node, boxes);
  return boxes;
}

// \htmlData{part=name}{...} names a part of a formula; all else that reaches outside it is refused.
function refuseUntrusted(context) {
  const partOnly = context.command === "\\htmlData" && Object.keys(context.attributes).join() === "data-part";
  if (!partOnly)
    throw new katex.ParseError(context.command + " is not allowed in a formula");
  return true;
}

export function boxTree(tex, display, macros) {
  try {
    const root = katex.__renderToDomTree(tex, {
      displayMode : display,
      output : "html",
      throwOnError : true,
      strict : "ignore",
      trust : refuseUntrusted,
      maxExpand : 10000,
      maxSize : 1000,
      macros : Object.assign({}, macros),
    });
    return JSON.stringify({boxes : appendBoxes([ root ], [])});
  } catch (error) {
    const known = error instanceof katex.ParseError;
    return JSON.stringify({error : {kind : known ? "parse" : error.name, message : String(error.message),
                                    position : known ? error.position : undefined}});
  }
}
