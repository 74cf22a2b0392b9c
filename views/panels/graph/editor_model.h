#pragma once

#include "core/graph/graph.h"
#include "core/graph/properties.h"
#include "core/graph/quadtree.h"
#include "views/panels/graph/drawn_graph.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>
#include <vector>

namespace eigenboard::panels::graph::editor_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(GraphEditorPanel)
};

enum class Layout : std::uint8_t { Hand, Force, KamadaKawai, Spectral, Circle, Bipartite, Layered };
enum class MatrixKind : std::uint8_t { Adjacency, Laplacian };

enum class Source : std::uint8_t { Drawn, Preference, SmallWorld, Grid };

struct Params : DrawnGraph {
  Source source = Source::Drawn;
  int size = 1000; ///< nodes of a graph that is made, about
  int seed = 1;
  Layout layout = Layout::Hand;
  MatrixKind matrix = MatrixKind::Adjacency;

  Params(); ///< the first preset
};

/// What the parameters describe, before a layout: drawn, or made with its nodes scattered over a disc.
struct GivenGraph {
  eigenboard::graph::Graph graph;
  eigenboard::graph::Positions places;
  std::vector<QString> names;
  std::vector<bool> pinned;
};
GivenGraph given(const Params& params, bool withWeights);

/// A layout on its way.
struct Step {
  eigenboard::graph::Positions positions;
  eigenboard::graph::Positions target; ///< of the layouts that know theirs at once
  double temperature = 0;              ///< of the force layout
  double movement = 0;                 ///< the longest way of a node in the last step
  int count = 0;
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);

struct Result {
  eigenboard::graph::Graph graph;
  std::vector<int> degrees;
  eigenboard::graph::Components parts;
  Eigen::MatrixXd adjacency; ///< of a drawn graph; of one with a thousand nodes it would say nothing
  Eigen::MatrixXd laplacian; ///< the same
  eigenboard::graph::Positions positions;
  std::vector<QString> names;
  std::vector<bool> pinned;
  int chosen = -1;        ///< −1: none
  double pinMovement = 0; ///< how far the layout has moved what is pinned
  double quadraticGap = 0; ///< |xᵀLx − Σ w (xᵢ − xⱼ)²| for the places x of the nodes, without directions
  double totalWeight = 0;   ///< of all edges
  double largestWeight = 0; ///< in size; at least 1

  int nodeCount() const { return graph.nodeCount; }
  int edgeCount() const { return graph.edgeCount(); }
  /// 0 without nodes; every component without a cycle has one node more than edges.
  int independentCycles() const { return edgeCount() - nodeCount() + parts.count; }
};

/// The view of a graph that is made: all its edges and nodes at once, nothing to drag.
scene::PlaneView madeView(const Result& result);

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);

bool hasEdge(const Result& result, int from, int to);

scene::PlaneView graphView(const Params& params, const Result& result);
scene::PlaneView matrixView(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::graph::editor_panel
