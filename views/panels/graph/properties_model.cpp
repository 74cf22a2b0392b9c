#include "views/panels/graph/properties_model.h"

#include "core/graph/centrality.h"
#include "core/graph/circular_layout.h"
#include "core/graph/distances.h"
#include "core/graph/generators.h"
#include "core/graph/kamada_kawai.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/matrices.h"
#include "core/graph/page_rank.h"
#include "core/graph/walk_counts.h"
#include "views/panels/graph/graph_figure.h"
#include "views/panels/support/last_answer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace eigenboard::panels::graph::properties_panel {

namespace math = eigenboard::graph;

namespace {

/// Of the largest eigenvalue: solvers leave some units in the last place, and the least λ₂ of a connected
/// graph of 40 nodes, the path's, is 0.006.
constexpr double zeroShare = 1e-10;
/// Apart from each other by more than this, λ₂ and λ₃ are two.
constexpr double aloneGap = 1e-6;

math::Graph generated(const Params& params) {
  const auto seed = static_cast<std::uint64_t>(params.seed);
  const int n = params.size;
  const int links = std::min(params.links, (n - 1) / 2);
  switch (params.source) {
  case Source::Path:
    return math::pathGraph(n);
  case Source::Star:
    return math::starGraph(n);
  case Source::Complete:
    return math::completeGraph(n);
  case Source::Barbell:
    return math::barbellGraph(n / 2, n % 2);
  case Source::Random:
    return math::erdosRenyi(n, params.probability, seed);
  case Source::Attachment:
    return math::barabasiAlbert(n, links, seed);
  case Source::SmallWorld:
    return math::wattsStrogatz(n, 2 * links, params.probability, seed);
  case Source::Drawn:
    break;
  }
  return {};
}

math::Positions placesOf(const Params& params, const math::Graph& graph) {
  const int n = graph.nodeCount;
  math::Positions places = math::circularLayout(n, 1);
  switch (params.source) {
  case Source::Path: // in rows, there and back
    for (int node = 0; node < n; ++node) {
      const int row = node / 8;
      places.col(node) << (row % 2 == 0 ? node % 8 : 7 - node % 8), -1.6 * row;
    }
    return places;
  case Source::Star: // the middle is node 0
    places = math::Positions::Zero(2, n);
    if (n > 1)
      places.rightCols(n - 1) = math::circularLayout(n - 1, 1);
    return places;
  case Source::Complete:
  case Source::SmallWorld:
    return places;
  default: {
    const Eigen::MatrixXd distances = math::idealDistances(graph);
    math::KamadaKawai layout = math::startKamadaKawai(distances, 1, places);
    constexpr int sweeps = 60;
    for (int sweep = 0; sweep < sweeps; ++sweep)
      layout = math::nextKamadaKawai(distances, 1, {}, layout);
    return layout.positions;
  }
  }
}

ReadGraph made(const Params& params) {
  ReadGraph answer;
  answer.graph = generated(params);
  for (int node = 0; node < answer.graph.nodeCount; ++node)
    answer.names.push_back(QString::number(node));
  for (int edge = 0; edge < answer.graph.edgeCount(); ++edge)
    answer.row.push_back(-1);
  answer.positions = placeTable(placesOf(params, answer.graph)).transpose();
  return answer;
}

void addSpectrum(Known& known) {
  const math::Graph& graph = known.read.graph;
  const int n = graph.nodeCount;
  const math::LaplacianSpectrum spectrum = math::lowestLaplacianPairs(graph, n);
  known.eigenvalues = spectrum.values;
  const double zero = zeroShare * std::max(1.0, n > 0 ? known.eigenvalues.maxCoeff() : 0);
  known.zeros = static_cast<int>((known.eigenvalues.array() < zero).count());
  if (n < 2)
    return;
  known.fiedler = spectrum.vectors.col(1);
  known.isFiedlerAlone = known.eigenvalues(1) - known.eigenvalues(0) > aloneGap &&
                         (n == 2 || known.eigenvalues(2) - known.eigenvalues(1) > aloneGap);
  known.lambda2 = math::laplacianForm(graph, known.fiedler) / known.fiedler.squaredNorm();
  known.sides = math::positiveSides(known.fiedler);
  known.cut = math::edgesCut(graph, known.sides);
}

struct KnownQuestion {
  int nodeCount = 0;
  std::vector<math::Edge> edges;
  bool operator==(const KnownQuestion&) const = default;
};

/// All but the places and the names.
Known examined(const math::Graph& graph) {
  Known known;
  known.read.graph = graph;
  const int n = graph.nodeCount;
  known.degrees = math::degrees(graph);
  known.degreeCounts = math::degreeCounts(graph);
  known.parts = math::components(graph);
  known.centrality.resize(n, 5);
  const math::Betweenness between = math::betweenness(graph);
  known.edgeBetweenness = between.edge;
  if (n > 0) {
    for (int node = 0; node < n; ++node)
      known.centrality(node, 0) = known.degrees[static_cast<std::size_t>(node)];
    known.centrality.col(1) = math::closeness(graph);
    known.centrality.col(2) = between.node;
    known.centrality.col(3) = math::eigenvectorCentrality(graph).values;
    known.centrality.col(4) = math::exactPageRank(graph, rankDamping, {});
  }
  addSpectrum(known);
  const auto diameter = math::diameter(graph);
  known.diameter = diameter ? *diameter
                   : n == 0 ? std::numeric_limits<double>::quiet_NaN()
                            : std::numeric_limits<double>::infinity();
  const Eigen::VectorXd clustering = math::clustering(graph);
  known.clustering = n > 0 ? clustering.mean() : std::numeric_limits<double>::quiet_NaN();
  known.triangles = math::triangles(graph);
  for (int node = 0; node < n; ++node) {
    const double degree = known.degrees[static_cast<std::size_t>(node)];
    known.triangleTriples += clustering(node) * degree * (degree - 1) / 6;
  }
  return known;
}

} // namespace

