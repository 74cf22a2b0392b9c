#include "views/panels/graph/properties_fields.h"

namespace eigenboard::panels::graph::properties_panel {

namespace {

std::vector<panel::Option> sourceOptions() {
  return {{"drawn", Words::tr("Drawn"), Words::tr("Nodes and edges of your own.")},
          {"path", Words::tr("Path"), Words::tr("One after another.")},
          {"star", Words::tr("Star"), Words::tr("One in the middle, joined to all others.")},
          {"complete", Words::tr("Complete"), Words::tr("Every pair is joined.")},
          {"barbell", Words::tr("Barbell"), Words::tr("Two complete halves, joined by an edge or a node.")},
          {"random", Words::tr("Random"), Words::tr("Erdős and Rényi: each pair joined with probability p.")},
          {"attachment", Words::tr("Preferential attachment"),
           Words::tr("Barabási and Albert: newcomers join those who have many neighbors.")},
          {"small_world", Words::tr("Small world"),
           Words::tr("Watts and Strogatz: a ring, each edge moved with probability p.")}};
}

std::vector<panel::Option> shownOptions() {
  return {
      {"degree", shownName(Shown::Degree), Words::tr("Edges at the node.")},
      {"closeness", shownName(Shown::Closeness), Words::tr("One over the mean distance to the others.")},
      {"betweenness", shownName(Shown::Betweenness),
       Words::tr("The share of shortest paths that pass through.")},
      {"eigenvector", shownName(Shown::Eigenvector),
       Words::tr("Who is joined to the important is important.")},
      {"pagerank", shownName(Shown::PageRank), Words::tr("Where a surfer is, with a damping of 0.85.")},
      {"components", shownName(Shown::Components), Words::tr("A colour for each part that no edge leaves.")},
      {"fiedler", shownName(Shown::Fiedler),
       Words::tr("The eigenvector of λ₂; its signs part the nodes in two.")}};
}

} // namespace

panel::Fields<Params> fields() {
  const std::vector<QString> made{"path",   "star",       "complete",   "barbell",
                                  "random", "attachment", "small_world"};
  panel::Fields<Params> fields;
  fields
      .choice(&Params::source,
              {"kind", Words::tr("Graph"), "", Words::tr("Drawn by you, or made by a rule.")},
              sourceOptions())
      .integer(&Params::size, {"size", Words::tr("Nodes"), "n", Words::tr("How many nodes the rule makes.")},
               {4, mostDrawnNodes, 1})
      .onlyWith("kind", made)
      .number(
          &Params::probability,
          {"p", Words::tr("Probability"), "p",
           Words::tr("Of a random graph, that a pair is joined; of a small world, that an edge is moved.")},
          {0, 1, 0.01})
      .onlyWith("kind", {"random", "small_world"})
      .integer(&Params::links,
               {"links", Words::tr("Links"), "",
                Words::tr("Edges a newcomer makes; in a small world, neighbors on either side. At most half "
                          "of the nodes.")},
               {1, 5, 1})
      .onlyWith("kind", {"attachment", "small_world"})
      .seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides what is left to chance.")})
      .onlyWith("kind", {"random", "attachment", "small_world"})
      .choice(&Params::shown,
              {"shown", Words::tr("Nodes show"), "", Words::tr("As their size, or their colour.")},
              shownOptions())
      .choice(&Params::beside,
              {"beside", Words::tr("Beside it"), "", Words::tr("What the second picture shows.")},
              {{"degrees", Words::tr("Degrees"), Words::tr("How many nodes have how many neighbors.")},
               {"walks", Words::tr("Walks"), Words::tr("Powers of the adjacency matrix, which count walks.")},
               {"ranking", Words::tr("Ranking"), Words::tr("The nodes by what they show.")},
               {"spectrum", Words::tr("Spectrum"), Words::tr("The eigenvalues of the Laplacian.")}})
      .toggle(
          &Params::logarithmic,
          {"log", Words::tr("Both axes logarithmic"), "",
           Words::tr("The share of nodes with at least so many neighbors: a heavy tail is a straight line.")})
      .onlyWith("beside", {"degrees"})
      .integer(&Params::length, {"k", Words::tr("Edges of a walk"), "k", Words::tr("The power of A.")},
               {0, mostWalkEdges, 1})
      .onlyWith("beside", {"walks"})
      .integer(
          &Params::from,
          {"from", Words::tr("Walk from"), "i",
           Words::tr(
               "The number of the node; beyond the last, the last. Click a cell of the matrix for both.")},
          {0, mostDrawnNodes - 1, 1})
      .onlyWith("beside", {"walks"})
      .integer(
          &Params::to,
          {"to", Words::tr("Walk to"), "j", Words::tr("The number of the node; beyond the last, the last.")},
          {0, mostDrawnNodes - 1, 1})
      .onlyWith("beside", {"walks"})
      .toggle(&Params::wide, {"wide", Words::tr("Width by betweenness"), "",
                              Words::tr("An edge is the wider the more shortest paths run along it.")});
  addDrawnGraph(fields, QStringLiteral("kind"), {QStringLiteral("drawn")});
  return fields;
}

} // namespace eigenboard::panels::graph::properties_panel
