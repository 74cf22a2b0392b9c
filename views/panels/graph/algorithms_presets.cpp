#include "views/panels/graph/algorithms_examples.h"
#include "views/panels/graph/algorithms_fields.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/graph/ratings_example.h"

#include <utility>

namespace eigenboard::panels::graph::algorithms_panel {

namespace {

using Settings = std::vector<std::pair<QString, QString>>;

QString cellAt(int column, int row) {
  return QString::number(row * mazeColumns + column);
}

Settings graphSettings(const QString& algorithm, const Eigen::MatrixXd& nodes, const Eigen::MatrixXd& edges,
                       const QString& names, const Settings& more = {}) {
  Settings settings{{"algorithm", algorithm},
                    {"place", "graph"},
                    {"nodes", drawnNodesText(nodes)},
                    {"edges", drawnEdgesText(edges)},
                    {"names", names}};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

Settings mazeSettings(const QString& algorithm, const Eigen::MatrixXd& walls, const QString& source,
                      const QString& goal, const Settings& more = {}) {
  Settings settings{{"algorithm", algorithm},
                    {"place", "maze"},
                    {"walls", wallsText(walls)},
                    {"source", source},
                    {"goal", goal}};
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

} // namespace

std::vector<panel::Preset> presets() {
  const Settings towns = {{"source", "0"}, {"goal", "8"}};
  Eigen::MatrixXd cyclic = courseEdges();
  cyclic.conservativeResize(cyclic.rows() + 1, 3);
  cyclic.bottomRows<1>() << 7, 1, 1;
  Eigen::MatrixXd negative = detourRoads();
  negative(5, 2) = -4;
  Eigen::MatrixXd apart = communityEdges().topRows(20);
  return {
      {"map", Words::tr("Roads"),
       Words::tr("Dijkstra settles the nearest town that waits. Drag the bead on a road to make it longer or "
                 "shorter, and the way is found anew; the queue beside it shows who is next and why."),
       graphSettings("dijkstra", townPlaces(), townRoads(), townNames(), towns), 5},
      {"maze", Words::tr("Maze"),
       Words::tr("Every cell is a node. Click to build or break walls, drag the start and the goal. A* adds "
                 "a guess, the cells across and up to the goal, and leaves out what leads away."),
       mazeSettings("astar", mazeWalls(), cellAt(2, 4), cellAt(12, 4)), 13},
      {"trap", Words::tr("A trap for A*"),
       Words::tr("The pocket points at the goal, so A* fills it first: a guess knows no walls. Set the trust "
                 "f to 0 for Dijkstra's flood and to 2 for haste, and compare the nodes settled."),
       mazeSettings("astar", trapWalls(), cellAt(6, 4), cellAt(13, 4)), 30},
      {"hasty", Words::tr("Too much trust"),
       Words::tr(
           "The guess is tripled, so it promises more than any road keeps. A* runs along the lower way and "
           "never looks at the upper one, which is shorter: 10.5 where 8.5 is possible. Bring f down to 1."),
       graphSettings("astar", detourPlaces(), detourRoads(), Words::tr("a,b,c,d,e,f"),
                     {{"source", "0"}, {"goal", "3"}, {"factor", "3"}}),
       4},
      {"negative", Words::tr("Negative weight"),
       Words::tr("One road pays for being taken. Dijkstra's rule, that what is nearest cannot become nearer, "
                 "then is false, and it stops with the reason. Drag the bead above 0."),
       graphSettings("dijkstra", detourPlaces(), negative, Words::tr("a,b,c,d,e,f"),
                     {{"source", "0"}, {"goal", "3"}, {"directed", "true"}})},
      {"courses", Words::tr("Course order"),
       Words::tr("An edge leads from what is needed to what needs it. A node is ready when nothing that it "
                 "waits for is left; a build system goes the same way."),
       graphSettings("topological", coursePlaces(), courseEdges(), courseNames(), {{"directed", "true"}}), 5},
      {"cycle", Words::tr("A cycle"),
       Words::tr("One edge more, from loss back to functions, and four nodes wait for one another. No order "
                 "exists, and the red cycle is the proof."),
       graphSettings("topological", coursePlaces(), cyclic, courseNames(), {{"directed", "true"}}), 3},
      {"trees", Words::tr("Spanning tree"),
       Words::tr("Kruskal takes the lightest road that closes no cycle, wherever it lies; the pieces grow "
                 "together at the end. Prim grows one tree and ends with the same weight."),
       graphSettings("kruskal", townPlaces(), townRoads(), townNames()), 9},
      {"web", Words::tr("A small web"),
       Words::tr("Areas are mass: what the links to a page bring. The page called home is linked by six, "
                 "news by home, so both rank high. Turn the damping down and all become alike."),
       graphSettings("pagerank", webPlaces(), webLinks(), webNames(),
                     {{"directed", "true"}, {"weighted", "false"}}),
       12},
      {"walk", Words::tr("A random surfer"),
       Words::tr("One walker follows edges at random, and with probability 1 − d goes back to the start. The "
                 "shares of visits come near the mass of personalized PageRank, slowly: four times the steps "
                 "for half the error. Take another seed."),
       graphSettings("walk", communityPlaces(), communityEdges(), communityNames(),
                     {{"source", "0"}, {"weighted", "false"}, {"damping", "0.9"}}),
       80},
      {"user_movie", Words::tr("Users and movies"),
       Words::tr("Ratings are weights, and the surfer returns to Ann. Of the movies that she has not rated "
                 "Emma comes first: it is near to her by way of Cleo. Drag the start to another user."),
       graphSettings("personalized", columnsTable(5, 5), ratedMovies(), userAndMovieNames(),
                     {{"source", "0"}}),
       20},
      {"communities", Words::tr("Two communities"),
       Words::tr("One label is known in each camp. Every other node takes the mean of its neighbors, again "
                 "and again, and the border settles where few edges cross. Drag start and goal."),
       graphSettings("labels", communityPlaces(), communityEdges(), communityNames(),
                     {{"source", "0"}, {"goal", "8"}, {"weighted", "false"}}),
       12},
      {"layers", Words::tr("Deep GCN"),
       Words::tr("Two colours spread by graph convolutions. After 2 layers each node knows its surroundings; "
                 "after 30 all have nearly the same mix and differ by little but their degrees. The second "
                 "eigenvalue says how soon."),
       graphSettings("gcn", communityPlaces(), communityEdges(), communityNames(),
                     {{"source", "0"}, {"goal", "8"}, {"weighted", "false"}}),
       3},
      {"apart", Words::tr("Out of reach"),
       Words::tr("No edge joins the two parts. Breadth first finds its own part, ring by ring, and the queue "
                 "runs empty: the goal is infinitely far. Click a node of each part to join them."),
       graphSettings("bfs", communityPlaces(), apart, communityNames(), {{"source", "0"}, {"goal", "8"}}), 6},
  };
}

} // namespace eigenboard::panels::graph::algorithms_panel
