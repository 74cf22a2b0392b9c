#include "core/algebra/expression_tokens.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace eigenboard::algebra {

namespace {

struct Spelling {
  std::string_view text;
  char sign;
};

/// What people type, and find in other programs, for the five signs; a blank for what counts as one.
constexpr std::array<Spelling, 20> spellings = {{
    {"+", '+'},      {"-", '-'},      {"−", '-'},      {"–", '-'},      {"**", '^'},
    {"*", '*'},      {"·", '*'},      {"⋅", '*'},      {"∙", '*'},      {"×", '*'},
    {"∗", '*'},      {"/", '/'},      {"÷", '/'},      {"∕", '/'},      {"^", '^'},
    {"\u00A0", ' '}, {"\u2009", ' '}, {"\u202F", ' '}, {"\u2062", ' '}, {"\u200B", ' '},
}};

constexpr std::array<std::string_view, 10> raisedDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes of the UTF-8 character that begins there.
std::size_t characterLength(std::string_view rest) {
  std::size_t length = 1;
  while (length < rest.size() && length < 4 && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

std::optional<Spelling> signAt(std::string_view rest) {
  for (const Spelling& spelling : spellings)
    if (rest.starts_with(spelling.text))
      return spelling;
  return std::nullopt;
}

std::optional<int> raisedDigitAt(std::string_view rest) {
  for (std::size_t digit = 0; digit < raisedDigits.size(); ++digit)
    if (rest.starts_with(raisedDigits[digit]))
      return static_cast<int>(digit);
  return std::nullopt;
}

constexpr std::string_view raisedMinus = "⁻";
constexpr std::string_view root = "√";

class Scanner {
 public:
  explicit Scanner(const std::string& text) : text_(text) {}

  Tokens run() {
    while (at_ < text_.size() && tokens_.fault == ExpressionFault::None)
      next();
    tokens_.list.push_back({TokenKind::End, text_.size(), {}, 0, 0});
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return std::string_view(text_).substr(at_); }
  char peek(std::size_t offset) const { return at_ + offset < text_.size() ? text_[at_ + offset] : '\0'; }

  void take(TokenKind kind, std::size_t length, char sign = 0, double number = 0) {
    tokens_.list.push_back({kind, at_, text_.substr(at_, length), sign, number});
    at_ += length;
  }

  void fail(ExpressionFault fault, std::size_t length) {
    tokens_.fault = fault;
    tokens_.position = at_;
    tokens_.detail = text_.substr(at_, length);
  }

  void next() {
    const char c = text_[at_];
    if (isBlank(c)) {
      ++at_;
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (const auto spelling = signAt(rest())) {
      if (spelling->sign == ' ')
        at_ += spelling->text.size();
      else
        take(TokenKind::Sign, spelling->text.size(), spelling->sign);
    } else if (c == '(' || c == '[' || c == '{') {
      take(TokenKind::Open, 1, c);
    } else if (c == ')' || c == ']' || c == '}') {
      take(TokenKind::Close, 1, c);
    } else if (c == ',' || c == ';') {
      take(TokenKind::Comma, 1);
    } else if (rest().starts_with(root)) {
      take(TokenKind::Name, root.size());
    } else if (raisedDigitAt(rest()) || rest().starts_with(raisedMinus)) {
      raised();
    } else if (isLetter(c)) {
      name();
    } else if (c == '=') {
      fail(ExpressionFault::Equation, 1);
    } else {
      fail(ExpressionFault::UnknownSign, characterLength(rest()));
    }
  }

  void number() {
    std::size_t length = 0;
    const auto digits = [&] {
      while (isDigit(peek(length)))
        ++length;
    };
    digits();
    if (peek(length) == '.') {
      ++length;
      digits();
    }
    const std::size_t sign = peek(length + 1) == '-' || peek(length + 1) == '+' ? 1 : 0;
    if ((peek(length) == 'e' || peek(length) == 'E') && isDigit(peek(length + 1 + sign))) {
      length += 1 + sign;
      digits();
    }
    if (peek(length) == '.') {
      while (isDigit(peek(length)) || peek(length) == '.')
        ++length;
      return fail(ExpressionFault::BadNumber, length);
    }
    double value = 0;
    const char* begin = text_.data() + at_;
    // Beyond the range of a double the result is no number; what is too small for one is zero.
    const auto [end, problem] = std::from_chars(begin, begin + length, value);
    if (problem == std::errc::result_out_of_range) {
      const std::string_view shown = rest().substr(0, length);
      const bool isSmall = shown.find("e-") != shown.npos || shown.find("E-") != shown.npos ||
                           shown.starts_with("0.") || shown.starts_with(".");
      if (!isSmall)
        return fail(ExpressionFault::BadNumber, length);
      value = 0;
    } else if (problem != std::errc() || end != begin + length) {
      return fail(ExpressionFault::BadNumber, length);
    }
    take(TokenKind::Number, length, 0, value);
  }

  void raised() {
    const std::size_t begin = at_;
    const bool isNegative = rest().starts_with(raisedMinus);
    at_ += isNegative ? raisedMinus.size() : 0;
    double value = 0;
    bool isEmpty = true;
    while (const std::optional<int> digit = raisedDigitAt(rest())) {
      value = 10 * value + *digit;
      at_ += raisedDigits[static_cast<std::size_t>(*digit)].size();
      isEmpty = false;
    }
    const std::size_t end = std::exchange(at_, begin);
    if (isEmpty)
      return fail(ExpressionFault::UnknownSign, raisedMinus.size());
    take(TokenKind::Raised, end - begin, 0, isNegative ? -value : value);
  }

  void name() {
    std::size_t length = 0;
    while (at_ + length < text_.size()) {
      const std::string_view following = rest().substr(length);
      const char c = following.front();
      const bool isPart = length > 0 && (isDigit(c) || c == '_');
      if (!isPart && (!isLetter(c) || signAt(following) || following.starts_with(root) ||
                      raisedDigitAt(following) || following.starts_with(raisedMinus)))
        break;
      length += characterLength(following);
    }
    take(TokenKind::Name, length);
  }

  const std::string& text_;
  Tokens tokens_;
  std::size_t at_ = 0;
};

} // namespace

Tokens tokensOf(const std::string& text) {
  return Scanner(text).run();
}

} // namespace eigenboard::algebra
