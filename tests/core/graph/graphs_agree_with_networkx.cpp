#include "core/graph/centrality.h"
#include "core/graph/distances.h"
#include "core/graph/generators.h"
#include "core/graph/graph_search.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/matrices.h"
#include "core/graph/page_rank.h"
#include "core/graph/properties.h"
#include "core/graph/shortest_paths.h"
#include "core/graph/spanning_tree.h"
#include "core/graph/topological_order.h"
#include "tests/core/graph/networkx_case.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

using namespace eigenboard::graph;
using namespace eigenboard::tests;

namespace {
constexpr double epsilon = std::numeric_limits<double>::epsilon();

std::vector<double> reachable(const Eigen::VectorXd& distances) {
  std::vector<double> result;
  for (const double distance : distances)
    result.push_back(std::isinf(distance) ? -1 : distance);
  return result;
}

GraphSearch searched(const Graph& graph, SearchKind kind, int source) {
  GraphSearch search = startSearch(graph, kind, source);
  while (!search.isDone())
    search = nextSearch(graph, search);
  return search;
}

QJsonArray sortedGroups(const Components& parts) {
  std::vector<std::vector<int>> groups(static_cast<std::size_t>(parts.count));
  for (std::size_t node = 0; node < parts.component.size(); ++node)
    groups[static_cast<std::size_t>(parts.component[node])].push_back(static_cast<int>(node));
  std::sort(groups.begin(), groups.end());
  QJsonArray result;
  for (const auto& group : groups)
    result.append(eigenboard::tests::listJson(group));
  return result;
}

QJsonArray sortedEdges(const Graph& graph) {
  std::set<std::pair<int, int>> pairs;
  for (const Edge& edge : graph.edges)
    pairs.insert(std::minmax({edge.from, edge.to}));
  QJsonArray result;
  for (const auto& [from, to] : pairs)
    result.append(QJsonArray{from, to});
  return result;
}

} // namespace

class GraphsAgreeWithNetworkx : public QObject {
  Q_OBJECT

  std::vector<Case> cases_;
  std::vector<Case> negative_;
  QJsonObject truth_;

  QJsonObject truthOf(std::size_t i) const {
    return truth_.value(QStringLiteral("graphs")).toArray().at(static_cast<qsizetype>(i)).toObject();
  }

 private slots:
  void initTestCase() {
    RandomNumbers random(11);
    QJsonArray graphs;
    for (int trial = 0; trial < 160; ++trial) {
      cases_.push_back(randomCase(random, trial));
      graphs.append(jsonOf(cases_.back()));
    }
    QJsonArray negative;
    for (int trial = 0; trial < 60; ++trial) {
      Case given = randomCase(random, 12 * trial + 1);
      // Weights shifted by potentials: negative ones, but no cycle changes its weight.
      std::vector<double> potential;
      for (int node = 0; node < given.graph.nodeCount; ++node)
        potential.push_back(random.integer(0, 5));
      std::vector<Edge> edges = given.graph.edges;
      for (Edge& edge : edges)
        edge.weight += potential[static_cast<std::size_t>(edge.from)] -
                       potential[static_cast<std::size_t>(edge.to)] - (trial % 3 == 0 ? 1.5 : 0);
      given.graph = makeGraph(given.graph.nodeCount, edges, true).graph;
      negative_.push_back(given);
      negative.append(jsonOf(given));
    }
    QFile script(QStringLiteral(NETWORKX_ANSWERS));
    QVERIFY(script.open(QIODevice::ReadOnly));
    const auto answer = runPython(
        QString::fromUtf8(script.readAll()),
        QJsonDocument(QJsonObject{{QStringLiteral("graphs"), graphs}, {QStringLiteral("negative"), negative}})
            .toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).object();
    QCOMPARE(truth_.value(QStringLiteral("graphs")).toArray().size(), qsizetype{160});
  }

