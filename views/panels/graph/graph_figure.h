#pragma once

#include "views/panels/graph/drawn_graph.h"

namespace eigenboard::panels::graph {

/// A plane with nothing on it, as wide and high as a drawn graph may be.
scene::PlaneView emptyGraphView(const QString& title);

/// Where a line between two nodes is drawn: of two opposite edges each keeps to its right, and a directed one
/// ends before the node. Empty where the nodes are too near for that.
std::vector<QPointF> edgeEnds(const eigenboard::graph::Graph& graph,
                              const eigenboard::graph::Positions& positions, int edge);
void addEdgeMark(scene::PlaneView& view, const eigenboard::graph::Graph& graph,
                 const eigenboard::graph::Positions& positions, int edge, const scene::Stroke& stroke,
                 const QString& name);
QString edgeWords(const eigenboard::graph::Graph& graph, const std::vector<QString>& names, int edge);

/// The middle of the widest gap between the edges at a node and the directions taken by other things; up
/// where there is none.
Eigen::Vector2d widestGap(const eigenboard::graph::Graph& both, const eigenboard::graph::Positions& positions,
                          int node, const std::vector<Eigen::Vector2d>& taken);
/// In pixels from a node to the middle of words so long, y down: clear of a node drawn that large.
QPointF wordsOffset(const Eigen::Vector2d& direction, qsizetype letters, double nodeRadius);

/// A node that is dragged, chosen by a click, joined to the chosen one by a click, and removed by Delete.
scene::Handle drawnNodeHandle(const DrawnGraph& drawn, const std::vector<QString>& names,
                              const eigenboard::graph::Positions& positions, int node, scene::Role role);

/// The node whose place is nearest, the lowest of equals; 0 without nodes.
int nearestPlace(const eigenboard::graph::Positions& positions, QPointF point);

/// A node that a parameter names.
struct Flag {
  QString key; ///< of the parameter, and of the handle
  QString name;
  int node = 0;
  Eigen::Vector2d offset; ///< from the node to the handle
  scene::Role role = scene::Role::Drag;
};
/// A handle beside the node, which the reader drags to another one.
void addFlag(scene::PlaneView& view, const eigenboard::graph::Positions& positions, const Flag& flag);

// Tables for presets.
Eigen::MatrixXd circleTable(int n, double radius, int stride = 1);
/// The first `left` nodes in the left of two columns.
Eigen::MatrixXd columnsTable(int left, int right);
Eigen::MatrixXd edgeRows(const eigenboard::graph::Graph& graph);
/// Places to a tenth, scaled to fill the plane but for a margin.
Eigen::MatrixXd placeTable(const eigenboard::graph::Positions& positions, double room = 8);

} // namespace eigenboard::panels::graph
