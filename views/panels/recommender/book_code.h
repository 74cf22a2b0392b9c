#pragma once

#include <QtCore/QString>

namespace eigenboard::panels::recommender {

/// Python: TABLE, the book's ratings as text ("-" where there is none), people down and films across, then
/// `cells`, its words row by row. withReader: an empty row more, the reader's.
QString bookTableCode(bool withReader);

/// Python: float32 as f, and the generator random_for(seed, part) of core/recommender/shuffle.h.
QString randomCode();

/// Python: P, Q, b, c, the factors and biases at the start, for `train` of (row, column, stars), `factors`,
/// `m` people, `n` films and `seed`. After randomCode.
QString firstFactorsCode();

/// Python: solve(mine, theirs, X, x, Y, y), half a sweep of alternating least squares on arrays u, i and r,
/// with `mean`, `penalty` and `factors`.
QString sweepCode();

/// Python: `rows` fall into `train` and `test` by `test_share` and `seed`, with the reader's `changes`, a
/// dictionary from (row, column) to stars; and `mean`. After randomCode.
QString splitCode();

/// Python: so many `epochs` of stochastic gradient descent on P, Q, b and c, with `rate` and `penalty`, to
/// the bit as the program does; `order` is the order of the ratings before each epoch shuffles it.
QString gradientCode();

} // namespace eigenboard::panels::recommender
