#include "views/panels/graph/ratings_example.h"

#include "views/panels/graph/drawn_graph.h"

namespace eigenboard::panels::graph {

Eigen::MatrixXd ratedMovies() {
  return Eigen::MatrixXd{{0, 5, 5}, {0, 6, 4}, {0, 8, 2}, {1, 6, 5}, {1, 7, 1}, {2, 5, 4},
                         {2, 8, 5}, {2, 9, 3}, {3, 7, 4}, {3, 9, 5}, {4, 8, 3}, {4, 9, 4}};
}

QString userAndMovieNames() {
  return GraphWords::tr("Ann,Ben,Cleo,Dan,Eva,Alien,Brazil,Clue,Dune,Emma");
}

} // namespace eigenboard::panels::graph
