#pragma once

#include "core/recommender/split.h"

#include <span>

namespace eigenboard::recommender {

/// What somebody says instead of what the data say. value: the stars; 0, less or NaN: no rating.
struct RatingChange {
  int user = 0; ///< places
  int item = 0;
  float value = 0;
};

/// The parts with changes made: a changed pair leaves both, and where it has stars it stands at the end of
/// the training part, so that what is said by hand is learnt from and never tested. Of changes of the same
/// pair the last one counts. Changes of places that are not there are left out. Times are dropped. Cost: a
/// comparison of log c for each rating, c the number of changes.
Split withChanges(const Split& parts, std::span<const RatingChange> changes);

/// The ratings with one more user, who has rated nothing yet and stands last.
Ratings withNewUser(Ratings ratings);

} // namespace eigenboard::recommender
