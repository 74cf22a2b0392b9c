#include "core/graph/bipartite_layout.h"
#include "core/graph/circular_layout.h"
#include "core/graph/component_packing.h"
#include "core/graph/crossings.h"
#include "core/graph/generators.h"
#include "core/graph/kamada_kawai.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/layered_layout.h"
#include "core/graph/matrices.h"
#include "core/graph/spectral_layout.h"
#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard::graph;
using eigenboard::tests::RandomNumbers;

namespace {
constexpr double epsilon = std::numeric_limits<double>::epsilon();

Positions randomPositions(RandomNumbers& random, int n, double size) {
  return size * Positions(random.matrix(2, n));
}

/// Pairs of segments between two rows that cross, by trying every pair.
std::int64_t crossingsByDefinition(const Rows& rows) {
  std::vector<int> place(rows.group.size());
  std::vector<int> row(rows.group.size());
  for (std::size_t r = 0; r < rows.rows.size(); ++r)
    for (std::size_t i = 0; i < rows.rows[r].size(); ++i) {
      place[static_cast<std::size_t>(rows.rows[r][i])] = static_cast<int>(i);
      row[static_cast<std::size_t>(rows.rows[r][i])] = static_cast<int>(r);
    }
  const auto at = [](const std::vector<int>& values, int node) {
    return values[static_cast<std::size_t>(node)];
  };
  std::int64_t count = 0;
  for (std::size_t a = 0; a < rows.segments.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const auto [from, to] = rows.segments[a];
      const auto [otherFrom, otherTo] = rows.segments[b];
      if (at(row, from) == at(row, otherFrom) &&
          (at(place, from) - at(place, otherFrom)) * (at(place, to) - at(place, otherTo)) < 0)
        ++count;
    }
  return count;
}

Graph randomDirected(RandomNumbers& random, int n, int m) {
  std::vector<Edge> edges;
  for (int e = 0; e < m; ++e)
    edges.push_back({random.integer(0, n - 1), random.integer(0, n - 1)});
  return makeGraph(n, edges, true).graph;
}

} // namespace

class LayoutsAreTrue : public QObject {
  Q_OBJECT

 private slots:
  void kamadaAndKawaisStressFalls() {
    RandomNumbers random(25);
    for (int trial = 0; trial < 12; ++trial) {
      const int n = random.integer(2, 40);
      const Graph graph = erdosRenyi(n, random.uniform(0.03, 0.3), static_cast<std::uint64_t>(trial));
      const Eigen::MatrixXd distances = idealDistances(graph);
      std::vector<bool> pinned(static_cast<std::size_t>(n), false);
      pinned[0] = trial % 2 == 0;
      KamadaKawai layout = startKamadaKawai(distances, 1.5, randomPositions(random, n, 4));
      const Eigen::Vector2d pin = layout.positions.col(0);
      for (int step = 0; step < 200; ++step) {
        const KamadaKawai next = nextKamadaKawai(distances, 1.5, pinned, layout);
        QVERIFY(next.stress <= layout.stress * (1 + n * n * 4 * epsilon) + n * n * epsilon);
        layout = next;
      }
      QVERIFY(trial % 2 != 0 || pin == layout.positions.col(0));
    }
    // A path and a square have layouts without any stress, but for the diagonals.
    const Eigen::MatrixXd path = idealDistances(pathGraph(8));
    Positions line(2, 8);
    for (int i = 0; i < 8; ++i)
      line.col(i) = Eigen::Vector2d(0.6 * i, 0.8 * i);
    QVERIFY(kamadaKawaiStress(path, 1, line) <= 1000 * epsilon * epsilon);
    // Components: one farther than the farthest two of one.
    QCOMPARE(idealDistances(makeGraph(4, {{0, 1}, {1, 2}}).graph)(0, 3), 3.0);
  }

  void stressGradientAgreesWithDifferences() {
    RandomNumbers random(26);
    const Eigen::MatrixXd distances = idealDistances(erdosRenyi(15, 0.2, 9));
    for (int trial = 0; trial < 10; ++trial) {
      const Positions p = randomPositions(random, 15, 4);
      const Positions gradient = kamadaKawaiGradient(distances, 1.2, p);
      constexpr double h = 1e-5;
      for (Eigen::Index i = 0; i < p.size(); ++i) {
        Positions up = p;
        Positions down = p;
        up(i) += h;
        down(i) -= h;
        const double slope =
            (kamadaKawaiStress(distances, 1.2, up) - kamadaKawaiStress(distances, 1.2, down)) / (2 * h);
        // Rounding eps · stress / h, and h² times third derivatives, some l/d² of pairs 0.05 apart.
        QVERIFY(std::abs(slope - gradient(i)) <= 1e-6 * (1 + std::abs(slope)));
      }
    }
    // Where the sweeps end the gradient has gone.
    KamadaKawai layout = startKamadaKawai(distances, 1.2, randomPositions(random, 15, 4));
    const double before = kamadaKawaiGradient(distances, 1.2, layout.positions).norm();
    for (int step = 0; step < 3000; ++step)
      layout = nextKamadaKawai(distances, 1.2, {}, layout);
    QVERIFY(kamadaKawaiGradient(distances, 1.2, layout.positions).norm() <= 1e-6 * before);
  }

