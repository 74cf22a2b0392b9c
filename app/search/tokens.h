#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace eigenboard::search {

/// A word as it is compared: letters and digits without case and accents; a Greek letter or a symbol by its
/// name, so that λ, Λ and "lambda" are one word.
struct Token {
  QString word;
  int start = 0; ///< in the text it was read from
  int length = 0;
};

/// The words of a text, in order. A Greek letter, a symbol and a raised or lowered number are words of their
/// own; a possessive 's is left out. A word is cut after 64 characters. Cost: linear.
std::vector<Token> tokensOf(QStringView text);

/// The words with single blanks between them.
QString wordsOf(QStringView text);

} // namespace eigenboard::search
