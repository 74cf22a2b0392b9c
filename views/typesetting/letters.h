#pragma once

namespace eigenboard::typesetting {

/// A Latin letter without accents, as KaTeX's own tables call a letter.
constexpr bool isLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

constexpr bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

} // namespace eigenboard::typesetting
