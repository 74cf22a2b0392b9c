#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::search {

/// One thing that is looked for: words that follow each other. What was typed without a blank is one term
/// ("4.6", "cross-entropy", "\lambda_1"), and so is what stands in quotation marks.
struct Term {
  QString text;          ///< as it was typed, TeX as the characters it shows
  QStringList words;     ///< as tokens have them; never empty
  bool isPrefix = false; ///< the last word may go on
  bool isQuoted = false;
};

/// What was typed, as terms. Whatever the text holds, it is only ever words: the first 400 characters count,
/// and of these at most 12 terms of at most 12 words. The last term is a prefix unless a blank or a closing
/// quotation mark follows it.
struct Query {
  std::vector<Term> terms;
  QString words; ///< all of them with blanks between
  bool isEmpty() const { return terms.empty(); }
};

Query parseQuery(const QString& typed);

/// The other number of a noun, by its last letter: "eigenvalues" for "eigenvalue" and back. Empty for words
/// too short to tell.
QString otherNumber(const QString& word);

/// True when a word of a text is the word looked for, or begins with it.
bool matches(const QString& found, const QString& wanted, bool isPrefix);

enum class Need : std::uint8_t { All, Any };
/// The query in the language of SQLite's FTS5. Words are quoted, so that none can be an operator.
QString fullTextExpression(const Query& query, Need need);

} // namespace eigenboard::search
