#pragma once

#include "core/recommender/changed_ratings.h"
#include "views/panel/parameter.h"
#include "views/scene/plane.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::panels::recommender {

inline constexpr int mostChanges = 60;
inline constexpr double mostStars = 5;

// The reader's own ratings are a table parameter of the key "changes": person, film (both from 1), and stars,
// 0 for none. Of rows for the same cell the last one counts.

/// The columns of such a table.
std::vector<panel::Column> changeColumns(int people, int films);

/// The changes that count and whose cell is among so many people and films; places from 0.
std::vector<eigenboard::recommender::RatingChange> changesOf(const Eigen::MatrixXd& changes, int people,
                                                             int films);

/// The row that counts for a cell (from 0), or −1.
int changeRow(const Eigen::MatrixXd& changes, int person, int film);

/// A cell of a table.
struct CellPlace {
  int person = 0; ///< from 0
  int film = 0;
  bool operator==(const CellPlace&) const = default;
};

/// Chooses a cell and gives it a rating of the reader's own to drag, which is `stars` where it has none yet;
/// a cell that is chosen and has one loses it. Sets "person", "film" and "changes".
scene::Settings withCellSwitched(const Eigen::MatrixXd& changes, CellPlace cell, CellPlace chosen,
                                 double stars);

} // namespace eigenboard::panels::recommender
