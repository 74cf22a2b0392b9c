#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

// All are undirected with weights 1, without self-loops or parallel edges. A count below the least that makes
// sense gives the graph without nodes, a probability outside [0, 1] is taken as the nearer end, NaN as 0.
// What is random is decided by the seed, on every machine.

/// 0 – 1 – … – (n − 1): n − 1 edges.
Graph pathGraph(int n);
/// The path closed to a ring: n edges, for n ≥ 3. One or two nodes give a path.
Graph cycleGraph(int n);
/// Node r · columns + c has its neighbors left, right, above and below.
Graph gridGraph(int rows, int columns);
/// The grid without the edges at walls: a maze, whose walls are nodes that nothing reaches. Numbers beyond
/// the grid are no walls.
Graph mazeGraph(int rows, int columns, const std::vector<int>& walls);
/// Node 0 joined to all others.
Graph starGraph(int n);
/// Every pair joined: n(n − 1)/2 edges.
Graph completeGraph(int n);
/// Two complete graphs of `clique` nodes, joined by a path with `bridge` nodes between them (bridge 0: by an
/// edge). Nodes: the first clique, the bridge, the second clique.
Graph barbellGraph(int clique, int bridge);

/// Every pair joined with probability p, independently. Cost: O(n + m) by leaps over the pairs left out.
/// Source: Erdős and Rényi 1959, Gilbert 1959; Batagelj and Brandes 2005 (the leaps).
Graph erdosRenyi(int n, double p, std::uint64_t seed);
/// Preferential attachment: a star of m + 1 nodes, to which every new node joins by m edges to different
/// nodes, each drawn in proportion to its degree. 1 ≤ m < n; m(n − m) edges. Source: Barabási and Albert
/// 1999.
Graph barabasiAlbert(int n, int m, std::uint64_t seed);
/// A ring where each node is joined to its k nearest (k even, k < n), each edge's far end then moved with
/// probability p to a node that it is not joined to: nk/2 edges. Source: Watts and Strogatz 1998.
Graph wattsStrogatz(int n, int k, double p, std::uint64_t seed);
/// Each of the n^(n−2) labeled trees with the same probability, from its Prüfer sequence. Source: Prüfer
/// 1918.
Graph randomTree(int n, std::uint64_t seed);
/// Users 0 … users − 1 and movies users … users + movies − 1; each user has rated each movie with probability
/// p, at the weight 1, 2, …, 5.
Graph ratingsGraph(int users, int movies, double p, std::uint64_t seed);

} // namespace eigenboard::graph
