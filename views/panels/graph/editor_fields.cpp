#include "views/panels/graph/editor_fields.h"

namespace eigenboard::panels::graph::editor_panel {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .choice(&Params::source,
              {"graph", Words::tr("Graph"), "", Words::tr("Drawn by hand, or made with many nodes.")},
              {{"drawn", Words::tr("Drawn")},
               {"preference", Words::tr("Made: preferential attachment"),
                Words::tr("Every new node joins three others, the likelier the more edges they have.")},
               {"small_world", Words::tr("Made: small world"),
                Words::tr("A ring of neighbors; one edge in fifty leads anywhere.")},
               {"grid", Words::tr("Made: grid"), Words::tr("Rows and columns of one length.")}})
      .integer(&Params::size,
               {"size", Words::tr("Number of nodes"), "n",
                Words::tr("Of a grid the square of a whole number, at most so many.")},
               {10, 1000, 10})
      .onlyWith("graph", {"preference", "small_world", "grid"})
      .seed(&Params::seed,
            {"seed", Words::tr("Seed"), "", Words::tr("Decides what is made and where it begins.")})
      .onlyWith("graph", {"preference", "small_world", "grid"})
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
      .onlyWith("graph", {"drawn"});
  addDirections(fields, "graph", {"drawn"});
  addDrawnGraph(fields, "graph", {"drawn"}, true);
  return fields;
}

} // namespace eigenboard::panels::graph::editor_panel
