#include "core/graph/generators.h"

#include "core/graph/as_index.h"
#include "core/numerics/random.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <utility>

namespace eigenboard::graph {

namespace {

using numerics::Random;

Graph generated(int nodeCount, std::vector<Edge> edges) {
  return makeGraph(nodeCount, std::move(edges)).graph;
}

/// Whether so many nodes may be joined pair by pair. Asked before the edges are made: a bad count would fill
/// the memory.
bool isPairable(std::int64_t nodes) {
  return nodes >= 0 && nodes <= mostNodes && nodes * (nodes - 1) / 2 <= mostEdges;
}

double probability(double p) {
  return p > 0 ? std::min(p, 1.0) : 0; // NaN is not > 0
}

/// In 0 … count − 1.
int randomIndex(Random& random, std::int64_t count) {
  const auto index = static_cast<std::int64_t>(random.uniform(0, static_cast<double>(count)));
  return static_cast<int>(std::min(index, count - 1));
}

/// Visits each of `count` things with probability p: the gaps between those visited are geometric.
template <typename Visit>
void visitAtRandom(std::int64_t count, double p, Random& random, Visit visit) {
  if (p <= 0)
    return;
  const double logOfMiss = std::log1p(-p);
  for (std::int64_t i = 0; i < count; ++i) {
    if (p < 1) {
      const double gap = std::floor(std::log1p(-random.uniform(0, 1)) / logOfMiss);
      if (!(gap < static_cast<double>(count - i)))
        return;
      i += static_cast<std::int64_t>(gap);
    }
    visit(i);
  }
}

void joinAll(std::vector<Edge>& edges, int first, int count) {
  for (int i = first; i < first + count; ++i)
    for (int j = i + 1; j < first + count; ++j)
      edges.push_back({i, j});
}

} // namespace

Graph pathGraph(int n) {
  std::vector<Edge> edges;
  for (int i = 0; i + 1 < n; ++i)
    edges.push_back({i, i + 1});
  return generated(n, std::move(edges));
}

Graph cycleGraph(int n) {
  std::vector<Edge> edges;
  for (int i = 0; i + 1 < n; ++i)
    edges.push_back({i, i + 1});
  if (n >= 3)
    edges.push_back({n - 1, 0});
  return generated(n, std::move(edges));
}

Graph gridGraph(int rows, int columns) {
  if (rows < 1 || columns < 1 || rows > mostNodes / columns)
    return {};
  std::vector<Edge> edges;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      const int node = r * columns + c;
      if (c + 1 < columns)
        edges.push_back({node, node + 1});
      if (r + 1 < rows)
        edges.push_back({node, node + columns});
    }
  return generated(rows * columns, std::move(edges));
}

Graph mazeGraph(int rows, int columns, const std::vector<int>& walls) {
  Graph grid = gridGraph(rows, columns);
  std::vector<bool> isWall(asIndex(grid.nodeCount), false);
  for (const int wall : walls)
    if (wall >= 0 && wall < grid.nodeCount)
      isWall[asIndex(wall)] = true;
  std::erase_if(grid.edges,
                [&](const Edge& edge) { return isWall[asIndex(edge.from)] || isWall[asIndex(edge.to)]; });
  return generated(grid.nodeCount, std::move(grid.edges));
}

Graph starGraph(int n) {
  std::vector<Edge> edges;
  for (int i = 1; i < n; ++i)
    edges.push_back({0, i});
  return generated(n, std::move(edges));
}

Graph completeGraph(int n) {
  if (!isPairable(n))
    return {};
  std::vector<Edge> edges;
  joinAll(edges, 0, n);
  return generated(n, std::move(edges));
}

Graph barbellGraph(int clique, int bridge) {
  if (clique < 1 || bridge < 0 || !isPairable(clique) || bridge > mostNodes - 2 * clique)
    return {};
  std::vector<Edge> edges;
  joinAll(edges, 0, clique);
  for (int i = clique - 1; i < clique + bridge; ++i)
    edges.push_back({i, i + 1});
  joinAll(edges, clique + bridge, clique);
  return generated(2 * clique + bridge, std::move(edges));
}