  void spectralCoordinatesAreEigenvectors() {
    for (const Graph& graph : {gridGraph(7, 4), barabasiAlbert(60, 2, 3), ratingsGraph(8, 9, 0.5, 2),
                               gridGraph(30, 17)}) { // the last by iteration
      const Positions p = spectralLayout(graph, 2);
      const LaplacianSpectrum spectrum = lowestLaplacianPairs(graph, 3);
      for (int axis = 0; axis < 2; ++axis) {
        Eigen::VectorXd x = p.row(axis).transpose();
        x.array() -= x.mean(); // moved to the middle of the picture
        const double value = x.dot(laplacianTimes(graph, x).col(0)) / x.squaredNorm();
        QVERIFY((laplacianTimes(graph, x) - value * x).norm() <= 1e-8 * x.norm());
        QVERIFY(std::abs(value - spectrum.values(axis + 1)) <= 1e-8);
      }
    }
    // Parts by themselves, their boxes apart.
    const Graph parts = makeGraph(9, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 5}, {5, 6}, {6, 4}}).graph;
    const Positions p = spectralLayout(parts, 1);
    const Eigen::Vector2d low = p.leftCols(4).rowwise().minCoeff();
    const Eigen::Vector2d high = p.leftCols(4).rowwise().maxCoeff();
    for (int node = 4; node < 9; ++node)
      QVERIFY(((p.col(node) - low).array() < -1e-9).any() || ((p.col(node) - high).array() > 1e-9).any());
    QVERIFY((p.col(7) - p.col(8)).norm() > 1);
    QCOMPARE(subgraph(parts, {6, 4, 1}).edges, (std::vector<Edge>{{0, 1}}));
  }

  void bipartiteGraphsAreToldFromOthers() {
    RandomNumbers random(27);
    int odd = 0;
    for (int trial = 0; trial < 200; ++trial) {
      const int n = random.integer(1, 14);
      const Graph graph = trial % 2 == 0 ? ratingsGraph(n, n, 0.4, static_cast<std::uint64_t>(trial))
                                         : randomDirected(random, n, random.integer(0, n));
      const TwoColoring coloring = twoColoring(graph);
      if (coloring.isBipartite()) {
        for (const Edge& edge : graph.edges)
          QVERIFY(coloring.side[static_cast<std::size_t>(edge.from)] !=
                  coloring.side[static_cast<std::size_t>(edge.to)]);
        const Positions p = bipartiteLayout(graph, 1);
        for (const Edge& edge : graph.edges)
          QVERIFY(std::abs(p(0, edge.from) - p(0, edge.to)) == 3);
        continue;
      }
      ++odd;
      QVERIFY(trial % 2 == 1);
      QCOMPARE(coloring.oddCycle.size() % 2, std::size_t{1});
      const Eigen::MatrixXd A = adjacencyMatrix(undirected(graph));
      for (std::size_t i = 0; i < coloring.oddCycle.size(); ++i)
        QVERIFY(A(coloring.oddCycle[i], coloring.oddCycle[(i + 1) % coloring.oddCycle.size()]) > 0);
      QVERIFY(bipartiteLayout(graph, 1).allFinite());
    }
    QVERIFY(odd > 20);
  }

  void layeredEdgesGoDown() {
    RandomNumbers random(28);
    for (int trial = 0; trial < 120; ++trial) {
      const int n = random.integer(1, 30);
      const Graph cyclic = randomDirected(random, n, random.integer(0, 2 * n));
      std::vector<Edge> edges = cyclic.edges;
      if (trial % 3 == 0) { // no cycles
        for (Edge& edge : edges)
          edge = {std::min(edge.from, edge.to), std::max(edge.from, edge.to)};
        std::erase_if(edges, [](const Edge& edge) { return edge.from == edge.to; });
      }
      const Graph graph = makeGraph(n, edges, trial % 3 != 1).graph;
      const LayeredLayout layout = layeredLayout(graph, 2);
      QVERIFY(layout.crossings <= layout.crossingsBefore);
      QVERIFY(layout.positions.allFinite());
      for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const Edge& edge = graph.edges[e];
        if (edge.from == edge.to)
          continue;
        const double drop = layout.positions(1, edge.from) - layout.positions(1, edge.to);
        QVERIFY((layout.reversed[e] ? -drop : drop) >= 2);
        QVERIFY(trial % 3 != 0 || !layout.reversed[e]);
        // The bends lead row by row from the first end to the second.
        QCOMPARE(static_cast<double>(layout.bends[e].cols()), std::abs(drop) / 2 - 1);
        for (Eigen::Index i = 0; i < layout.bends[e].cols(); ++i)
          QCOMPARE(layout.bends[e](1, i), layout.positions(1, edge.from) +
                                              (layout.reversed[e] ? 2.0 : -2.0) * static_cast<double>(i + 1));
      }
      for (int i = 0; i < n; ++i)
        for (int j = 0; j < i; ++j)
          if (layout.rank[static_cast<std::size_t>(i)] == layout.rank[static_cast<std::size_t>(j)])
            QVERIFY(std::abs(layout.positions(0, i) - layout.positions(0, j)) >= 2 * (1 - 64 * epsilon));
    }
    // A tree has no crossings, and none are left.
    QCOMPARE(layeredLayout(randomTree(60, 5), 1).crossings, std::int64_t{0});
  }

  void crossingsAreCountedAndReduced() {
    RandomNumbers random(29);
    std::int64_t before = 0;
    std::int64_t after = 0;
    for (int trial = 0; trial < 60; ++trial) {
      Rows rows;
      const int count = random.integer(1, 4);
      for (int row = 0; row < count; ++row) {
        rows.rows.emplace_back();
        for (int i = random.integer(1, 9); i > 0; --i) {
          rows.rows.back().push_back(static_cast<int>(rows.group.size()));
          rows.group.push_back(0);
        }
      }
      for (int row = 0; row + 1 < count; ++row)
        for (const int from : rows.rows[static_cast<std::size_t>(row)])
          for (const int to : rows.rows[static_cast<std::size_t>(row) + 1])
            if (random.uniform(0, 1) < 0.3)
              rows.segments.emplace_back(from, to);
      QCOMPARE(crossings(rows), crossingsByDefinition(rows));
      const Rows better = withFewerCrossings(rows, 24);
      QCOMPARE(crossings(better), crossingsByDefinition(better));
      QVERIFY(crossings(better) <= crossings(rows));
      for (std::size_t row = 0; row < rows.rows.size(); ++row)
        QVERIFY(std::is_permutation(rows.rows[row].begin(), rows.rows[row].end(), better.rows[row].begin(),
                                    better.rows[row].end()));
      before += crossings(rows);
      after += crossings(better);
    }
    QVERIFY2(after < before / 2, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
  }

  void spacesAreTheNearestThatAreAllowed() {
    // Against a projected descent on the same convex problem.
    RandomNumbers random(30);
    for (int trial = 0; trial < 40; ++trial) {
      std::vector<double> wishes;
      for (int i = random.integer(1, 7); i > 0; --i)
        wishes.push_back(random.uniform(-4, 4));
      const std::vector<double> spaced = spacedNear(wishes);
      QCOMPARE(spaced.size(), wishes.size());
      double sum = 0;
      for (std::size_t i = 0; i < spaced.size(); ++i) {
        QVERIFY(i == 0 || spaced[i] - spaced[i - 1] >= 1 - 16 * epsilon * 10);
        sum += spaced[i] - wishes[i];
        // The multiplier of each gap, Σ of what went before, is not negative, and 0 where the gap is wider.
        const bool isTight = i + 1 < spaced.size() && spaced[i + 1] - spaced[i] <= 1 + 1e-12;
        QVERIFY(sum <= 1e-12 && (isTight || std::abs(sum) <= 1e-12));
      }
    }
    QVERIFY(spacedNear({}).empty());
  }

  void circlesAndPackingsKeepTheirDistances() {
    for (const int n : {2, 3, 7, 100}) {
      const Positions p = circularLayout(n, 1.5);
      for (int i = 0; i < n; ++i)
        QVERIFY(std::abs((p.col(i) - p.col((i + 1) % n)).norm() - 1.5) <= 64 * n * epsilon);
      QVERIFY(p(1, 0) > 0 && std::abs(p(0, 0)) <= epsilon);
    }
    RandomNumbers random(31);
    Positions p = randomPositions(random, 40, 3);
    Components parts{{}, 8};
    for (int i = 0; i < 40; ++i)
      parts.component.push_back(i % 8);
    const Positions moved = packed(p, parts, 0.5);
    for (int a = 0; a < 40; ++a)
      for (int b = 0; b < 40; ++b)
        if (a % 8 == b % 8) // moved as a whole
          QVERIFY(((moved.col(a) - moved.col(b)) - (p.col(a) - p.col(b))).norm() <= 64 * 40 * epsilon);
    const auto box = [&moved](int part) {
      Eigen::Vector4d edges(1e9, 1e9, -1e9, -1e9);
      for (int i = part; i < 40; i += 8) {
        edges.head<2>() = edges.head<2>().cwiseMin(moved.col(i));
        edges.tail<2>() = edges.tail<2>().cwiseMax(moved.col(i));
      }
      return edges;
    };
    for (int a = 0; a < 8; ++a)
      for (int b = 0; b < a; ++b)
        QVERIFY(box(a)(0) > box(b)(2) + 0.49 || box(b)(0) > box(a)(2) + 0.49 ||
                box(a)(1) > box(b)(3) + 0.49 || box(b)(1) > box(a)(3) + 0.49);
  }
};

QTEST_APPLESS_MAIN(LayoutsAreTrue)
#include "layouts_are_true.moc"
