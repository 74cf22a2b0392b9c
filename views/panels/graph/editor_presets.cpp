#include "core/graph/circular_layout.h"
#include "core/graph/generators.h"
#include "views/panels/graph/editor_fields.h"

#include <cmath>
#include <initializer_list>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

double hundredths(double value) {
  return std::round(value * 100) / 100;
}

Eigen::MatrixXd edgeTable(const math::Graph& graph) {
  Eigen::MatrixXd table(graph.edgeCount(), 2);
  for (int e = 0; e < graph.edgeCount(); ++e) {
    const math::Edge& edge = graph.edges[static_cast<std::size_t>(e)];
    table.row(e) << edge.from, edge.to;
  }
  return table;
}

/// On a circle, every `stride`-th after another: with a stride that shares no factor with n the edges of what
/// was in order lie across it.
Eigen::MatrixXd onCircle(int n, double radius, int stride) {
  math::Positions circle = math::circularLayout(n, 1);
  circle *= n > 1 ? radius / circle.col(0).norm() : 1;
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(n, 3);
  for (int node = 0; node < n; ++node)
    for (int axis = 0; axis < 2; ++axis)
      table(node, axis) = hundredths(circle(axis, node * stride % n));
  return table;
}

/// Two columns, the first `left` nodes in the left one.
Eigen::MatrixXd inTwoColumns(int left, int right) {
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(left + right, 3);
  for (int node = 0; node < left + right; ++node) {
    const bool isLeft = node < left;
    const int count = isLeft ? left : right;
    const int place = isLeft ? node : node - left;
    table.row(node) << (isLeft ? -5 : 5), hundredths(count > 1 ? 7 - 14.0 * place / (count - 1) : 0), 0;
  }
  return table;
}

Eigen::MatrixXd pairs(std::initializer_list<std::pair<int, int>> edges) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(edges.size()), 2);
  Eigen::Index row = 0;
  for (const auto& [from, to] : edges)
    table.row(row++) << from, to;
  return table;
}

Eigen::MatrixXd ratingEdges() {
  return pairs(
      {{0, 5}, {0, 6}, {0, 8}, {1, 6}, {1, 7}, {2, 5}, {2, 8}, {2, 9}, {3, 7}, {3, 9}, {4, 8}, {4, 9}});
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
  return {{"nodes", nodesText(nodes)}, {"edges", edgesText(edges)}, {"layout", layout}, {"names", names}};
}

Settings with(Settings settings, const Settings& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

QString userAndMovieNames() {
  return Words::tr("Ann,Ben,Cleo,Dan,Eva,Alien,Brazil,Clue,Dune,Emma");
}

} // namespace

Params::Params() : nodes(inTwoColumns(5, 5)), edges(ratingEdges()), names(userAndMovieNames()) {}

std::vector<panel::Preset> presets() {
  const math::Graph grid = math::gridGraph(5, 5);
  const math::Graph random = math::erdosRenyi(24, 0.1, 5);
  return {
      {"user_movie", Words::tr("Users and movies"),
       Words::tr("An edge says that a user has rated a movie. Users are joined with movies only, so A has "
                 "two blocks "
                 "of zeros on its diagonal; the block beside them is the ratings table."),
       settingsOf(inTwoColumns(5, 5), ratingEdges(), "hand", userAndMovieNames())},
      {"molecule", Words::tr("A molecule"),
       Words::tr("Caffeine without its hydrogen. The layout knows nothing of chemistry, only distances along "
                 "bonds, "
                 "and draws the two rings; they are the two independent cycles."),
       settingsOf(onCircle(14, 7.5, 5), caffeineBonds(), "kamada_kawai", "N,C,N,C,C,C,N,C,N,O,O,CH3,CH3,CH3"),
       150},
      {"knowledge", Words::tr("A knowledge graph"),
       Words::tr(
           "An edge leads from what is needed to what needs it. In layers every edge leads down, and A is "
           "not symmetric: its rows say what a topic opens, its columns what it asks for."),
       with(settingsOf(
                onCircle(10, 7.5, 3), prerequisites(), "layered",
                Words::tr("vectors,matrices,eigenvalues,gradients,probability,Bayes,entropy,loss,training,"
                          "recommender")),
            {{"directed", "true"}}),
       24},
      {"club", Words::tr("A club that splits"),
       Words::tr("Two trainers and who trains with whom. Springs and charges pull the two camps apart "
                 "without being "
                 "told of them; few edges cross between."),
       settingsOf(onCircle(22, 7.5, 9), clubEdges(), "force"), 250},
      {"grid", Words::tr("A grid, unfolded"),
       Words::tr("The nodes began on a circle in a tangle. Two eigenvectors of the Laplacian, taken as "
                 "coordinates, "
                 "unfold the grid. Every degree is 2, 3 or 4; look at the diagonal of L."),
       with(settingsOf(onCircle(25, 7.5, 7), edgeTable(grid), "spectral"), {{"matrix", "laplacian"}}), 24},
      {"random", Words::tr("A random graph"),
       Words::tr("Each of the 276 pairs was joined with probability 0.1. Some nodes have no edge, most "
                 "belong to one "
                 "large component, and gravity keeps all on the page."),
       settingsOf(onCircle(24, 7.5, 7), edgeTable(random), "force"), 250},
  };
}

} // namespace eigenboard::panels::graph::editor_panel
