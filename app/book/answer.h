#pragma once

#include "app/book/link.h"

#include <optional>

namespace eigenboard::book {

/// A number as a reader types it: in the forms of numberFromText (50%, ∞) or as an expression without
/// variables (sqrt(2)/2, pi/4, 2e-3). A decimal comma is refused, because 1,5 and 1,500 cannot be told apart.
struct ReadNumber {
  std::optional<double> value;
  QString problem; ///< in words, when there is no value
};
ReadNumber readNumber(const QString& text);

enum class Verdict : std::uint8_t {
  Right,
  NotYet,
  Unreadable, ///< nothing is said about the answer: it could not be read
};
struct Judgement {
  Verdict verdict = Verdict::NotYet;
  QString words; ///< for the reader; never the answer
};

/// Judges an answer: a number within the tolerance, one of the options, an expression that equals the wanted
/// one at random points. The same answer is always judged alike.
Judgement judgeAnswer(const CheckLink& wanted, const QString& given);

/// The names of its variables, as the parser takes them.
std::vector<std::string> variableNames(const CheckLink& check);

} // namespace eigenboard::book
