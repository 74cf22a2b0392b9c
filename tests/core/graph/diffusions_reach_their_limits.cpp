#include "core/graph/as_index.h"
#include "core/graph/distance_guess.h"
#include "core/graph/generators.h"
#include "core/graph/label_propagation.h"
#include "core/graph/matrices.h"
#include "core/graph/message_passing.h"
#include "core/graph/page_rank.h"
#include "core/graph/shortest_paths.h"
#include "core/graph/walk_counts.h"
#include "tests/core/graph/networkx_case.h"
#include "tests/core/python_process.h"

#include <Eigen/Dense>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <set>
#include <vector>

using namespace eigenboard::graph;
using namespace eigenboard::tests;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// networkx's personalized PageRank, harmonic functions and limits of powers by dense algebra, walks by
/// integer matrix powers.
const QString script = QStringLiteral(R"(
import json, sys
import networkx as nx
import numpy as np

def answer(g):
    n, q = g["n"], g["restart"]
    G = nx.DiGraph() if g["directed"] else nx.Graph()
    G.add_nodes_from(range(n))
    G.add_weighted_edges_from(g["edges"])
    rank = nx.pagerank(G, alpha=g["damping"], personalization=dict(enumerate(q)), tol=1e-15, max_iter=5000)
    a = {"rank": [rank[v] for v in range(n)]}
    both = nx.Graph()
    both.add_nodes_from(range(n))
    both.add_edges_from(G.edges)
    a["triangles"] = sum(nx.triangles(both).values()) // 3
    B = nx.to_numpy_array(G, weight=None).astype(int)
    a["walks"] = np.linalg.matrix_power(B, 4).tolist()
    W = nx.to_numpy_array(G)
    known = np.array(g["known"])
    F = np.zeros((n, 2))
    F[known >= 0, known[known >= 0]] = 1
    for component in nx.connected_components(G.to_undirected()) if not g["directed"] else []:
        inside = np.array(sorted(component))
        u, k = inside[known[inside] < 0], inside[known[inside] >= 0]
        if len(u) and len(k):
            L = np.diag(W[u].sum(axis=1)) - W[np.ix_(u, u)]
            F[u] = np.linalg.solve(L, W[np.ix_(u, k)] @ F[k])
    a["harmonic"] = F.tolist()
    if not g["directed"]:
        A = W + np.eye(n)
        d = A.sum(axis=1) ** -0.5
        values, vectors = np.linalg.eigh(d[:, None] * A * d)
        ones = values > 1 - 1e-9
        a["limit"] = (vectors[:, ones] @ vectors[:, ones].T).tolist()
        a["rate"] = float(np.max(np.abs(values[~ones]), initial=0))
    return a

json.dump([answer(g) for g in json.load(sys.stdin)], sys.stdout)
)");

Positions randomPositions(RandomNumbers& random, int n) {
  Positions positions(2, n);
  for (double& value : positions.reshaped())
    value = random.uniform(-5, 5);
  return positions;
}

} // namespace

class DiffusionsReachTheirLimits : public QObject {
  Q_OBJECT

  struct Given {
    Graph graph;
    double damping = 0.85;
    Eigen::VectorXd restart;
    std::vector<int> known;
  };
  std::vector<Given> given_;
  QJsonArray truth_;

 private slots:
  void initTestCase() {
    RandomNumbers random(29);
    QJsonArray questions;
    for (int trial = 0; trial < 80; ++trial) {
      // Kinds without parallel edges and self-loops, so that networkx's simple graphs say the same.
      const Case one = randomCase(random, trial % 2 == 0 ? 4 * (trial / 2) : 4 * (trial / 2) + 1);
      std::vector<Edge> edges;
      for (const Edge& edge : one.graph.edges)
        if (edge.from != edge.to)
          edges.push_back(edge);
      Given given;
      given.graph = makeGraph(one.graph.nodeCount, edges, one.graph.directed).graph;
      given.damping = one.damping;
      const int n = given.graph.nodeCount;
      given.restart = Eigen::VectorXd::Zero(n);
      given.restart(random.integer(0, n - 1)) = 2;
      given.restart(random.integer(0, n - 1)) += 1;
      given.known.assign(asIndex(n), -1);
      given.known[asIndex(random.integer(0, n - 1))] = 0;
      given.known[asIndex(random.integer(0, n - 1))] = 1;
      Case told = one;
      told.graph = given.graph;
      QJsonObject question = jsonOf(told);
      question[QStringLiteral("restart")] = eigenboard::tests::listJson(given.restart);
      question[QStringLiteral("known")] = eigenboard::tests::listJson(given.known);
      questions.append(question);
      given_.push_back(given);
    }
    const PythonAnswer answer = runPython(script, QJsonDocument(questions).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(truth_.size()), given_.size());
  }

