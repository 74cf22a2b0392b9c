#include "views/typesetting/symbol.h"

#include "views/typesetting/faces.h"
#include "views/typesetting/letters.h"
#include "views/typesetting/symbol_style.h"
#include "views/typesetting/symbol_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::typesetting {

namespace {

constexpr char32_t strokeOfNot = 0xe020;

/// A symbol in the making: glyphs[first] to glyphs[last]. letters: of a word, else empty.
struct Piece {
  std::size_t first = 0;
  std::size_t last = 0;
  QString tex;
  QString letters;
  QRectF rect;
};

bool isMainRegular(const Glyph& glyph) {
  return faceFamily(glyph.face) == Family::Main && !isBoldFace({glyph.face}) && !isItalicFace({glyph.face});
}

// Words in a \text are in these faces; a letter of mathematics inside it is in another.
bool isOfWords(const Glyph& glyph) {
  switch (faceFamily(glyph.face)) {
  case Family::Main:
  case Family::SansSerif:
  case Family::Typewriter:
    return true;
  default:
    return false;
  }
}

bool isNextTo(const Glyph& left, const Glyph& right) {
  const float pen = left.x + static_cast<float>(glyphAdvance(left.face, left.character)) * left.size;
  return left.face == right.face && left.y == right.y && left.size == right.size &&
         std::abs(right.x - pen) < 0.02f * left.size;
}

// \pmb paints a glyph twice, the second time a little to the right and below.
bool isShadow(const Glyph& glyph, const Glyph& next) {
  const float right = (next.x - glyph.x) / glyph.size;
  const float down = (next.y - glyph.y) / glyph.size;
  return glyph.face == next.face && glyph.character == next.character && glyph.size == next.size &&
         right > 0.01f && right < 0.03f && down > 0.005f && down < 0.015f;
}

QRectF rectOf(const Glyph& glyph) {
  const QRectF ink = glyphOutline(glyph.face, glyph.character).boundingRect();
  const double advance = glyphAdvance(glyph.face, glyph.character);
  const double left = std::min(0., ink.left());
  const double right = std::max(advance, ink.right());
  return {glyph.x + left * glyph.size, glyph.y + ink.top() * glyph.size, (right - left) * glyph.size,
          ink.height() * glyph.size};
}

class SymbolReader {
 public:
  explicit SymbolReader(const Formula& formula) : formula(formula), edges(formula.glyphs.size() + 1) {}

  std::vector<SymbolAt> read() {
    markEdges();
    readPieces();
    for (const GlyphGroup& group : formula.groups)
      apply(group);
    std::vector<SymbolAt> symbols;
    symbols.reserve(pieces.size());
    for (const Piece& piece : pieces)
      symbols.push_back({piece.tex, piece.rect});
    markScripts(symbols);
    return symbols;
  }

 private:
  enum Edge : std::uint8_t { Inside, Boundary };

  void markEdges() {
    words.resize(formula.glyphs.size());
    for (const GlyphGroup& group : formula.groups) {
      const std::size_t end = std::min(formula.glyphs.size(), std::size_t(group.first) + group.count);
      if (group.first >= end)
        continue;
      edges[group.first] = edges[end] = Boundary;
      if (group.kind == GlyphGroup::Kind::Text)
        for (std::size_t i = group.first; i < end; ++i)
          words[i] = isOfWords(formula.glyphs[i]);
    }
  }

  // Outer groups come after those in them.
  void markScripts(std::vector<SymbolAt>& symbols) const {
    for (auto group = formula.groups.rbegin(); group != formula.groups.rend(); ++group) {
      const bool isAbove = group->kind == GlyphGroup::Kind::Superscript;
      if (!isAbove && group->kind != GlyphGroup::Kind::Subscript)
        continue;
      auto piece = std::lower_bound(pieces.begin(), pieces.end(), group->first,
                                    [](const Piece& one, std::size_t glyph) { return one.first < glyph; });
      for (; piece != pieces.end() && piece->first < std::size_t(group->first) + group->count; ++piece)
        symbols[static_cast<std::size_t>(piece - pieces.begin())].script += isAbove ? u'^' : u'_';
    }
  }

