#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"
#include "views/panel/fields.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <vector>

namespace eigenboard::panels::graph {

struct GraphWords {
  Q_DECLARE_TR_FUNCTIONS(GraphPanels)
};

inline constexpr int mostDrawnNodes = 40;
inline constexpr int mostDrawnEdges = 160;
inline constexpr double drawnReach = 10;    ///< nodes stand within so many units of the origin, both ways
inline constexpr double greatestWeight = 9; ///< of an edge, either sign

/// A graph as a reader draws it: the part of the parameters that the panels of this subject have in common.
struct DrawnGraph {
  Eigen::MatrixXd nodes; ///< x, y; in the editor also 1 where a layout may not move the node
  Eigen::MatrixXd edges; ///< from, to, weight
  QString names;         ///< separated by commas
  bool directed = false;
  QString chosen; ///< the node from which the next edge is drawn: its name or number; anything else: none
};

/// −1: none. A name counts before a number, and of several nodes of one name the first.
int chosenNode(const DrawnGraph& drawn);
/// What makes a node the chosen one: its name where that is told from all others, otherwise its number.
QString choiceOf(const DrawnGraph& drawn, int node);

struct ReadGraph {
  eigenboard::graph::Graph graph;
  std::vector<int> row; ///< of the table, for each edge
  eigenboard::graph::Positions positions;
  std::vector<QString> names;
};

/// The graph that the tables describe: simple, so an edge that names a missing node, one from a node to
/// itself and one between nodes that were joined before are left out.
ReadGraph read(const DrawnGraph& drawn, bool withWeights);

/// The name of a node, with its number where others have the same: "N (3)".
QString tellingNodeName(const std::vector<QString>& names, int node);

// What edits make of the parameters, in text form.
/// beyond: what the columns after the place are to hold.
scene::Settings withNodeAt(const DrawnGraph& drawn, QPointF at, double beyond = 0);
scene::Settings withoutNodeAt(const DrawnGraph& drawn, int node);
/// The edge is added with weight 1, or taken away if it was there.
scene::Settings withEdgeToggled(const DrawnGraph& drawn, int from, int to);
bool isJoined(const DrawnGraph& drawn, int from, int to);

std::vector<panel::Column> drawnNodeColumns(bool withPins = false);
std::vector<panel::Column> drawnEdgeColumns();
/// The text forms of the two tables; nodes of three columns have pins.
QString drawnNodesText(const Eigen::MatrixXd& nodes);
QString drawnEdgesText(const Eigen::MatrixXd& edges);

/// Whether the edges of a drawn graph have directions.
template <typename Params>
void addDirections(panel::Fields<Params>& fields, const QString& onlyKey,
                   const std::vector<QString>& onlyOptions) {
  fields
      .toggle(&Params::directed,
              {"directed", GraphWords::tr("Directed edges"), "",
               GraphWords::tr("Edges lead one way, from their first node to their second.")})
      .onlyWith(onlyKey, onlyOptions);
}

/// The parameters of a drawn graph, under the same keys in every panel. They count while another parameter
/// has one of these options.
template <typename Params>
void addDrawnGraph(panel::Fields<Params>& fields, const QString& onlyKey,
                   const std::vector<QString>& onlyOptions, bool withPins = false) {
  fields
      .text(&Params::chosen,
            {"chosen", GraphWords::tr("Chosen node"), "",
             GraphWords::tr("Click a node to choose it; a click on another joins the two, or parts them. Its "
                            "name or its number, the first being 0; empty: none.")})
      .onlyWith(onlyKey, onlyOptions)
      .table(&Params::nodes,
             {"nodes", GraphWords::tr("Nodes"), "",
              GraphWords::tr("A row for each: across, up, and in the editor 1 if layouts may not move it. "
                             "Click the plane to add one, press Delete to remove "
                             "the focused one.")},
             drawnNodeColumns(withPins), mostDrawnNodes)
      .onlyWith(onlyKey, onlyOptions)
      .table(
          &Params::edges,
          {"edges", GraphWords::tr("Edges"), "",
           GraphWords::tr("A row for each: the numbers of its two nodes, the first being 0, and its weight. "
                          "One between nodes that are not there, from a node to itself, or named twice is "
                          "left out.")},
          drawnEdgeColumns(), mostDrawnEdges)
      .onlyWith(onlyKey, onlyOptions)
      .text(&Params::names,
            {"names", GraphWords::tr("Names"), "",
             GraphWords::tr("Of the nodes in their order, separated by commas; a node without "
                            "one shows its number.")})
      .onlyWith(onlyKey, onlyOptions);
}

} // namespace eigenboard::panels::graph