Graph erdosRenyi(int n, double p, std::uint64_t seed) {
  if (n < 0 || n > mostNodes)
    return {};
  Random random(seed);
  std::vector<Edge> edges;
  // Pair (i, j), j < i, is number i(i − 1)/2 + j; i follows as the numbers grow.
  std::int64_t i = 1;
  std::int64_t rowStart = 0;
  visitAtRandom(std::int64_t{n} * (n - 1) / 2, probability(p), random, [&](std::int64_t pair) {
    while (pair >= rowStart + i)
      rowStart += i++;
    edges.push_back({static_cast<int>(pair - rowStart), static_cast<int>(i)});
  });
  return generated(n, std::move(edges));
}

Graph barabasiAlbert(int n, int m, std::uint64_t seed) {
  if (m < 1 || m >= n)
    return {};
  Random random(seed);
  std::vector<Edge> edges;
  std::vector<int> ends; // each node as often as its degree
  const auto join = [&](int a, int b) {
    edges.push_back({a, b});
    ends.push_back(a);
    ends.push_back(b);
  };
  for (int i = 1; i <= m; ++i)
    join(0, i);
  for (int node = m + 1; node < n; ++node) {
    std::vector<int> targets;
    while (std::ssize(targets) < m) {
      const int target = ends[asIndex(randomIndex(random, std::ssize(ends)))];
      if (std::find(targets.begin(), targets.end(), target) == targets.end())
        targets.push_back(target);
    }
    for (const int target : targets)
      join(target, node);
  }
  return generated(n, std::move(edges));
}

Graph wattsStrogatz(int n, int k, double p, std::uint64_t seed) {
  if (n < 1 || k < 0 || k % 2 != 0 || k >= n)
    return {};
  Random random(seed);
  std::vector<std::vector<int>> neighbors(static_cast<std::size_t>(n));
  const auto areJoined = [&](int a, int b) {
    return std::find(neighbors[asIndex(a)].begin(), neighbors[asIndex(a)].end(), b) !=
           neighbors[asIndex(a)].end();
  };
  std::vector<Edge> edges;
  for (int hop = 1; hop <= k / 2; ++hop)
    for (int i = 0; i < n; ++i) {
      const int j = (i + hop) % n;
      edges.push_back({i, j});
      neighbors[asIndex(i)].push_back(j);
      neighbors[asIndex(j)].push_back(i);
    }
  for (Edge& edge : edges) {
    // A node that is joined to all others has nowhere to move an edge to.
    if (!(random.uniform(0, 1) < probability(p)) || std::ssize(neighbors[asIndex(edge.from)]) >= n - 1)
      continue;
    int target = randomIndex(random, n);
    while (target == edge.from || areJoined(edge.from, target))
      target = randomIndex(random, n);
    std::erase(neighbors[asIndex(edge.from)], edge.to);
    std::erase(neighbors[asIndex(edge.to)], edge.from);
    edge.to = target;
    neighbors[asIndex(edge.from)].push_back(target);
    neighbors[asIndex(target)].push_back(edge.from);
  }
  return generated(n, std::move(edges));
}

Graph randomTree(int n, std::uint64_t seed) {
  if (n < 3)
    return pathGraph(n);
  Random random(seed);
  std::vector<int> sequence(static_cast<std::size_t>(n) - 2);
  std::vector<int> degree(static_cast<std::size_t>(n), 1);
  for (int& node : sequence) {
    node = randomIndex(random, n);
    ++degree[asIndex(node)];
  }
  std::priority_queue<int, std::vector<int>, std::greater<>> leaves;
  for (int node = 0; node < n; ++node)
    if (degree[asIndex(node)] == 1)
      leaves.push(node);
  std::vector<Edge> edges;
  for (const int node : sequence) {
    edges.push_back({leaves.top(), node});
    leaves.pop();
    if (--degree[asIndex(node)] == 1)
      leaves.push(node);
  }
  const int last = leaves.top();
  leaves.pop();
  edges.push_back({last, leaves.top()});
  return generated(n, std::move(edges));
}

Graph ratingsGraph(int users, int movies, double p, std::uint64_t seed) {
  if (users < 0 || movies < 0 || users > mostNodes - movies)
    return {};
  Random random(seed);
  std::vector<Edge> edges;
  visitAtRandom(std::int64_t{users} * movies, probability(p), random, [&](std::int64_t pair) {
    const double rating = 1 + randomIndex(random, 5);
    edges.push_back({static_cast<int>(pair / movies), static_cast<int>(users + pair % movies), rating});
  });
  return generated(users + movies, std::move(edges));
}

} // namespace eigenboard::graph