  bool joins(std::size_t i) const {
    const Glyph& next = formula.glyphs[i];
    return edges[i] == Inside && !words[i] && isNextTo(formula.glyphs[i - 1], next);
  }

  void readPieces() {
    const std::vector<Glyph>& glyphs = formula.glyphs;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
      if (!words[i] && !glyphOutline(glyphs[i].face, glyphs[i].character).isEmpty())
        i = readPiece(i);
  }

  /// Adds the piece that begins with glyph i and says which glyph it ends with.
  std::size_t readPiece(std::size_t i) {
    const std::vector<Glyph>& glyphs = formula.glyphs;
    Piece piece{i, i, characterTex(glyphs[i].face, glyphs[i].character), {}, rectOf(glyphs[i])};
    if (isMainRegular(glyphs[i]) && isLetter(glyphs[i].character)) {
      readRun(piece, isLetter);
      piece.letters = lettersOf(piece);
      piece.tex = wordTex(piece.letters);
    } else if (isMainRegular(glyphs[i]) && isDigit(glyphs[i].character)) {
      readNumber(piece);
    } else if (i + 1 < glyphs.size() && isShadow(glyphs[i], glyphs[i + 1])) {
      extend(piece);
      piece.tex = QStringLiteral("\\pmb{%1}").arg(piece.tex);
    } else if (glyphs[i].character == strokeOfNot && i + 1 < glyphs.size() && !words[i + 1]) {
      extend(piece);
      piece.tex = negated(characterTex(glyphs[i + 1].face, glyphs[i + 1].character));
    }
    if (!strikesThrough(piece))
      pieces.push_back(piece);
    return piece.last;
  }

  void extend(Piece& piece) {
    ++piece.last;
    piece.rect |= rectOf(formula.glyphs[piece.last]);
  }

  void readRun(Piece& piece, bool (*belongs)(char32_t)) {
    while (piece.last + 1 < formula.glyphs.size() && joins(piece.last + 1) &&
           belongs(formula.glyphs[piece.last + 1].character))
      extend(piece);
  }

  void readNumber(Piece& piece) {
    const auto digitAt = [this](std::size_t i) {
      return i < formula.glyphs.size() && joins(i) && isDigit(formula.glyphs[i].character);
    };
    readRun(piece, isDigit);
    const std::size_t point = piece.last + 1;
    if (point < formula.glyphs.size() && joins(point) && formula.glyphs[point].character == U'.' &&
        digitAt(point + 1)) {
      extend(piece);
      readRun(piece, isDigit);
    }
    piece.tex = lettersOf(piece);
  }

  QString lettersOf(const Piece& piece) const {
    QString letters;
    for (std::size_t i = piece.first; i <= piece.last; ++i)
      letters += QString::fromUcs4(&formula.glyphs[i].character, 1);
    return letters;
  }

  // KaTeX makes \notin of \in and a slash that lies on it.
  bool strikesThrough(const Piece& slash) {
    if (pieces.empty() || slash.tex != u"/" || pieces.back().tex != u"\\in" ||
        !pieces.back().rect.contains(slash.rect.center()))
      return false;
    pieces.back().tex = QStringLiteral("\\notin");
    pieces.back().rect |= slash.rect;
    pieces.back().last = slash.last;
    return true;
  }

