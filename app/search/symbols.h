#pragma once

#include <QtCore/QString>

namespace eigenboard::search {

/// A symbol of mathematics under its three names: the TeX command, the character, and the word one says or
/// types.
struct Symbol {
  const char* tex;     ///< without the backslash; empty: there is none
  char32_t character;  ///< as it is shown
  const char* word;    ///< in lower case; empty: not a word one would look for
  bool spaced = false; ///< stands between blanks: a relation or an arrow
};

/// Null when the command is not the name of a symbol.
const Symbol* symbolOfTex(QStringView command);
/// Null when the character has no word.
const Symbol* symbolOfCharacter(char32_t character);

} // namespace eigenboard::search