bool isCentrality(Shown shown) {
  return shown <= Shown::PageRank;
}

QString shownName(Shown shown) {
  switch (shown) {
  case Shown::Degree:
    return Words::tr("Degree");
  case Shown::Closeness:
    return Words::tr("Closeness");
  case Shown::Betweenness:
    return Words::tr("Betweenness");
  case Shown::Eigenvector:
    return Words::tr("Eigenvector centrality");
  case Shown::PageRank:
    return Words::tr("PageRank");
  case Shown::Components:
    return Words::tr("Components");
  case Shown::Fiedler:
    return Words::tr("Fiedler vector");
  }
  return {};
}

ReadGraph graphOf(const Params& params) {
  return params.source == Source::Drawn ? read(params, false) : made(params);
}

Result evaluate(const Params& params) {
  static LastAnswer<KnownQuestion, Known> last;
  ReadGraph given = graphOf(params);
  const std::shared_ptr<const Known> examinedGraph =
      last.to({given.graph.nodeCount, given.graph.edges}, [&given] { return examined(given.graph); });
  auto known = std::make_shared<Known>(*examinedGraph);
  known->read = std::move(given);
  Result result;
  result.known = known;
  const int n = result.nodeCount();
  result.from = std::min(params.from, n - 1);
  result.to = std::min(params.to, n - 1);
  result.walks = math::walkCounts(result.graph(), params.length);
  if (isCentrality(params.shown)) {
    result.value = known->centrality.col(static_cast<Eigen::Index>(params.shown));
  } else if (params.shown == Shown::Fiedler) {
    result.value = known->fiedler.size() == n ? known->fiedler : Eigen::VectorXd::Zero(n);
  } else {
    result.value.resize(n);
    for (int node = 0; node < n; ++node)
      result.value(node) = known->parts.component[static_cast<std::size_t>(node)];
  }
  return result;
}

} // namespace eigenboard::panels::graph::properties_panel
