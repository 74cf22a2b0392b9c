#include "core/graph/bipartite_layout.h"
#include "core/graph/circular_layout.h"
#include "core/graph/force_layout.h"
#include "core/graph/generators.h"
#include "core/graph/kamada_kawai.h"
#include "core/graph/layered_layout.h"
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

/// Some in dense heaps, some far out: what a quadtree has to cope with.
Positions heapedPositions(RandomNumbers& random, int n) {
  Positions positions(2, n);
  for (int i = 0; i < n; ++i) {
    const double spread = std::pow(10.0, random.integer(-3, 2));
    positions.col(i) = Eigen::Vector2d(random.integer(-2, 2), random.integer(-2, 2)) * 10 +
                       spread * Eigen::Vector2d(random.uniform(-1, 1), random.uniform(-1, 1));
  }
  return positions;
}

/// The force of the definition, pair by pair.
Positions exactForces(const Graph& graph, double k, double gravity, const Positions& p) {
  Positions forces = -gravity * p;
  for (Eigen::Index i = 0; i < p.cols(); ++i)
    for (Eigen::Index j = 0; j < p.cols(); ++j)
      if (i != j) {
        const Eigen::Vector2d away = p.col(i) - p.col(j);
        const double d = std::max(away.norm(), k / 100);
        forces.col(i) += k * k / d * away / d;
      }
  for (const Edge& edge : graph.edges) {
    const Eigen::Vector2d along = p.col(edge.to) - p.col(edge.from);
    forces.col(edge.from) += along * along.norm() / k;
    forces.col(edge.to) -= along * along.norm() / k;
  }
  return forces;
}

double forceEnergy(const Graph& graph, double k, double gravity, const Positions& p) {
  double energy = gravity / 2 * p.squaredNorm();
  for (Eigen::Index i = 0; i < p.cols(); ++i)
    for (Eigen::Index j = 0; j < i; ++j)
      energy -= k * k * std::log((p.col(i) - p.col(j)).norm());
  for (const Edge& edge : graph.edges)
    energy += std::pow((p.col(edge.to) - p.col(edge.from)).norm(), 3) / (3 * k);
  return energy;
}

} // namespace

/// The layout by springs, Barnes and Hut's way and to the letter, and what hostile places do to it and to the
/// others.
class ForcesComeToRest : public QObject {
  Q_OBJECT

 private slots:
  void forcesWithoutThetaAreTheExactSum() {
    RandomNumbers random(21);
    for (const double k : {1.0, 1e-6, 3e5}) {
      const Graph graph = erdosRenyi(150, 0.02, 4);
      for (int trial = 0; trial < 6; ++trial) {
        const Positions p =
            k * (trial % 2 == 0 ? heapedPositions(random, 150) : randomPositions(random, 150, 5));
        ForceSettings settings;
        settings.length = k;
        settings.theta = 0;
        const Positions forces = layoutForces(graph, settings, p);
        const Positions exact = exactForces(graph, k, settings.gravity, p);
        // Sums of 150 terms, each at most 100 k or the longest edge squared.
        const double largest = std::max(100.0 * k, p.squaredNorm() / k);
        QVERIFY((forces - exact).cwiseAbs().maxCoeff() <= 150 * 4 * epsilon * largest);
      }
    }
  }

  void forcesAreTheGradientOfTheEnergy() {
    RandomNumbers random(22);
    const Graph graph = erdosRenyi(12, 0.3, 2);
    for (int trial = 0; trial < 20; ++trial) {
      ForceSettings settings;
      settings.theta = 0;
      settings.length = random.uniform(0.5, 2);
      settings.gravity = random.uniform(0, 1);
      Positions p(2, 12); // at least 0.5 apart, so that third derivatives stay below 2 k²/0.5³ each
      for (int i = 0; i < 12; ++i)
        p.col(i) = Eigen::Vector2d(i % 4 + random.uniform(-0.25, 0.25), i / 4 + random.uniform(-0.25, 0.25));
      const Positions forces = layoutForces(graph, settings, p);
      constexpr double h = 1e-5;
      for (Eigen::Index i = 0; i < p.size(); ++i) {
        Positions up = p;
        Positions down = p;
        up(i) += h;
        down(i) -= h;
        const double slope = (forceEnergy(graph, settings.length, settings.gravity, up) -
                              forceEnergy(graph, settings.length, settings.gravity, down)) /
                             (2 * h);
        // Truncation h² f‴/6 of twelve pairs, and rounding eps f/h.
        QVERIFY(std::abs(forces(i) + slope) <= 12 * h * h * 64 * 4 + 100 * epsilon / h);
      }
    }
  }

  void barnesAndHutKeepTheirBound() {
    RandomNumbers random(23);
    for (const double theta : {0.1, 0.5, 0.9})
      for (int trial = 0; trial < 8; ++trial) {
        const int n = 600;
        const Positions p = trial % 2 == 0 ? heapedPositions(random, n) : randomPositions(random, n, 10);
        const Quadtree tree = makeQuadtree(p);
        double squares = 0;
        double offs = 0;
        for (int b = 0; b < n; ++b) {
          const int i = tree.bodies[static_cast<std::size_t>(b)];
          Eigen::Vector2d exact = Eigen::Vector2d::Zero();
          double inverse = 0;
          for (int j = 0; j < n; ++j)
            if (j != i) {
              const Eigen::Vector2d away = p.col(i) - p.col(j);
              const double d = std::max(away.norm(), 0.01);
              exact += away / (d * d);
              inverse += 1 / away.norm();
            }
          const double off = (repulsion(tree, b, theta, 0.01) - exact).norm();
          // A cell's error is at most count/d θ³/(1 − θ), and its bodies are at most (1 + θ) d away.
          QVERIFY(off <= theta * theta * theta * (1 + theta) / (1 - theta) * inverse + n * 8 * epsilon * 100);
          squares += exact.squaredNorm();
          offs += off * off;
        }
        const double relative = std::sqrt(offs / squares);
        // What the panels rely on: in the mean it is far better than the bound.
        QVERIFY2(theta > 0.5 || relative <= (theta == 0.5 ? 0.005 : 5e-5),
                 qPrintable(QString::number(relative)));
        QVERIFY(theta == 0 || relative > 1e-12); // it does approximate
      }
  }

