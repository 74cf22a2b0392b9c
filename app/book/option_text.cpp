#include "app/book/option_text.h"

#include <algorithm>

namespace eigenboard::book {

namespace {

constexpr qsizetype longOption = 24;
constexpr qsizetype fullLine = 52; ///< characters of all options, without their circles

void append(Inlines& pieces, InlineKind kind, const QString& text) {
  if (text.isEmpty())
    return;
  Inline piece;
  piece.kind = kind;
  piece.text = text;
  pieces.push_back(std::move(piece));
}

} // namespace

Inlines optionText(const QString& option) {
  Inlines pieces;
  qsizetype at = 0;
  while (at < option.size()) {
    const qsizetype open = option.indexOf(u'$', at);
    const qsizetype close = open < 0 ? -1 : option.indexOf(u'$', open + 1);
    if (close < 0)
      break;
    append(pieces, InlineKind::Text, option.sliced(at, open - at));
    append(pieces, InlineKind::Math, option.sliced(open + 1, close - open - 1));
    at = close + 1;
  }
  append(pieces, InlineKind::Text, option.sliced(at));
  return pieces;
}

bool areStacked(const QStringList& options) {
  qsizetype all = 0;
  for (const QString& option : options) {
    all += option.size();
    if (option.size() > longOption)
      return true;
  }
  return all > fullLine;
}

} // namespace eigenboard::book
