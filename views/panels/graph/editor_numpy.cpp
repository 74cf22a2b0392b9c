#include "views/panels/graph/editor_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::graph::editor_panel {

QString numpyCode(const Params& params) {
  const eigenboard::graph::Graph graph = given(params, true).graph;
  QStringList edges;
  for (const eigenboard::graph::Edge& edge : graph.edges)
    edges += QStringLiteral("(%1, %2, %3)").arg(edge.from).arg(edge.to).arg(python::literal(edge.weight));
  QString lines;
  constexpr int perLine = 7;
  for (int i = 0; i < edges.size(); i += perLine)
    lines +=
        QStringLiteral("    ") + edges.mid(i, perLine).join(QStringLiteral(", ")) + QStringLiteral(",\n");
  const QString data = QStringLiteral("\nn = %1\nedges = [%2]\n\nG = nx.%3()\n")
                           .arg(graph.nodeCount)
                           .arg(lines.isEmpty() ? QString() : QLatin1Char('\n') + lines)
                           .arg(graph.directed ? QStringLiteral("DiGraph") : QStringLiteral("Graph"));
  return QStringLiteral("import json\n\nimport networkx as nx\nimport numpy as np\n") + data +
         QStringLiteral(R"(G.add_nodes_from(range(n))
G.add_weighted_edges_from(edges)

A = np.zeros((n, n))
for i, j, w in G.edges(data="weight"):
    A[i, j] = w
    if not G.is_directed():
        A[j, i] = w
D = np.diag(A.sum(axis=1))
L = D - A
m = G.number_of_edges()
degrees = [degree for _, degree in G.degree]
components = nx.number_connected_components(nx.Graph(G))

readouts = {
    "n": n,
    "m": m,
    "degree_sum": sum(degrees),
    "mean_degree": 2 * m / n if n > 0 else np.nan,
    "largest_degree": max(degrees, default=0),
    "density": nx.density(G) if n > 1 else 0,
    "components": components,
    "cycles": m - n + components,
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::graph::editor_panel
