#include "views/panels/graph/graph_figure.h"
#include "views/panels/graph/properties_fields.h"
#include "views/panels/graph/ratings_example.h"

#include <initializer_list>
#include <utility>

namespace eigenboard::panels::graph::properties_panel {

namespace {

using Settings = std::vector<std::pair<QString, QString>>;

Eigen::MatrixXd joined(std::initializer_list<std::pair<int, int>> pairs) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(pairs.size()), 3);
  Eigen::Index row = 0;
  for (const auto& [from, to] : pairs)
    table.row(row++) << from, to, 1;
  return table;
}

Eigen::MatrixXd placed(std::initializer_list<std::pair<double, double>> places) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(places.size()), 2);
  Eigen::Index row = 0;
  for (const auto& [x, y] : places)
    table.row(row++) << x, y;
  return table;
}

// Two trainers, a and m, those who train with them, and three who know both sides.
Eigen::MatrixXd clubPlaces() {
  return placed({{-4.5, 0.5}, {-7.5, 4},    {-4.5, 6}, {-1.5, 4.5}, {-8, -2},   {-8.5, 1},   {-6, -5},
                 {-3, -6},    {-2.8, -2.8}, {0, 1.5},  {0, -1.5},   {0.3, 6.8}, {4.5, -0.5}, {7.5, 3.5},
                 {4.5, 5.5},  {8, -2},      {8.5, 1},  {6, -5},     {3, -5.8},  {2.8, 3}});
}
Eigen::MatrixXd clubEdges() {
  return joined({{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 9},
                 {1, 2},   {2, 3},   {1, 5},   {4, 5},   {4, 6},   {6, 7},   {7, 8},   {3, 9},   {8, 10},
                 {12, 13}, {12, 14}, {12, 15}, {12, 16}, {12, 17}, {12, 18}, {12, 19}, {12, 10}, {13, 14},
                 {13, 16}, {15, 16}, {15, 17}, {17, 18}, {14, 19}, {9, 19},  {10, 18}, {3, 11},  {11, 14}});
}
QString clubNames() {
  return QStringLiteral("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t");
}

Eigen::MatrixXd partPlaces() {
  return placed({{-7, 5},
                 {-3, 6.5},
                 {-2.5, 2.5},
                 {-6.5, 1},
                 {2.5, 6},
                 {6.5, 6.5},
                 {6.5, 2.5},
                 {2.5, 1.5},
                 {-6, -5},
                 {-2, -3.5},
                 {2, -5.5},
                 {6.5, -4}});
}
Eigen::MatrixXd partEdges() {
  return joined({{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 2}, {4, 5}, {5, 6}, {6, 7}, {7, 4}, {8, 9}, {9, 10}});
}

Settings drawnSettings(const Eigen::MatrixXd& nodes, const Eigen::MatrixXd& edges, const QString& names,
                       const Settings& more) {
  Settings settings{{"kind", "drawn"},
                    {"nodes", drawnNodesText(nodes)},
                    {"edges", drawnEdgesText(edges)},
                    {"names", names}};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

} // namespace

Params::Params() {
  nodes = clubPlaces();
  edges = clubEdges();
  names = clubNames();
}

std::vector<panel::Preset> presets() {
  return {
      {"club", Words::tr("A club that splits"),
       Words::tr("Two trainers, a and m, and who trains with whom. The signs of the Fiedler vector part the "
                 "two camps without being told of them; the highlighted edges are the cut. "
                 "Drag a node, click two to join them, and see λ₂ grow with every edge across."),
       drawnSettings(clubPlaces(), clubEdges(), clubNames(), {{"shown", "fiedler"}, {"beside", "spectrum"}})},
      {"barbell",
       Words::tr("Barbell"),
       Words::tr(
           "Two crowds, and one who knows a member of each. All paths between the crowds pass there, so "
           "it has the most betweenness of all, though the fewest neighbors, and its two edges are "
           "the widest; λ₂ is near 0."),
       {{"kind", "barbell"},
        {"size", "15"},
        {"shown", "betweenness"},
        {"beside", "ranking"},
        {"wide", "true"}}},
      {"random",
       Words::tr("Random"),
       Words::tr(
           "Every pair is joined with probability p. Move p over 1/n = 0.025: below it there are crumbs, "
           "well above it one component takes most of the nodes. Degrees follow the dashed line, the "
           "binomial."),
       {{"kind", "random"},
        {"size", "40"},
        {"p", "0.06"},
        {"seed", "11"},
        {"shown", "components"},
        {"beside", "degrees"}}},
      {"attachment",
       Words::tr("Preferential attachment"),
       Words::tr(
           "Newcomers join those who have many neighbors, so the rich grow richer. On logarithmic axes the "
           "tail of the degrees is nearly straight and leaves the curve of chance: hubs are no accident."),
       {{"kind", "attachment"},
        {"size", "40"},
        {"links", "2"},
        {"seed", "4"},
        {"shown", "degree"},
        {"beside", "degrees"},
        {"log", "true"}}},
      {"small_world",
       Words::tr("Small world"),
       Words::tr("A ring in which some edges lead elsewhere. With p = 0 its diameter is 8 and its clustering "
                 "0.5; a few ways across bring the diameter to 5, while the clustering is still 0.35. Short "
                 "ways and close circles go together. Move p."),
       {{"kind", "small_world"},
        {"size", "32"},
        {"links", "2"},
        {"p", "0.12"},
        {"seed", "9"},
        {"shown", "closeness"},
        {"beside", "degrees"}}},
      {"walks", Words::tr("Counting walks"),
       Words::tr(
           "Users are joined with movies only. In two edges a user comes to the users who share a movie, in "
           "three to movies to recommend: the entry of A³ counts the ways. Drag the flags, move k."),
       drawnSettings(columnsTable(5, 5), ratedMovies(), userAndMovieNames(),
                     {{"shown", "degree"}, {"beside", "walks"}, {"k", "3"}, {"from", "0"}, {"to", "9"}})},
      {"star",
       Words::tr("Star"),
       Words::tr("The middle lies on every path between others: its betweenness is 1, that of all others 0. "
                 "The spectrum has a 0, ones, and n. Take the middle away and nothing holds."),
       {{"kind", "star"}, {"size", "12"}, {"shown", "betweenness"}, {"beside", "spectrum"}}},
      {"path",
       Words::tr("Path"),
       Words::tr("The Fiedler vector is half a wave along the path, and cuts it in the middle. No connected "
                 "graph has a smaller λ₂, 2 − 2 cos(π/n), or a larger diameter."),
       {{"kind", "path"}, {"size", "24"}, {"shown", "fiedler"}, {"beside", "ranking"}}},
      {"complete",
       Words::tr("Complete"),
       Words::tr("All nodes are alike, and every centrality says so. All eigenvalues but the first are n: no "
                 "vector is better than another for a cut, and each cut is expensive."),
       {{"kind", "complete"}, {"size", "10"}, {"shown", "eigenvector"}, {"beside", "spectrum"}}},
      {"apart", Words::tr("In parts"),
       Words::tr("Four parts, and the Laplacian has the eigenvalue 0 four times: one constant vector for "
                 "each. Join two parts with two clicks and one of the zeros goes."),
       drawnSettings(partPlaces(), partEdges(), QStringLiteral("a,b,c,d,e,f,g,h,i,j,k,l"),
                     {{"shown", "components"}, {"beside", "spectrum"}})},
  };
}

} // namespace eigenboard::panels::graph::properties_panel
