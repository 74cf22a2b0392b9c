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

struct Params : DrawnGraph {
  Layout layout = Layout::Hand;
  MatrixKind matrix = MatrixKind::Adjacency;

  Params(); ///< the first preset
};

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
  Eigen::MatrixXd adjacency;
  Eigen::MatrixXd laplacian;
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

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);

bool hasEdge(const Result& result, int from, int to);

scene::PlaneView graphView(const Params& params, const Result& result);
scene::PlaneView matrixView(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::graph::editor_panel
