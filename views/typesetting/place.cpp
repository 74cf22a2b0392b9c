#include "views/typesetting/place.h"

#include "views/typesetting/glyph_group.h"
#include "views/typesetting/ink.h"
#include "views/typesetting/line_box.h"

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

void placeLine(Formula& formula, const Box& box, double x, double y, double available) {
  for (const Box& child : box.children) {
    place(formula, child, x, y, available);
    x += child.outerWidth;
  }
}

double aligned(Align align, double room) {
  switch (align) {
  case Align::Left:
    return 0;
  case Align::Center:
    return room / 2;
  case Align::Right:
    return room;
  }
  return 0;
}

/// One entry of a vertical list: a strut that sets the baseline, then the entry's boxes on one line.
void placeVlistEntry(Formula& formula, const Box& entry, double x, double y, double width) {
  if (entry.children.empty())
    return;
  const double strut = entry.children.front().style.height.value_or(0);
  const double baseline = y + (entry.style.top.value_or(0) + strut) * entry.em;
  x += entry.style.marginLeft * entry.em;
  const double available = entry.style.widthInset
                               ? width - *entry.style.widthInset * entry.em
                               : width - (entry.style.marginLeft + entry.style.marginRight) * entry.em;
  const bool filled = std::ranges::any_of(entry.children, fillsWidth);
  if (!filled)
    x += aligned(entry.align, available - entry.contentWidth);
  placeLine(formula, entry, x, baseline, available);
}

void placeVlist(Formula& formula, const Box& table, double x, double y) {
  if (table.children.empty() || table.children.front().children.empty())
    return;
  for (const Box& entry : table.children.front().children.front().children)
    placeVlistEntry(formula, entry, x, y, table.contentWidth);
}

/// The entries of a vertical list that stand above or below its baseline are exponents or indices.
void placeScripts(Formula& formula, const Box& table, double x, double y) {
  if (table.children.empty() || table.children.front().children.empty())
    return;
  for (const Box& entry : table.children.front().children.front().children) {
    const InkSoFar before(formula);
    placeVlistEntry(formula, entry, x, y, table.contentWidth);
    const double strut = entry.children.empty() ? 0 : entry.children.front().style.height.value_or(0);
    recordScript(formula, entry.style.top.value_or(0) + strut, before);
  }
}

bool hasScripts(const Box& box) {
  return box.classes.hasAny(MSupSub, OpLimits) && box.children.size() == 1 &&
         box.children.front().classes.has(VlistT);
}

/// \llap, \rlap and \clap: the inner box hangs off a point to the left, to the right, or across it.
void placeLap(Formula& formula, const Box& lap, double x, double y) {
  for (const Box& child : lap.children) {
    if (!child.classes.has(Inner))
      continue;
    const double shift = lap.classes.has(Llap) ? 1 : lap.classes.has(Clap) ? 0.5 : 0;
    place(formula, child, x - shift * child.outerWidth, y, child.outerWidth);
  }
}

/// The vertical arrow of a commutative diagram carries its labels beside its middle.
void placeArrowLabel(Formula& formula, const Box& label, double middle, double bottom) {
  double width = 0;
  for (const Box& child : label.children)
    width += child.outerWidth;
  const double gap = 0.3 * label.em;
  const double x = label.classes.has(CdLabelLeft) ? middle - gap - width : middle + gap;
  LineBox line;
  extend(line, label);
  const double y = bottom - label.style.bottom.value_or(0) * label.em - line.descent;
  placeLine(formula, label, x, y, width);
}

void placeVerticalArrow(Formula& formula, const Box& arrow, double x, double y) {
  const double bottom = y + arrow.depth * arrow.em;
  double pen = x;
  for (const Box& child : arrow.children) {
    if (child.classes.hasAny(CdLabelLeft, CdLabelRight)) {
      placeArrowLabel(formula, child, x + arrow.contentWidth / 2, bottom);
    } else {
      place(formula, child, pen, y, child.outerWidth);
      pen += child.outerWidth;
    }
  }
}

void recordPart(Formula& formula, const Box& box, double x, double y) {
  formula.parts.push_back({box.part, static_cast<float>(x), static_cast<float>(y - box.height * box.em),
                           static_cast<float>(box.contentWidth),
                           static_cast<float>((box.height + box.depth) * box.em)});
}

void placeBox(Formula& formula, const Box& box, double x, double y, double available) {
  x += (box.style.marginLeft + box.style.paddingLeft + box.style.left.value_or(0)) * box.em;
  y += box.style.top.value_or(0) * box.em;
  const double width = fillsWidth(box) ? available : box.contentWidth;
  if (!box.part.isEmpty())
    recordPart(formula, box, x, y);

  if (box.kind == BoxKind::Symbol)
    addText(formula, box, x, y);
  else if (box.classes.hasAny(Strut, PStrut, Fix, Newline))
    return;
  else if (hasScripts(box))
    placeScripts(formula, box.children.front(), x, y);
  else if (box.classes.has(VlistT))
    placeVlist(formula, box, x, y);
  else if (hasRules(box))
    placeRules(formula, box, x, y, width);
  else if (isPicture(box))
    placePicture(formula, box, x, y, width);
  else if (box.classes.hasAny(Llap, Rlap, Clap))
    placeLap(formula, box, x, y);
  else if (box.classes.has(CdVertArrow))
    placeVerticalArrow(formula, box, x, y);
  else
    placeLine(formula, box, x, y, width);
}

} // namespace

void place(Formula& formula, const Box& box, double x, double y, double available) {
  const InkSoFar before(formula);
  placeBox(formula, box, x, y, available);
  recordGroup(formula, box, before);
}

} // namespace eigenboard::typesetting
