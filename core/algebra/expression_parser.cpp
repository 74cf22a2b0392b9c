#include "core/algebra/expression_names.h"
#include "core/algebra/expression_tokens.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace eigenboard::algebra {

namespace {

/// One of the names that a run of letters is made of.
struct Piece {
  std::string text;
  std::size_t position = 0;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, const std::vector<std::string>& variables)
      : tokens_(std::move(tokens)), variables_(variables) {}

  ParsedExpression run() {
    if (tokens_.front().kind == TokenKind::End)
      return failed(ExpressionFault::Empty, 0, {});
    if (sum() && here().kind != TokenKind::End)
      stray();
    if (made_.fault != ExpressionFault::None)
      made_.expression = {};
    else
      made_.expression.stackDepth = deepestStack_;
    return std::move(made_);
  }

 private:
  const Token& here() const { return tokens_[at_]; }
  bool isSign(char sign) const { return here().kind == TokenKind::Sign && here().sign == sign; }

  ParsedExpression failed(ExpressionFault fault, std::size_t position, std::string detail) {
    made_.fault = fault;
    made_.position = position;
    made_.detail = std::move(detail);
    return made_;
  }
  bool fail(ExpressionFault fault, const Token& token) {
    failed(fault, token.position, token.text);
    return false;
  }

  /// What stands after a whole expression.
  bool stray() {
    if (here().kind == TokenKind::Close)
      return fail(ExpressionFault::UnopenedBracket, here());
    if (here().kind == TokenKind::Comma)
      return fail(ExpressionFault::StrayComma, here());
    return fail(ExpressionFault::MissingOperand, here());
  }

  bool emit(Operation operation, int variable = 0, double number = 0) {
    made_.expression.program.push_back({operation, variable, number});
    stack_ += 1 - argumentCount(operation);
    deepestStack_ = std::max(deepestStack_, stack_);
    return true;
  }

  bool descend() {
    if (++depth_ <= deepestExpression)
      return true;
    return fail(ExpressionFault::TooDeep, here());
  }

  bool sum() {
    if (!product())
      return false;
    while (isSign('+') || isSign('-')) {
      const Operation operation = isSign('+') ? Operation::Add : Operation::Subtract;
      ++at_;
      if (!product() || !emit(operation))
        return false;
    }
    return true;
  }

  bool beginsFactor() const {
    return here().kind == TokenKind::Number || here().kind == TokenKind::Name ||
           here().kind == TokenKind::Open;
  }

  bool product() {
    if (!factor())
      return false;
    bool isQuotient = false;
    while (true) {
      if (isSign('*') || isSign('/')) {
        isQuotient = isSign('/');
        ++at_;
        if (!factor() || !emit(isQuotient ? Operation::Divide : Operation::Multiply))
          return false;
      } else if (beginsFactor()) {
        // "1/2x" means (1/2)x to some readers and 1/(2x) to others: nobody's answer is judged by a guess.
        if (isQuotient)
          return fail(ExpressionFault::AmbiguousProduct, here());
        // Two numbers side by side are a slip, not a product.
        if (here().kind == TokenKind::Number && tokens_[at_ - 1].kind == TokenKind::Number)
          return fail(ExpressionFault::MissingOperand, here());
        if (!power() || !emit(Operation::Multiply))
          return false;
      } else {
        return true;
      }
    }
  }

  /// Signs bind less tightly than powers: −x^2 is −(x^2).
  bool factor() {
    if (!isSign('+') && !isSign('-'))
      return power();
    const bool isNegative = isSign('-');
    return factorAfterSign() && (!isNegative || emit(Operation::Negate));
  }

  /// The sign is here, and what follows is one deeper.
  bool factorAfterSign() {
    if (!descend())
      return false;
    ++at_;
    if (!factor())
      return false;
    --depth_;
    return true;
  }

  bool power() { return base() && exponent(); }

  bool exponent() {
    if (here().kind == TokenKind::Raised) {
      emit(Operation::Number, 0, here().number);
      ++at_;
      return emit(Operation::Power);
    }
    return !isSign('^') || (factorAfterSign() && emit(Operation::Power));
  }

  bool base() {
    switch (here().kind) {
    case TokenKind::Number:
      emit(Operation::Number, 0, here().number);
      ++at_;
      return true;
    case TokenKind::Open:
      return bracketed(1, {});
    case TokenKind::Name:
      return name();
    default:
      return fail(ExpressionFault::MissingOperand, here());
    }
  }

