#pragma once

#include "core/graph/graph_search.h"
#include "core/graph/label_propagation.h"
#include "core/graph/page_rank.h"
#include "core/graph/random_walk.h"
#include "core/graph/shortest_paths.h"
#include "core/graph/spanning_tree.h"
#include "core/graph/topological_order.h"
#include "views/panels/graph/algorithms_kinds.h"
#include "views/panels/graph/drawn_graph.h"

#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace eigenboard::panels::graph::algorithms_panel {

inline constexpr int mazeColumns = 15;
inline constexpr int mazeRows = 10;
inline constexpr int mazeCells = mazeColumns * mazeRows;
inline constexpr int longestRun = 300;

struct Params : DrawnGraph {
  Algorithm algorithm = Algorithm::Dijkstra;
  Place place = Place::Graph;
  bool weighted = true;
  Eigen::MatrixXd walls; ///< column, row from the top
  int source = 0;        ///< of a graph the node, of a maze the cell, row by row; beyond the last: the last
  int goal = 1;
  bool stops = true;     ///< a search ends at the goal
  double factor = 1;     ///< of the guess of A*
  double damping = 0.85; ///< the chance to go on along an edge
  Gathering gathering = Gathering::Sum;
  int seed = 7;

  Params(); ///< the first preset
};

/// What an algorithm runs on; the same for all steps of a run.
struct World {
  eigenboard::graph::Graph graph;
  std::vector<int> row; ///< of the table, for each edge of a drawn graph
  eigenboard::graph::Positions positions;
  std::vector<QString> names;
  std::vector<bool> isWall; ///< of the cells of a maze
  int source = -1;          ///< −1 only without nodes
  int goal = -1;
  Eigen::VectorXd guess;   ///< of A*, with its factor
  Eigen::VectorXd restart; ///< of PageRank; empty: everywhere alike
  std::vector<int> known;  ///< of label propagation: 0 at the start, 1 at the goal
};

struct Features {
  Eigen::MatrixXd X; ///< a row a node
};

using State = std::variant<eigenboard::graph::GraphSearch, eigenboard::graph::TopologicalOrder,
                           eigenboard::graph::ShortestPaths, eigenboard::graph::Kruskal,
                           eigenboard::graph::Prim, eigenboard::graph::PageRank,
                           eigenboard::graph::RandomWalk, Features, eigenboard::graph::LabelPropagation>;

struct Step {
  std::shared_ptr<const World> world;
  State state;
  int count = 0;
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);

std::shared_ptr<const World> worldOf(const Params& params);

enum class NodeLook : std::uint8_t { Untouched, Waiting, Done, Current };
enum class EdgeLook : std::uint8_t { Idle, Candidate, Tree, Rejected, Path, Fault };

/// One thing that waits, or one node: a line of the second picture.
struct Line {
  QString name;
  double first = 0;  ///< a key, a share, a feature
  double second = 0; ///< what is stacked on it or stands beside it
  bool isCurrent = false;
};

/// What the answer should be, by another way: a limit, a bound, the best path. NaN where it does not apply.
struct Reference {
  Eigen::VectorXd distance; ///< from the start by Bellman and Ford, in edges for searches; infinite: none
  bool hasNegativeCycle = false;
  double treeWeight = 0;  ///< of a minimum spanning forest
  int plainlySettled = 0; ///< nodes that Dijkstra's algorithm settles up to the goal
  int onCycles = 0;       ///< nodes that lie on a directed cycle
  Eigen::MatrixXd limit;  ///< of ranks, shares, features
  double rate = 0;        ///< by which the distance to the limit shrinks a step
  double firstGap = 0;    ///< of the start to the limit
};

struct Result {
  std::shared_ptr<const World> world;
  std::shared_ptr<const Reference> reference;
  State state;
  int step = 0;
  bool isOver = false;
  std::vector<NodeLook> nodes;
  std::vector<EdgeLook> edges;
  Eigen::VectorXd value;    ///< written at the nodes; NaN: nothing
  Eigen::MatrixXd features; ///< ranks, visits, shares or features, a row a node; none for searches
  std::vector<Line> waiting;
  int moreWaiting = 0;      ///< lines left out
  bool listsAnswer = false; ///< nothing waits any more: they are what has been taken, in order
  int current = -1;         ///< the node just taken
  int currentEdge = -1;
  std::vector<int> path; ///< from the start to the goal, once found
  double gap = 0;        ///< to the limit, in the measure of the algorithm
  int restarts = 0;      ///< of a walker

  int nodeCount() const { return world->graph.nodeCount; }
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);
std::shared_ptr<const Reference> referenceOf(const Params& params, const World& world);

bool isReached(const Result& result, int node);
QString nodeName(const Result& result, int node);

} // namespace eigenboard::panels::graph::algorithms_panel
