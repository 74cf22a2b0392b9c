#include "views/panels/graph/algorithms_numpy.h"

#include "views/panels/graph/algorithms_words.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace eigenboard::panels::graph::algorithms_panel {

namespace {

QString inLines(const QStringList& items, int perLine) {
  if (items.isEmpty())
    return QStringLiteral("[]");
  QString lines;
  for (int i = 0; i < items.size(); i += perLine)
    lines += QStringLiteral("\n    ") + items.mid(i, perLine).join(QStringLiteral(", ")) + QLatin1Char(',');
  return QLatin1Char('[') + lines + QStringLiteral("\n]");
}

QString graphData(const Params& params, const World& world) {
  QStringList edges;
  for (const auto& edge : world.graph.edges)
    edges += QStringLiteral("(%1, %2, %3)").arg(edge.from).arg(edge.to).arg(python::literal(edge.weight));
  QString code = QStringLiteral("n = %1\nedges = %2\n").arg(world.graph.nodeCount).arg(inLines(edges, 6));
  if (params.algorithm == Algorithm::AStar && world.graph.nodeCount > 0)
    code += QStringLiteral("places = %1\n").arg(python::array(world.positions.transpose()));
  return code;
}

QString mazeData(const World& world) {
  QStringList walls;
  for (std::size_t cell = 0; cell < world.isWall.size(); ++cell)
    if (world.isWall[cell])
      walls += QString::number(cell);
  return QStringLiteral(R"(rows, columns = %1, %2
walls = %3
n = rows * columns
edges = []
for v in range(n):
    right = [v + 1] if v % columns < columns - 1 else []
    below = [v + columns] if v + columns < n else []
    edges += [(v, u, 1.0) for u in right + below if v not in walls and u not in walls]
places = np.array([(v % columns, rows - 1.0 - v // columns) for v in range(n)])
)")
      .arg(mazeRows)
      .arg(mazeColumns)
      .arg(inLines(walls, 16));
}

QString searchCode(bool isBreadth) {
  const QString search = isBreadth ? QStringLiteral(R"(
# A queue: the node that has waited longest is next.
waiting = list(depth)
taken = []
done = 0
while done < steps and waiting and not (stops and goal in taken):
    v = waiting.pop(0)
    taken.append(v)
    for u in sorted(G[v]):
        if u not in depth:
            depth[u] = depth[v] + 1
            waiting.append(u)
    done += 1
)")
                                   : QStringLiteral(R"(
# A stack: the way from the start, with what is left to look at from each node.
waiting = [(v, iter(sorted(G[v]))) for v in depth]
taken = list(depth)
done = 0
while done < steps and waiting and not (stops and goal in taken):
    while waiting:
        v, left = waiting[-1]
        u = next((u for u in left if u not in depth), None)
        if u is not None:
            depth[u] = depth[v] + 1
            taken.append(u)
            waiting.append((u, iter(sorted(G[u]))))
            break
        waiting.pop()
    done += 1
)");
  return QStringLiteral("\ndepth = {source: 0} if n else {}\n") + search + QStringLiteral(R"(
fewest = nx.single_source_shortest_path_length(G, source) if n else {}
readouts = {
    "steps": done,
    "found": len(depth),
    "waiting": len(waiting),
    "depth": depth.get(goal, np.inf),
    "fewest": fewest.get(goal, np.inf),
}
)");
}

const QString orderCode = QStringLiteral(R"(
import bisect

waits = dict(G.in_degree) if G.is_directed() else {}
ready = sorted(v for v in waits if waits[v] == 0)
placed = []
while len(placed) < steps and ready:
    v = ready.pop(0)
    placed.append(v)
    for u in G[v]:
        waits[u] -= 1
        if waits[u] == 0:
            bisect.insort(ready, u)

on_cycles = np.nan
if G.is_directed():
    on_cycles = sum(len(part) for part in nx.strongly_connected_components(G) if len(part) > 1)
readouts = {
    "steps": len(placed),
    "placed": len(placed),
    "ready": len(ready),
    "on_cycles": on_cycles,
}
)");

QString pathsCode(bool isAStar) {
  const QString guess = isAStar ? QStringLiteral(R"(
# The guess: as the crow flies (in a maze: across plus up), at the price of the cheapest edge.
guess = np.zeros(n)
if n and all(w >= 0 for _, _, w in edges):
    def length(way):
        return abs(way[0]) + abs(way[1]) if grid else np.sqrt(way[0] * way[0] + way[1] * way[1])

    rates = [w / length(places[v] - places[u]) for u, v, w in edges if length(places[v] - places[u]) > 0]
    if rates:
        guess = factor * np.array([min(rates) * length(places[goal] - places[v]) for v in range(n)])
)")
                                : QStringLiteral("\nguess = np.zeros(n)\n");
  const QString more = isAStar ? QStringLiteral(R"(readouts["guess"] = guess[source] if n else np.nan
readouts["plain"] = len(settle(np.zeros(n), np.inf, goal)[1])
)")
                               : QString();
  return guess + QStringLiteral(R"(

def settle(guess, steps, target):
    """The nearest node that waits is settled next, with a guess of what remains added."""
    distance = {source: 0.0} if n else {}
    waiting = list(distance) if all(w >= 0 for _, _, w in edges) else []
    settled = []
    while len(settled) < steps and waiting:
        v = min(waiting, key=lambda v: (distance[v] + guess[v], v))
        waiting.remove(v)
        settled.append(v)
        if v == target:
            waiting = []
            break
        for u, edge in G[v].items():
            if distance[v] + edge["weight"] < distance.get(u, np.inf):
                distance[u] = distance[v] + edge["weight"]
                if u not in waiting:
                    waiting.append(u)
    return distance, settled, waiting


distance, settled, waiting = settle(guess, steps, target)
try:
    best = nx.single_source_bellman_ford_path_length(G.to_directed(), source) if n else {}
    best = best.get(goal, np.inf)
except nx.NetworkXUnbounded:
    best = np.nan
found = distance.get(goal, np.inf)
readouts = {
    "steps": len(settled),
    "settled": len(settled),
    "waiting": len(waiting),
    "distance": found,
    "best": best,
    "excess": found - best if np.isfinite(found) and np.isfinite(best) else np.nan,
}
)") + more;
}

QString treeCode(bool isKruskal) {
  const QString grow = isKruskal ? QStringLiteral(R"(
queue = sorted(range(len(edges)), key=lambda e: (edges[e][2], e))
parts = nx.utils.UnionFind(range(n))
taken = []
for e in queue[:steps]:
    u, v, _ = edges[e]
    if parts[u] != parts[v]:
        parts.union(u, v)
        taken.append(e)
done = min(steps, len(edges))
)")
                                 : QStringLiteral(R"(
inside = [source] if n else []
taken = []
done = 0
while done < steps and len(inside) < n:
    leading_out = [(w, e) for e, (u, v, w) in enumerate(edges) if (u in inside) != (v in inside)]
    if leading_out:
        _, e = min(leading_out)
        taken.append(e)
        inside.append(next(v for v in edges[e][:2] if v not in inside))
    else:
        inside.append(min(set(range(n)) - set(inside)))
    done += 1
)");
  return grow + QStringLiteral(R"(
both = nx.MultiGraph()
both.add_nodes_from(range(n))
both.add_weighted_edges_from(edges)
readouts = {
    "steps": done,
    "taken": len(taken),
    "trees": n - len(taken),
    "weight": sum(edges[e][2] for e in taken),
    "best": nx.minimum_spanning_tree(both).size(weight="weight"),
}
)");
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const std::shared_ptr<const World> world = worldOf(params);
  QString code = QStringLiteral("import json\n\nimport networkx as nx\nimport numpy as np\n\n");
  code += params.place == Place::Maze ? mazeData(*world) : graphData(params, *world);
  code += QStringLiteral("steps = %1\n").arg(std::clamp(steps, 0, longestRun));
  if (hasSource(params.algorithm))
    code += QStringLiteral("source = %1\n").arg(world->source);
  if (hasGoal(params.algorithm))
    code += QStringLiteral("goal = %1\n").arg(world->goal);
  if (spreads(params.algorithm))
    return code + spreadCode(params, *world, steps) + python::printReadouts();
  if (isSearch(params.algorithm))
    code += QStringLiteral("stops = %1\n").arg(python::literal(params.stops));
  if (params.algorithm == Algorithm::Dijkstra)
    code +=
        QStringLiteral("target = %1\n").arg(params.stops ? QStringLiteral("goal") : QStringLiteral("None"));
  if (params.algorithm == Algorithm::AStar)
    code += QStringLiteral("target = goal\nfactor = %1\ngrid = %2\n")
                .arg(python::literal(params.factor), python::literal(params.place == Place::Maze));
  code += QStringLiteral("\nG = nx.%1()\nG.add_nodes_from(range(n))\nG.add_weighted_edges_from(edges)\n")
              .arg(world->graph.directed ? QStringLiteral("DiGraph") : QStringLiteral("Graph"));
  if (isSearch(params.algorithm))
    code += searchCode(params.algorithm == Algorithm::BreadthFirst);
  else if (params.algorithm == Algorithm::Topological)
    code += orderCode;
  else if (findsPaths(params.algorithm))
    code += pathsCode(params.algorithm == Algorithm::AStar);
  else
    code += treeCode(params.algorithm == Algorithm::Kruskal);
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::graph::algorithms_panel
