#include "app/search/query.h"

#include "app/search/tex_text.h"
#include "app/search/tokens.h"

#include <algorithm>

namespace eigenboard::search {

namespace {

constexpr qsizetype longestQuery = 400;
constexpr std::size_t mostTerms = 12;
constexpr qsizetype mostWords = 12; ///< of one term

bool isQuote(QChar character) {
  return character == u'"' || character == u'“' || character == u'”' || character == u'„';
}

struct Piece {
  QString text;
  bool isQuoted = false;
  bool isOpen = false; ///< the typist has not ended it
};

/// Cuts at blanks, and takes what stands in quotation marks as one piece.
std::vector<Piece> piecesOf(const QString& typed) {
  std::vector<Piece> pieces;
  Piece piece;
  const auto finish = [&](bool isOpen) {
    piece.isOpen = isOpen;
    if (!piece.text.isEmpty())
      pieces.push_back(piece);
    piece = {};
  };
  for (const QChar character : typed) {
    if (isQuote(character)) {
      const bool opens = !piece.isQuoted;
      finish(false);
      piece.isQuoted = opens;
    } else if (character.isSpace() && !piece.isQuoted) {
      finish(false);
    } else {
      piece.text += character;
    }
  }
  finish(true);
  return pieces;
}

/// TeX is read as a formula, as it is in the index.
QString shownText(const QString& text) {
  return text.contains(u'\\') || text.contains(u'$') ? textOfTex(text) : text;
}

QString quotedWord(const QString& words) {
  return u'"' + words + u'"';
}

QString expressionOf(const Term& term) {
  const QString whole = quotedWord(term.words.join(u' '));
  if (term.words.size() > 1 || term.isQuoted)
    return term.isPrefix ? whole + QStringLiteral(" *") : whole;
  const QString other = otherNumber(term.words.constFirst());
  if (term.isPrefix) {
    // A plural as prefix would miss its singular; the other way the prefix does it.
    const bool isPlural = term.words.constFirst().startsWith(other);
    return other.isEmpty() || !isPlural ? whole + QStringLiteral(" *")
                                        : QStringLiteral("(%1 * OR %2)").arg(whole, quotedWord(other));
  }
  return other.isEmpty() ? whole : QStringLiteral("(%1 OR %2)").arg(whole, quotedWord(other));
}

} // namespace

QString otherNumber(const QString& word) {
  constexpr qsizetype shortest = 4;
  const bool isName = std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isDigit(); });
  if (word.size() < shortest || isName || word.endsWith(QStringLiteral("ss")))
    return {};
  return word.endsWith(u's') ? word.chopped(1) : word + u's';
}

bool matches(const QString& found, const QString& wanted, bool isPrefix) {
  return isPrefix ? found.startsWith(wanted) || found == otherNumber(wanted)
                  : found == wanted || found == otherNumber(wanted);
}

Query parseQuery(const QString& typed) {
  Query query;
  for (const Piece& piece : piecesOf(typed.left(longestQuery))) {
    Term term;
    term.isQuoted = piece.isQuoted;
    term.isPrefix = piece.isOpen;
    term.text = shownText(piece.text).trimmed();
    for (const Token& token : tokensOf(term.text))
      if (term.words.size() < mostWords)
        term.words += token.word;
    if (!term.words.isEmpty() && query.terms.size() < mostTerms)
      query.terms.push_back(std::move(term));
  }
  QStringList words;
  for (const Term& term : query.terms)
    words += term.words;
  query.words = words.join(u' ');
  return query;
}

QString fullTextExpression(const Query& query, Need need) {
  QStringList parts;
  for (const Term& term : query.terms)
    parts += expressionOf(term);
  return parts.join(need == Need::All ? QStringLiteral(" AND ") : QStringLiteral(" OR "));
}

} // namespace eigenboard::search
