#include "core/graph/centrality.h"
#include "core/graph/distances.h"
#include "core/graph/generators.h"
#include "core/graph/graph_search.h"
#include "core/graph/label_propagation.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/matrices.h"
#include "core/graph/message_passing.h"
#include "core/graph/page_rank.h"
#include "core/graph/properties.h"
#include "core/graph/random_walk.h"
#include "core/graph/shortest_paths.h"
#include "core/graph/spanning_tree.h"
#include "core/graph/topological_order.h"
#include "tests/core/random_numbers.h"

#include <Eigen/Dense>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

using namespace eigenboard::graph;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

bool isSimple(const Graph& graph) {
  std::set<std::pair<int, int>> pairs;
  for (const Edge& edge : graph.edges)
    if (edge.from == edge.to || !pairs.insert(std::minmax({edge.from, edge.to})).second)
      return false;
  return true;
}

Eigen::MatrixXd inversePower(const Eigen::VectorXd& diagonal) {
  return diagonal.cwiseSqrt().cwiseInverse().asDiagonal();
}

} // namespace

class GraphProcessesKeepTheirPromises : public QObject {
  Q_OBJECT

 private slots:
  void badGraphsAreRefusedWithAReason() {
    const double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(makeGraph(-1, {}).fault == GraphFault::NodeCountOutOfRange);
    QVERIFY(makeGraph(mostNodes + 1, {}).fault == GraphFault::NodeCountOutOfRange);
    QVERIFY(makeGraph(2, {{0, 1}, {0, 2}}).fault == GraphFault::NodeMissing);
    QCOMPARE(makeGraph(2, {{0, 1}, {0, 2}}).edge, 1);
    QVERIFY(makeGraph(2, {{-1, 1}}).fault == GraphFault::NodeMissing);
    QVERIFY(makeGraph(2, {{0, 1, std::nan("")}}).fault == GraphFault::WeightNotFinite);
    QVERIFY(makeGraph(2, {{0, 1, infinity}}).fault == GraphFault::WeightNotFinite);
    QCOMPARE(makeGraph(2, {{0, 1, infinity}}).graph.nodeCount, 0);
    QVERIFY(makeGraph(0, {}).fault == GraphFault::None);
    QVERIFY(makeGraph(0, {{0, 0}}).fault == GraphFault::NodeMissing);
  }

  void loopsAndParallelEdgesMeanWhatIsSaid() {
    const Graph graph = makeGraph(3, {{0, 1, 2}, {1, 0, 3}, {1, 1, 5}}).graph;
    QCOMPARE(degrees(graph), (std::vector<int>{2, 4, 0}));
    QCOMPARE(adjacencyMatrix(graph), (Eigen::Matrix3d{{0, 5, 0}, {5, 5, 0}, {0, 0, 0}}));
    QCOMPARE(laplacianMatrix(graph), (Eigen::Matrix3d{{5, -5, 0}, {-5, 5, 0}, {0, 0, 0}}));
    QCOMPARE(finished(graph, startDijkstra(graph, 0)).distance(1), 2.0);
    const Graph directed = makeGraph(2, {{0, 1}, {1, 1}}, true).graph;
    QCOMPARE(outDegrees(directed), (std::vector<int>{1, 1}));
    QCOMPARE(inDegrees(directed), (std::vector<int>{0, 2}));
    QCOMPARE(degrees(directed), (std::vector<int>{1, 3}));
    QCOMPARE(reversed(reversed(directed)).edges, directed.edges);
    // What is asked of every graph: degrees sum to 2m, arcs point back.
    RandomNumbers random(1);
    for (int trial = 0; trial < 50; ++trial) {
      const int n = random.integer(1, 20);
      std::vector<Edge> edges;
      for (int e = random.integer(0, 60); e > 0; --e)
        edges.push_back({random.integer(0, n - 1), random.integer(0, n - 1), random.uniform(-1, 1)});
      const Graph any = makeGraph(n, edges, trial % 2 == 0).graph;
      int sum = 0;
      for (const int degree : degrees(any))
        sum += degree;
      QCOMPARE(sum, 2 * any.edgeCount());
      for (int node = 0; node < n; ++node)
        for (const Arc& arc : any.arcsOf(node)) {
          const Edge& edge = any.edges[static_cast<std::size_t>(arc.edge)];
          QVERIFY((edge.from == node && edge.to == arc.node) ||
                  (!any.directed && edge.to == node && edge.from == arc.node));
        }
      const Eigen::MatrixXd X = random.matrix(n, 3);
      const Eigen::MatrixXd A = adjacencyMatrix(any);
      QVERIFY((adjacencyTimes(any, X) - A * X).cwiseAbs().maxCoeff() <= 64 * 60 * epsilon);
      QVERIFY((laplacianTimes(any, X) - laplacianMatrix(any) * X).cwiseAbs().maxCoeff() <= 64 * 60 * epsilon);
      const auto strong = strongComponents(any);
      for (const Edge& edge : any.edges) // edges lead from a higher to a lower number
        QVERIFY(!any.directed || strong.component[static_cast<std::size_t>(edge.from)] >=
                                     strong.component[static_cast<std::size_t>(edge.to)]);
    }
  }