  void matricesAndCounts() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Graph& graph = cases_[i].graph;
      const QJsonObject truth = truthOf(i);
      QCOMPARE(eigenboard::tests::listJson(degrees(graph)), truth[QStringLiteral("degrees")].toArray());
      QVERIFY(std::abs(density(graph) - truth[QStringLiteral("density")].toDouble()) <= 2 * epsilon);
      // Sums of at most 60 weights up to 5.
      const double rounding = 60 * 5 * 60 * epsilon;
      QVERIFY(matrixDifference(adjacencyMatrix(graph), truth[QStringLiteral("adjacency")]) <= rounding);
      QVERIFY(matrixDifference(laplacianMatrix(graph), truth[QStringLiteral("laplacian")]) <= rounding);
      QCOMPARE(sortedGroups(components(graph)).size(), truth[QStringLiteral("components")].toInt());
      std::vector<int> sizes(static_cast<std::size_t>(components(graph).count), 0);
      for (const int part : components(graph).component)
        ++sizes[static_cast<std::size_t>(part)];
      std::sort(sizes.begin(), sizes.end());
      QCOMPARE(eigenboard::tests::listJson(sizes), truth[QStringLiteral("componentSizes")].toArray());
      if (graph.directed)
        QCOMPARE(sortedGroups(strongComponents(graph)), truth[QStringLiteral("strong")].toArray());
      else
        QVERIFY(matrixDifference(normalizedLaplacian(graph), truth[QStringLiteral("normalized")]) <=
                rounding);
    }
  }

  void searchesGoTheSameWay() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto& [graph, multi, source, damping] = cases_[i];
      const QJsonObject truth = truthOf(i);
      QCOMPARE(eigenboard::tests::listJson(hopDistances(graph, source)),
               truth[QStringLiteral("hops")].toArray());
      const GraphSearch breadth = searched(graph, SearchKind::BreadthFirst, source);
      QCOMPARE(eigenboard::tests::listJson(breadth.order), truth[QStringLiteral("breadth")].toArray());
      QCOMPARE(breadth.depth, hopDistances(graph, source));
      const GraphSearch depth = searched(graph, SearchKind::DepthFirst, source);
      QCOMPARE(eigenboard::tests::listJson(depth.order), truth[QStringLiteral("depth")].toArray());
      QCOMPARE(eigenboard::tests::listJson(depth.parent), truth[QStringLiteral("depthParent")].toArray());
      for (int node = 0; node < graph.nodeCount; ++node)
        if (depth.depth[static_cast<std::size_t>(node)] >= 0) {
          const std::vector<int> path = pathTo(depth.parent, node);
          QCOMPARE(path.front(), source);
          QCOMPARE(static_cast<int>(path.size()), depth.depth[static_cast<std::size_t>(node)] + 1);
        }
    }
  }

  void topologicalOrdersAreThose() {
    int cyclic = 0;
    int ordered = 0;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Graph& graph = cases_[i].graph;
      const TopologicalOrder order = topologicalOrder(graph);
      if (!graph.directed) {
        QVERIFY(order.fault == TopologicalFault::NotDirected);
        continue;
      }
      const QJsonValue truth = truthOf(i)[QStringLiteral("topological")];
      QCOMPARE(order.fault == TopologicalFault::Cycle, truth.isNull());
      if (order.fault == TopologicalFault::None) {
        ++ordered;
        QCOMPARE(eigenboard::tests::listJson(order.order), truth.toArray());
        continue;
      }
      ++cyclic;
      QVERIFY(!order.cycle.empty());
      for (std::size_t k = 0; k < order.cycle.size(); ++k) {
        const auto arcs = graph.arcsOf(order.cycle[k]);
        const int following = order.cycle[(k + 1) % order.cycle.size()];
        QVERIFY(std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) { return arc.node == following; }));
      }
    }
    QVERIFY(cyclic > 10 && ordered > 10);
  }

  void shortestPathsAreAsLong() {
    RandomNumbers random(12);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto& [graph, multi, source, damping] = cases_[i];
      const QJsonValue truth = truthOf(i)[QStringLiteral("dijkstra")];
      const ShortestPaths paths = finished(graph, startDijkstra(graph, source));
      const double rounding = 30 * 5 * 30 * epsilon; // sums of at most 30 weights up to 5, in another order
      QVERIFY(difference(reachable(paths.distance), truth) <= rounding);
      BellmanFord rounds = startBellmanFord(graph, source);
      while (!rounds.done)
        rounds = nextBellmanFord(graph, rounds);
      QVERIFY(rounds.fault == PathFault::None);
      QVERIFY(difference(reachable(rounds.distance), truth) <= rounding);
      // Guesses below the truth, but so uneven that nodes have to be opened again.
      const int target = random.integer(0, graph.nodeCount - 1);
      Eigen::VectorXd guess = finished(reversed(graph), startDijkstra(reversed(graph), target)).distance;
      for (double& value : guess)
        value *= random.integer(0, 1) * (1 - 1e-9);
      const ShortestPaths star = finished(graph, startAStar(graph, source, target, guess));
      const double length = paths.distance(target);
      QVERIFY(star.distance(target) == length || std::abs(star.distance(target) - length) <= rounding);
      if (!std::isinf(length)) {
        double sum = 0;
        for (int node = target; node != source; node = star.parent[static_cast<std::size_t>(node)])
          sum +=
              graph.edges[static_cast<std::size_t>(star.parentEdge[static_cast<std::size_t>(node)])].weight;
        QVERIFY(std::abs(sum - length) <= rounding);
      }
    }
  }

  void negativeWeightsAreServedOrRefused() {
    const QJsonArray truth = truth_.value(QStringLiteral("negative")).toArray();
    int cycles = 0;
    int served = 0;
    for (std::size_t i = 0; i < negative_.size(); ++i) {
      const auto& [graph, multi, source, damping] = negative_[i];
      BellmanFord rounds = startBellmanFord(graph, source);
      while (!rounds.done)
        rounds = nextBellmanFord(graph, rounds);
      const QJsonValue expected = truth.at(static_cast<qsizetype>(i));
      QCOMPARE(rounds.fault == PathFault::NegativeCycle, expected.isNull());
      if (!expected.isNull()) {
        ++served;
        QVERIFY(difference(reachable(rounds.distance), expected) <= 30 * 10 * 30 * epsilon);
      } else {
        ++cycles;
        double sum = 0;
        QVERIFY(!rounds.cycle.empty());
        for (std::size_t k = 0; k < rounds.cycle.size(); ++k) {
          double lightest = std::numeric_limits<double>::infinity();
          for (const Arc& arc : graph.arcsOf(rounds.cycle[k]))
            if (arc.node == rounds.cycle[(k + 1) % rounds.cycle.size()])
              lightest = std::min(lightest, arc.weight);
          sum += lightest;
        }
        QVERIFY2(sum < 0, "the nodes named go round a cycle of negative weight");
      }
      const auto isNegative = [](const Edge& edge) { return edge.weight < 0; };
      const bool hasNegative = std::any_of(graph.edges.begin(), graph.edges.end(), isNegative);
      const ShortestPaths dijkstra = finished(graph, startDijkstra(graph, source));
      QCOMPARE(dijkstra.fault == PathFault::NegativeWeight, hasNegative);
      if (hasNegative)
        QVERIFY(graph.edges[static_cast<std::size_t>(dijkstra.faultEdge)].weight < 0 &&
                dijkstra.order.empty());
    }
    QVERIFY(cycles > 5 && served > 20);
  }

  void spanningTreesAreAsLight() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Graph& graph = cases_[i].graph;
      Kruskal kruskal = startKruskal(graph);
      while (!kruskal.isDone())
        kruskal = nextKruskal(graph, kruskal);
      Prim prim = startPrim(graph, cases_[i].source);
      while (!prim.isDone())
        prim = nextPrim(graph, prim);
      const double weight = truthOf(i)[QStringLiteral("treeWeight")].toDouble();
      QVERIFY(std::abs(kruskal.weight - weight) <= 30 * 30 * 5 * epsilon);
      QVERIFY(std::abs(prim.weight - weight) <= 30 * 30 * 5 * epsilon);
      QCOMPARE(std::set<int>(prim.accepted.begin(), prim.accepted.end()),
               std::set<int>(kruskal.accepted.begin(), kruskal.accepted.end()));
      QCOMPARE(static_cast<int>(kruskal.accepted.size()), graph.nodeCount - components(graph).count);
      QCOMPARE(kruskal.accepted.size() + kruskal.rejected.size(), graph.edges.size());
    }
  }

  void ranksAreThose() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto& [graph, multi, source, damping] = cases_[i];
      PageRank state = startPageRank(graph);
      do {
        state = nextPageRank(graph, damping, state);
        QVERIFY(std::abs(state.rank.sum() - 1) <= 64 * epsilon * state.step);
      } while (state.change > 4 * graph.nodeCount * epsilon && state.step < 2000);
      // Both stop when a step changes some 1e-15 a node, and are then within 1/(1 − d) ≤ 20 times that.
      QVERIFY2(difference(state.rank, truthOf(i)[QStringLiteral("rank")]) <= 20 * 30 * 2e-15,
               qPrintable(QString::number(i)));
    }
  }

  void centralitiesAreThose() {
    int compared = 0;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (cases_[i].multi)
        continue;
      const Graph& graph = cases_[i].graph;
      const QJsonObject truth = truthOf(i);
      const double rounding = 900 * 8 * epsilon; // sums of n² shares
      QVERIFY(difference(closeness(graph), truth[QStringLiteral("closeness")]) <= rounding);
      const Betweenness between = betweenness(graph);
      QVERIFY(difference(between.node, truth[QStringLiteral("betweenness")]) <= rounding);
      QVERIFY(difference(between.edge, truth[QStringLiteral("edgeBetweenness")]) <= rounding);
      QVERIFY(difference(clustering(graph), truth[QStringLiteral("clustering")]) <= rounding);
      QVERIFY(std::abs(transitivity(graph) - truth[QStringLiteral("transitivity")].toDouble()) <= rounding);
      QCOMPARE(diameter(graph).value_or(-1), truth[QStringLiteral("diameter")].toInt());
      if (truth.contains(QStringLiteral("centrality"))) {
        ++compared;
        const EigenvectorCentrality central = eigenvectorCentrality(graph);
        // The change of a step that ends the iteration, over the gap of the slowest of these graphs.
        QVERIFY2(difference(central.values, truth[QStringLiteral("centrality")]) <= 1e-10,
                 qPrintable(QString::number(i)));
        QVERIFY(std::abs(central.eigenvalue - truth[QStringLiteral("radius")].toDouble()) <= 1e-9);
        QVERIFY(central.residual <= 1e-9);
      }
    }
    QVERIFY(compared > 15);
  }

  void laplacianSpectraAreThose() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Graph& graph = cases_[i].graph;
      if (graph.directed)
        continue;
      const LaplacianSpectrum spectrum = lowestLaplacianPairs(graph, graph.nodeCount);
      // A backward stable solver: n eps ‖L‖, and ‖L‖ is at most twice the largest row sum.
      const double rounding = 30 * epsilon * 2 * (1 + rowSums(graph).maxCoeff());
      QVERIFY(difference(spectrum.values, truthOf(i)[QStringLiteral("spectrum")]) <= 4 * rounding);
      QVERIFY(spectrum.residual <= 4 * rounding);
      const auto zeros = std::count_if(spectrum.values.begin(), spectrum.values.end(),
                                       [&](double value) { return value <= 4 * rounding; });
      QCOMPARE(static_cast<int>(zeros), components(graph).count);
      if (graph.nodeCount > 1)
        QCOMPARE(fiedlerPair(graph).value, lowestLaplacianPairs(graph, 2).values(1));
    }
  }

  void familiesHaveTheSameEdges() {
    const QJsonObject families = truth_.value(QStringLiteral("families")).toObject();
    const std::map<QString, Graph> ours{{QStringLiteral("path"), pathGraph(7)},
                                        {QStringLiteral("cycle"), cycleGraph(6)},
                                        {QStringLiteral("star"), starGraph(6)},
                                        {QStringLiteral("complete"), completeGraph(6)},
                                        {QStringLiteral("barbell"), barbellGraph(4, 3)},
                                        {QStringLiteral("bridge"), barbellGraph(3, 0)},
                                        {QStringLiteral("grid"), gridGraph(3, 5)},
                                        {QStringLiteral("ring"), wattsStrogatz(11, 4, 0, 1)}};
    for (const auto& [name, graph] : ours) {
      QVERIFY2(sortedEdges(graph) == families[name].toArray(), qPrintable(name));
      QCOMPARE(static_cast<int>(sortedEdges(graph).size()), graph.edgeCount());
    }
    // Bad counts are refused before anything is made of them.
    for (const Graph& none :
         {completeGraph(10'000'001), completeGraph(-3), completeGraph(20'000), barbellGraph(2'000'000'000, 2),
          barbellGraph(3, 2'000'000'000), erdosRenyi(-4'000'000, 1, 1)})
      QCOMPARE(none.nodeCount, 0);
  }
};

QTEST_APPLESS_MAIN(GraphsAgreeWithNetworkx)
#include "graphs_agree_with_networkx.moc"
