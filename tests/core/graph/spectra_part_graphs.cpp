#include "core/graph/as_index.h"
#include "core/graph/generators.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/matrices.h"
#include "core/graph/properties.h"
#include "tests/core/graph/networkx_case.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

using namespace eigenboard::graph;
using namespace eigenboard::tests;

class SpectraPartGraphs : public QObject {
  Q_OBJECT

 private slots:
  void theFormIsThatOfTheLaplacian() {
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    RandomNumbers random(37);
    for (int trial = 0; trial < 60; ++trial) {
      const Graph graph = randomCase(random, trial).graph;
      const Eigen::VectorXd x = random.matrix(graph.nodeCount, 1);
      const double form = laplacianForm(graph, x);
      const double product = x.dot(laplacianMatrix(undirected(graph)) * x);
      // Some n² products of entries up to 60 · 5 and coordinates up to 1.
      QVERIFY(std::abs(form - product) <= 8 * epsilon * 30 * 30 * 300);
      QVERIFY(form >= 0);
    }
    QCOMPARE(laplacianForm(Graph(), Eigen::VectorXd()), 0.0);
    QCOMPARE(laplacianForm(pathGraph(3), Eigen::Vector3d(0, 1e-20, 0)), 2e-40);
  }

  void thePathIsCutInTheMiddle() {
    for (const int n : {2, 3, 8, 17, 40}) {
      const FiedlerPair pair = fiedlerPair(pathGraph(n));
      const std::vector<bool> sides = positiveSides(pair.vector);
      QCOMPARE(edgesCut(pathGraph(n), sides), 1);
      const auto positive = std::count(sides.begin(), sides.end(), true);
      QVERIFY(positive == n / 2 || positive == (n + 1) / 2);
      // 2 − 2 cos(π/n): Fiedler 1973. The form keeps its digits, whatever the solver's residual.
      const double truth = 2 - 2 * std::cos(std::numbers::pi / n);
      QVERIFY(std::abs(laplacianForm(pathGraph(n), pair.vector) - truth) <= 1e-14);
    }
  }

  void aBridgeIsTheCheapestCut() {
    const Graph barbell = barbellGraph(6, 0);
    QCOMPARE(edgesCut(barbell, positiveSides(fiedlerPair(barbell).vector)), 1);
    QCOMPARE(edgesCut(completeGraph(4), {true, true, false, false}), 4);
    QCOMPARE(positiveSides(Eigen::Vector3d(0.5, -1e-12, -0.5)), (std::vector<bool>{true, true, false}));
    QVERIFY(positiveSides(Eigen::VectorXd()).empty());
  }

  void degreesAreCounted() {
    QCOMPARE(degreeCounts(starGraph(6)), (std::vector<int>{0, 5, 0, 0, 0, 1}));
    QVERIFY(degreeCounts(Graph()).empty());
    RandomNumbers random(41);
    for (int trial = 0; trial < 40; ++trial) {
      const Graph graph = randomCase(random, trial).graph;
      const std::vector<int> counts = degreeCounts(graph);
      QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0), graph.nodeCount);
      int ends = 0;
      for (std::size_t degree = 0; degree < counts.size(); ++degree)
        ends += static_cast<int>(degree) * counts[degree];
      QCOMPARE(ends, 2 * graph.edgeCount());
      QVERIFY(counts.back() > 0);
    }
  }
};

QTEST_GUILESS_MAIN(SpectraPartGraphs)
#include "spectra_part_graphs.moc"
