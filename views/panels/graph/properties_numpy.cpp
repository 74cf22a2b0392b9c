#include "views/panels/graph/properties_words.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace eigenboard::panels::graph::properties_panel {

QString numpyCode(const Params& params) {
  const ReadGraph given = graphOf(params);
  const int n = given.graph.nodeCount;
  QStringList edges;
  for (const eigenboard::graph::Edge& edge : given.graph.edges)
    edges += QStringLiteral("(%1, %2)").arg(edge.from).arg(edge.to);
  QString lines;
  constexpr int perLine = 10;
  for (int i = 0; i < edges.size(); i += perLine)
    lines += QStringLiteral("\n    ") + edges.mid(i, perLine).join(QStringLiteral(", ")) + QLatin1Char(',');
  return QStringLiteral("import json\n\nimport networkx as nx\nimport numpy as np\n\nn = %1\nedges = "
                        "[%2]\nk, i, j = %3, %4, %5\n")
             .arg(n)
             .arg(lines.isEmpty() ? lines : lines + QLatin1Char('\n'))
             .arg(params.length)
             .arg(std::min(params.from, n - 1))
             .arg(std::min(params.to, n - 1)) +
         QStringLiteral(R"(
G = nx.Graph()
G.add_nodes_from(range(n))
G.add_edges_from(edges)

A = np.zeros((n, n), dtype=np.int64)
for u, v in edges:
    A[u, v] = A[v, u] = 1
L = np.diag(A.sum(axis=1)) - A
values, vectors = np.linalg.eigh(L.astype(float)) if n else (np.zeros(0), np.zeros((0, 0)))
connected = n > 0 and nx.is_connected(G)

# The eigenvalue as the sum of squares that it is: more digits than the solver gives.
f = vectors[:, 1] if n > 1 else np.zeros(n)
lambda2 = sum((f[u] - f[v]) ** 2 for u, v in edges) / (f @ f) if n > 1 else np.nan

# The signs of the Fiedler vector cut the graph; its largest entry is taken as positive.
cut = np.nan
if n > 1 and values[1] - values[0] > 1e-6 and (n == 2 or values[2] - values[1] > 1e-6):
    f = f * np.sign(f[np.flatnonzero(np.abs(f) >= np.abs(f).max() * (1 - 1e-9))[0]])
    positive = f > -1e-9
    cut = sum(positive[u] != positive[v] for u, v in edges)

readouts = {
    "n": G.number_of_nodes(),
    "m": G.number_of_edges(),
    "degree_sum": sum(degree for _, degree in G.degree),
    "components": nx.number_connected_components(G),
    "zeros": np.count_nonzero(values < 1e-10 * max(1, values.max())) if n else 0,
    "lambda2": lambda2,
    "cut": cut,
    "diameter": nx.diameter(G) if connected else np.inf if n else np.nan,
    "clustering": nx.average_clustering(G) if n else np.nan,
    "triangles": sum(nx.triangles(G).values()) // 3,
    "walks": np.linalg.matrix_power(A, k)[i, j] if n else np.nan,
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::graph::properties_panel
