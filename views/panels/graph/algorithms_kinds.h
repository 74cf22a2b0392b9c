#pragma once

#include <QCoreApplication>

#include <cstdint>

namespace eigenboard::panels::graph::algorithms_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(GraphAlgorithmsPanel)
};

enum class Algorithm : std::uint8_t {
  BreadthFirst,
  DepthFirst,
  Topological,
  Dijkstra,
  AStar,
  Kruskal,
  Prim,
  PageRank,
  Personalized,
  Walk,
  Messages,
  Convolution,
  Labels,
};
enum class Place : std::uint8_t { Graph, Maze };
enum class Gathering : std::uint8_t { Sum, Mean, Maximum };

bool isSearch(Algorithm algorithm);   ///< breadth or depth first
bool findsPaths(Algorithm algorithm); ///< Dijkstra, A*
bool growsTree(Algorithm algorithm);  ///< Kruskal, Prim
bool spreads(Algorithm algorithm);    ///< from PageRank on: something flows over all nodes at once
bool hasSource(Algorithm algorithm);
bool hasGoal(Algorithm algorithm);
bool countsWeights(Algorithm algorithm);

} // namespace eigenboard::panels::graph::algorithms_panel