  /// Values in brackets with commas between them. function: whose they are, or a token without text.
  bool bracketed(int count, const Token& function) {
    const Token open = here();
    const char closing = open.sign == '(' ? ')' : open.sign == '[' ? ']' : '}';
    if (!descend())
      return false;
    ++at_;
    int given = 0;
    do {
      if (given > 0)
        ++at_;
      if (given == count)
        return function.text.empty() ? fail(ExpressionFault::StrayComma, tokens_[at_ - 1])
                                     : fail(ExpressionFault::WrongCount, function);
      if (!sum())
        return false;
      ++given;
    } while (here().kind == TokenKind::Comma);
    if (here().kind == TokenKind::End)
      return fail(ExpressionFault::UnclosedBracket, open);
    if (here().kind != TokenKind::Close)
      return stray();
    if (here().sign != closing)
      return fail(ExpressionFault::UnclosedBracket, open);
    if (given < count)
      return fail(ExpressionFault::WrongCount, function);
    ++at_;
    --depth_;
    return true;
  }

  bool isKnown(const std::string& text) const {
    return std::find(variables_.begin(), variables_.end(), text) != variables_.end() || constantNamed(text) ||
           functionNamed(text);
  }

  /// The known names that the text is made of, the longest first, a function only at the end before its
  /// bracket; empty when it is not made of known names.
  std::vector<Piece> piecesOf(const Token& token, bool bracketFollows) const {
    // From the end: best[i] is the length of the first name of a division of the rest from i on.
    const std::string& text = token.text;
    std::vector<std::size_t> best(text.size() + 1, 0);
    for (std::size_t from = text.size(); from-- > 0;)
      for (std::size_t length = std::min<std::size_t>(text.size() - from, longestName); length > 0;
           --length) {
        const std::size_t end = from + length;
        const std::string part = text.substr(from, length);
        const bool isVariable = std::find(variables_.begin(), variables_.end(), part) != variables_.end();
        const bool fits = isVariable || constantNamed(part) ||
                          (functionNamed(part) && end == text.size() && bracketFollows);
        if (fits && (end == text.size() || best[end] > 0)) {
          best[from] = length;
          break;
        }
      }
    std::vector<Piece> pieces;
    if (best[0] == 0)
      return pieces;
    for (std::size_t from = 0; from < text.size(); from += best[from])
      pieces.push_back({text.substr(from, best[from]), token.position + from});
    return pieces;
  }

  bool name() {
    const Token token = here();
    if (isKnown(token.text)) {
      ++at_;
      return known(token);
    }
    const bool bracketFollows = tokens_[at_ + 1].kind == TokenKind::Open;
    std::vector<Piece> pieces = piecesOf(token, bracketFollows);
    if (pieces.empty())
      return unknown(token);
    // The pieces take the place of the token, so that a power after them is that of the last one.
    std::vector<Token> parts;
    for (Piece& piece : pieces)
      parts.push_back({TokenKind::Name, piece.position, std::move(piece.text), 0, 0});
    const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
    *place = parts.front();
    tokens_.insert(place + 1, parts.begin() + 1, parts.end());
    return name();
  }

  bool unknown(const Token& token) {
    // "sinx": a function without its bracket is the likelier slip.
    for (const std::string& name : knownNames())
      if (functionNamed(name) && token.text.starts_with(name) && token.text.size() > name.size())
        return fail(ExpressionFault::NeedsBrackets, {TokenKind::Name, token.position, name, 0, 0});
    return fail(ExpressionFault::UnknownName, token);
  }

  bool known(const Token& token) {
    const auto variable = std::find(variables_.begin(), variables_.end(), token.text);
    if (variable != variables_.end())
      return emit(Operation::Variable, static_cast<int>(variable - variables_.begin()));
    if (const std::optional<double> constant = constantNamed(token.text))
      return emit(Operation::Number, 0, *constant);
    const Operation function = *functionNamed(token.text);
    if (token.text == "√" && here().kind != TokenKind::Open)
      return descend() && rootOfNext() && emit(function);
    if (here().kind != TokenKind::Open)
      return fail(ExpressionFault::NeedsBrackets, token);
    return bracketed(argumentCount(function), token) && emit(function);
  }

  /// √2 and √x take the one thing that follows.
  bool rootOfNext() {
    const bool made = base();
    --depth_;
    return made;
  }

  static constexpr std::size_t longestName = 40;

  std::vector<Token> tokens_;
  const std::vector<std::string>& variables_;
  ParsedExpression made_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int stack_ = 0;
  int deepestStack_ = 0;
};

} // namespace

ParsedExpression parseExpression(const std::string& text, const std::vector<std::string>& variables) {
  ParsedExpression refused;
  if (text.size() > longestExpression) {
    refused.fault = ExpressionFault::TooLong;
    refused.position = longestExpression;
    return refused;
  }
  Tokens tokens = tokensOf(text);
  if (tokens.fault != ExpressionFault::None) {
    refused.fault = tokens.fault;
    refused.position = tokens.position;
    refused.detail = std::move(tokens.detail);
    return refused;
  }
  return Parser(std::move(tokens.list), variables).run();
}

} // namespace eigenboard::algebra
