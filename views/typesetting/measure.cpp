#include "views/typesetting/measure.h"

#include "views/typesetting/color_name.h"
#include "views/typesetting/fallback_text.h"

#include <algorithm>
#include <array>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

/// What a box inherits from the box around it.
struct Inherited {
  double em = 1;
  Family family = Family::Main;
  bool bold = false;
  bool italic = false;
  QRgb color = 0;
  bool visible = true;
  bool shadowed = false;
  Align align = Align::Left;
};

double ownFontSize(const BoxClasses& classes, double inherited) {
  // TeX's sizes from \tiny to \Huge in em of \normalsize, which is number 6.
  constexpr std::array<double, 12> sizes{0, .5, .6, .7, .8, .9, 1, 1.2, 1.44, 1.728, 2.074, 2.488};
  const auto known = [&](int size) { return size >= 1 && size < static_cast<int>(sizes.size()); };
  if (!classes.hasAny(Sizing, FontsizeEnsurer) || !known(classes.size) || !known(classes.resetSize))
    return inherited;
  return inherited * sizes[static_cast<std::size_t>(classes.size)] /
         sizes[static_cast<std::size_t>(classes.resetSize)];
}

// The rules stand in the order of the style sheet: where several classes set a property, the last one wins.
void applyFontClasses(const BoxClasses& classes, Inherited& font) {
  if (classes.has(TextBf))
    font.bold = true;
  if (classes.has(TextIt))
    font.italic = true;
  if (classes.has(TextRm))
    font.family = Family::Main;
  if (classes.has(TextSf))
    font.family = Family::SansSerif;
  if (classes.has(TextTt))
    font.family = Family::Typewriter;
  if (classes.has(MathNormal)) {
    font.family = Family::Math;
    font.italic = true;
  }
  if (classes.has(MathIt)) {
    font.family = Family::Main;
    font.italic = true;
  }
  if (classes.has(MathRm))
    font.italic = false;
  if (classes.has(MathBf)) {
    font.family = Family::Main;
    font.bold = true;
  }
  if (classes.has(BoldSymbol)) {
    font.family = Family::Math;
    font.bold = font.italic = true;
  }
  if (classes.hasAny(AmsRm, MathBb, TextBb))
    font.family = Family::Ams;
  if (classes.has(MathCal))
    font.family = Family::Caligraphic;
  if (classes.hasAny(MathFrak, TextFrak))
    font.family = Family::Fraktur;
  if (classes.has(MathTt))
    font.family = Family::Typewriter;
  if (classes.hasAny(MathScr, TextScr))
    font.family = Family::Script;
  if (classes.hasAny(MathSf, TextSf, MathBoldSf, TextBoldSf, MathItSf))
    font.family = Family::SansSerif;
  if (classes.hasAny(MathBoldSf, TextBoldSf))
    font.bold = true;
  if (classes.has(MathItSf))
    font.italic = true;
  if (classes.has(MainRm)) {
    font.family = Family::Main;
    font.italic = false;
  }
}

void applyDelimiterFonts(const BoxClasses& classes, const BoxClasses& parent, Inherited& font) {
  constexpr std::array<Family, 4> sizes{Family::Size1, Family::Size2, Family::Size3, Family::Size4};
  if (classes.has(DelimSizing) && classes.size >= 1 && classes.size <= 4)
    font.family = sizes[static_cast<std::size_t>(classes.size - 1)];
  if (classes.has(SmallOp) || parent.has(DelimSize1))
    font.family = Family::Size1;
  if (classes.has(LargeOp))
    font.family = Family::Size2;
  if (parent.has(DelimSize4))
    font.family = Family::Size4;
}

void applyAlignment(const BoxClasses& classes, const BoxClasses& parent, Inherited& inherited) {
  if (classes.hasAny(MSupSub, SvgAlign))
    inherited.align = Align::Left;
  if (classes.hasAny(XArrow, MOver, MUnder, KatexDisplay))
    inherited.align = Align::Center;
  if (classes.has(VlistT)) {
    if (parent.hasAny(MFrac, OpLimits, Accent, ColAlignC))
      inherited.align = Align::Center;
    else if (parent.has(ColAlignL))
      inherited.align = Align::Left;
    else if (parent.has(ColAlignR))
      inherited.align = Align::Right;
  }
}

void applyColor(const QString& color, Inherited& inherited) {
  if (color.isEmpty())
    return;
  if (color == u"transparent") {
    inherited.visible = false;
    return;
  }
  if (const QRgb known = colorNamed(color); known != 0) {
    inherited.color = known;
    inherited.visible = true;
  }
}

