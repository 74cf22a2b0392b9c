#pragma once

#include "core/graph/graph.h"
#include "core/graph/properties.h"
#include "core/graph/quadtree.h"
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

inline constexpr int mostNodes = 40;
inline constexpr int mostEdges = 160;
inline constexpr double planeReach = 10; ///< nodes stand within so many units of the origin, across and up

enum class Layout : std::uint8_t { Hand, Force, KamadaKawai, Spectral, Circle, Bipartite, Layered };
enum class MatrixKind : std::uint8_t { Adjacency, Laplacian };

struct Params {
  Eigen::MatrixXd nodes; ///< x, y, and 1 where a layout may not move the node
  Eigen::MatrixXd edges; ///< from, to
  QString names;         ///< separated by commas
  bool directed = false;
  Layout layout = Layout::Hand;
  MatrixKind matrix = MatrixKind::Adjacency;
  int chosen = -1; ///< the node whose edges stand out, and from which the next edge is drawn; −1: none

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

/// The graph that the tables describe: simple, so an edge that names a missing node, an edge from a node to
/// itself and one that was named before are left out.
eigenboard::graph::Graph graphOf(const Params& params);

struct Result {
  eigenboard::graph::Graph graph;
  std::vector<int> degrees;
  eigenboard::graph::Components parts;
  Eigen::MatrixXd adjacency;
  Eigen::MatrixXd laplacian;
  eigenboard::graph::Positions positions;
  std::vector<QString> names;
  std::vector<bool> pinned;
  int chosen = -1;        ///< −1 also when the node is not there
  double pinMovement = 0; ///< how far the layout has moved what is pinned
  double quadraticGap = 0; ///< |xᵀLx − Σ (xᵢ − xⱼ)²| for the places x of the nodes, without directions
  double quadraticSize = 0; ///< Σ (xᵢ − xⱼ)²

  int nodeCount() const { return graph.nodeCount; }
  int edgeCount() const { return graph.edgeCount(); }
  /// 0 without nodes; every component without a cycle has one node more than edges.
  int independentCycles() const { return edgeCount() - nodeCount() + parts.count; }
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);

// What edits make of the parameters, in text form.
scene::Settings withNode(const Params& params, QPointF at);
scene::Settings withoutNode(const Params& params, int node);
/// The edge is added, or taken away if it was there.
scene::Settings withEdgeSwitched(const Params& params, int from, int to);

/// The name of a node, with its number where others have the same: "N (3)". Marks are told apart by it.
QString tellingName(const Result& result, int node);

bool hasEdge(const Result& result, int from, int to);

scene::PlaneView graphView(const Params& params, const Result& result);
scene::PlaneView matrixView(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::graph::editor_panel
