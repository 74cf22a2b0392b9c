#pragma once

#include "app/book/link.h"

namespace eigenboard::book {

/// The answer of an exercise from the parts of its link; a BrokenLink where they do not make one.
///   check:number?value=V&tol=T           V and T as numberFromText or an expression without variables reads
///                                        them (sqrt(2)/2); T is absolute, 0 when it is left out
///   check:expression?value=E&vars=x,y>0  compared with E at random points; y is positive, and z>y would be
///                                        above the y before it; &tol=T allows that relative difference, for
///                                        rounded constants
///   check:choice?answer=B&options=A|B|C  words and formulas in dollars; a | in a formula divides nothing
///   check:matrix?value=1,2;3,4&tol=T     rows divided by semicolons; each entry as a number above
///   check:code?function=F                the cell of the exercise before it defines F, which is called as
///   the
///                                        solution's is (code_check.h)
/// kind: what stands between "check:" and "?". value= and answer= mean the same.
Link checkLink(const QString& kind, const panel::Settings& settings);

/// The options as they are divided, without blanks around them.
QStringList optionsOf(const QString& text);

/// Why the answer of a check can never be found right, or empty.
QString checkProblem(const CheckLink& link);

} // namespace eigenboard::book
