#include "app/search/snippet.h"

#include "app/search/page_text.h"
#include "app/search/tokens.h"

#include <algorithm>
#include <bit>

namespace eigenboard::search {

namespace {

constexpr int longest = 150;     ///< characters of a snippet
constexpr int before = 40;       ///< what stands before the first word, at most
constexpr int nearestBlank = 20; ///< a cut is moved so far to fall between words

/// A term found in the text.
struct Hit {
  Range range;
  std::size_t term = 0;
};

bool standsAt(const Term& term, const std::vector<Token>& tokens, std::size_t at) {
  const auto count = static_cast<std::size_t>(term.words.size());
  if (at + count > tokens.size())
    return false;
  const bool isExact = count > 1 || term.isQuoted;
  for (std::size_t i = 0; i < count; ++i) {
    const QString& wanted = term.words[static_cast<qsizetype>(i)];
    const QString& found = tokens[at + i].word;
    const bool isPrefix = term.isPrefix && i + 1 == count;
    const bool isThere =
        isExact ? (isPrefix ? found.startsWith(wanted) : found == wanted) : matches(found, wanted, isPrefix);
    if (!isThere)
      return false;
  }
  return true;
}

std::vector<Hit> hitsOf(const Query& query, const std::vector<Token>& tokens) {
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t taken = 1;
    for (std::size_t i = 0; i < query.terms.size(); ++i)
      if (standsAt(query.terms[i], tokens, at)) {
        taken = static_cast<std::size_t>(query.terms[i].words.size());
        const Token& last = tokens[at + taken - 1];
        hits.push_back({{tokens[at].start, last.start + last.length - tokens[at].start}, i});
        break;
      }
    at += taken;
  }
  return hits;
}

/// The hit with which the stretch begins that holds most different terms; of equals the one with more hits,
/// then the first.
std::size_t bestStart(const std::vector<Hit>& hits) {
  std::size_t best = 0;
  std::pair<int, std::size_t> most(0, 0);
  for (std::size_t first = 0; first < hits.size(); ++first) {
    unsigned terms = 0;
    std::size_t last = first;
    while (last < hits.size() &&
           hits[last].range.start + hits[last].range.length - hits[first].range.start <= longest - before)
      terms |= 1U << hits[last++].term;
    const std::pair<int, std::size_t> found(std::popcount(terms), last - first);
    if (found > most) {
      most = found;
      best = first;
    }
  }
  return best;
}

/// Moves a cut forward to the next word, when one is near.
qsizetype wordStart(const QString& text, qsizetype at) {
  if (at == 0)
    return 0;
  for (qsizetype i = at; i < std::min(at + nearestBlank, text.size()); ++i)
    if (text[i - 1].isSpace())
      return i;
  return text[at].isLowSurrogate() ? at + 1 : at;
}

qsizetype wordEnd(const QString& text, qsizetype at) {
  if (at >= text.size())
    return text.size();
  for (qsizetype i = at; i > std::max<qsizetype>(at - nearestBlank, 0); --i)
    if (text[i].isSpace())
      return i;
  return text[at].isLowSurrogate() ? at - 1 : at;
}

} // namespace

QList<Range> rangesOf(const Query& query, const QString& text) {
  QList<Range> ranges;
  for (const Hit& hit : hitsOf(query, tokensOf(text)))
    ranges += hit.range;
  return ranges;
}

Snippet snippetOf(const Query& query, const QString& text) {
  const std::vector<Hit> hits = hitsOf(query, tokensOf(text));
  const qsizetype anchor = hits.empty() ? 0 : hits[bestStart(hits)].range.start;
  qsizetype begin = wordStart(text, std::max<qsizetype>(0, anchor - before));
  begin = std::min(begin, anchor);
  while (begin < anchor && text[begin].isSpace())
    ++begin;
  const qsizetype end = std::max(begin, wordEnd(text, begin + longest));

  Snippet snippet;
  if (!hits.empty())
    snippet.place = anchor;
  if (begin > 0)
    snippet.text = QStringLiteral("… ");
  // Of each character of the stretch, its place in the snippet.
  std::vector<int> shown;
  // A line break becomes a blank, character by character, so that the ranges stay true.
  for (const QChar character : QStringView(text).sliced(begin, end - begin)) {
    shown.push_back(static_cast<int>(snippet.text.size()));
    if (!isFormulaMark(character))
      snippet.text += character.isSpace() || !character.isPrint() ? QChar(u' ') : character;
  }
  shown.push_back(static_cast<int>(snippet.text.size()));
  while (snippet.text.endsWith(u' '))
    snippet.text.chop(1);
  for (const Hit& hit : hits)
    if (hit.range.start >= begin && hit.range.start + hit.range.length <= end) {
      const int start = shown[static_cast<std::size_t>(hit.range.start - begin)];
      snippet.ranges +=
          {start, shown[static_cast<std::size_t>(hit.range.start + hit.range.length - begin)] - start};
    }
  if (end < text.trimmed().size())
    snippet.text += QStringLiteral(" …");
  return snippet;
}

} // namespace eigenboard::search
