#pragma once

#include <Eigen/Core>
#include <QtCore/QString>

namespace eigenboard::panels::graph {

/// Five users, nodes 0 to 4, and five movies, 5 to 9: edges from users to movies, with the stars given as
/// weights. They stand in two columns (columnsTable).
Eigen::MatrixXd ratedMovies();
QString userAndMovieNames();

} // namespace eigenboard::panels::graph