  void apply(const GlyphGroup& group) {
    const auto from = std::find_if(pieces.begin(), pieces.end(),
                                   [&](const Piece& piece) { return piece.first >= group.first; });
    const auto to = std::find_if(from, pieces.end(), [&](const Piece& piece) {
      return piece.first >= std::size_t(group.first) + group.count;
    });
    if (from == to)
      return;
    switch (group.kind) {
    case GlyphGroup::Kind::Accented:
      return applyAccent(group, from, to);
    case GlyphGroup::Kind::Name:
      return applyName(from, to);
    case GlyphGroup::Kind::Delimiter:
      return applyDelimiter(group, from, to);
    case GlyphGroup::Kind::Text:
    case GlyphGroup::Kind::Superscript:
    case GlyphGroup::Kind::Subscript:
      return;
    }
  }

  using Place = std::vector<Piece>::iterator;

  void join(Place from, Place to, const QString& tex, const QRectF& drawn = {}) {
    from->tex = tex;
    from->last = (to - 1)->last;
    from->letters.clear();
    for (Place piece = from; piece != to; ++piece)
      from->rect |= piece->rect;
    from->rect |= drawn;
    pieces.erase(from + 1, to);
  }

  // An accent over one symbol makes a new one; over several it is none itself.
  void applyAccent(const GlyphGroup& group, Place from, Place to) {
    const Glyph& last = formula.glyphs[(to - 1)->last];
    const bool isGlyph = accentTex(QString::fromUcs4(&last.character, 1)) == group.command;
    const Place accent = isGlyph ? to - 1 : to;
    if (accent - from == 1)
      join(from, to, QStringLiteral("%1{%2}").arg(group.command, from->tex), group.drawn);
    else if (isGlyph)
      pieces.erase(accent);
  }

  void applyName(Place from, Place to) {
    QString letters;
    for (Place piece = from; piece != to; ++piece) {
      if (!isMainRegular(formula.glyphs[piece->first]))
        return;
      if (piece != from && !piece->letters.isEmpty() && !(piece - 1)->letters.isEmpty())
        letters += QStringLiteral("\\,");
      letters += lettersOf(*piece);
    }
    if (std::any_of(from, to, [](const Piece& piece) { return !piece.letters.isEmpty(); }))
      join(from, to, wordTex(letters));
  }

  // A tall bracket has a glyph for its top, one for its bottom, perhaps one for its middle.
  void applyDelimiter(const GlyphGroup& group, Place from, Place to) {
    QString glyphs;
    for (Place piece = from; piece != to; ++piece)
      glyphs += lettersOf(*piece);
    const QString tex = tallDelimiterTex(glyphs);
    if (!tex.isEmpty() || to - from > 1 || !group.drawn.isEmpty())
      join(from, to, tex.isEmpty() ? from->tex : tex, group.drawn);
  }

  const Formula& formula;
  std::vector<std::uint8_t> edges;
  std::vector<bool> words;
  std::vector<Piece> pieces;
};

double distance(const QRectF& rect, QPointF point) {
  const double across = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.});
  const double down = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.});
  return std::hypot(across, down);
}

} // namespace

std::vector<SymbolAt> symbolsOf(const Formula& formula) {
  return SymbolReader(formula).read();
}

int symbolNear(const std::vector<SymbolAt>& symbols, QPointF em, double left, double right) {
  constexpr double reach = 0.2;
  int nearest = -1;
  double least = reach;
  double smallest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const QRectF& rect = symbols[i].rect;
    if (rect.center().x() < left || rect.center().x() > right)
      continue;
    const double away = distance(rect, em);
    const double area = rect.width() * rect.height();
    if (away < least || (away == least && away < reach && area < smallest)) {
      least = away;
      smallest = area;
      nearest = static_cast<int>(i);
    }
  }
  return nearest;
}

std::optional<SymbolAt> symbolAt(const Formula& formula, QPointF em) {
  constexpr double anywhere = std::numeric_limits<double>::infinity();
  const std::vector<SymbolAt> symbols = symbolsOf(formula);
  const int found = symbolNear(symbols, em, -anywhere, anywhere);
  return found < 0 ? std::nullopt : std::optional(symbols[static_cast<std::size_t>(found)]);
}

} // namespace eigenboard::typesetting
