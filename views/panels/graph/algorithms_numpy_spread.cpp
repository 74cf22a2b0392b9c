#include "views/panels/graph/algorithms_numpy.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::graph::algorithms_panel {

namespace {

const QString transitionCode = QStringLiteral(R"(
out = W.sum(axis=1)
P = np.divide(W, out[:, None], out=np.zeros_like(W), where=out[:, None] > 0)
)");

/// q is where a surfer lands that follows no edge.
QString surferCode(const Params& params, bool isEven) {
  return transitionCode +
         QStringLiteral("d = %1\nq = %2\n")
             .arg(python::literal(params.damping),
                  isEven ? QStringLiteral("np.full(n, 1 / max(n, 1))")
                         : QStringLiteral("np.eye(n)[source] if n else np.zeros(0)")) +
         QStringLiteral(R"(M = d * (P + np.outer(out == 0, q))
exact = np.linalg.solve(np.eye(n) - M.T, (1 - d) * q) if n else q
)");
}

const QString rankCode = QStringLiteral(R"(
rank = np.full(n, 1 / max(n, 1))
first = np.abs(rank - exact).sum()
change = np.nan
done = min(steps, 60) if n else 0
for _ in range(done):
    after = M.T @ rank + (1 - d) * rank.sum() * q
    change = np.abs(after - rank).sum()
    rank = after

readouts = {
    "steps": done,
    "mass": rank.sum(),
    "residual": change,
    "error": np.abs(rank - exact).sum(),
    "bound": d**done * first if n else 0.0,
    "top": rank.max() if n else np.nan,
}
)");

/// What the seed has drawn is given: the edge of each step, −1 for a return to the start.
QString walkCode(const Params& params, int steps) {
  QStringList edges;
  Step step = start(params);
  for (int i = 0; i < steps && !isFinished(params, step); ++i) {
    step = next(params, step);
    edges += QString::number(std::get<eigenboard::graph::RandomWalk>(step.state).edge);
  }
  QString lines;
  constexpr int perLine = 20;
  for (int i = 0; i < edges.size(); i += perLine)
    lines += QStringLiteral("\n    ") + edges.mid(i, perLine).join(QStringLiteral(", ")) + QLatin1Char(',');
  return QStringLiteral("\nwalk = [%1] # the edge of each step; -1: back to the start\n")
             .arg(lines.isEmpty() ? lines : lines + QLatin1Char('\n')) +
         QStringLiteral(R"(visits = np.zeros(n)
at = source
if n:
    visits[at] = 1
for e in walk:
    u, v = (source, source) if e < 0 else edges[e][:2]
    at = source if e < 0 else (v if u == at else u)
    visits[at] += 1

readouts = {
    "steps": len(walk),
    "visited": np.count_nonzero(visits),
    "restarts": walk.count(-1),
    "gap": np.abs(visits / (len(walk) + 1) - exact).sum() / 2,
}
)");
}

QString messagesCode(const Params& params) {
  QString gather;
  switch (params.gathering) {
  case Gathering::Sum:
    gather = QStringLiteral("    x = W.T @ x\n");
    break;
  case Gathering::Mean:
    gather = QStringLiteral("    x = W.T @ x / np.maximum(E.sum(axis=0), 1)\n");
    break;
  case Gathering::Maximum:
    gather = QStringLiteral("    x = np.max(np.where(E, x[:, None], 0), axis=0)\n");
    break;
  }
  return QStringLiteral(R"(
x = np.zeros(n)
if n:
    x[source] = 1
done = min(steps, 12) if n else 0
for _ in range(done):
)") + gather +
         QStringLiteral(R"(
readouts = {
    "steps": done,
    "reached": np.count_nonzero(x),
    "total": x.sum(),
    "largest": x.max() if n else np.nan,
}
)");
}

const QString layersCode = QStringLiteral(R"(
X = np.zeros((n, 2))
if n:
    X[source, 0] = 1
    X[goal, 1] = 1
A = W + np.eye(n) # the self-loops come first, the degrees after
root = np.sqrt(A.sum(axis=1))
Ahat = A / np.outer(root, root)
done = min(steps, 40) if n else 0

# One eigenvalue 1 for each component; their eigenvectors are what no layer smooths away.
joined = nx.Graph()
joined.add_nodes_from(range(n))
joined.add_edges_from((u, v) for u, v, w in edges if w > 0)
c = nx.number_connected_components(joined)
values, vectors = np.linalg.eigh(Ahat) if n else (np.zeros(0), np.zeros((0, 0)))
kept = vectors[:, n - c :]
limit = kept @ (kept.T @ X)
rate = np.max(np.abs(values[: n - c]), initial=0.0)
after = np.linalg.matrix_power(Ahat, done) @ X if n else X

readouts = {
    "steps": done,
    "reached": np.count_nonzero((after > 0).any(axis=1)),
    "gap": np.linalg.norm(after - limit),
    "rate": rate,
    "bound": rate**done * np.linalg.norm(X - limit),
}
)");

const QString labelsCode = QStringLiteral(R"(
known = np.full(n, -1)
if n:
    known[goal] = 1
    known[source] = 0
F = np.zeros((n, 2))
F[known >= 0, known[known >= 0]] = 1
free = (known < 0) & (out > 0)
change = np.nan
done = min(steps, 100) if n else 0
for _ in range(done):
    after = np.where(free[:, None], P @ F, F)
    change = np.abs(after - F).max()
    F = after

# In the limit every free node is the mean of its neighbors: L_uu F_u = W_uk F_k in each component.
limit = np.zeros((n, 2))
limit[known >= 0, known[known >= 0]] = 1
joined = nx.Graph()
joined.add_nodes_from(range(n))
joined.add_edges_from((u, v) for u, v, w in edges if w > 0)
for part in nx.connected_components(joined):
    part = np.array(sorted(part))
    u, k = part[known[part] < 0], part[known[part] >= 0]
    if len(u) and len(k):
        L = np.diag(out[u]) - W[np.ix_(u, u)]
        limit[u] = np.linalg.solve(L, W[np.ix_(u, k)] @ limit[k])

readouts = {
    "steps": done,
    "labelled": np.count_nonzero((F > 0).any(axis=1)),
    "share": F[:, 0].sum() / F.sum() if n else np.nan,
    "change": change,
    "gap": np.abs(F - limit).max() if n else 0.0,
}
)");

} // namespace

QString spreadCode(const Params& params, const World& world, int steps) {
  QString code = QStringLiteral(R"(
W = np.zeros((n, n))
E = np.zeros((n, n), dtype=bool)
for u, v, w in edges:
    W[u, v], E[u, v] = w, True
)");
  if (!world.graph.directed)
    code += QStringLiteral("    W[v, u], E[v, u] = w, True\n");
  switch (params.algorithm) {
  case Algorithm::PageRank:
    return code + surferCode(params, true) + rankCode;
  case Algorithm::Personalized:
    return code + surferCode(params, false) + rankCode;
  case Algorithm::Walk:
    return code + surferCode(params, false) + walkCode(params, steps);
  case Algorithm::Messages:
    return code + messagesCode(params);
  case Algorithm::Convolution:
    return code + layersCode;
  default:
    return code + transitionCode + labelsCode;
  }
}

} // namespace eigenboard::panels::graph::algorithms_panel
