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

/// A matrix as a reader types it: 1, 2; 3, 4 or [[1, 2], [3, 4]], each entry as a number above.
struct ReadMatrix {
  std::optional<Eigen::MatrixXd> entries;
  QString problem; ///< in words, when there are none
};
ReadMatrix readMatrix(const QString& text);

enum class Verdict : std::uint8_t {
  Right,
  NotYet,
  Unreadable, ///< nothing is said about the answer: it could not be read
};
struct Judgement {
  Verdict verdict = Verdict::NotYet;
  QString words; ///< for the reader; never the answer
};

/// Judges an answer: a number or a matrix within the tolerance (a vector may lie or stand), one of the
/// options, an expression that equals the wanted one at random points. The same answer is always judged
/// alike. Code is not judged here.
Judgement judgeAnswer(const CheckLink& wanted, const QString& given);

/// The names of its variables, as the parser takes them.
std::vector<std::string> variableNames(const CheckLink& check);

} // namespace eigenboard::book
