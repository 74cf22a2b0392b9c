#include "core/graph/force_layout.h"
#include "core/graph/generators.h"
#include "core/graph/kamada_kawai.h"
#include "core/graph/layered_layout.h"
#include "core/graph/spectral_layout.h"

#include <QtCore/QString>
#include <QtCore/QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

namespace {

using namespace eigenboard::graph;

/// The median milliseconds of `runs` calls, by the processor's time: others that work meanwhile do not count.
template <typename Step>
void measure(const char* name, int runs, Step step) {
  std::vector<double> milliseconds;
  for (int run = 0; run < runs; ++run) {
    const std::clock_t before = std::clock();
    step();
    milliseconds.push_back(1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  QTextStream(stdout) << name << ": " << QString::number(milliseconds[milliseconds.size() / 2], 'f', 2)
                      << " ms\n";
}

void measureForces(const char* name, const Graph& graph, int runs) {
  const ForceSettings settings;
  ForceLayout layout = startForceLayout(graph, settings);
  measure(name, runs, [&] { layout = nextForceLayout(graph, settings, {}, layout); });
}

} // namespace

/// What an iteration of each layout costs, on one core.
int main() {
  measureForces("force, 10 000 nodes and 30 000 edges at random",
                erdosRenyi(10'000, 30'000 / 49'995'000.0, 1), 60);
  measureForces("force, 10 000 nodes and 29 991 edges by preference", barabasiAlbert(10'000, 3, 1), 60);
  measureForces("force, 10 000 nodes in a grid", gridGraph(100, 100), 60);
  measureForces("force, 1 000 nodes and 2 994 edges by preference", barabasiAlbert(1'000, 3, 1), 300);
  const Graph thousand = barabasiAlbert(1'000, 3, 1);
  const Eigen::MatrixXd distances = idealDistances(thousand);
  KamadaKawai layout = startKamadaKawai(distances, 1, {});
  measure("Kamada–Kawai, 1 000 nodes", 20, [&] { layout = nextKamadaKawai(distances, 1, {}, layout); });
  measure("spectral, 1 000 nodes by preference", 3, [&] { spectralLayout(thousand, 1); });
  measure("spectral, 10 000 nodes in a grid", 1, [] { spectralLayout(gridGraph(100, 100), 1); });
  measure("layered, 1 000 nodes by preference", 3, [&] { layeredLayout(thousand, 1); });
  return 0;
}
