#include "views/panels/graph/algorithms_fields.h"

#include <cmath>
#include <utility>

namespace eigenboard::panels::graph::algorithms_panel {

namespace {

std::vector<panel::Column> wallColumns() {
  return {{"column", Words::tr("column"), 0, mazeColumns - 1, 1, true},
          {"row", Words::tr("row from the top"), 0, mazeRows - 1, 1, true}};
}

std::vector<panel::Option> algorithmOptions() {
  return {
      {"bfs", Words::tr("Breadth first"), Words::tr("First in, first out: nodes in rings around the start.")},
      {"dfs", Words::tr("Depth first"), Words::tr("As deep as it goes, then back.")},
      {"topological", Words::tr("Topological order"),
       Words::tr("An order in which every edge leads forward.")},
      {"dijkstra", Words::tr("Dijkstra"), Words::tr("The nearest node that waits is settled next.")},
      {"astar", Words::tr("A*"), Words::tr("Distance so far plus a guess of what remains.")},
      {"kruskal", Words::tr("Kruskal"), Words::tr("The lightest edge that closes no cycle is taken next.")},
      {"prim", Words::tr("Prim"), Words::tr("The lightest edge that leads out of the tree is taken next.")},
      {"pagerank", Words::tr("PageRank"),
       Words::tr("Power iteration of a surfer who at times goes anywhere.")},
      {"personalized", Words::tr("Personalized PageRank"),
       Words::tr("The surfer goes back to the start instead of anywhere.")},
      {"walk", Words::tr("Random walk"), Words::tr("One surfer, step by step, who at times goes back.")},
      {"messages", Words::tr("Message passing"), Words::tr("Every node takes in what its neighbors hold.")},
      {"gcn", Words::tr("GCN layers"), Words::tr("Neighbors and the node itself, weighted by degrees.")},
      {"labels", Words::tr("Label propagation"), Words::tr("Two known labels spread to all other nodes.")}};
}

} // namespace

QString wallsText(const Eigen::MatrixXd& walls) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = wallColumns();
  parameter.mostRows = mazeCells;
  return tableText(parameter, walls);
}

scene::Settings withWallToggled(const Params& params, int column, int row) {
  Eigen::MatrixXd walls(0, 2);
  for (Eigen::Index i = 0; i < params.walls.rows(); ++i)
    if (std::lround(params.walls(i, 0)) != column || std::lround(params.walls(i, 1)) != row) {
      walls.conservativeResize(walls.rows() + 1, 2);
      walls.bottomRows<1>() = params.walls.row(i);
    }
  if (walls.rows() == params.walls.rows() && walls.rows() < mazeCells) {
    walls.conservativeResize(walls.rows() + 1, 2);
    walls.bottomRows<1>() << column, row;
  }
  return {{QStringLiteral("walls"), wallsText(walls)}};
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .choice(&Params::algorithm,
              {"algorithm", Words::tr("Algorithm"), "", Words::tr("What goes over the graph, step by step.")},
              algorithmOptions())
      .choice(&Params::place,
              {"place", Words::tr("Runs on"), "", Words::tr("A graph of your own, or a grid with walls.")},
              {{"graph", Words::tr("The graph"), Words::tr("Nodes and edges to be drawn.")},
               {"maze", Words::tr("A maze"), Words::tr("Cells of a grid; click one to make it a wall.")}})
      .integer(&Params::source,
               {"source", Words::tr("Start"), "s",
                Words::tr("The number of the node, or of the cell row by row; beyond the last, the last.")},
               {0, mazeCells - 1, 1})
      .onlyWith("algorithm", {"bfs", "dfs", "dijkstra", "astar", "prim", "personalized", "walk", "messages",
                              "gcn", "labels"})
      .integer(&Params::goal,
               {"goal", Words::tr("Goal"), "t",
                Words::tr("The number of the node or cell; of GCN layers and labels the second source.")},
               {0, mazeCells - 1, 1})
      .onlyWith("algorithm", {"bfs", "dfs", "dijkstra", "astar", "gcn", "labels"})
      .toggle(&Params::stops, {"stops", Words::tr("Stop at the goal"), "",
                               Words::tr("Otherwise the search goes on to all that can be reached.")})
      .onlyWith("algorithm", {"bfs", "dfs", "dijkstra"})
      .number(
          &Params::factor,
          {"factor", Words::tr("Trust in the guess"), "f",
           Words::tr("The guess is f times the distance as the crow flies, at the price of the cheapest "
                     "edge; in a maze, f times the cells across and up. Above 1 it may promise too much.")},
          {0, 4, 0.1})
      .onlyWith("algorithm", {"astar"})
      .number(&Params::damping,
              {"damping", Words::tr("Damping"), "d",
               Words::tr("The chance to go on along an edge. With probability 1 − d, which other texts call "
                         "α, the surfer teleports.")},
              {0, 0.99, 0.01})
      .onlyWith("algorithm", {"pagerank", "personalized", "walk"})
      .seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides where the walker goes.")})
      .onlyWith("algorithm", {"walk"})
      .choice(&Params::gathering,
              {"gathering", Words::tr("Gather by"), "",
               Words::tr("What a node makes of the numbers that arrive.")},
              {{"sum", Words::tr("Sum"), Words::tr("Counts walks: after k rounds, those of k edges.")},
               {"mean", Words::tr("Mean"), Words::tr("Blind to how many neighbors there are.")},
               {"max", Words::tr("Maximum"), Words::tr("Tells whether anything arrives at all.")}})
      .onlyWith("algorithm", {"messages"})
      .toggle(&Params::weighted,
              {"weighted", Words::tr("Edges have weights"), "",
               Words::tr("Drag the bead on an edge: the nearer to the edge's second node, the heavier. "
                         "Otherwise all weigh 1. Searches and orders do not look at weights.")})
      .onlyWith("place", {"graph"});
  addDirections(fields, QStringLiteral("place"), {QStringLiteral("graph")});
  addDrawnGraph(fields, QStringLiteral("place"), {QStringLiteral("graph")});
  fields
      .table(&Params::walls,
             {"walls", Words::tr("Walls"), "",
              Words::tr("A row for each: its column and its row from the top, the first being 0.")},
             wallColumns(), mazeCells)
      .onlyWith("place", {"maze"});
  return fields;
}

} // namespace eigenboard::panels::graph::algorithms_panel
