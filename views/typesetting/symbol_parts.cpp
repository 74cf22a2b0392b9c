#include "views/typesetting/symbol_parts.h"

#include <algorithm>
#include <utility>

namespace eigenboard::typesetting {

namespace {

/// Commands that make one symbol of the group after them.
bool takesGroup(const QString& command) {
  static const QStringList commands = {
      QStringLiteral("\\mathbf"),     QStringLiteral("\\mathbb"),       QStringLiteral("\\mathcal"),
      QStringLiteral("\\mathrm"),     QStringLiteral("\\mathsf"),       QStringLiteral("\\mathtt"),
      QStringLiteral("\\mathfrak"),   QStringLiteral("\\mathscr"),      QStringLiteral("\\mathit"),
      QStringLiteral("\\boldsymbol"), QStringLiteral("\\operatorname"), QStringLiteral("\\hat"),
      QStringLiteral("\\widehat"),    QStringLiteral("\\vec"),          QStringLiteral("\\bar"),
      QStringLiteral("\\overline"),   QStringLiteral("\\tilde"),        QStringLiteral("\\widetilde"),
      QStringLiteral("\\dot"),        QStringLiteral("\\ddot"),         QStringLiteral("\\check"),
      QStringLiteral("\\breve"),      QStringLiteral("\\acute"),        QStringLiteral("\\grave")};
  return commands.contains(command);
}

bool isSilent(const QString& command) {
  static const QStringList commands = {
      QStringLiteral("\\left"),       QStringLiteral("\\right"),     QStringLiteral("\\limits"),
      QStringLiteral("\\nolimits"),   QStringLiteral("\\frac"),      QStringLiteral("\\tfrac"),
      QStringLiteral("\\dfrac"),      QStringLiteral("\\sqrt"),      QStringLiteral("\\displaystyle"),
      QStringLiteral("\\textstyle"),  QStringLiteral("\\quad"),      QStringLiteral("\\qquad"),
      QStringLiteral("\\underbrace"), QStringLiteral("\\overbrace"), QStringLiteral("\\,"),
      QStringLiteral("\\;"),          QStringLiteral("\\:"),         QStringLiteral("\\!"),
      QStringLiteral("\\ "),          QStringLiteral("\\\\")};
  return commands.contains(command);
}

/// The end of the group that begins at a brace; the end of the text when it is not closed.
qsizetype endOfGroup(const QString& tex, qsizetype open) {
  int depth = 0;
  for (qsizetype at = open; at < tex.size(); ++at) {
    if (tex[at] == u'\\')
      ++at;
    else if (tex[at] == u'{')
      ++depth;
    else if (tex[at] == u'}' && --depth == 0)
      return at + 1;
  }
  return tex.size();
}

qsizetype endOfCommand(const QString& tex, qsizetype at) {
  qsizetype end = at + 1;
  while (end < tex.size() && tex[end].isLetter() && tex[end].unicode() < 0x80)
    ++end;
  return std::min(std::max(end, at + 2), tex.size());
}

QStringList sorted(QStringList list) {
  list.sort();
  return list;
}

bool isPlace(QChar character) {
  return character == u'_' || character == u'^';
}

/// Where a part stands, and what it is: "^" and \top.
SymbolAt symbolFrom(const QString& part) {
  qsizetype begin = 0;
  while (begin + 1 < part.size() && isPlace(part[begin]))
    ++begin;
  return {part.sliced(begin), {}, part.first(begin)};
}

/// Signs that are another thing as an exponent or an index: A^+, A^*, [x]_+.
bool isSign(const QString& tex) {
  static const QStringList signs = {
      QStringLiteral("+"),          QStringLiteral("-"),      QStringLiteral("*"),
      QStringLiteral("="),          QStringLiteral("/"),      QStringLiteral("\\ast"),
      QStringLiteral("\\star"),     QStringLiteral("\\circ"), QStringLiteral("\\pm"),
      QStringLiteral("\\parallel"), QStringLiteral("\\perp"), QStringLiteral("\\times")};
  return signs.contains(tex);
}

// Of strings without a letter Qt tells null and empty ones apart here.
bool beginsWith(const QString& script, const QString& outer) {
  return outer.isEmpty() || script.startsWith(outer);
}

/// True when nothing else stands in the same exponent or index.
bool isAlone(std::size_t index, const std::vector<SymbolAt>& symbols) {
  const QString& script = symbols[index].script;
  const auto shares = [&](std::size_t other) {
    return other < symbols.size() && beginsWith(symbols[other].script, script);
  };
  return !script.isEmpty() && !shares(index + 1) && (index == 0 || !shares(index - 1));
}

/// The parts in one order, and the shortest way to the place of one of them.
struct Pattern {
  QStringList sorted;
  QString nearest;
};

QString nearestOf(const std::vector<SymbolAt>& symbols, std::size_t first, std::size_t count) {
  QString nearest = symbols[first].script;
  for (std::size_t i = first + 1; i < first + count; ++i)
    if (symbols[i].script.size() < nearest.size())
      nearest = symbols[i].script;
  return nearest;
}

Pattern patternOf(const QStringList& parts) {
  return {sorted(parts), parts.isEmpty()
                             ? QString()
                             : nearestOf(symbolsFrom(parts), 0, static_cast<std::size_t>(parts.size()))};
}

bool standsAt(std::size_t first, const Pattern& pattern, const std::vector<SymbolAt>& symbols) {
  const auto count = static_cast<std::size_t>(pattern.sorted.size());
  if (count == 0 || first + count > symbols.size())
    return false;
  // The formula's own way to the pattern: that of e^{x_i} to x_i is an exponent.
  const QString nearest = nearestOf(symbols, first, count);
  if (!pattern.nearest.isEmpty() && !nearest.endsWith(pattern.nearest))
    return false;
  const QString before = nearest.chopped(pattern.nearest.size());
  QStringList window;
  for (std::size_t i = first; i < first + count; ++i) {
    if (!beginsWith(symbols[i].script, before))
      return false;
    window.push_back(symbols[i].script.sliced(before.size()) + symbols[i].tex);
    if (!pattern.sorted.contains(window.back()))
      return false;
  }
  if (count == 1 && pattern.nearest.isEmpty() && isSign(symbols[first].tex) && isAlone(first, symbols))
    return false;
  return sorted(window) == pattern.sorted;
}

} // namespace

QStringList symbolParts(const QString& canonical) {
  QStringList parts;
  QString script;          // of what comes next
  QString next;            // "^" or "_" that waits for its argument
  QList<qsizetype> groups; // the length of script outside each group that is open
  const auto add = [&](const QString& tex) {
    parts.push_back(script + next + tex);
    next.clear();
  };
  for (qsizetype at = 0; at < canonical.size();) {
    const QChar character = canonical[at];
    if (character == u'\\') {
      qsizetype end = endOfCommand(canonical, at);
      const QString command = canonical.sliced(at, end - at);
      if (takesGroup(command) && end < canonical.size() && canonical[end] == u'{')
        end = endOfGroup(canonical, end);
      if (!isSilent(command))
        add(canonical.sliced(at, end - at));
      at = end;
    } else if (character.isDigit()) {
      // Without braces an exponent is one digit.
      qsizetype end = next.isEmpty() ? at : at + 1;
      while (next.isEmpty() && end < canonical.size() && (canonical[end].isDigit() || canonical[end] == u'.'))
        ++end;
      add(canonical.sliced(at, end - at));
      at = end;
    } else {
      if (isPlace(character)) {
        next = QString(character);
      } else if (character == u'{') {
        groups.push_back(script.size());
        script += std::exchange(next, {});
      } else if (character == u'}') {
        if (!groups.isEmpty())
          script.truncate(groups.takeLast());
        next.clear();
      } else if (character == u'\'') {
        parts.push_back(script + QStringLiteral("^\\prime"));
      } else if (!character.isSpace() && character != u'&' && character != u'~') {
        add(QString(character));
      }
      ++at;
    }
  }
  return parts;
}

std::vector<SymbolAt> symbolsFrom(const QStringList& parts) {
  std::vector<SymbolAt> symbols;
  for (const QString& part : parts)
    symbols.push_back(symbolFrom(part));
  return symbols;
}

std::vector<Occurrence> placesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols) {
  std::vector<Occurrence> found;
  const Pattern pattern = patternOf(parts);
  const auto count = static_cast<std::size_t>(parts.size());
  for (std::size_t first = 0; count > 0 && first + count <= symbols.size(); ++first) {
    if (!standsAt(first, pattern, symbols))
      continue;
    found.push_back({first, count});
    first += count - 1;
  }
  return found;
}

std::vector<QRectF> occurrencesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols) {
  std::vector<QRectF> found;
  for (const Occurrence& occurrence : placesOf(parts, symbols)) {
    QRectF area;
    for (std::size_t i = occurrence.first; i < occurrence.first + occurrence.count; ++i)
      area |= symbols[i].rect;
    found.push_back(area);
  }
  return found;
}

bool isPartOf(std::size_t index, const QStringList& parts, const std::vector<SymbolAt>& symbols) {
  const Pattern pattern = patternOf(parts);
  const auto count = static_cast<std::size_t>(parts.size());
  for (std::size_t first = index + 1 > count ? index + 1 - count : 0; first <= index; ++first)
    if (standsAt(first, pattern, symbols))
      return true;
  return false;
}

} // namespace eigenboard::typesetting
