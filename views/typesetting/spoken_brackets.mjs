// Puts together what KaTeX leaves apart: the digits of a number, brackets and bars with what is between them.

function lastOf(items) {
  return items[items.length - 1];
}

// 1 000 000: thin spaces between groups of three digits belong to the number; others are nothing.
function withNumbersJoined(items) {
  if (!items.some(item => item.kind === "thin"))
    return items;
  const result = [];
  for (let i = 0; i < items.length; ++i) {
    const last = lastOf(result);
    const next = items[i + 1];
    if (items[i].kind !== "thin")
      result.push(items[i]);
    else if (last && last.kind === "number" && next && next.kind === "number" && next.key.length === 3) {
      last.key += next.key;
      ++i;
    }
  }
  return result;
}

// The bracket an item is, alone or with scripts on it.
function bracketOf(item) {
  if (item.kind === "symbol")
    return item;
  const isScripted = item.kind === "scripted" && item.base.length === 1 && item.base[0].kind === "symbol";
  return isScripted ? item.base[0] : null;
}

function closed(item, group) {
  if (item.kind !== "scripted")
    return group;
  item.base = [ group ];
  return item;
}

function withGroups(items) {
  if (!items.some(item => item.kind === "symbol" && item.family === "open"))
    return withBars(items);
  const levels = [ {open : null, items : []} ];
  for (const item of items) {
    const bracket = bracketOf(item);
    const level = lastOf(levels);
    if (item.kind === "symbol" && item.family === "open")
      levels.push({open : item, items : []});
    else if (bracket && bracket.family === "close" && !/^[!?]$/.test(bracket.key) && levels.length > 1) {
      levels.pop();
      const group = {kind : "group", open : level.open.key, close : bracket.key, items : withBars(level.items)};
      lastOf(levels).items.push(closed(item, group));
    } else
      level.items.push(item);
  }
  const [outermost, ...unclosed] = levels;
  for (const level of unclosed)
    outermost.items.push(level.open, ...level.items);
  return withBars(outermost.items);
}

function isOperand(item) {
  const core = item !== undefined && item.kind === "scripted" && item.base.length === 1 ? item.base[0] : item;
  return item !== undefined && !(item.kind === "symbol" && /^(bin|rel|open|punct)$/.test(item.family)) &&
         core.kind !== "operator" && !(item.kind === "symbol" && item.key === "|") && item.kind !== "pause" && item.kind !== "not";
}

// A bar opens where an operand may begin, or where each bar that follows has its partner; the next bar closes.
function withBars(items) {
  if (!items.some(item => item.kind === "symbol" && (item.key === "|" || item.key === "\\|")))
    return items;
  const result = [];
  for (let i = 0; i < items.length; ++i) {
    const bar = items[i];
    const isBar = bar.kind === "symbol" && (bar.key === "|" || bar.key === "\\|") && bar.family === "ord";
    const isSame = item => bracketOf(item) && bracketOf(item).key === bar.key && bracketOf(item).family === "ord";
    const isPaired = isBar && items.slice(i).filter(isSame).length % 2 === 0;
    const opens = isBar && (isPaired || !isOperand(lastOf(result)) || lastOf(result).kind === "number");
    const close = opens ? items.findIndex((item, at) => at > i + 1 && isSame(item)) : -1;
    if (close < 0) {
      result.push(bar);
      continue;
    }
    const group = {kind : "group", open : bar.key, close : bar.key, items : items.slice(i + 1, close)};
    result.push(closed(items[close], group));
    i = close;
  }
  return result;
}

// items with their numbers, brackets and bars put together.
export function structured(items) {
  return withGroups(withNumbersJoined(items));
}
