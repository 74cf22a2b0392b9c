#include "views/typesetting/symbol_parts.h"

#include <algorithm>

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

bool standsAt(qsizetype first, const QStringList& sortedParts, const std::vector<SymbolAt>& symbols) {
  const qsizetype count = sortedParts.size();
  if (first < 0 || count == 0 || first + count > static_cast<qsizetype>(symbols.size()))
    return false;
  QStringList window;
  for (qsizetype i = first; i < first + count; ++i) {
    const QString& tex = symbols[static_cast<std::size_t>(i)].tex;
    if (!sortedParts.contains(tex))
      return false;
    window.push_back(tex);
  }
  return sorted(window) == sortedParts;
}

} // namespace

QStringList symbolParts(const QString& canonical) {
  QStringList parts;
  for (qsizetype at = 0; at < canonical.size();) {
    const QChar character = canonical[at];
    if (character == u'\\') {
      qsizetype end = endOfCommand(canonical, at);
      const QString command = canonical.sliced(at, end - at);
      if (takesGroup(command) && end < canonical.size() && canonical[end] == u'{')
        end = endOfGroup(canonical, end);
      if (!isSilent(command))
        parts.push_back(canonical.sliced(at, end - at));
      at = end;
    } else if (character.isDigit()) {
      qsizetype end = at;
      while (end < canonical.size() && (canonical[end].isDigit() || canonical[end] == u'.'))
        ++end;
      parts.push_back(canonical.sliced(at, end - at));
      at = end;
    } else {
      if (!character.isSpace() && !QStringLiteral("{}_^&~").contains(character))
        parts.push_back(QString(character));
      ++at;
    }
  }
  return parts;
}

std::vector<QRectF> occurrencesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols) {
  std::vector<QRectF> found;
  const QStringList wanted = sorted(parts);
  for (qsizetype first = 0; first + wanted.size() <= static_cast<qsizetype>(symbols.size()); ++first) {
    if (!standsAt(first, wanted, symbols))
      continue;
    QRectF area;
    for (qsizetype i = first; i < first + wanted.size(); ++i)
      area |= symbols[static_cast<std::size_t>(i)].rect;
    found.push_back(area);
    first += wanted.size() - 1;
  }
  return found;
}

bool isPartOf(std::size_t index, const QStringList& parts, const std::vector<SymbolAt>& symbols) {
  const QStringList wanted = sorted(parts);
  const auto last = static_cast<qsizetype>(index);
  for (qsizetype first = last - wanted.size() + 1; first <= last; ++first)
    if (standsAt(first, wanted, symbols))
      return true;
  return false;
}

} // namespace eigenboard::typesetting