Inherited inherit(Inherited inherited, const Box& box, const BoxClasses& parent) {
  inherited.em = ownFontSize(box.classes, inherited.em);
  applyFontClasses(box.classes, inherited);
  applyDelimiterFonts(box.classes, parent, inherited);
  applyAlignment(box.classes, parent, inherited);
  applyColor(box.style.color, inherited);
  inherited.shadowed = inherited.shadowed || box.style.shadow;
  return inherited;
}

/// The margins and paddings a class brings along, em of the box.
struct Spacing {
  double marginLeft = 0, marginRight = 0, paddingLeft = 0, paddingRight = 0;
};

Spacing classSpacing(const BoxClasses& classes) {
  Spacing spacing;
  if (classes.has(Root))
    spacing.marginLeft = 5. / 18, spacing.marginRight = -10. / 18; // \mkern 5mu and \mkern -10mu
  if (classes.has(CancelLap))
    spacing.marginLeft = spacing.marginRight = -0.2;
  if (classes.has(Angl))
    spacing.marginRight = 0.03889;
  if (classes.has(XArrowPad))
    spacing.paddingLeft = spacing.paddingRight = 0.5;
  if (classes.has(CdArrowPad))
    spacing.paddingLeft = 0.27778, spacing.paddingRight = 0.55556;
  if (classes.has(BoxPad))
    spacing.paddingLeft = spacing.paddingRight = 0.3;
  if (classes.has(CancelPad))
    spacing.paddingLeft = spacing.paddingRight = 0.2;
  if (classes.has(AnglPad))
    spacing.paddingLeft = spacing.paddingRight = 0.03889;
  return spacing;
}

void applySpacing(Box& box) {
  const Spacing spacing = classSpacing(box.classes);
  box.style.marginLeft += spacing.marginLeft;
  box.style.marginRight += spacing.marginRight + box.italic;
  box.style.paddingLeft += spacing.paddingLeft;
  box.paddingRight = spacing.paddingRight;
}

double widthOfChildren(const Box& box) {
  double width = 0;
  for (const Box& child : box.children)
    width += child.outerWidth;
  return width;
}

// The first row's cells are as wide as their widest entry; the second row only holds the depth.
double widthOfVlist(const Box& table) {
  double width = 0;
  if (!table.children.empty() && !table.children.front().children.empty())
    for (const Box& entry : table.children.front().children.front().children)
      width = std::max(width, entry.outerWidth);
  return width;
}

double contentWidth(const Box& box) {
  const BoxClasses& classes = box.classes;
  if (box.kind == BoxKind::Svg)
    return 0;
  if (box.kind == BoxKind::Symbol)
    return textWidth(box);
  if (classes.has(VlistT))
    return widthOfVlist(box);
  if (classes.has(NullDelimiter))
    return 0.12 * box.em;
  if (classes.hasAny(Strut, PStrut, Fix, ThinBox, Llap, Rlap, Clap, CdLabelLeft, CdLabelRight, Newline) ||
      (classes.has(AccentBody) && !classes.has(AccentFull)))
    return 0;
  if (classes.hasAny(RuleBlock, VerticalSeparator))
    return box.style.borderRight.value_or(0) * box.em;
  if (fillsWidth(box))
    return box.style.minWidth.value_or(0) * box.em;
  if (box.style.width)
    return *box.style.width * box.em;
  return widthOfChildren(box);
}

void measureBox(Box& box, const Inherited& around, const BoxClasses& parent) {
  const Inherited own = inherit(around, box, parent);
  box.em = own.em;
  box.face = findFace(own.family, own.bold, own.italic);
  box.color = own.color;
  box.visible = own.visible;
  box.shadowed = own.shadowed;
  box.align = own.align;
  for (Box& child : box.children)
    measureBox(child, own, box.classes);
  applySpacing(box);
  box.contentWidth = contentWidth(box);
  box.outerWidth = box.contentWidth + box.em * (box.style.marginLeft + box.style.paddingLeft +
                                                box.paddingRight + box.style.marginRight);
}

} // namespace

bool fillsWidth(const Box& box) {
  if (box.classes.hasAny(FracLine, OverlineLine, UnderlineLine, HLine, HDashLine, HideTail, Stretchy))
    return true;
  const bool picture = !box.children.empty() && std::ranges::all_of(box.children, [](const Box& child) {
    return child.kind == BoxKind::Svg;
  });
  return picture && !box.style.width;
}

double textWidth(const Box& symbol) {
  double width = 0;
  for (const TextPiece& piece : splitText(symbol.text, symbol.face.index))
    width += piece.fallback ? fallbackText(piece.text, symbol.face).advance : piece.advance;
  return width * symbol.em;
}

void measure(Box& root, Style style) {
  Inherited inherited;
  inherited.align = style == Style::Display ? Align::Center : Align::Left;
  measureBox(root, inherited, {});
}

} // namespace eigenboard::typesetting
