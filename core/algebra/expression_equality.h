#pragma once

#include "core/algebra/expression.h"

namespace eigenboard::algebra {

/// A variable that takes any value, or only positive ones, or only ones above those of another variable.
struct Variable {
  std::string name;
  bool isPositive = false;
  int above = -1; ///< the place of an earlier variable in the list, −1 for none; isPositive says nothing then
};

enum class Equality : std::uint8_t {
  Equal,
  Different,
  OtherDomain, ///< equal where both are defined, but one is defined where the other is not
  Undecided,   ///< no point where both have values that rounding lets compare
};

struct Comparison {
  Equality verdict = Equality::Undecided;
  std::vector<double> witness; ///< a point where they differ, for Different and OtherDomain
  int comparedPoints = 0;
};

/// Are two expressions, parsed with the same variables, the same function? Judged at seeded random points in
/// eight ranges, from 0.01 to 10⁴ wide, on both sides of zero and on the positive side alone, so that an
/// identity that holds on one side only (x and |x|) is not taken for one, and products of logarithms have
/// points too. Points where neither is defined, or where overflow or rounding leaves open whether one is,
/// are skipped.
/// Two values are equal when they differ by at most eight times the sum of their rounding error bounds
/// (evaluateWithError), so that a slip in the ninth decimal shows and cancellation is no slip; or by at most
/// relativeTolerance of the larger, which is for an answer whose author rounded its constants. Where that
/// bound is above a thousandth of the value the point tells nothing and is skipped.
/// By the isolation of the zeros of analytic functions, a wrong answer made of these functions passes only
/// with vanishing probability, unless it differs in a small part of the ranges alone: min(x, 20000) and x.
/// Cost: 256 evaluations of each.
Comparison compareAtRandomPoints(const Expression& first, const Expression& second,
                                 const std::vector<Variable>& variables, std::uint64_t seed,
                                 double relativeTolerance = 0);

} // namespace eigenboard::algebra
