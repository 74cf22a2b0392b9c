#pragma once

#include "core/algebra/expression.h"

namespace eigenboard::algebra {

enum class TokenKind : std::uint8_t { Number, Name, Sign, Raised, Open, Close, Comma, End };

/// A piece of the text. A sign is one of + − * / ^ in ASCII, a bracket that which stands there. Raised: a
/// whole number written in raised digits.
struct Token {
  TokenKind kind = TokenKind::End;
  std::size_t position = 0; ///< in bytes
  std::string text;
  char sign = 0;
  double number = 0;
};

struct Tokens {
  std::vector<Token> list; ///< ends with End
  ExpressionFault fault = ExpressionFault::None;
  std::size_t position = 0;
  std::string detail;
};

/// Takes the text apart. Names are runs of letters with digits and underscores after them; every character
/// beyond ASCII that is no sign counts as a letter.
Tokens tokensOf(const std::string& text);

} // namespace eigenboard::algebra