  void randomGraphsAreWhatTheyAreCalled() {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      const Graph attached = barabasiAlbert(60, 3, seed);
      QVERIFY(isSimple(attached));
      QCOMPARE(attached.edgeCount(), 3 * (60 - 3));
      QCOMPARE(components(attached).count, 1);
      const Graph small = wattsStrogatz(40, 6, 0.3, seed);
      QVERIFY(isSimple(small));
      QCOMPARE(small.edgeCount(), 40 * 3);
      QVERIFY(isSimple(wattsStrogatz(8, 6, 1, seed)) && isSimple(wattsStrogatz(5, 4, 1, seed)));
      const Graph tree = randomTree(50, seed);
      QCOMPARE(tree.edgeCount(), 49);
      QCOMPARE(components(tree).count, 1);
      const Graph ratings = ratingsGraph(12, 9, 0.4, seed);
      QVERIFY(isSimple(ratings));
      for (const Edge& edge : ratings.edges)
        QVERIFY(edge.from < 12 && edge.to >= 12 && edge.weight >= 1 && edge.weight <= 5 &&
                edge.weight == std::floor(edge.weight));
      const Graph random = erdosRenyi(40, 0.2, seed);
      QVERIFY(isSimple(random));
      QCOMPARE(random.edges, erdosRenyi(40, 0.2, seed).edges);
      QVERIFY(random.edges != erdosRenyi(40, 0.2, seed + 1).edges);
    }
    QCOMPARE(erdosRenyi(9, 1, 1).edgeCount(), 36);
    QCOMPARE(erdosRenyi(9, 7, 1).edgeCount(), 36);
    QCOMPARE(erdosRenyi(9, 0, 1).edgeCount(), 0);
    QCOMPARE(erdosRenyi(9, std::nan(""), 1).edgeCount(), 0);
    QCOMPARE(erdosRenyi(100, 1e-300, 1).edgeCount(), 0);
    for (const int n : {-5, 0, 1, 2}) {
      for (const Graph& graph : {pathGraph(n), cycleGraph(n), starGraph(n), completeGraph(n),
                                 randomTree(n, 1), erdosRenyi(n, 0.5, 1), gridGraph(n, 1)})
        QCOMPARE(graph.nodeCount, std::max(n, 0));
      QCOMPARE(barabasiAlbert(n, 5, 1).nodeCount, 0);
    }
    QCOMPARE(gridGraph(1'000'000, 1'000'000).nodeCount, 0);
    QCOMPARE(wattsStrogatz(10, 3, 0.1, 1).nodeCount, 0);
  }

  void pairsAndTreesAreEquallyLikely() {
    // Each of the 10 pairs of 5 nodes in 8000 draws: 0.3 ± 5 standard deviations.
    std::map<std::pair<int, int>, int> pairs;
    std::map<std::set<std::pair<int, int>>, int> trees;
    for (std::uint64_t seed = 0; seed < 8000; ++seed) {
      for (const Edge& edge : erdosRenyi(5, 0.3, seed).edges)
        ++pairs[std::minmax({edge.from, edge.to})];
      std::set<std::pair<int, int>> tree;
      for (const Edge& edge : randomTree(4, seed).edges)
        tree.insert(std::minmax({edge.from, edge.to}));
      ++trees[tree];
    }
    QCOMPARE(pairs.size(), std::size_t{10});
    for (const auto& [pair, count] : pairs)
      QVERIFY(std::abs(count - 2400) <= 5 * std::sqrt(8000 * 0.3 * 0.7));
    QCOMPARE(trees.size(), std::size_t{16}); // Cayley: 4²
    for (const auto& [tree, count] : trees)
      QVERIFY(std::abs(count - 500) <= 5 * std::sqrt(8000 / 16.0));
  }

  void largeSpectraSatisfyTheirEquation() {
    // Eigenvalues in closed form: of a grid sums of those of paths, 2 − 2 cos(πk/n).
    const Graph grid = gridGraph(40, 25);
    const LaplacianSpectrum spectrum = lowestLaplacianPairs(grid, 6);
    std::vector<double> exact;
    for (int i = 0; i < 40; ++i)
      for (int j = 0; j < 25; ++j)
        exact.push_back(4 - 2 * std::cos(std::numbers::pi * i / 40) -
                        2 * std::cos(std::numbers::pi * j / 25));
    std::sort(exact.begin(), exact.end());
    QVERIFY2(spectrum.residual <= 4e-9,
             qPrintable(QString::number(spectrum.residual))); // 1e-10 of 4, with room
    for (int i = 0; i < 6; ++i) // a residual r leaves an error of r² over the gap to the next
      QVERIFY(std::abs(spectrum.values(i) - exact[static_cast<std::size_t>(i)]) <= 1e-12);
    QVERIFY((spectrum.vectors.transpose() * spectrum.vectors - Eigen::MatrixXd::Identity(6, 6)).norm() <=
            1e-9);
    // Against the dense solver, on a random graph in parts.
    const Graph loose = erdosRenyi(700, 0.004, 3);
    const LaplacianSpectrum lowest = lowestLaplacianPairs(loose, 20);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> dense(laplacianMatrix(loose),
                                                               Eigen::EigenvaluesOnly);
    QVERIFY((lowest.values - dense.eigenvalues().head(20)).cwiseAbs().maxCoeff() <= 1e-7);
    // The sign of the Fiedler vector parts a barbell at its bridge.
    const FiedlerPair fiedler = fiedlerPair(barbellGraph(6, 0));
    for (int node = 0; node < 12; ++node)
      QCOMPARE(fiedler.vector(node) > 0, fiedler.vector(0) > 0 ? node < 6 : node >= 6);
    QCOMPARE(fiedlerPair(pathGraph(1)).vector.size(), Eigen::Index{0});
    QVERIFY(std::abs(fiedlerPair(completeGraph(9)).value - 9) <= 100 * epsilon);
  }

  void walksFollowTheChain() {
    const Graph graph = makeGraph(4, {{0, 1, 1}, {1, 2, 3}, {2, 0, 2}, {2, 3, 1}, {3, 3, 4}}).graph;
    const Eigen::VectorXd stationary = stationaryDistribution(graph);
    QVERIFY((nextDistribution(graph, stationary) - stationary).norm() <= 8 * epsilon);
    Eigen::VectorXd p = Eigen::Vector4d(1, 0, 0, 0);
    for (int step = 0; step < 400; ++step)
      p = nextDistribution(graph, p);
    QVERIFY((p - stationary).norm() <= 1e-12);
    RandomWalk walk = startWalk(graph, 0);
    constexpr int steps = 40'000;
    RandomWalk early;
    for (int step = 0; step < steps; ++step) {
      if (step == 100)
        early = walk;
      const int before = walk.node;
      walk = nextWalk(graph, 0, 7, walk);
      const Edge& edge = graph.edges[static_cast<std::size_t>(walk.edge)];
      QVERIFY((edge.from == before && edge.to == walk.node) || (edge.to == before && edge.from == walk.node));
    }
    // Visits of a chain that mixes in some ten steps.
    for (int node = 0; node < 4; ++node)
      QVERIFY(std::abs(walk.visits[static_cast<std::size_t>(node)] / double(steps) - stationary(node)) <=
              5 * std::sqrt(10.0 / steps));
    // Gone again from a kept state, it is the same walk.
    RandomWalk again = early;
    for (int step = 100; step < steps; ++step)
      again = nextWalk(graph, 0, 7, again);
    QCOMPARE(again.visits, walk.visits);
    const Graph dead = makeGraph(2, {{0, 1, 1}}, true).graph;
    RandomWalk back = nextWalk(dead, 0, 1, nextWalk(dead, 0, 1, startWalk(dead, 0)));
    QCOMPARE(back.node, 0);
    QCOMPARE(nextWalk(dead, 1, 1, startWalk(dead, 0)).node, 0);
    QCOMPARE(nextWalk(dead, 0, 1, startWalk(dead, 5)).node, -1);
    QCOMPARE(nextDistribution(dead, Eigen::Vector2d(0.5, 0.5)), Eigen::VectorXd(Eigen::Vector2d(0, 1)));
  }

  void ranksSumToOneWhateverIsGiven() {
    for (const double damping : {0.0, 0.85, 1.0, -3.0, 9.0, std::nan("")})
      for (const Graph& graph : {makeGraph(3, {{0, 1, 1e308}, {0, 2, 1e308}, {1, 0, -5}}, true).graph,
                                 starGraph(5), pathGraph(1)}) {
        PageRank state = startPageRank(graph);
        for (int step = 0; step < 50; ++step)
          state = nextPageRank(graph, damping, state);
        QVERIFY(std::abs(state.rank.sum() - 1) <= 200 * epsilon);
        QVERIFY(state.rank.minCoeff() >= 0);
      }
    // Without damping the change falls with every step by the factor d or more.
    const Graph graph = barabasiAlbert(30, 2, 1);
    PageRank state = nextPageRank(graph, 0.7, startPageRank(graph));
    for (int step = 0; step < 60; ++step) {
      const double before = state.change;
      state = nextPageRank(graph, 0.7, state);
      QVERIFY(state.change <= 0.7 * before + 30 * epsilon);
    }
    QCOMPARE(nextPageRank(Graph(), 0.85, startPageRank(Graph())).rank.size(), Eigen::Index{0});
  }

  void labelsBecomeHarmonic() {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const Graph graph = barabasiAlbert(25, 2, seed);
      std::vector<int> known(25, -1);
      known[0] = 0;
      known[7] = 1;
      known[20] = 2;
      LabelPropagation state = startLabelPropagation(graph, known, 3);
      for (int step = 0; step < 5000 && (step == 0 || state.change > 1e-15); ++step)
        state = nextLabelPropagation(graph, state);
      // L_uu F_u = W_ul Y_l, solved directly.
      const Eigen::MatrixXd L = laplacianMatrix(graph);
      std::vector<int> free;
      for (int node = 0; node < 25; ++node)
        if (known[static_cast<std::size_t>(node)] < 0)
          free.push_back(node);
      const std::vector<int> fixed{0, 7, 20};
      const Eigen::MatrixXd solution =
          Eigen::MatrixXd(L(free, free)).ldlt().solve(Eigen::MatrixXd(-L(free, fixed)));
      QVERIFY((state.share(free, Eigen::all) - solution).cwiseAbs().maxCoeff() <= 1e-12);
      QVERIFY((state.share.rowwise().sum().array() - 1).abs().maxCoeff() <= 1e-12);
      const std::vector<int> found = labels(state);
      QCOMPARE(found[7], 1);
    }
    const Graph apart = makeGraph(3, {{0, 1}}).graph;
    const LabelPropagation state = nextLabelPropagation(apart, startLabelPropagation(apart, {0, -1, 9}, 2));
    QCOMPARE(labels(state), (std::vector<int>{0, 0, -1}));
    QCOMPARE(labels(startLabelPropagation(apart, {0}, 0)), (std::vector<int>{-1, -1, -1}));
  }

  void layersAreTheirFormulas() {
    RandomNumbers random(5);
    for (int trial = 0; trial < 20; ++trial) {
      const Graph graph = erdosRenyi(15, 0.3, static_cast<std::uint64_t>(trial));
      const Eigen::MatrixXd A = adjacencyMatrix(graph);
      const Eigen::MatrixXd H = random.matrix(15, 4);
      const Eigen::MatrixXd W = random.matrix(4, 3);
      const Eigen::MatrixXd loops = A + Eigen::MatrixXd::Identity(15, 15);
      const Eigen::MatrixXd half = inversePower(loops.rowwise().sum());
      const Eigen::MatrixXd layer = half * loops * half * H * W;
      const double rounding = 100 * 15 * epsilon;
      QVERIFY((graphConvolution(graph, H, W, Activation::None) - layer).cwiseAbs().maxCoeff() <= rounding);
      QVERIFY(
          (graphConvolution(graph, H, W, Activation::Rectifier) - layer.cwiseMax(0)).cwiseAbs().maxCoeff() <=
          rounding);
      QVERIFY((gathered(graph, Aggregation::Sum, H) - A * H).cwiseAbs().maxCoeff() <= rounding);
      for (int node = 0; node < 15; ++node) {
        Eigen::RowVectorXd most = Eigen::RowVectorXd::Constant(4, -9);
        for (int other = 0; other < 15; ++other)
          if (A(node, other) > 0)
            most = most.cwiseMax(H.row(other)).eval();
        const double degree = A.row(node).sum();
        const Eigen::RowVectorXd mean = degree > 0 ? Eigen::RowVectorXd(A.row(node) * H / degree)
                                                   : Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(4));
        QVERIFY((gathered(graph, Aggregation::Mean, H).row(node) - mean).norm() <= rounding);
        if (degree > 0)
          QCOMPARE(Eigen::RowVectorXd(gathered(graph, Aggregation::Maximum, H).row(node)), most);
      }
    }
    // Messages go along the directions.
    const Graph arrow = makeGraph(2, {{0, 1, 2}}, true).graph;
    QCOMPARE(gathered(arrow, Aggregation::Sum, Eigen::Vector2d(5, 7)),
             Eigen::MatrixXd(Eigen::Vector2d(0, 10)));
    QCOMPARE(
        graphConvolution(arrow, Eigen::MatrixXd::Ones(3, 1), Eigen::MatrixXd::Ones(1, 1), Activation::None)
            .cols(),
        Eigen::Index{0});
  }

  void everythingServesGraphsWithoutNodes() {
    const Graph none;
    QCOMPARE(components(none).count, 0);
    QCOMPARE(density(none), 0.0);
    QCOMPARE(diameter(none).has_value(), false);
    QCOMPARE(diameter(pathGraph(1)).value_or(-1), 0);
    QCOMPARE(closeness(none).size(), Eigen::Index{0});
    QCOMPARE(betweenness(none).node.size(), Eigen::Index{0});
    QCOMPARE(eigenvectorCentrality(none).values.size(), Eigen::Index{0});
    QVERIFY(startSearch(none, SearchKind::BreadthFirst, 0).isDone());
    QVERIFY(nextSearch(none, startSearch(none, SearchKind::DepthFirst, 0)).order.empty());
    QVERIFY(startDijkstra(none, 0).fault == PathFault::SourceMissing);
    QVERIFY(startBellmanFord(none, -1).fault == PathFault::SourceMissing);
    QVERIFY(startKruskal(none).isDone() && startPrim(none, 0).isDone());
    QCOMPARE(lowestLaplacianPairs(none, 3).values.size(), Eigen::Index{0});
    QCOMPARE(stationaryDistribution(none).size(), Eigen::Index{0});
    QVERIFY(topologicalOrder(makeGraph(0, {}, true).graph).order.empty());
    QCOMPARE(transitivity(none), 0.0);
  }

  void longPathsNeedNoStack() {
    const Graph graph = pathGraph(200'000);
    std::vector<Edge> round = graph.edges;
    round.push_back({199'999, 0});
    QCOMPARE(strongComponents(makeGraph(200'000, round, true).graph).count, 1);
    QCOMPARE(hopDistances(graph, 0).back(), 199'999);
    QCOMPARE(topologicalOrder(makeGraph(200'000, graph.edges, true).graph).order.size(),
             std::size_t{200'000});
  }
};

QTEST_APPLESS_MAIN(GraphProcessesKeepTheirPromises)
#include "graph_processes_keep_their_promises.moc"