  void forceLayoutSettlesPinsAndRepeats() {
    const Graph graph = makeGraph(20, gridGraph(4, 4).edges).graph; // a grid and four lone nodes
    const ForceSettings settings;
    std::vector<bool> pinned(20, false);
    pinned[3] = true;
    ForceLayout layout = startForceLayout(graph, settings);
    const Eigen::Vector2d pin = layout.positions.col(3);
    ForceLayout early;
    for (int step = 0; step < 1000; ++step) {
      if (step == 50)
        early = layout;
      const ForceLayout next = nextForceLayout(graph, settings, pinned, layout);
      QVERIFY(next.positions.allFinite());
      QVERIFY(next.movement <= layout.temperature * (1 + 4 * epsilon));
      QCOMPARE(Eigen::Vector2d(next.positions.col(3)), pin);
      layout = next;
    }
    QVERIFY(layout.movement < 1e-4);
    ForceLayout again = early;
    for (int step = 50; step < 1000; ++step)
      again = nextForceLayout(graph, settings, pinned, again);
    QCOMPARE(again.positions, layout.positions);
    // Parts stay together, nodes apart.
    QVERIFY(layout.positions.colwise().norm().maxCoeff() < 10);
    for (int i = 0; i < 20; ++i)
      for (int j = 0; j < i; ++j)
        QVERIFY((layout.positions.col(i) - layout.positions.col(j)).norm() > 0.3);
  }

  void twoNodesRestWhereTheForcesBalance() {
    ForceSettings settings;
    settings.gravity = 0;
    settings.length = 2.5;
    settings.cooling = 1;
    ForceLayout layout = startForceLayout(pathGraph(2), settings);
    for (int step = 0; step < 400; ++step)
      layout = nextForceLayout(pathGraph(2), settings, {}, layout);
    QVERIFY(std::abs((layout.positions.col(0) - layout.positions.col(1)).norm() - 2.5) <=
            1e-9); // d²/k = k²/d
  }

  void hostilePlacesAreParted() {
    const double notANumber = std::nan("");
    RandomNumbers random(24);
    const Graph graph = completeGraph(12);
    Positions p = Positions::Zero(2, 12); // all at one point
    for (int variant = 0; variant < 3; ++variant) {
      if (variant == 1)
        p = Positions::Constant(2, 12, 1e300);
      if (variant == 2)
        p.col(4) = Eigen::Vector2d(notANumber, 1);
      for (const double length : {1.0, 0.0, notANumber, 1e308, -4.0}) {
        ForceSettings settings;
        settings.length = length;
        settings.theta = random.uniform(0, 2);
        settings.gravity = variant == 1 ? notANumber : 0.1;
        ForceLayout layout = startForceLayoutAt(graph, settings, p);
        KamadaKawai other = startKamadaKawai(idealDistances(graph), length, p);
        for (int step = 0; step < 300; ++step) {
          layout = nextForceLayout(graph, settings, {}, layout);
          other = nextKamadaKawai(idealDistances(graph), length, {}, other);
          QVERIFY(layout.positions.allFinite() && other.positions.allFinite());
        }
        for (int i = 0; i < 12; ++i)
          for (int j = 0; j < i; ++j) {
            QVERIFY((layout.positions.col(i) - layout.positions.col(j)).norm() > 0);
            QVERIFY((other.positions.col(i) - other.positions.col(j)).norm() > 0);
          }
      }
    }
    QCOMPARE(partingDirection(3, 8), Eigen::Vector2d(-partingDirection(8, 3)));
    for (const int n : {0, 1}) {
      const Graph small = pathGraph(n);
      QCOMPARE(nextForceLayout(small, {}, {}, startForceLayout(small, {})).positions.cols(), Eigen::Index{n});
      const Eigen::MatrixXd distances = idealDistances(small);
      QCOMPARE(nextKamadaKawai(distances, 1, {}, startKamadaKawai(distances, 1, {})).stress, 0.0);
      QCOMPARE(spectralLayout(small, 1).cols(), Eigen::Index{n});
      QCOMPARE(bipartiteLayout(small, 1).cols(), Eigen::Index{n});
      QCOMPARE(layeredLayout(small, 1).positions.cols(), Eigen::Index{n});
      QCOMPARE(circularLayout(n, 1), Positions(Positions::Zero(2, n)));
    }
    // Two thousand nodes in one place end in time.
    const Quadtree heap = makeQuadtree(Positions::Ones(2, 2000));
    QVERIFY(repulsion(heap, 5, 0.7, 0.01).allFinite());
  }
};

QTEST_APPLESS_MAIN(ForcesComeToRest)
#include "forces_come_to_rest.moc"
