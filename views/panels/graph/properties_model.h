#pragma once

#include "core/graph/properties.h"
#include "views/panels/graph/drawn_graph.h"

#include <QCoreApplication>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace eigenboard::panels::graph::properties_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(GraphPropertiesPanel)
};

enum class Source : std::uint8_t { Drawn, Path, Star, Complete, Barbell, Random, Attachment, SmallWorld };
enum class Shown : std::uint8_t {
  Degree,
  Closeness,
  Betweenness,
  Eigenvector,
  PageRank,
  Components,
  Fiedler,
};
enum class Beside : std::uint8_t { Degrees, Walks, Ranking, Spectrum };

inline constexpr int mostWalkEdges = 8;
inline constexpr double rankDamping = 0.85;

struct Params : DrawnGraph {
  Source source = Source::Drawn;
  int size = 24;
  double probability = 0.1; ///< of an edge, or of an edge to be moved
  int links = 2;            ///< of a newcomer; of a ring, neighbors on either side
  int seed = 3;
  Shown shown = Shown::Betweenness;
  Beside beside = Beside::Degrees;
  bool logarithmic = false;
  bool wide = false; ///< edges are as wide as their betweenness
  int length = 2;    ///< k of Aᵏ, in edges
  int from = 0;
  int to = 1;

  Params(); ///< the first preset
};

/// What is known of a graph, whatever is shown of it.
struct Known {
  ReadGraph read;
  std::vector<int> degrees;
  std::vector<int> degreeCounts;
  eigenboard::graph::Components parts;
  Eigen::MatrixXd centrality; ///< a column for each of degree, closeness, betweenness, eigenvector, PageRank
  Eigen::VectorXd edgeBetweenness;
  Eigen::VectorXd eigenvalues; ///< of the Laplacian, ascending
  Eigen::VectorXd fiedler;     ///< empty with fewer than two nodes
  double lambda2 = 0;      ///< Σ (fᵢ − fⱼ)² over the edges, which keeps more digits than the solver's
  std::vector<bool> sides; ///< of the nodes, by the sign of the Fiedler vector
  bool isFiedlerAlone = false; ///< λ₂ is a single eigenvalue, so its vector is one but for the sign
  int zeros = 0;               ///< eigenvalues that are 0 but for rounding
  double diameter = 0;         ///< infinite: not connected; NaN: no nodes
  double clustering = 0;
  double triangles = 0;
  double triangleTriples = 0; ///< the same by clustering: Σ C_v d_v (d_v − 1)/6
  int cut = 0;                ///< edges between the signs of the Fiedler vector
};

struct Result {
  std::shared_ptr<const Known> known;
  Eigen::MatrixXd walks; ///< Aᵏ
  Eigen::VectorXd value; ///< what is shown of each node
  int from = -1;         ///< −1 without nodes
  int to = -1;

  const eigenboard::graph::Graph& graph() const { return known->read.graph; }
  int nodeCount() const { return graph().nodeCount; }
  int edgeCount() const { return graph().edgeCount(); }
};

Result evaluate(const Params& params);
/// The graph that is drawn or made, with the places of its nodes.
ReadGraph graphOf(const Params& params);
bool isCentrality(Shown shown);
QString shownName(Shown shown);

} // namespace eigenboard::panels::graph::properties_panel
