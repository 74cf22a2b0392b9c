#include "views/panels/graph/editor_fields.h"

namespace eigenboard::panels::graph::editor_panel {

namespace {

std::vector<panel::Column> nodeColumns() {
  return {{"x", Words::tr("across"), -planeReach, planeReach, 0.1, false},
          {"y", Words::tr("up"), -planeReach, planeReach, 0.1, false},
          {"pin", Words::tr("pinned"), 0, 1, 1, true}};
}

std::vector<panel::Column> edgeColumns() {
  return {{"from", Words::tr("from"), 0, mostNodes - 1, 1, true},
          {"to", Words::tr("to"), 0, mostNodes - 1, 1, true}};
}

panel::Parameter tableOfColumns(std::vector<panel::Column> columns, int mostRows) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = std::move(columns);
  parameter.mostRows = mostRows;
  return parameter;
}

} // namespace

QString nodesText(const Eigen::MatrixXd& nodes) {
  return tableText(tableOfColumns(nodeColumns(), mostNodes), nodes);
}

QString edgesText(const Eigen::MatrixXd& edges) {
  return tableText(tableOfColumns(edgeColumns(), mostEdges), edges);
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .choice(&Params::layout,
              {"layout", Words::tr("Layout"), "", Words::tr("Where the nodes go as the process runs.")},
              {{"hand", Words::tr("By hand"), Words::tr("Nodes stay where you put them.")},
               {"force", Words::tr("Springs and charges"),
                Words::tr("Edges pull, nodes push each other away: Fruchterman and Reingold.")},
               {"kamada_kawai", Words::tr("Distances"),
                Words::tr("Apart in the picture as they are along edges: Kamada and Kawai.")},
               {"spectral", Words::tr("Spectral"),
                Words::tr("Two eigenvectors of the Laplacian as coordinates.")},
               {"circle", Words::tr("Circle"), Words::tr("In a ring, in their order.")},
               {"bipartite", Words::tr("Two sides"),
                Words::tr("Two columns with edges between them, as far as there are such.")},
               {"layered", Words::tr("Layers"), Words::tr("Rows such that every edge leads down.")}})
      .choice(&Params::matrix,
              {"matrix", Words::tr("Matrix"), "", Words::tr("What stands beside the picture.")},
              {{"adjacency", Words::tr("Adjacency matrix A"),
                Words::tr("1 where an edge leads from the row's node to the column's.")},
               {"laplacian", Words::tr("Laplacian L = D − A"),
                Words::tr("Degrees on the diagonal, −1 for each edge.")}})
      .toggle(&Params::directed, {"directed", Words::tr("Directed edges"), "",
                                  Words::tr("Edges lead one way, from their first node to their second.")})
      .integer(
          &Params::chosen,
          {"chosen", Words::tr("Chosen node"), "",
           Words::tr("Its edges stand out, and a click on another node joins the two, or parts them; −1: "
                     "none.")},
          {-1, mostNodes - 1, 1})
      .table(
          &Params::nodes,
          {"nodes", Words::tr("Nodes"), "",
           Words::tr("A row for each: across, up, and 1 if layouts may not move it. Click the plane to add "
                     "one, press Delete to remove the focused one.")},
          nodeColumns(), mostNodes)
      .table(&Params::edges,
             {"edges", Words::tr("Edges"), "",
              Words::tr(
                  "A row for each: the numbers of its two nodes, the first being 0. One between nodes that "
                  "are not there, from a node to itself, or named twice is left out.")},
             edgeColumns(), mostEdges)
      .text(&Params::names,
            {"names", Words::tr("Names"), "",
             Words::tr(
                 "Of the nodes in their order, separated by commas; a node without one shows its number.")});
  return fields;
}

} // namespace eigenboard::panels::graph::editor_panel
