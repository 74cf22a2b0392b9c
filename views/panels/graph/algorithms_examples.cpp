#include "views/panels/graph/algorithms_examples.h"

#include <initializer_list>

namespace eigenboard::panels::graph::algorithms_panel {

namespace {

Eigen::MatrixXd rowsOf(std::initializer_list<std::initializer_list<double>> rows, Eigen::Index columns) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(rows.size()), columns);
  Eigen::Index row = 0;
  for (const auto& cells : rows) {
    Eigen::Index column = 0;
    for (const double cell : cells)
      table(row, column++) = cell;
    for (; column < columns; ++column)
      table(row, column) = 1; // a weight that is not given
    ++row;
  }
  return table;
}

} // namespace

// Nine towns and the roads between them.
Eigen::MatrixXd townPlaces() {
  return rowsOf(
      {{-7.5, 4}, {-3, 6.5}, {-4.5, 0.5}, {0.5, 2.5}, {-6, -5}, {-0.5, -4}, {4.5, 6}, {4.5, -1.5}, {8, 2}},
      2);
}
Eigen::MatrixXd townRoads() {
  return rowsOf({{0, 1, 4},
                 {0, 2, 3},
                 {1, 3, 4},
                 {1, 6, 7},
                 {2, 3, 5},
                 {2, 4, 4},
                 {3, 6, 6},
                 {3, 7, 5},
                 {4, 5, 4},
                 {5, 7, 5},
                 {6, 8, 4.5},
                 {7, 8, 4}},
                3);
}
QString townNames() {
  return Words::tr("Ash,Birch,Cedar,Dale,Elm,Fern,Glen,Hill,Inn");
}

Eigen::MatrixXd detourPlaces() {
  return rowsOf({{-6.5, 0}, {-2.5, 4.5}, {2.5, 4.5}, {6.5, 0}, {-2.2, -2.5}, {2.2, -2.5}}, 2);
}
/// The upper way is the shortest, the lower one begins with the better guess.
Eigen::MatrixXd detourRoads() {
  return rowsOf({{0, 1, 3}, {1, 2, 2.5}, {2, 3, 3}, {0, 4, 4}, {4, 5, 3}, {5, 3, 3.5}, {1, 4, 4}}, 3);
}

Eigen::MatrixXd coursePlaces() {
  return rowsOf({{-5.5, 7},
                 {1, 7},
                 {-6, 2.5},
                 {-1.5, 2.5},
                 {5, 2.5},
                 {7, 6.5},
                 {-4.5, -2.5},
                 {1.5, -2.5},
                 {6, -2.5},
                 {0, -7.5}},
                2);
}
Eigen::MatrixXd courseEdges() {
  return rowsOf({{0, 2},
                 {0, 3},
                 {1, 3},
                 {1, 4},
                 {5, 4},
                 {2, 6},
                 {3, 6},
                 {3, 7},
                 {4, 7},
                 {4, 8},
                 {6, 9},
                 {7, 9},
                 {8, 9}},
                3);
}
QString courseNames() {
  return Words::tr("vectors,functions,matrices,gradients,chance,counting,layers,loss,Bayes,model");
}

Eigen::MatrixXd webPlaces() {
  return rowsOf({{-5.5, 5}, {0, 7.5}, {5.5, 5}, {-5.5, -1.5}, {0, 0.5}, {5.5, -1.5}, {-3, -7}, {3, -7}}, 2);
}
Eigen::MatrixXd webLinks() {
  return rowsOf({{0, 4},
                 {1, 4},
                 {2, 4},
                 {3, 4},
                 {5, 4},
                 {4, 0},
                 {0, 1},
                 {2, 1},
                 {3, 0},
                 {6, 3},
                 {6, 4},
                 {5, 2},
                 {5, 7},
                 {6, 7}},
                3);
}
QString webNames() {
  return Words::tr("news,blog,shop,wiki,home,docs,lab,end");
}

Eigen::MatrixXd communityPlaces() {
  return rowsOf({{-8, 1},
                 {-6, 5.5},
                 {-2.5, 4.5},
                 {-6.5, -4},
                 {-2, -1},
                 {-4.5, 1},
                 {2.5, 1},
                 {6, 5},
                 {8.5, 1},
                 {6, -4.5},
                 {2.5, -3.5},
                 {5, 0.5}},
                2);
}
Eigen::MatrixXd communityEdges() {
  return rowsOf({{0, 1},  {0, 3},  {0, 5},  {1, 2},   {1, 5},  {2, 5}, {3, 4},  {3, 5},
                 {4, 5},  {2, 4},  {6, 7},  {6, 10},  {6, 11}, {7, 8}, {7, 11}, {8, 9},
                 {8, 11}, {9, 10}, {9, 11}, {10, 11}, {2, 6},  {4, 6}},
                3);
}

QString communityNames() {
  return QStringLiteral("a,b,c,d,e,f,g,h,i,j,k,l");
}

namespace {

/// '#' is a wall.
Eigen::MatrixXd wallsOf(std::initializer_list<const char*> picture) {
  Eigen::MatrixXd walls(0, 2);
  int row = 0;
  for (const char* line : picture) {
    for (int column = 0; column < mazeColumns && line[column] != 0; ++column)
      if (line[column] == '#') {
        walls.conservativeResize(walls.rows() + 1, 2);
        walls.bottomRows<1>() << column, row;
      }
    ++row;
  }
  return walls;
}

} // namespace

Eigen::MatrixXd mazeWalls() {
  return wallsOf({"...............", //
                  ".####.#####.##.", //
                  ".#..#.....#..#.", //
                  ".#.##.###.##.#.", //
                  ".#....#.#....#.", //
                  ".####.#.####.#.", //
                  "....#.#....#.#.", //
                  ".##.#.####.#.#.", //
                  ".#..#......#...", //
                  ".#.###.#######."});
}

Eigen::MatrixXd trapWalls() {
  return wallsOf({"...............", //
                  "...............", //
                  "....######.....", //
                  ".........#.....", //
                  ".........#.....", //
                  ".........#.....", //
                  ".........#.....", //
                  "....######.....", //
                  "...............", //
                  "..............."});
}

Params::Params() {
  nodes = townPlaces();
  edges = townRoads();
  names = townNames();
  walls = mazeWalls();
  goal = 8;
}

} // namespace eigenboard::panels::graph::algorithms_panel
