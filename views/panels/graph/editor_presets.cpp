#include "core/graph/generators.h"
#include "views/panels/graph/editor_fields.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/graph/ratings_example.h"

#include <initializer_list>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

Eigen::MatrixXd withoutPins(const Eigen::MatrixXd& places) {
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(places.rows(), 3);
  table.leftCols<2>() = places;
  return table;
}

Eigen::MatrixXd pairs(std::initializer_list<std::pair<int, int>> edges) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(edges.size()), 3);
  Eigen::Index row = 0;
  for (const auto& [from, to] : edges)
    table.row(row++) << from, to, 1;
  return table;
}

/// Caffeine without its hydrogen: a ring of six and a ring of five that share a bond, two oxygens, three
/// carbons of methyl groups.
Eigen::MatrixXd caffeineBonds() {
  return pairs({{0, 1},
                {1, 2},
                {2, 3},
                {3, 4},
                {4, 5},
                {5, 0},
                {4, 6},
                {6, 7},
                {7, 8},
                {8, 3},
                {1, 9},
                {5, 10},
                {0, 11},
                {2, 12},
                {6, 13}});
}

Eigen::MatrixXd prerequisites() {
  return pairs(
      {{0, 1}, {0, 3}, {1, 2}, {1, 9}, {2, 9}, {3, 8}, {4, 5}, {4, 6}, {6, 7}, {7, 8}, {8, 9}, {5, 7}});
}

/// Two trainers, 0 and 11, their followers, and three who know both sides.
Eigen::MatrixXd clubEdges() {
  return pairs({{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},
                {1, 2},   {1, 3},   {2, 3},   {4, 5},   {5, 6},   {6, 7},   {3, 9},   {0, 9},
                {8, 10},  {0, 10},  {11, 12}, {11, 13}, {11, 14}, {11, 15}, {11, 16}, {11, 17},
                {11, 18}, {12, 13}, {13, 14}, {14, 15}, {16, 17}, {17, 18}, {18, 19}, {11, 19},
                {12, 20}, {11, 20}, {15, 21}, {11, 21}, {9, 20},  {10, 16}, {3, 12}});
}

using Settings = std::vector<std::pair<QString, QString>>;

Settings settingsOf(const Eigen::MatrixXd& nodes, const Eigen::MatrixXd& edges, const QString& layout,
                    const QString& names = {}) {
  return {{"nodes", drawnNodesText(withoutPins(nodes))},
          {"edges", drawnEdgesText(edges)},
          {"layout", layout},
          {"names", names}};
}

Settings with(Settings settings, const Settings& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

} // namespace

Params::Params() {
  nodes = withoutPins(columnsTable(5, 5));
  edges = ratedMovies();
  names = userAndMovieNames();
}

std::vector<panel::Preset> presets() {
  const math::Graph grid = math::gridGraph(5, 5);
  const math::Graph random = math::erdosRenyi(24, 0.1, 5);
  return {
      {"user_movie", Words::tr("Users and movies"),
       Words::tr("An edge says that a user has rated a movie, its weight how many stars. Users are joined "
                 "with movies only, so A has two blocks of zeros on its diagonal; the block beside them is "
                 "the ratings table."),
       settingsOf(columnsTable(5, 5), ratedMovies(), "hand", userAndMovieNames())},
      {"molecule", Words::tr("A molecule"),
       Words::tr("Caffeine without its hydrogen. The layout knows nothing of chemistry, only distances along "
                 "bonds, and draws the two rings; they are the two independent cycles."),
       settingsOf(circleTable(14, 7.5, 5), caffeineBonds(), "kamada_kawai",
                  "N,C,N,C,C,C,N,C,N,O,O,CH3,CH3,CH3"),
       150},
      {"knowledge", Words::tr("A knowledge graph"),
       Words::tr("An edge leads from what is needed to what needs it. In layers every edge leads down, and A "
                 "is not symmetric: its rows say what a topic opens, its columns what it asks for."),
       with(settingsOf(circleTable(10, 7.5, 3), prerequisites(), "layered",
                       Words::tr("vectors,matrices,eigenvalues,gradients,probability,Bayes,entropy,loss,"
                                 "training,recommender")),
            {{"directed", "true"}}),
       24},
      {"club", Words::tr("A club that splits"),
       Words::tr("Two trainers and who trains with whom. Springs and charges pull the two camps apart "
                 "without being told of them; few edges cross between."),
       settingsOf(circleTable(22, 7.5, 9), clubEdges(), "force"), 250},
      {"grid", Words::tr("A grid, unfolded"),
       Words::tr("The nodes began on a circle in a tangle. Two eigenvectors of the Laplacian, taken as "
                 "coordinates, unfold the grid. Every degree is 2, 3 or 4; look at the diagonal of L."),
       with(settingsOf(circleTable(25, 7.5, 7), edgeRows(grid), "spectral"), {{"matrix", "laplacian"}}), 24},
      {"random", Words::tr("A random graph"),
       Words::tr("Each of the 276 pairs was joined with probability 0.1. Some nodes have no edge, most "
                 "belong to one large component, and gravity keeps all on the page."),
       settingsOf(circleTable(24, 7.5, 7), edgeRows(random), "force"), 250},
      {"thousand",
       Words::tr("A thousand nodes"),
       Words::tr(
           "A grid of 31 by 31, thrown over a disc. Springs and charges know nothing of rows and "
           "columns, and "
           "still spread the cloth out, though some folds stay. Press play from the start to watch it."),
       {{"graph", "grid"}, {"layout", "force"}},
       400},
  };
}

} // namespace eigenboard::panels::graph::editor_panel