  void personalizedRanksAreNetworkxs() {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const auto& [graph, damping, restart, known] = given_[i];
      const QJsonValue truth = truth_.at(static_cast<qsizetype>(i))[QStringLiteral("rank")];
      const Eigen::VectorXd exact = exactPageRank(graph, damping, restart);
      // networkx stops once a step changes less than n · 1e-15, at most d/(1 − d) of that from the limit.
      const double stopped = graph.nodeCount * (1e-15 + 8 * epsilon) / (1 - damping);
      QVERIFY(difference(exact, truth) <= stopped);
      PageRank state = startPageRank(graph);
      const double first = (state.rank - exact).lpNorm<1>();
      for (int step = 1; step <= 60; ++step) {
        state = nextPageRank(graph, damping, restart, state);
        QVERIFY(std::abs(state.rank.sum() - 1) <= 64 * step * epsilon);
        const double bound = std::pow(damping, step) * first;
        QVERIFY((state.rank - exact).lpNorm<1>() <= bound + stopped);
      }
    }
  }

  void badRestartsAreEvenOnes() {
    const Graph graph = makeGraph(3, {{0, 1}, {1, 2}}, true).graph;
    const Eigen::VectorXd even = exactPageRank(graph, 0.85, Eigen::VectorXd());
    QVERIFY(std::abs(even.sum() - 1) <= 8 * epsilon);
    const double none = std::nan("");
    for (const Eigen::Vector3d& bad : {Eigen::Vector3d(0, 0, 0), Eigen::Vector3d(-1, 2, 2), {none, 1, 1}}) {
      QCOMPARE(exactPageRank(graph, 0.85, bad), even);
      QCOMPARE(nextPageRank(graph, 0.85, bad, startPageRank(graph)).rank,
               nextPageRank(graph, 0.85, startPageRank(graph)).rank);
    }
    QCOMPARE(exactPageRank(graph, 1, even).size(), 0);
    QCOMPARE(exactPageRank(Graph(), 0.5, {}).size(), 0);
  }

  void labelsBecomeHarmonic() {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const auto& [graph, damping, restart, known] = given_[i];
      const Eigen::MatrixXd limit = harmonicShares(graph, known, 2);
      if (!graph.directed)
        QVERIFY(matrixDifference(limit, truth_.at(static_cast<qsizetype>(i))[QStringLiteral("harmonic")]) <=
                1e-10); // the condition of Laplacians with weights from 0.1 to 5 on 30 nodes
      LabelPropagation state = startLabelPropagation(graph, known, 2);
      for (int step = 0; step < 20000; ++step)
        state = nextLabelPropagation(graph, state);
      QVERIFY((state.share - limit).cwiseAbs().maxCoeff() <= 1e-9); // what slow ones lack after 20 000 steps
    }
    QCOMPARE(harmonicShares(Graph(), {}, 2).rows(), 0);
  }

  void layersSmoothToOneVector() {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const Graph& graph = given_[i].graph;
      if (graph.directed)
        continue;
      const int n = graph.nodeCount;
      const Smoothing smooth = smoothing(graph, Eigen::MatrixXd::Identity(n, n));
      const QJsonValue truth = truth_.at(static_cast<qsizetype>(i));
      QVERIFY(matrixDifference(smooth.limit, truth[QStringLiteral("limit")]) <= 1e-9); // eigh's gap to 1
      QVERIFY(std::abs(smooth.rate - truth[QStringLiteral("rate")].toDouble()) <= 64 * n * epsilon);
      Eigen::MatrixXd X = Eigen::MatrixXd::Identity(n, n);
      const double first = (X - smooth.limit).norm();
      for (int layer = 1; layer <= 40; ++layer) {
        X = convolved(graph, X);
        QVERIFY((X - smooth.limit).norm() <= std::pow(smooth.rate, layer) * first + 64 * n * layer * epsilon);
      }
    }
    QCOMPARE(smoothing(Graph(), Eigen::MatrixXd(0, 2)).limit.cols(), 2);
  }

  void guessesAreConsistent() {
    RandomNumbers random(31);
    for (const Given& given : given_)
      for (const Ground ground : {Ground::Plane, Ground::Grid}) {
        const Graph& graph = given.graph;
        const int n = graph.nodeCount;
        const int target = random.integer(0, n - 1);
        const Positions positions = randomPositions(random, n);
        const Eigen::VectorXd guess = distanceGuess(graph, positions, target, ground);
        QCOMPARE(guess(target), 0.0);
        for (const Edge& edge : graph.edges) // with rounding of a few units of the largest guess
          QVERIFY(std::abs(guess(edge.from) - guess(edge.to)) <=
                  edge.weight + 8 * epsilon * (1 + guess.maxCoeff()));
        // It is no vain one: some edge costs exactly what is guessed of its length.
        if (graph.edgeCount() > 0)
          QVERIFY(n < 2 || guess.maxCoeff() > 0);
        const int source = random.integer(0, n - 1);
        const ShortestPaths plain = finished(graph, startDijkstra(graph, source, target));
        const ShortestPaths guided = finished(graph, startAStar(graph, source, target, guess));
        const double one = plain.distance(target);
        const double other = guided.distance(target);
        QVERIFY(one == other || std::abs(one - other) <= 64 * epsilon * one);
        QVERIFY(guided.order.size() <= plain.order.size() + 1); // ties aside
      }
    const Graph negative = makeGraph(2, {{0, 1, -1}}).graph;
    QCOMPARE(distanceGuess(negative, Positions::Random(2, 2), 0, Ground::Plane), Eigen::Vector2d(0, 0));
    QCOMPARE(distanceGuess(negative, Positions::Random(2, 1), 0, Ground::Plane), Eigen::Vector2d(0, 0));
    QCOMPARE(distanceGuess(negative, Positions::Random(2, 2), 2, Ground::Plane), Eigen::Vector2d(0, 0));
  }

  void walksAreCounted() {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const Graph& graph = given_[i].graph;
      const QJsonValue truth = truth_.at(static_cast<qsizetype>(i));
      QCOMPARE(matrixDifference(walkCounts(graph, 4), truth[QStringLiteral("walks")]), 0.0);
      if (!graph.directed)
        QCOMPARE(triangles(graph), truth[QStringLiteral("triangles")].toDouble());
    }
    QCOMPARE(walkCounts(pathGraph(3), 0), Eigen::Matrix3d::Identity());
    QCOMPARE(triangles(completeGraph(6)), 20.0);
    QCOMPARE(triangles(gridGraph(4, 5)), 0.0);
  }

  void wallsCutEdges() {
    const Graph maze = mazeGraph(3, 4, {5, 6, 99, -1});
    QCOMPARE(maze.nodeCount, 12);
    QCOMPARE(maze.edgeCount(), gridGraph(3, 4).edgeCount() - 7);
    QVERIFY(maze.arcsOf(5).empty() && maze.arcsOf(6).empty());
    QCOMPARE(mazeGraph(3, 4, {}).edges, gridGraph(3, 4).edges);
    QCOMPARE(finished(maze, startDijkstra(maze, 4)).distance(7), 5.0);
  }
};

QTEST_GUILESS_MAIN(DiffusionsReachTheirLimits)
#include "diffusions_reach_their_limits.moc"
