#include "views/typesetting/glyph_group.h"

#include "views/typesetting/symbol_table.h"

#include <array>
#include <cmath>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

// The drawings of wide accents by KaTeX's name of the first path; a number follows the name where there are
// several widths.
struct Drawing {
  QLatin1StringView picture;
  const char* over;
  const char* under;
};
using namespace Qt::StringLiterals;
constexpr std::array<Drawing, 10> drawings{{
    {"vec"_L1, "\\vec", nullptr},
    {"widehat"_L1, "\\widehat", nullptr},
    {"widecheck"_L1, "\\widecheck", nullptr},
    {"tilde"_L1, "\\widetilde", "\\utilde"},
    {"rightarrow"_L1, "\\overrightarrow", "\\underrightarrow"},
    {"doublerightarrow"_L1, "\\Overrightarrow", nullptr},
    {"leftgroup"_L1, "\\overgroup", "\\undergroup"},
    {"leftlinesegment"_L1, "\\overlinesegment", "\\underlinesegment"},
    {"leftharpoon"_L1, "\\overleftharpoon", nullptr},
    {"rightharpoon"_L1, "\\overrightharpoon", nullptr},
}};

int pictures(const Box& box, const Box*& first) {
  int count = 0;
  if (box.kind == BoxKind::Svg) {
    if (!first)
      first = &box;
    return 1;
  }
  for (const Box& child : box.children)
    count += pictures(child, first);
  return count;
}

const Box* symbolIn(const Box& box) {
  if (box.kind == BoxKind::Symbol)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = symbolIn(child))
      return found;
  return nullptr;
}

/// What the accent part of an accented box is called; empty where it has no name.
QString accentCommand(const Box& accent, bool under) {
  const Box* picture = nullptr;
  const int count = pictures(accent, picture);
  if (!picture) {
    const Box* symbol = symbolIn(accent);
    return symbol ? accentTex(symbol->text) : QString();
  }
  if (picture->picture == "leftarrow"_L1)
    return QLatin1StringView(under ? "\\under" : "\\over") +
           QLatin1StringView(count > 1 ? "leftrightarrow" : "leftarrow");
  for (const Drawing& drawing : drawings) {
    QStringView name = picture->picture;
    while (!name.isEmpty() && name.back().isDigit())
      name.chop(1);
    if (name == drawing.picture)
      return QString::fromLatin1(under ? drawing.under : drawing.over);
  }
  return {};
}

/// The rows of the one vertical list in the box, the lowest first.
const std::vector<Box>* rowsOf(const Box& box) {
  if (box.children.empty() || box.children.front().children.empty() ||
      box.children.front().children.front().children.empty())
    return nullptr;
  return &box.children.front().children.front().children.front().children;
}

QString commandOf(const Box& box) {
  if (box.classes.has(Overline))
    return QStringLiteral("\\overline");
  if (box.classes.has(Underline))
    return QStringLiteral("\\underline");
  const std::vector<Box>* rows = rowsOf(box);
  if (!rows || rows->size() < 2)
    return {};
  const bool under = box.classes.has(AccentUnder);
  return accentCommand(under ? rows->front() : rows->back(), under);
}

QRectF drawnSince(const Formula& formula, const InkSoFar& before) {
  QRectF drawn;
  for (std::size_t i = before.rules; i < formula.rules.size(); ++i) {
    const Rule& rule = formula.rules[i];
    drawn |= QRectF(rule.x, rule.y, rule.width, rule.height);
  }
  for (std::size_t i = before.outlines; i < formula.outlines.size(); ++i)
    drawn |= formula.outlines[i].path.boundingRect();
  return drawn;
}

} // namespace

void recordGroup(Formula& formula, const Box& box, const InkSoFar& before) {
  if (box.kind != BoxKind::Span || formula.glyphs.size() == before.glyphs)
    return;
  GlyphGroup group;
  if (box.classes.hasAny(Accent, AccentUnder, Overline, Underline)) {
    group.kind = GlyphGroup::Kind::Accented;
    group.command = commandOf(box);
    if (group.command.isEmpty())
      return;
    group.drawn = drawnSince(formula, before);
  } else if (box.classes.has(Text)) {
    group.kind = GlyphGroup::Kind::Text;
  } else if (box.classes.has(Mop) && !box.classes.has(OpLimits)) {
    group.kind = GlyphGroup::Kind::Name;
  } else if (box.classes.has(DelimSizing)) {
    group.kind = GlyphGroup::Kind::Delimiter;
    group.drawn = drawnSince(formula, before);
  } else {
    return;
  }
  group.first = static_cast<std::uint32_t>(before.glyphs);
  group.count = static_cast<std::uint32_t>(formula.glyphs.size() - before.glyphs);
  formula.groups.push_back(group);
}

void recordScript(Formula& formula, double shift, const InkSoFar& before) {
  constexpr double onBaseline = 0.02;
  if (std::abs(shift) < onBaseline || formula.glyphs.size() == before.glyphs)
    return;
  GlyphGroup group;
  group.kind = shift < 0 ? GlyphGroup::Kind::Superscript : GlyphGroup::Kind::Subscript;
  group.first = static_cast<std::uint32_t>(before.glyphs);
  group.count = static_cast<std::uint32_t>(formula.glyphs.size() - before.glyphs);
  formula.groups.push_back(group);
}

} // namespace eigenboard::typesetting
