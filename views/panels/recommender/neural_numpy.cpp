#include "views/panels/recommender/book_code.h"
#include "views/panels/recommender/neural_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::neural_panel {

using python::literal;

namespace {

QString startCode() {
  return QStringLiteral(R"(

def embedding(places, count, seed):
    """A row for each; zeros for who has no rating."""
    X = np.zeros((count, factors))
    for place in set(places):
        random = random_for(seed & MASK, place)
        X[place] = [0.1 * random.normal() for _ in range(factors)]
    return X


# All vectors in one table: the people's, then the films'.
X = np.vstack([embedding([row[0] for row in train], m, seed), embedding([row[1] for row in train], n, ~seed)])
stars = np.array([row[2] for row in train])
middle, lowest, highest = stars.mean(), stars.min(), stars.max()
shapes, theta, inputs = [], [], 2 * factors
for l, outputs in enumerate(hidden + [1]):  # weights by He and others, column by column
    random = random_for(seed, int.from_bytes(b"layer\0\0\0", "big") + l)
    numbers = np.array([random.normal() for _ in range(inputs * outputs)]) * np.sqrt(2 / inputs)
    shapes.append((outputs, inputs))
    theta += [numbers.reshape(inputs, outputs).T.ravel(), np.zeros(outputs)]
    inputs = outputs
theta = np.concatenate(theta)
network, at = [], 0  # each layer's weights and bias: views into theta
for outputs, inputs in shapes:
    end = at + outputs * inputs
    network.append((theta[at:end].reshape(outputs, inputs), theta[end : end + outputs]))
    at = end + outputs
)");
}

QString trainCode() {
  return QStringLiteral(R"(

def forward(H):
    """What goes into each layer, and what comes out of it before max(0, ·)."""
    into, out = [], []
    for W, bias in network:
        into.append(H)
        out.append(H @ W.T + bias)
        H = np.maximum(out[-1], 0)
    return into, out


class Adam:
    """torch.optim.Adam; for chosen rows of a table torch.optim.SparseAdam, which leaves the other rows alone."""

    def __init__(self, value):
        self.value, self.mean, self.square = value, np.zeros_like(value), np.zeros_like(value)

    def step(self, gradient, t, rows=slice(None)):
        mean = self.mean[rows] = 0.9 * self.mean[rows] + (1 - 0.9) * gradient
        square = self.square[rows] = 0.999 * self.square[rows] + (1 - 0.999) * gradient**2
        root = np.sqrt(1 - 0.999**t)
        eps = 1e-8 if isinstance(rows, slice) else 1e-8 / root
        self.value[rows] -= alpha / (1 - 0.9**t) * mean / (np.sqrt(square) / root + eps)


vectors, layers = Adam(X), Adam(theta)
decay = np.concatenate([np.repeat([2 * 0.001, 0.0], [W.size, bias.size]) for W, bias in network])
t = 0
for epoch in range(epochs):
    own = random_for(seed, epoch).bits()
    run = np.array(random_for(own, 1).shuffled(order))
    all_pairs, all_stars = run[:, :2].astype(int) + [0, m], run[:, 2:]
    for begin in range(0, len(run), 32):
        t += 1
        pairs = all_pairs[begin : begin + 32]
        H = X[pairs].reshape(len(pairs), -1)
        into, out = forward(H)
        back = 2 / len(pairs) * (out[-1] + middle - all_stars[begin : begin + 32])
        gradient = []
        for l in reversed(range(len(network))):
            gradient = [(back.T @ into[l]).ravel(), back.sum(axis=0)] + gradient
            back = back @ network[l][0]
            if l > 0:
                back = back * (out[l - 1] > 0)
        back += 2 / len(pairs) * lam * H
        met = np.unique(pairs)
        sums = (met[:, None] == pairs.ravel()).astype(float) @ back.reshape(-1, factors)
        vectors.step(sums, t, met)
        layers.step(np.concatenate(gradient) + decay * theta, t)

P, Q, b, c = P.astype(float), Q.astype(float), b.astype(float), c.astype(float)
tables = {
    "factor": float(mean) + b[:, None] + c + P @ Q.T,
    "network": middle + forward(np.hstack([np.repeat(X[:m], n, axis=0), np.tile(X[m:], (m, 1))]))[1][-1].reshape(m, n),
}


def rmse(table, part):
    u, i, r = (np.array(column) for column in zip(*part))
    return np.sqrt(np.mean((np.clip(table[u, i], lowest, highest) - r) ** 2))


given = {row[:2]: row[2] for row in train + test}
readouts = {
    "factor_parameters": P.size + Q.size + b.size + c.size,
    "network_parameters": X.size + theta.size,
    "apart": np.sqrt(np.mean((tables["factor"] - tables["network"]) ** 2)),
    "given": given.get((person, film), np.nan),
}
for name, table in tables.items():
    readouts |= {
        f"{name}_test": rmse(table, test),
        f"{name}_train": rmse(table, train),
        f"{name}_score": table[person, film],
    }
)");
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  QString code = python::imports();
  code.replace(QStringLiteral("import json\n"),
               QStringLiteral("import json\nfrom statistics import NormalDist\n"));
  code += bookTableCode(true) + QStringLiteral(R"(m, n = len(cells), len(cells[0])
rows = [(u, i, float(cells[u][i])) for u in range(m) for i in range(n) if cells[u][i] != "-"]
changes = {}
)");
  QStringList hidden;
  for (const int outputs : params.hidden())
    hidden += QString::number(outputs);
  code += QStringLiteral("factors, rate, penalty, hidden = %1, %2, %3, [%4]\n")
              .arg(params.size)
              .arg(literal(params.factorRate), literal(params.penalty), hidden.join(QStringLiteral(", ")));
  code += QStringLiteral("alpha, lam = np.rint(%1 * 1e6) / 1e6, np.rint(penalty * 1e6) / 1e6\n")
              .arg(literal(params.neuralRate));
  code += QStringLiteral("test_share, seed, epochs = 0.2, %1, %2\nperson, film = %3, %4\n")
              .arg(params.seed)
              .arg(steps)
              .arg(params.person - 1)
              .arg(params.film - 1);
  return code + randomCode() + splitCode() + firstFactorsCode() + gradientCode() + startCode() + trainCode() +
         python::printReadouts();
}

} // namespace eigenboard::panels::recommender::neural_panel
